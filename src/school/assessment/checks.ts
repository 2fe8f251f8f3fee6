import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'
import { lessonIn } from '#school/courses/courses.ts'
import { accessTo, enrolmentIn, noteActivity } from '#school/enrolment/enrolment.ts'
import { answered, givenFrom, questionById, score, type Asked, type Key } from './questions/questions.ts'

/** An answer to a question inside a lesson. The first one is kept; after it the explanation is shown. */
export const answerCheck = command('assessment.answer-check', {
  input: z.strictObject({ run: z.string().max(120), lesson: z.string().max(120), question: z.uuid(), answer: z.array(z.string().max(200)).max(30) }),
  async load(ctx, { run, lesson, question }) {
    const [enrolment, found, asked] = await Promise.all([enrolmentIn(ctx, run), lessonIn(ctx.db, run, lesson, sql<string>`${ctx.locale}`), questionById(ctx.db, question)])
    return enrolment && asked && found?.checks.some(check => check.id === question) ? { enrolment, question: asked } : undefined
  },
  may: (actor, { enrolment }) => isSelf(actor, enrolment.person),
  async run(ctx, { enrolment, question }, { answer }) {
    if (accessTo(enrolment, ctx.now) !== 'open') throw new Refusal(403, 'assessment.closed')
    const given = givenFrom(question.asked, answer)
    if (!answered(given)) throw new Refusal(422, 'assessment.nothing-answered', {}, { field: 'answer' })
    const id = uuidv7()
    const fraction = score(question, given)
    const sealed = await seal(ctx, { table: 'assessment.checks', row: id, person: enrolment.person }, { answer: JSON.stringify(given) })
    const added = await ctx.db.insertInto('assessment.checks').values({ id, enrolment: enrolment.id, question: question.id, fraction, at: ctx.now, ...sealed })
      .onConflict(clash => clash.columns(['site', 'enrolment', 'question']).doNothing()).executeTakeFirst()
    if (!added.numInsertedOrUpdatedRows) throw new Refusal(409, 'assessment.check-answered')
    noteActivity(ctx, enrolment.id)
    return { fraction }
  },
  audit: ({ enrolment }, { lesson }) => ({ subject: enrolment.person, details: lesson }),
})

/** What was answered in the lessons of an enrolment, each with the explanation it has earned. */
export const checksOf = (db: Database, enrolment: string) =>
  db.selectFrom('assessment.checks').innerJoin('assessment.questions', 'assessment.questions.id', 'assessment.checks.question')
    .select(['assessment.checks.id', 'assessment.checks.question', 'assessment.checks.answer', 'assessment.checks.fraction',
      sql<Asked>`assessment.questions.asked`.as('asked'), sql<Key>`assessment.questions.answer`.as('key')])
    .where('assessment.checks.enrolment', '=', enrolment).execute()

/**
 * The questions answered in lessons by somebody's enrolments, as part of another question: question, enrolment, run_name, fraction, at, and
 * what was asked with its key, which they have seen. `enrolments` gives id and run_name.
 */
export const checksMet = (enrolments: RawBuilder<unknown>) => sql`
  select c.question, c.enrolment, e.run_name, c.fraction, c.at, q.asked, q.answer as key
  from assessment.checks c join (${enrolments}) e on e.id = c.enrolment join assessment.questions q on q.id = c.question`

/** For a free lesson read without an account: judges an answer that is kept nowhere. `among` are the questions of that lesson. */
export async function tryCheck({ db }: Pick<Context, 'db'>, { question: id, answer, among }: { question: string; answer: string[]; among: string[] }) {
  const question = among.includes(id) ? await questionById(db, id) : undefined
  if (!question) return undefined
  const given = givenFrom(question.asked, answer)
  return answered(given) ? { question: id, given, fraction: score(question, given), asked: question.asked, key: question.key } : undefined
}
