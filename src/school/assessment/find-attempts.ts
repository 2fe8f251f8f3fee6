import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { Text } from '#platform/locale.ts'
import { enrolmentIdsOf, enrolmentsIn, personOf, runNameOf } from '#school/enrolment/enrolment.ts'

export type Test = { id: string; title: Text; pass_at: number; attempts_allowed: number; limit_minutes: number | null; questions: number }
export type Grade = { fraction: number; mark: number; out_of: number; grade: number; passed: boolean; at: Date }
export type Attempt = {
  id: string; enrolment: string; person: string; run: string; number: number; seed: number; language: string
  started_at: Date; submitted_at: Date | null; test: string; title: Text; pass_at: number; limit_minutes: number | null; grading: (Grade & { id: string; number: number; why: string }) | null
}

const lastGrading = sql<Attempt['grading']>`(select jsonb_build_object('id', g.id, 'number', g.number, 'why', g.why, 'fraction', g.fraction, 'mark', g.mark, 'out_of', g.out_of,
  'grade', g.grade, 'passed', g.passed, 'at', g.at) from assessment.gradings g where g.attempt = assessment.attempts.id order by g.number desc limit 1)`

const attempts = (db: Database) =>
  db.selectFrom('assessment.attempts').innerJoin('assessment.tests', 'assessment.tests.id', 'assessment.attempts.test')
    .select(['assessment.attempts.id', 'assessment.attempts.enrolment', 'assessment.attempts.number', 'assessment.attempts.seed', 'assessment.attempts.language',
      'assessment.attempts.started_at', 'assessment.attempts.submitted_at', 'assessment.tests.id as test', sql<Text>`assessment.tests.title`.as('title'),
      'assessment.tests.pass_at', 'assessment.tests.limit_minutes', lastGrading.as('grading'),
      personOf('assessment.attempts.enrolment').as('person'), runNameOf('assessment.attempts.enrolment').as('run')])

/** Whose it is and in which run stands beside it: nobody is shown an attempt without that being compared. */
export const attemptById = (db: Database, id: string): Promise<Attempt | undefined> =>
  attempts(db).where('assessment.attempts.id', '=', id).executeTakeFirst()

export const attemptsOf = (db: Database, enrolment: string): Promise<Attempt[]> =>
  attempts(db).where('assessment.attempts.enrolment', '=', enrolment).orderBy('assessment.attempts.number').execute()

/** How somebody stands with the test: attempts handed in, whether one is open, and the best that was graded. */
export type TestStanding = { enrolment: string; attempt: string; taken: number; open: boolean; grade: number | null; passed: boolean | null }

/** Of every enrolment of a run, for its teachers, or of a person, for themselves. */
export const testStandings = async (db: Database, of: { run: string } | { person: string }): Promise<TestStanding[]> =>
  (await sql<TestStanding>`
    select distinct on (a.enrolment) a.enrolment, a.id as attempt, (count(a.submitted_at) over each)::int as taken, bool_or(a.submitted_at is null) over each as open, g.grade, g.passed
    from assessment.attempts a left join lateral (select grade, passed from assessment.gradings where attempt = a.id order by number desc limit 1) g on true
    where a.enrolment in (${'run' in of ? enrolmentsIn(of.run) : enrolmentIdsOf(of.person)})
    window each as (partition by a.enrolment) order by a.enrolment, g.grade desc nulls last, a.number desc`.execute(db)).rows

export const testOf = (db: Database, version: string): Promise<Omit<Test, 'questions'> | undefined> =>
  db.selectFrom('assessment.tests').select(['id', sql<Text>`title`.as('title'), 'pass_at', 'attempts_allowed', 'limit_minutes']).where('version', '=', version).executeTakeFirst()

/** The answer that counts for each question: the last one. The id stands beside it, for a sealed value is opened by its place. */
export const answersIn = (db: Database, attempt: string) =>
  db.selectFrom('assessment.steps').distinctOn('question').select(['id', 'question', 'answer', 'at']).where('attempt', '=', attempt)
    .orderBy('question').orderBy('number', 'desc').execute()

/** The questions marked to be looked at again. */
export const flaggedIn = async (db: Database, attempt: string): Promise<string[]> =>
  (await db.selectFrom('assessment.flags').select('question').where('attempt', '=', attempt).execute()).map(({ question }) => question)

/** The marks of the latest grading, by the question that was asked. */
export const marksIn = (db: Database, attempt: string) =>
  db.selectFrom('assessment.marks').select(['asked', 'question', 'fraction', 'mark', 'points'])
    .where('grading', '=', sql<string>`(select id from assessment.gradings where attempt = ${attempt} order by number desc limit 1)`).execute()

/** After this moment no answer is taken. */
export const deadlineOf = ({ started_at, limit_minutes }: Pick<Attempt, 'started_at' | 'limit_minutes'>): Date | null =>
  limit_minutes === null ? null : new Date(started_at.getTime() + limit_minutes * 60_000)
