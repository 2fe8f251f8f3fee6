import { inSite } from '#platform/database/database.ts'
import { addDuration, lawProfile, localDate } from '#trust/law/law.ts'
import type { SiteContext } from '#trust/policy/policy.ts'
import { lettersAbout } from './given.ts'
import { earliest, leadOf, nextDate, startOf } from './lead.ts'
import { coming, versionAt, versionsOf, type PublishedVersion } from './versions.ts'

/**
 * A job: a version never applies sooner than its lead after the last letter was delivered. Letters still on their way move the moment;
 * a letter given up for good is listed and not waited for. May run twice without harm.
 */
export const settleNotices = (ctx: SiteContext) => inSite(ctx.db, ctx.site, async db => {
  const versions = await versionsOf(db)
  for (const version of coming(versions, ctx.now)) {
    const before = versionAt(versions.filter(({ number }) => number < version.number), ctx.now)
    const lead = leadOf((before ?? version).published, version.affects)
    const letters = (await lettersAbout(db, version.number)).filter(({ givenUp }) => !givenUp)
    const moved = movedMoment(version, letters, lead, ctx.now, lawProfile(version.published.law))
    if (!moved) continue
    const { number } = await db.selectFrom('publication.moments').select(({ fn }) => fn.max('number').as('number')).where('version', '=', version.number).executeTakeFirstOrThrow()
    await db.insertInto('publication.moments').values({ version: version.number, number: number + 1, in_force_from: moved, set_at: ctx.now, why: 'notice-late' }).execute()
  }
})

type Law = { 'time-zone': string }

function movedMoment({ inForceFrom }: PublishedVersion, letters: { deliveredAt: Date | null }[], lead: string, now: Date, law: Law): Date | null {
  if (!letters.length) return null
  if (letters.some(({ deliveredAt }) => !deliveredAt)) {
    // Not delivered yet: the soonest it can be is now. A day is added, so that the moment is not moved each hour.
    return inForceFrom < earliest(now, lead) ? startOf(nextDate(localDate(addDuration(earliest(now, lead), 'P1D'), law)), law) : null
  }
  const last = new Date(Math.max(...letters.map(({ deliveredAt }) => deliveredAt!.getTime())))
  return inForceFrom < earliest(last, lead) ? earliest(last, lead) : null
}
