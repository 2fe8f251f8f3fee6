import { inSite, type Database } from '#platform/database/database.ts'
import { logFault } from '#platform/fault.ts'
import { job } from '#platform/jobs/jobs.ts'
import type { Context } from '#trust/audit/audit.ts'
import { durationInDays } from '#trust/law/law.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { drill } from './drill.ts'
import { newestOf } from './find-copies.ts'
import { makeCopy, type Books } from './keep-copies.ts'
import { repairs } from './restore-copy.ts'
import { both, givenRoom } from './room.ts'
import { refuseAbroad } from './stay-home.ts'

type HouseWork = { db: Database; site: string; now: Date; sites: readonly { slug: string; policy: Policy }[] }
const booksOf = ({ db, sites, now }: HouseWork): Books => ({ db, now, sites: sites.map(({ slug }) => slug) })
const day = 86_400_000
/** Copies are made in the quiet hours of the schools, in the time of day there. */
const quiet = { hour: 2, minute: 30 }
const drillEvery = 7 * day

/** The last moment at which copies were to be made: one that was slept through is made up for at once. */
export function lastNight(now: Date, zone = 'Asia/Almaty'): Date {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  const today = here.withPlainTime(Temporal.PlainTime.from(quiet))
  return new Date((Temporal.ZonedDateTime.compare(today, here) > 0 ? today.subtract({ days: 1 }) : today).epochMilliseconds)
}

/** Main and vault, each apart, once every night, and none to a country that a school has ruled out. Returns how many copies were made. @throws Refusal 409 */
export async function makeDueCopies(ctx: HouseWork): Promise<number> {
  const room = givenRoom()
  let made = 0
  for (const which of both) {
    const newest = await newestOf(room, which)
    if (newest && new Date(newest.manifest.takenAt) >= lastNight(ctx.now)) continue
    refuseAbroad(ctx.sites.map(({ slug, policy }) => ({ site: slug, policy, now: ctx.now })))
    const { unread } = await makeCopy(room, which, booksOf(ctx))
    if (unread.length) logFault('backups.make', new Error(`The file store would not give ${unread.length} objects, the first is ${unread[0]}`))
    made++
  }
  return made
}

async function drillWhenDue(ctx: HouseWork): Promise<number> {
  const room = givenRoom()
  const last = await inSite(ctx.db, ctx.site, db => db.selectFrom('backups.drills').select('ran_at').where('intact', '=', true).orderBy('ran_at', 'desc').limit(1).executeTakeFirst(), { session: 'system', now: ctx.now })
  if (last && ctx.now.getTime() - last.ran_at.getTime() < drillEvery) return 0
  let done = 0
  for (const which of both) {
    const newest = await newestOf(room, which)
    if (!newest) continue
    const { lost } = await drill(room, newest.file, booksOf(ctx), repairs)
    if (lost.length) logFault('backups.drill', new Error(`${lost.length} files of the copy cannot be brought back, the first is ${lost[0]!.name}`))
    done++
  }
  return done
}

/** A day before the promised window ends, so that a night without power breaks no promise. */
const turnAfterDays = (ctx: Context) => {
  const promise = ctx.policy.promises.find(({ verb, subject }) => verb === 'erase' && subject === 'copies')
  return Math.max(1, durationInDays((promise?.rule as { within?: string } | undefined)?.within ?? 'P7D') - 1)
}

/** Under a new key before the old one is destroyed, and not without a copy of the vault that has been opened and counted. */
export async function turnKeys(ctx: Context): Promise<number> {
  const due = await ctx.vault.nextTurn(ctx.site, turnAfterDays(ctx))
  if (!due || due > ctx.now) return 0
  refuseAbroad([ctx])
  const { rewrapped } = await ctx.vault.turnEpoch(ctx.site, ctx.now, () => makeCopy(givenRoom(), 'vault', { db: ctx.db, sites: [ctx.site], now: ctx.now }))
  return rewrapped
}

export const jobs = [
  job('backups.make', { every: 'PT15M', perSchool: false }, makeDueCopies),
  job('backups.drill', { every: 'PT1H', perSchool: false }, drillWhenDue),
  job('backups.turn-keys', { every: 'PT1H' }, turnKeys),
]
