import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { Asked, Key, StoredQuestion } from './question.ts'

export type Placed = StoredQuestion & { position: number; points: number }

/** The questions of an attempt with their answers: for scoring, and for what is shown after the test. */
export const questionsOfTest = (db: Database, attempt: string): Promise<Placed[]> =>
  db.selectFrom('assessment.attempts').innerJoin('assessment.test_questions', 'assessment.test_questions.test', 'assessment.attempts.test')
    .innerJoin('assessment.questions', 'assessment.questions.id', 'assessment.test_questions.question')
    .select(['assessment.questions.id', 'assessment.questions.name', 'assessment.test_questions.position', 'assessment.test_questions.points',
      sql<Asked>`assessment.questions.asked`.as('asked'), sql<Key>`assessment.questions.answer`.as('key')])
    .where('assessment.attempts.id', '=', attempt).orderBy('assessment.test_questions.position').execute()

const one = (db: Database, id: string) =>
  db.selectFrom('assessment.questions').select(['id', 'name', sql<Asked>`asked`.as('asked'), sql<Key>`answer`.as('key')]).where('id', '=', id)

export const questionById = (db: Database, id: string): Promise<StoredQuestion | undefined> => one(db, id).executeTakeFirst()

/** A question, if it belongs to the test of this attempt. */
export const questionIn = (db: Database, attempt: string, id: string): Promise<StoredQuestion | undefined> =>
  one(db, id).where(sql<boolean>`exists (select from assessment.test_questions q join assessment.attempts a on a.test = q.test where a.id = ${attempt} and q.question = assessment.questions.id)`).executeTakeFirst()

/** The newest wording of the same questions, by the id each was asked under. */
export async function latestOf(db: Database, ids: string[]): Promise<Map<string, StoredQuestion>> {
  const { rows } = await sql<StoredQuestion & { before: string }>`
    select old.id as before, newest.id, newest.name, newest.asked, newest.answer as key
    from assessment.questions old cross join lateral (
      select id, name, asked, answer from assessment.questions where course = old.course and name = old.name order by made_at desc, id desc limit 1) newest
    where old.id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ before, ...newest }) => [before, newest]))
}
