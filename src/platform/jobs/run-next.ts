import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { Inside } from '#platform/events/events.ts'
import { logFault, mostAttempts, pauseAfter } from '#platform/fault.ts'
import { uuidv7 } from '#platform/ids.ts'
import type { Job } from './jobs.ts'
import { nextMoment } from './timetable.ts'

/** This process, as the table knows it. Its work is another's when it has not been heard of for the length of a lease. */
const worker = randomUUID()
const leaseSeconds = 30

/** What a site's jobs are run with: `outer` is the context they get, `inside` opens a transaction, `zone` is where their clock hangs. */
export type Runner<Ctx> = { outer: Ctx; inside: Inside<Ctx>; jobs: readonly Job<Ctx>[]; zone: string; signal: AbortSignal }

type Work = { db: Database; now: Date; site: string }
type Claimed = { id: string; job: string; about: string; person: string | null; attempts: number; run: string }

/** Writes the timetable of a site into the table: once for each start, harmless when it stands there already. */
export async function keepTimetable(db: Database, jobs: readonly Job[], now: Date, zone: string) {
  for (const { name, timetable } of jobs) {
    if (!timetable) continue
    const first = timetable.at ? nextMoment(timetable, now, zone) : now
    await db.insertInto('jobs.work').values({ id: uuidv7(), job: name, about: '', run_at: first })
      .onConflict(clash => clash.columns(['site', 'job', 'about']).doUpdateSet({ run_at: sql<Date>`least(work.run_at, excluded.run_at)` })).execute()
  }
}

/** For a process that knows it is alone: whatever is held was held by one that is no more. */
export const freeLeases = (db: Database) => db.updateTable('jobs.work').set({ lease_until: null }).where('lease_until', 'is not', null).execute()

export const workWaiting = async (db: Database, now: Date, names: string[]): Promise<boolean> =>
  (await sql<{ waiting: boolean }>`select exists (select from jobs.work where ${due(now, names)}) as waiting`.execute(db)).rows[0]!.waiting

/** Runs what is due next; false when nothing is. Never throws for a job's sake: a failure is written into its record. */
export async function runNext<Ctx extends Work>({ outer, inside, jobs, zone, signal }: Runner<Ctx>): Promise<boolean> {
  const claimed = await inside(ctx => claim(ctx, jobs.map(({ name }) => name)))
  if (!claimed) return false
  const job = jobs.find(({ name }) => name === claimed.job)!
  const lease = setInterval(() => void inside(({ db }) => extend(db, claimed)).catch(() => {}), leaseSeconds * 1000 / 3)
  try {
    const handled = await job.run(outer, { about: claimed.about, person: claimed.person, signal })
    await inside(ctx => succeed(ctx, job, claimed, Number(handled ?? 0), zone))
  } catch (error) {
    const fault = logFault(`${outer.site} ${job.name}`, error)
    await inside(ctx => fail(ctx, job, claimed, fault, zone))
  } finally { clearInterval(lease) }
  return true
}

const due = (now: Date, names: string[]) =>
  sql<boolean>`run_at <= ${now} and dead_at is null and coalesce(lease_until < clock_timestamp(), true) and job = any (${names})`
const leased = sql<Date>`clock_timestamp() + make_interval(secs => ${sql.lit(leaseSeconds)})`

/** Counted before it is tried, so that a job which ends the process is not tried for ever. A run that was cut short is said to be. */
async function claim({ db, now }: Work, names: string[]): Promise<Claimed | undefined> {
  const { rows: [claimed] } = await sql<Omit<Claimed, 'run'>>`
    update jobs.work set attempts = attempts + 1, worker = ${worker}, lease_until = ${leased}
    where id = (select id from jobs.work where ${due(now, names)} order by run_at limit 1 for update skip locked)
    returning id, job, about, person, attempts`.execute(db)
  if (!claimed) return undefined
  if (claimed.attempts > 1) await db.updateTable('jobs.runs').set({ outcome: 'interrupted', ended_at: now }).where('job', '=', claimed.job).where('outcome', '=', 'running').execute()
  const run = uuidv7()
  await db.insertInto('jobs.runs').values({ id: run, job: claimed.job, started_at: now, outcome: 'running', attempt: claimed.attempts }).execute()
  return { ...claimed, run }
}

const mine = ({ id }: Claimed) => sql<boolean>`id = ${id} and worker = ${worker}`
const extend = (db: Database, claimed: Claimed) => db.updateTable('jobs.work').set({ lease_until: leased }).where(mine(claimed)).execute()

async function succeed({ db, now }: Work, { timetable }: Job, claimed: Claimed, handled: number, zone: string) {
  await db.updateTable('jobs.runs').set({ outcome: 'done', ended_at: now, handled }).where('id', '=', claimed.run).execute()
  if (!timetable || claimed.about) await db.deleteFrom('jobs.work').where(mine(claimed)).execute()
  else await db.updateTable('jobs.work').set({ run_at: nextMoment(timetable, now, zone), attempts: 0, lease_until: null, fault: null }).where(mine(claimed)).execute()
}

/** Tried again after growing pauses. What has a timetable goes on with it for ever; what was asked for once waits for somebody to look. */
async function fail({ db, now }: Work, { timetable }: Job, claimed: Claimed, fault: string, zone: string) {
  const last = claimed.attempts >= mostAttempts
  await db.updateTable('jobs.runs').set({ outcome: last ? 'given-up' : 'failed', ended_at: now, fault }).where('id', '=', claimed.run).execute()
  const again = new Date(now.getTime() + pauseAfter(claimed.attempts))
  const planned = timetable && !claimed.about ? nextMoment(timetable, now, zone) : undefined
  const next = last ? planned ? { run_at: planned, attempts: 0 } : { dead_at: now } : { run_at: planned && planned < again ? planned : again }
  await db.updateTable('jobs.work').set({ ...next, lease_until: null, fault }).where(mine(claimed)).execute()
}
