// Jobs: work without a visitor. A module declares what is done and when; here it is done once, by one of however many workers,
// leaves a record, is tried again when it fails and caught up when nothing was running at its moment.
import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import type { Timetable } from './timetable.ts'

export { nextMoment, type Timetable } from './timetable.ts'
export { lastRuns, listJobs, type JobStanding } from './list-jobs.ts'
export { freeLeases, keepTimetable, runNext, workWaiting, type Runner } from './run-next.ts'
export { houseSite } from './house-site.ts'
export { messages } from './messages.ts'

/** What a job is given beside its context: the thing it was asked about, and a signal that it should end soon. */
export type Order = { about: string; person: string | null; signal: AbortSignal }

/**
 * `run` gets a context outside of any transaction: it calls commands, or opens transactions with inSite(). It may run twice
 * without harm, and answers how many things it dealt with. `perSchool: false` runs once for the whole house.
 */
export type Job<Ctx = any> = { name: string; timetable: Timetable | undefined; perSchool: boolean; run: (ctx: Ctx, order: Order) => Promise<number | void> }

/** `job('certificates.expire', { every: 'P1D', at: '03:00' }, …)`; without a timetable (`{}`) it runs when it is asked for. */
export const job = <Ctx>(name: `${string}.${string}`, { perSchool = true, ...times }: Partial<Timetable> & { perSchool?: boolean }, run: Job<Ctx>['run']): Job<Ctx> =>
  ({ name, timetable: times.every ? { ...times, every: times.every } : undefined, perSchool, run })

/** Asks for a job about one thing, in the transaction that makes it necessary. Asking again while it waits changes nothing. */
export const ask = (db: Database, name: string, { about = '', person = null, now }: { about?: string; person?: string | null; now: Date }) =>
  db.insertInto('jobs.work').values({ id: uuidv7(), job: name, about, person, run_at: now })
    .onConflict(clash => clash.columns(['site', 'job', 'about']).doUpdateSet({ run_at: sql<Date>`least(work.run_at, excluded.run_at)`, dead_at: null })).execute()
