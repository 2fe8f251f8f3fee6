import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { Context } from '#trust/audit/audit.ts'
import { deadline, lawProfile } from '#trust/law/law.ts'
import { answerDaysOf, runNameOf, teachersOf } from '#school/courses/courses.ts'

export type MyWork = { enrolment: string; sent_at: Date | null; given_at: Date | null; accepted: boolean | null }

/** Where someone's works stand: when the last one was sent, and what was given back on it. */
export const worksOf = async (db: Database, person: string): Promise<MyWork[]> =>
  (await sql<MyWork>`
    select w.enrolment, take.sent_at, review.given_at, review.accepted from assignments.works w
    left join lateral (select id, sent_at from assignments.takes where work = w.id order by number desc limit 1) take on true
    left join assignments.reviews review on review.take = take.id and review.given_at is not null
    where w.person = ${person} and w.enrolment is not null`.execute(db)).rows

/** The dates set for these runs; `runs` may be the answer of another question. */
export const datesOf = (db: Database, runs: RawBuilder<string>): Promise<{ run: string; due_at: Date }[]> =>
  db.selectFrom('assignments.dates').select(['run', 'due_at']).where(sql<boolean>`run in (${runs})`).execute()

/** Whose work it is, in which run, and who teaches there: the only ones who may know of it. */
export async function sidesOf(db: Database, work: string): Promise<{ person: string; run: string; teachers: string[] } | undefined> {
  const found = await db.selectFrom('assignments.works').select(['person', 'run']).where('id', '=', work).executeTakeFirst()
  const run = found && await runNameOf(db, found.run)
  return run ? { person: found.person, run, teachers: await teachersOf({ db }, run) } : undefined
}

/** Of the works sent since a moment: by how many people, how many are answered, and how many of these in the working days their run promises. */
export async function answersSince({ db, policy }: Context, since: Date): Promise<{ people: number; answered: number; inTime: number }> {
  const { rows } = await sql<{ person: string; sent_at: Date; given_at: Date | null; days: number }>`
    select w.person, t.sent_at, r.given_at, ${answerDaysOf(sql`w.run`)} as days from assignments.takes t
    join assignments.works w on w.id = t.work left join assignments.reviews r on r.take = t.id and r.given_at is not null where t.sent_at >= ${since}`.execute(db)
  const law = lawProfile(policy.law)
  const answered = rows.filter(({ given_at }) => given_at)
  return { people: new Set(rows.map(({ person }) => person)).size, answered: answered.length, inTime: answered.filter(({ sent_at, given_at, days }) => given_at! <= deadline(sent_at, { 'working-days': days }, law)).length }
}

/** Every review that reached its learner. */
export const reviewsGiven = async (db: Database): Promise<{ person: string; work: string; accepted: boolean; givenAt: Date }[]> =>
  (await sql<{ person: string; work: string; accepted: boolean; givenAt: Date }>`
    select w.person, w.id as work, r.accepted, r.given_at as "givenAt" from assignments.reviews r
    join assignments.takes t on t.id = r.take join assignments.works w on w.id = t.work where r.given_at is not null`.execute(db)).rows
