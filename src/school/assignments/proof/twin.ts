// A twin of the school where nobody lives: the same manifest and machinery, other rows. People are made for one walk and erased after it.
import { inSite } from '#platform/database/database.ts'
import { withKeys } from '#platform/sealing/sealing.ts'
import type { Context } from '#trust/audit/audit.ts'
import type { SiteContext } from '#trust/policy/policy.ts'
import type { Walker } from '#trust/rights/rights.ts'
import type { PersonRole } from '#people/accounts/accounts.ts'
import { twinOf, walker } from '#people/sign-up/sign-up.ts'
import { assignTeacher, importCourses, type CourseFolder } from '#school/courses/courses.ts'
import { enrol } from '#school/enrolment/enrolment.ts'
import { importAssignment } from '../import-assignment.ts'

export type Twin = { learner: Context; teacher: Context; otherLearner: Context; otherTeacher: Context; operator: Context; visitor: Context; run: string; clear(): Promise<void> }

export const course = 'probe-of-assignments'

export async function openTwin(site: SiteContext): Promise<Twin> {
  const visitor = twinOf(site)
  const system: Context = { ...visitor, actor: { person: null, role: 'system' } }
  const inside = <R>(work: (ctx: Context) => Promise<R>) => withKeys(system, () => inSite(site.db, system.site, db => work({ ...system, db })))
  const people: Walker[] = []
  const join = async (role: PersonRole): Promise<Context> => {
    const somebody = await walker(site, role)
    people.push(somebody)
    return somebody.ctx
  }
  const [learner, otherLearner, teacher, otherTeacher, operator] = [await join('learner'), await join('learner'), await join('teacher'), await join('teacher'), await join('operator')]
  await inside(ctx => importCourses(ctx, [folder], { halves: async () => [], parts: [importAssignment] }))
  const { run } = await enrol(learner, { course })
  await enrol(otherLearner, { course })
  await assignTeacher(system, { run, person: teacher.actor.person! })
  const clear = async () => {
    for (const { leave } of people) await leave()
  }
  return { learner, teacher, otherLearner, otherTeacher, operator, visitor, run, clear }
}

const said = (text: string) => ({ ru: text, kk: text, en: text })
const nothing = { ru: [], kk: [], en: [] }

/** The least that is a course: it never changes, so it is brought in once. */
const folder: CourseFolder = {
  slug: course, title: said('Проба'), outcome: said('Проба'), outcomes: [], summary: said('Проба'), level: 'beginner', hours: 1, weeks: null, age: null, certificate: true, licence: 'CC0-1.0', teachers: [said('Проба')], teaching: null, cover: null, samples: [], figures: [], videos: [],
  modules: [{ slug: 'one', title: said('Проба'), lessons: [{ slug: 'one', free: false, minutes: 1, title: said('Проба'), body: nothing, checks: [] }] }],
  test: { title: said('Проба'), pass: 50, attempts: 1, minutes: null, questions: [] },
  assignment: { title: said('Проба'), task: nothing, kind: 'photo', attempts: 3, pass: 50, criteria: [{ id: 'light', title: said('Свет'), levels: [{ points: 0, text: said('нет') }, { points: 2, text: said('есть') }] }] },
  completion: { lessons: 1, test: false, assignment: true },
}
