import { inSite } from '#platform/database/database.ts'
import { withKeys } from '#platform/sealing/sealing.ts'
import { askingOf, type Context, type Role } from '#trust/audit/audit.ts'
import { lawProfile, workingDaysLeft } from '#trust/law/law.ts'
import { askForRight } from '#trust/rights/rights.ts'
import { closeSession, openSession } from '#people/sign-in/sign-in.ts'
import { answerTicket, ask } from '#people/support/support.ts'
import { answerRightly, startAttempt, submitAttempt } from '#school/assessment/assessment.ts'
import { consentToShow, noteOnWork, openWork, placeWork, reviewWork } from '#school/assignments/assignments.ts'
import { judgeReview, writeReview } from '#school/catalogue/catalogue.ts'
import { allCourses, outlineOf, type Course } from '#school/courses/courses.ts'
import { enrol, enrolmentsOf, markDone, noteVisit } from '#school/enrolment/enrolment.ts'
import type { Activity } from './activity.ts'
import { seedWork } from './seed-work.ts'

/** Who is in the demonstration, by the keys of site.yaml. */
type People = Partial<Record<'learner' | 'learner-two' | 'learner-three' | 'minor' | 'teacher' | 'operator' | 'support' | 'privacy-officer', string>>

const day = 86_400_000

/**
 * Three weeks of the invented people of a demonstration: one was sent their work back with marks and waits for an answer about their
 * data, another has done all lessons and sent a work that waits for its teacher, both have written a review, a third has just begun and failed
 * a test. Each has written to the school, and some are answered. All of it by the commands that everybody uses, each at its moment. A school that somebody has learnt in is left as it is.
 */
export async function seedLearning(system: Context, people: People, activity: Activity): Promise<void> {
  const { learner, 'learner-two': second, 'learner-three': third, minor, teacher, operator } = people
  const [first] = (await inside(system, ({ db }) => allCourses(db))).filter(({ run }) => run !== null)
  if (!first || !learner || !second || await hasLearnt(system, learner) || await hasLearnt(system, second)) return
  const lessons = (await inside(system, ({ db }) => outlineOf(db, { course: first.slug }))).flatMap(module => module.lessons).map(({ slug }) => slug)
  const past = pastOf(system)
  const run = await study(past, learner, first, lessons.slice(0, -1), 20)
  await study(past, second, first, lessons, 19)
  for (const person of [learner, second]) await past(6, person, 'learner', ctx => takeTest(ctx, run))
  if (third) await begin(past, third, first, run, lessons)
  if (minor) await study(past, minor, first, lessons.slice(0, 2), 10)
  const work = await past(5, learner, 'learner', ctx => seedWork(ctx, run, { ...activity.works.learner, folder: activity.folder }))
  if (teacher) await past(4, teacher, 'teacher', ctx => giveBack(ctx, work, activity))
  for (const [person, key, daysAgo] of [[second, 'learner-two', 4], [learner, 'learner', 3]] as const) {
    const review = await past(daysAgo, person, 'learner', ctx => writeReview(ctx, { course: first.slug, publish: true, ...activity.reviews[key] }))
    if (operator) await past(daysAgo - 1, operator, 'operator', ctx => judgeReview(ctx, { review, approve: 'yes' }))
  }
  const waiting = await past(1, second, 'learner', ctx => seedWork(ctx, run, { ...activity.works['learner-two'], folder: activity.folder }))
  for (const [person, key, sent] of [[learner, 'learner', work], [second, 'learner-two', waiting]] as const) {
    const { shown } = activity.works[key]
    if (!shown || !teacher) continue
    await past(1, person, 'learner', ctx => consentToShow(ctx, { run, consent: true, ...shown }))
    await past(0, teacher, 'teacher', ctx => placeWork(ctx, { work: sent, place: 'yes' }))
  }
  await past(daysBack(system, activity.wish.day), learner, 'learner', ctx => askForRight(ctx, { kind: activity.wish.kind, wish: activity.wish.words }))
  await writeToSchool(past, people, activity)
}

