import { inSite } from '#platform/database/database.ts'
import { withKeys } from '#platform/sealing/sealing.ts'
import { askingOf, type Context, type Role } from '#trust/audit/audit.ts'
import { closeSession, openSession } from '#people/sign-in/sign-in.ts'
import { answerRightly, startAttempt, submitAttempt } from '#school/assessment/assessment.ts'
import { submitWork } from '#school/assignments/assignments.ts'
import { judgeReview, writeReview } from '#school/catalogue/catalogue.ts'
import { allCourses, outlineOf, type Course, type Outline } from '#school/courses/courses.ts'
import { enrol, enrolmentsOf, markDone, noteVisit } from '#school/enrolment/enrolment.ts'

/** Who is in the demonstration, by the keys of site.yaml. */
type People = Partial<Record<'learner' | 'learner-two' | 'operator', string>>

/**
 * What the invented people of a demonstration have done so far: one has begun a course, another has passed its test, sent a work
 * and written a review. All of it by the commands that everybody uses. A school that somebody has learnt in is left as it is.
 */
export async function seedLearning(system: Context, people: People): Promise<void> {
  const { learner, 'learner-two': second, operator } = people
  const courses = await inside(system, ({ db }) => allCourses(db))
  const [first] = courses.filter(({ run }) => run !== null)
  if (!first || !learner || !second || await hasLearnt(system, learner) || await hasLearnt(system, second)) return
  const outline = await inside(system, ({ db }) => outlineOf(db, { course: first.slug }))
  await as(system, learner, 'learner', ctx => begin(ctx, first, outline))
  const review = await as(system, second, 'learner', ctx => goFar(ctx, first, outline))
  if (operator) await as(system, operator, 'operator', ctx => judgeReview(ctx, { review, approve: 'yes' }))
}

const inside = <R>(ctx: Context, work: (ctx: Context) => Promise<R>) => withKeys(ctx, () => inSite(ctx.db, ctx.site, db => work({ ...ctx, db }), askingOf(ctx)))
const hasLearnt = (ctx: Context, person: string) => inside(ctx, async ({ db }) => (await enrolmentsOf(db, person)).length > 0)

/** In a session of their own, so that the audit log names who did it. */
async function as<R>(system: Context, person: string, role: Role, work: (ctx: Context) => Promise<R>): Promise<R> {
  const { session } = await inside(system, ctx => openSession(ctx, person))
  const ctx: Context = { ...system, actor: { person, role }, session }
  try { return await work(ctx) } finally { await inside({ ...system, session }, async inner => closeSession(inner)) }
}

async function begin(ctx: Context, { slug }: Course, outline: Outline) {
  const { run, enrolment } = await enrol(ctx, { course: slug })
  const [first, next] = outline.flatMap(({ lessons }) => lessons)
  await markDone(ctx, { run, lesson: first!.slug })
  if (next) await inside(ctx, async inner => noteVisit(inner, enrolment, next.slug))
}

async function goFar(ctx: Context, { slug, about }: Course, outline: Outline): Promise<string> {
  const { run } = await enrol(ctx, { course: slug })
  for (const lesson of outline.flatMap(({ lessons }) => lessons)) await markDone(ctx, { run, lesson: lesson.slug })
  const { attempt } = await startAttempt(ctx, { run })
  await answerRightly(ctx, attempt)
  await submitAttempt(ctx, { attempt })
  if (about.assignment.kind === 'text' || about.assignment.kind === 'code') await submitWork(ctx, { run, words: work })
  return writeReview(ctx, { course: slug, stars: 5, publish: true, words: 'Всё по делу и без спешки: короткие уроки, сразу вопрос к себе и понятное объяснение. Хватало получаса в день.' })
}

const work = 'Здравствуйте! Пробую первый вариант.\n\nСначала я выписал всё, что знаю по теме, потом выбрал три главных места и проверил каждое на примере из урока.\n\nСомневаюсь в последнем шаге: подскажите, верно ли я понял критерий.'
