// A twin of the school where nobody lives: the same manifest and machinery, other rows. People are made for one walk and erased after it.
import { randomUUID } from 'node:crypto'
import { inSite } from '#platform/database/database.ts'
import { withKeys } from '#platform/sealing/sealing.ts'
import type { Context } from '#trust/audit/audit.ts'
import { twinName, type SiteContext } from '#trust/policy/policy.ts'
import { eraseAtOnce } from '#trust/rights/rights.ts'
import { addPerson, type PersonRole } from '#people/accounts/accounts.ts'
import { assignTeacher, importCourses, type CourseFolder } from '#school/courses/courses.ts'
import { enrol } from '#school/enrolment/enrolment.ts'
import { importAssignment } from '../import-assignment.ts'

export type Twin = { learner: Context; teacher: Context; otherLearner: Context; otherTeacher: Context; operator: Context; visitor: Context; run: string; clear(): Promise<void> }

const course = 'probe-of-assignments'

export async function openTwin(site: SiteContext): Promise<Twin> {
  const name = twinName(site.site)
  const visitor: Context = { ...site, site: name, keys: site.vault.ring(name), actor: { person: null, role: 'visitor' }, locale: 'ru' }
  const system: Context = { ...visitor, actor: { person: null, role: 'system' } }
  const inside = <R>(work: (ctx: Context) => Promise<R>) => withKeys(system, () => inSite(site.db, name, db => work({ ...system, db })))
  const people: string[] = []
  const join = async (role: PersonRole): Promise<Context> => {
    const id = randomUUID()
    const login = `walker-${id.slice(0, 8)}`
    await site.vault.admit(name, id, { login }, site.now)
    people.push(id)
    await inside(ctx => addPerson(ctx, { id, role, state: 'active', values: { name: 'Айсұлу', login } }))
    await site.vault.confirm(name, id)
    return { ...visitor, actor: { person: id, role } }
  }
  const [learner, otherLearner, teacher, otherTeacher, operator] = [await join('learner'), await join('learner'), await join('teacher'), await join('teacher'), await join('operator')]
  await inside(ctx => importCourses(ctx, [folder], { halves: async () => [], parts: [importAssignment] }))
  const { run } = await enrol(learner, { course })
  await enrol(otherLearner, { course })
  await assignTeacher(system, { run, person: teacher.actor.person! })
  const clear = async () => {
    for (const person of people) await eraseAtOnce(system, person)
  }
  return { learner, teacher, otherLearner, otherTeacher, operator, visitor, run, clear }
}

const said = (text: string) => ({ ru: text, kk: text, en: text })
const nothing = { ru: [], kk: [], en: [] }

/** The least that is a course: it never changes, so it is brought in once. */
const folder: CourseFolder = {
  slug: course, title: said('Проба'), outcome: said('Проба'), outcomes: [], summary: said('Проба'), level: 'beginner', hours: 1, weeks: null, age: null, certificate: true, licence: 'CC0-1.0', teachers: [said('Проба')], teaching: null, samples: [], figures: [], videos: [],
  modules: [{ slug: 'one', title: said('Проба'), lessons: [{ slug: 'one', free: false, minutes: 1, title: said('Проба'), body: nothing, checks: [] }] }],
  test: { title: said('Проба'), pass: 50, attempts: 1, minutes: null, questions: [] },
  assignment: { title: said('Проба'), task: nothing, kind: 'photo', attempts: 3, pass: 50, criteria: [{ id: 'light', title: said('Свет'), levels: [{ points: 0, text: said('нет') }, { points: 2, text: said('есть') }] }] },
  completion: { lessons: 1, test: false, assignment: true },
}
