import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'

/** One job of a site as the office and `senim jobs list` show it. Moments are null before the first run, `fault` unless it failed. */
export type JobStanding = { job: string; about: string; next: Date | null; dead: Date | null; attempts: number; lastStarted: Date | null; lastEnded: Date | null; outcome: string | null; handled: number | null; fault: string | null }

/** Everything that waits or has a timetable, with its last run. */
export async function listJobs(db: Database): Promise<JobStanding[]> {
  const { rows } = await sql<JobStanding>`
    select work.job, work.about, case when work.dead_at is null then work.run_at end as next, work.dead_at as dead, work.attempts,
      last.started_at as "lastStarted", last.ended_at as "lastEnded", last.outcome, last.handled, work.fault
    from jobs.work left join lateral (select * from jobs.runs where runs.job = work.job order by started_at desc, id desc limit 1) last on true
    order by work.job, work.about`.execute(db)
  return rows
}

/** The records of one job, the newest first. */
export const lastRuns = (db: Database, job: string, limit = 50) => db.selectFrom('jobs.runs')
  .select(['id', 'job', 'started_at', 'ended_at', 'outcome', 'attempt', 'handled', 'fault']).where('job', '=', job).orderBy('started_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