/** A question a day, each from one of them; whoever has the desk answers on the day after. */
async function writeToSchool(past: Past, people: People, { enquiries }: Activity) {
  for (const [place, [key, { topic, words, answer }]] of Object.entries(enquiries).entries()) {
    const [asker, desk] = [people[key as 'learner'], topic === 'privacy' ? 'privacy-officer' : 'support'] as const
    if (!asker) continue
    const { id } = await past(4 - place, asker, 'learner', ctx => ask(ctx, { topic, words }))
    if (answer && people[desk]) await past(3 - place, people[desk], desk, ctx => answerTicket(ctx, { ticket: id, words: answer }))
  }
}

const inside = <R>(ctx: Context, work: (ctx: Context) => Promise<R>) => withKeys(ctx, () => inSite(ctx.db, ctx.site, db => work({ ...ctx, db }), askingOf(ctx)))
const hasLearnt = (ctx: Context, person: string) => inside(ctx, async ({ db }) => (await enrolmentsOf(db, person)).length > 0)

type Past = <R>(daysAgo: number, person: string, role: Role, work: (ctx: Context) => Promise<R>) => Promise<R>

/** Some days ago, in a session of their own, so that the audit log names who did it and when. */
const pastOf = (system: Context): Past => async (daysAgo, person, role, work) => {
  const then = { ...system, now: new Date(system.now.getTime() - daysAgo * day) }
  const { session } = await inside(then, ctx => openSession(ctx, person))
  const ctx: Context = { ...then, actor: { person, role }, session }
  try { return await work(ctx) } finally { await inside(ctx, async inner => closeSession(inner)) }
}

/** A lesson every day or two. */
async function study(past: Past, person: string, { slug }: Course, lessons: string[], began: number): Promise<string> {
  const run = await past(began, person, 'learner', async ctx => (await enrol(ctx, { course: slug })).run)
  for (const [index, lesson] of lessons.entries()) await past(Math.max(7, began - 1 - index), person, 'learner', async ctx => {
    const [enrolment] = await inside(ctx, ({ db }) => enrolmentsOf(db, person))
    await inside(ctx, async inner => noteVisit(inner, enrolment!.id, lesson))
    await markDone(ctx, { run, lesson })
  })
  return run
}

/** Impatient: a few lessons, and the test long before its time. */
async function begin(past: Past, person: string, course: Course, run: string, lessons: string[]) {
  await study(past, person, course, lessons.slice(0, 3), 12)
  await past(2, person, 'learner', ctx => takeTest(ctx, run, 3))
}

/** Answers all questions rightly, or so many and leaves the rest. */
async function takeTest(ctx: Context, run: string, rightly = Infinity) {
  const { attempt } = await startAttempt(ctx, { run })
  await answerRightly(ctx, attempt, rightly)
  await submitAttempt(ctx, { attempt })
}

/** How many days ago somebody asked whose clock is on this working day now. */
function daysBack({ now, policy }: Context, onDay: number): number {
  const law = lawProfile(policy.law)
  let days = 1
  while (days < 14 && workingDaysLeft(now, new Date(now.getTime() - days * day), law) < onDay) days++
  return days
}

/** Marks where they belong, about half of the points, and words that say what to do. */
async function giveBack(ctx: Context, work: string, { feedback }: Activity) {
  const { assignment } = await inside(ctx, inner => openWork(inner, { work }))
  for (const { place, words } of feedback.notes) await noteOnWork(ctx, { work, place, words })
  const levels = Object.fromEntries(assignment.criteria.map(({ id, levels }) => [id, levels[Math.floor(levels.length / 2)]!.points]))
  await reviewWork(ctx, { work, outcome: 'return', words: feedback.words, levels, comments: {} })
}
