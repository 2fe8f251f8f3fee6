import { sql } from 'kysely'
import { z } from 'zod'
import type { Text } from '#platform/locale.ts'
import { unreadCount } from '#school/notifications/notifications.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { holdOf } from '#trust/rights/rights.ts'
import { attemptsOf } from '#school/assessment/assessment.ts'
import { datesOf, worksOf } from '#school/assignments/assignments.ts'
import { weekOf } from '#school/rhythm/rhythm.ts'
import { cardsDue } from '#school/cards/cards.ts'
import { myCertificates } from '#school/certificates/certificates.ts'
import { allCourses, outlineOf, runBySlug, runsNamed, teachersOf, type Outline } from '#school/courses/courses.ts'
import { accessTo, achievementsOf, completionsOf, completionsOfAll, enrolmentId, enrolmentIdsOf, enrolmentIn, enrolmentsOf, positionOf, positionsOf, progressOf, records, runNamesOf, runsOf, timeOf, viewsOf, type Enrolment } from '#school/enrolment/enrolment.ts'

/** Everything someone learns, in one round trip. */
export const showMyLearning = query('learning.show-mine', {
  input: z.strictObject({}),
  async find(ctx: Context) {
    const { db, now } = ctx
    const person = ctx.actor.person!
    const [enrolments, runs, completions, positions, achievements, works, dates, certificates, unread, cards, week, toChoose, hold] = await Promise.all([
      enrolmentsOf(db, person), runsNamed(db, runNamesOf(person)), completionsOfAll(db, { person }), positionsOf(db, person), achievementsOf(db, person),
      worksOf(db, person), datesOf(db, runsOf(person)), myCertificates(ctx), unreadCount(db, person), cardsDue(ctx), weekOf(ctx), allCourses(db, sql<boolean>`not exists (${enrolmentIdsOf(person)})`), holdOf(ctx),
    ])
    const courses = enrolments.flatMap(enrolment => {
      const run = runs.find(({ slug }) => slug === enrolment.run_name)
      if (!run) return []
      const progress = progressOf(run.about, run.outline, completions.get(enrolment.id) ?? [])
      return [{ enrolment, run, progress, access: accessTo(enrolment, now), position: positions.find(each => each.enrolment === enrolment.id),
        work: works.find(each => each.enrolment === enrolment.id), due: dates.find(each => each.run === run.id)?.due_at }]
    })
    return { courses, achievements, certificates, unread, cards, week, toChoose, hold }
  },
  may: actor => actor.person !== null,
  reveals: () => [],
})

export type MyCourse = Awaited<ReturnType<typeof showMyLearning>>['courses'][number]

/** What is kept of one's own activity, as far as the school's policy names it. */
export const showMyActivity = query('learning.show-activity', {
  input: z.strictObject({}),
  async find({ db, actor, policy }: Context) {
    const person = actor.person!
    const [views, days, achievements, runs] = await Promise.all([viewsOf(db, person), timeOf(db, person), achievementsOf(db, person), runsNamed(db, runNamesOf(person))])
    return {
      views: views.map(({ kind, at, run_name, item }) => ({ kind, at, ...titlesOf(runs.find(({ slug }) => slug === run_name), item) })), days, achievements,
      courses: Object.fromEntries(runs.map(({ course, about }) => [course, about.title])), kept: { views: records(policy, 'view-history'), time: records(policy, 'active-time') },
    }
  },
  may: actor => actor.person !== null,
  reveals: () => [],
})

/** What a later version of the course no longer has goes by its name in the address. */
const titlesOf = (run: { about: { title: Text }; outline: Outline } | undefined, item: string): Record<'course' | 'lesson', Text> => ({
  course: run?.about.title ?? asItIs(''),
  lesson: run?.outline.flatMap(({ lessons }) => lessons).find(({ slug }) => slug === item)?.title ?? asItIs(item),
})
const asItIs = (word: string): Text => ({ ru: word, kk: word, en: word })

/** A run as its learner sees it: what is done, what counts, and by which row. */
export const showRun = query('learning.show-run', {
  input: z.strictObject({ run: z.string().max(120) }),
  async find(ctx: Context, { run: name }) {
    const id = enrolmentId(ctx.actor.person!, name)
    const [run, outline, enrolment, completions, position, attempts, teachers, hold] = await Promise.all([
      runBySlug(ctx.db, name), outlineOf(ctx.db, { run: name }), enrolmentIn(ctx, name), completionsOf(ctx.db, id), positionOf(ctx.db, id), attemptsOf(ctx.db, id), teachersOf(ctx, name), holdOf(ctx),
    ])
    if (!run) return undefined
    return { run, outline, enrolment, completions, position, attempts, teachers, hold, access: accessTo(enrolment, ctx.now), progress: progressOf(run.about, outline, completions) }
  },
  may: (actor, { enrolment, teachers }) => enrolment !== undefined || actor.role === 'operator' || teachers.includes(actor.person ?? ''),
  reveals: () => [],
})

export type RunShown = Awaited<ReturnType<typeof showRun>>

export type { Enrolment }
