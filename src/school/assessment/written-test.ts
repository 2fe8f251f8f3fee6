import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { Text } from '#platform/locale.ts'
import type { Check, Question, Test } from '#school/courses/courses.ts'
import { writtenQuestions } from './questions/questions.ts'

/** The test of a version as its author wrote it, with all answers: for authors, never for a page of a learner. */
export async function writtenTest(db: Database, version: string): Promise<Test | undefined> {
  const test = await db.selectFrom('assessment.tests').select(['id', sql<Text>`title`.as('title'), 'pass_at', 'attempts_allowed', 'limit_minutes']).where('version', '=', version).executeTakeFirst()
  if (!test) return undefined
  const placed = await db.selectFrom('assessment.test_questions').select(['question', 'points']).where('test', '=', test.id).orderBy('position').execute()
  const questions = await writtenQuestions(db, placed.map(({ question }) => question))
  return {
    title: test.title, pass: test.pass_at, attempts: test.attempts_allowed, minutes: test.limit_minutes,
    questions: placed.map(({ question, points }) => ({ ...questions.get(question)!, points }) as Question),
  }
}

/** The questions inside lessons, by their ids. */
export async function writtenChecks(db: Database, ids: string[]): Promise<Map<string, Check>> {
  const found = await writtenQuestions(db, ids)
  return new Map([...found].map(([id, { lesson, ...check }]) => [id, check as Check]))
}
