// What slows a guesser down: growing pauses for an account and for a network, never a closed door for the owner's own device.
import { createHmac, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { networkOf } from '#platform/client/client.ts'
import { inSite, type Database } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Context } from '#trust/audit/audit.ts'
import { secretFor } from './secret.ts'

/** So many tries are free; then each failure makes the next pause longer. */
export const freeTries = 5
const forgottenAfter = 86_400_000

/** Pauses in seconds. A network may be a whole school, so its pauses grow slowly and stay short. */
const pauses = { account: { first: 30, factor: 2, most: 3600 }, network: { first: 5, factor: 1.5, most: 300 }, device: { first: 30, factor: 2, most: 900 } }
type Kind = keyof typeof pauses

/** Where a try comes from. `device` is the token of a browser known to belong to the account. */
export type Source = { name: string; address?: string | undefined; device?: string | undefined }

export function pauseAfter(kind: Kind, failures: number): number {
  const { first, factor, most } = pauses[kind]
  return failures < freeTries ? 0 : Math.min(most, Math.round(first * factor ** (failures - freeTries)))
}

/**
 * Counts a try before it is made, so that a hundred at once are not a hundred free ones. Throws 429 with the time to wait.
 * The buckets are keyed hashes: neither name nor network can be read from them.
 */
export async function countTry(ctx: Context, source: Source) {
  const { site, now } = ctx
  const inside = <R>(work: (db: Database) => Promise<R>) => inSite(ctx.db, site, work)
  const own = bucketOf(site, source.device ? 'device' : 'account', source.device ?? source.name.normalize('NFKC').trim().toLowerCase())
  // A known device answers for itself alone: a stranger's failures do not shut its owner out.
  const network = !source.device && source.address ? bucketOf(site, 'network', networkOf(source.address)) : undefined
  const waits = await inside(async db => Promise.all([claim(db, own, now), network ? waitFor(db, network, now) : 0]))
  const seconds = Math.max(...waits)
  if (seconds > 0) throw new Refusal(429, 'sign-in.too-many', { minutes: Math.ceil(seconds / 60) }, { retryAfter: seconds, field: 'password' })
  return {
    /** A network is blamed only for what has failed: a whole class signs in at nine. */
    fail: async () => { if (network) await inside(db => claim(db, network, now)) },
    succeed: (db: Database) => db.deleteFrom('sign_in.failures').where('bucket', '=', own.bucket).execute(),
  }
}

type Bucket = { kind: Kind; bucket: Buffer }

/** Seconds to wait, or 0 and the try is counted. One statement, so that of many at once each sees the one before. */
async function claim(db: Database, { kind, bucket }: Bucket, now: Date): Promise<number> {
  const { first, factor, most } = pauses[kind]
  const mine = randomUUID()
  const stale = new Date(now.getTime() - forgottenAfter)
  const { rows: [row] } = await sql<{ open_at: Date; counted: boolean }>`
    insert into sign_in.failures as f (bucket, failures, last_at, open_at, counted_by) values (${bucket}, 1, ${now}, ${now}, ${mine})
    on conflict (site, bucket) do update set
      failures = case when f.open_at > ${now} then f.failures when f.last_at < ${stale} then 1 else f.failures + 1 end,
      last_at = case when f.open_at > ${now} then f.last_at else ${now} end,
      counted_by = case when f.open_at > ${now} then f.counted_by else ${mine}::uuid end,
      open_at = case when f.open_at > ${now} then f.open_at when f.last_at < ${stale} or f.failures + 1 < ${freeTries} then ${now}
        else ${now}::timestamptz + make_interval(secs => least(${most}::float8, round((${first}::float8 * power(${factor}::float8, least(f.failures + 1 - ${freeTries}, 30)))::numeric)::float8)) end
    returning open_at, counted_by = ${mine} as counted`.execute(db)
  return row!.counted ? 0 : secondsUntil(row!.open_at, now)
}

async function waitFor(db: Database, { bucket }: Bucket, now: Date): Promise<number> {
  const row = await db.selectFrom('sign_in.failures').select('open_at').where('bucket', '=', bucket).where('open_at', '>', now).executeTakeFirst()
  return row ? secondsUntil(row.open_at, now) : 0
}

const secondsUntil = (moment: Date, now: Date) => Math.max(1, Math.ceil((moment.getTime() - now.getTime()) / 1000))

const bucketOf = (site: string, kind: Kind, text: string): Bucket =>
  ({ kind, bucket: createHmac('sha256', secretFor('throttle')).update(`${site} ${kind} ${text}`).digest().subarray(0, 16) })

export const forgetFailures = (db: Database, now: Date) =>
  db.deleteFrom('sign_in.failures').where('last_at', '<', new Date(now.getTime() - forgottenAfter)).execute()
