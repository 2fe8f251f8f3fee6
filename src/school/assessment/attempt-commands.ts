import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { meanwhile } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'
import { runBySlug } from '#school/courses/courses.ts'
import { accessTo, enrolmentById, enrolmentIn, noteActivity } from '#school/enrolment/enrolment.ts'
import { attemptById, attemptsOf, deadlineOf, testOf, type Attempt } from './find-attempts.ts'
import { gradeAttempt } from './grade.ts'
import { answered, givenFrom, numberIn, questionIn } from './questions/questions.ts'

/** Begins the test of a run, or goes on with the attempt that is open. */
export const startAttempt = command('assessment.start', {
  input: z.strictObject({ run: z.string().max(120) }),
  async load(ctx, { run }) {
    const [enrolment, taught] = await Promise.all([enrolmentIn(ctx, run), runBySlug(ctx.db, run)])
    return enrolment && taught && { enrolment, version: taught.version }
  },
  may: (actor, { enrolment }) => isSelf(actor, enrolment.person),
  async run(ctx, { enrolment, version }) {
    if (accessTo(enrolment, ctx.now) !== 'open') throw new Refusal(403, 'assessment.closed')
    await ctx.db.selectFrom('assessment.attempts').select('id').where('enrolment', '=', enrolment.id).forUpdate().execute()
    const [test, before] = await Promise.all([testOf(ctx.db, version), attemptsOf(ctx.db, enrolment.id)])
    const open = before.find(({ submitted_at }) => !submitted_at)
    if (open && !isOver(open, ctx.now)) return { attempt: open.id, isNew: false }
    if (open) await gradeAttempt(ctx, open, 'submitted')
    if (before.length >= test!.attempts_allowed) throw new Refusal(409, 'assessment.no-attempts-left')
    const attempt = uuidv7()
    await ctx.db.insertInto('assessment.attempts').values({
      id: attempt, enrolment: enrolment.id, test: test!.id, number: before.length + 1, seed: randomInt(2 ** 31 - 1), language: enrolment.language, started_at: ctx.now, submitted_at: null,
    }).execute()
    noteActivity(ctx, enrolment.id)
    return { attempt, isNew: true }
  },
  audit: ({ enrolment }, _, { attempt, isNew }) => ({ subject: enrolment.person, details: `${isNew ? 'attempt' : 'again'} ${attempt}` }),
})

const isOver = (attempt: Attempt, now: Date) => { const end = deadlineOf(attempt); return end !== null && end <= now }

/** The attempt stays locked until the end of the change: an answer and the submission of the same attempt wait for each other. */
export async function lockedAttempt({ db }: Context, { attempt }: { attempt: string }) {
  const [locked, found] = await Promise.all([
    db.selectFrom('assessment.attempts').select('id').where('id', '=', attempt).forUpdate().executeTakeFirst(),
    attemptById(db, attempt), // asked side by side, and answered by what stands there once it is locked
  ])
  return locked && found
}

/** What an answer hangs on, in one round trip: the attempt, the enrolment it belongs to, the question if the test has it. */
async function answering(ctx: Context, { attempt: id, question }: { attempt: string; question: string }) {
  const enrolmentOf = sql<string>`(select enrolment from assessment.attempts where id = ${id})`
  const [attempt, enrolment, asked] = await Promise.all([lockedAttempt(ctx, { attempt: id }), enrolmentById(ctx.db, enrolmentOf), questionIn(ctx.db, id, question)])
  return attempt && { attempt, enrolment, asked }
}

export const Answer = z.strictObject({ question: z.uuid(), answer: z.array(z.string().max(200)).max(30) })

/** Keeps an answer, at once and for good: a later one to the same question is a further step. */
export const answerQuestion = command('assessment.answer', {
  input: Answer.extend({ attempt: z.uuid() }),
  load: answering,
  may: (actor, { attempt }) => isSelf(actor, attempt.person),
  async run(ctx, { attempt, enrolment, asked }, { question, answer }) {
    if (attempt.submitted_at) throw new Refusal(409, 'assessment.submitted-already')
    if (isOver(attempt, ctx.now)) throw new Refusal(409, 'assessment.time-over')
    if (accessTo(enrolment, ctx.now) !== 'open') throw new Refusal(403, 'assessment.closed')
    if (!asked) throw new Refusal(404, 'common.not-found')
    const given = givenFrom(asked.asked, answer)
    if (!answered(given)) throw new Refusal(422, 'assessment.nothing-answered', {}, { field: 'answer' })
    if (asked.asked.type === 'numeric' && numberIn(given[0]!) === undefined) throw new Refusal(422, 'assessment.not-a-number', {}, { field: 'answer' })
    const id = uuidv7()
    const sealed = seal(ctx, { table: 'assessment.steps', row: id, person: attempt.person }, { answer: JSON.stringify(given) })
    meanwhile(ctx.db, ctx.db.insertInto('assessment.steps').values({ id, attempt: attempt.id, question, at: ctx.now, ...sealed }))
    noteActivity(ctx, attempt.enrolment)
    return { saved: ctx.now }
  },
  audit: ({ attempt: { person } }, { attempt }) => ({ subject: person, details: `attempt ${attempt}` }),
})

/** Ends an attempt and grades it. There is no other way to a result: nothing that is sent can be one. */
export const submitAttempt = command('assessment.submit', {
  input: z.strictObject({ attempt: z.uuid() }),
  load: lockedAttempt,
  may: (actor, { person }) => isSelf(actor, person),
  async run(ctx, attempt) {
    if (attempt.submitted_at) throw new Refusal(409, 'assessment.submitted-already')
    noteActivity(ctx, attempt.enrolment)
    return gradeAttempt(ctx, attempt, 'submitted')
  },
  audit: ({ person }, { attempt }, { grade }) => ({ subject: person, details: `attempt ${attempt}, ${grade} %` }),
})

/** An attempt whose time is over is graded with what was saved by then. */
export const closeOverdue = command('assessment.close-overdue', {
  input: z.strictObject({ attempt: z.uuid() }),
  load: lockedAttempt,
  may: actor => actor.role === 'system',
  async run(ctx, attempt) {
    if (attempt.submitted_at || !isOver(attempt, ctx.now)) throw new Refusal(409, 'assessment.submitted-already')
    return gradeAttempt(ctx, attempt, 'submitted')
  },
  audit: ({ person }, { attempt }) => ({ subject: person, details: `attempt ${attempt}` }),
})

/** The attempts whose time is over, for the job that closes them. */
export const overdueAttempts = async ({ db, now }: Pick<Context, 'db' | 'now'>): Promise<string[]> =>
  (await db.selectFrom('assessment.attempts').innerJoin('assessment.tests', 'assessment.tests.id', 'assessment.attempts.test')
    .select(['assessment.attempts.id', 'assessment.attempts.started_at', 'assessment.tests.limit_minutes'])
    .where('assessment.attempts.submitted_at', 'is', null).where('assessment.tests.limit_minutes', 'is not', null).execute())
    .filter(attempt => deadlineOf(attempt)! <= now).map(({ id }) => id)
