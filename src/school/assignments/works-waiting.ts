import { sql } from 'kysely'
import type { Context } from '#trust/audit/audit.ts'
import { deadline, lawProfile } from '#trust/law/law.ts'
import { answerDaysOf } from '#school/courses/courses.ts'

export type WorksWaiting = { count: number; /** The one that has waited longest. */ first: string; kind: 'photo' | 'text' | 'file' | 'code'; answerBy: Date }

/** Works whose last sending has no answer yet, without saying whose they are; undefined when nothing waits. One question. */
export async function worksWaiting({ db, policy }: Pick<Context, 'db' | 'policy'>): Promise<WorksWaiting | undefined> {
  const { rows: [found] } = await sql<{ count: number; first: string; kind: WorksWaiting['kind']; sent_at: Date; answer_days: number }>`
    select count(*) over ()::int as count, w.id as first, a.kind, t.sent_at, ${answerDaysOf(sql`w.run`)} as answer_days
    from assignments.works w join assignments.assignments a on a.id = w.assignment
    join lateral (select id, sent_at from assignments.takes where work = w.id order by number desc limit 1) t on true
    where not exists (select from assignments.reviews r where r.take = t.id and r.given_at is not null) order by t.sent_at limit 1`.execute(db)
  return found && { count: found.count, first: found.first, kind: found.kind, answerBy: deadline(found.sent_at, { 'working-days': found.answer_days }, lawProfile(policy.law)) }
}
