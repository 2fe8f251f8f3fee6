import { inSite } from '#platform/database/database.ts'
import type { Context } from '#trust/audit/audit.ts'
import { eraseAtOnce } from '#trust/rights/rights.ts'
import { neverConfirmed } from '#people/accounts/accounts.ts'
import { lifetimes, withLiveLink } from '#people/sign-in/sign-in.ts'

/** Accounts that nobody confirmed in time go with their key: as if they had never been. */
export async function dropUnconfirmed(ctx: Context): Promise<number> {
  const gone = await inSite(ctx.db, ctx.site, async db => {
    const waiting = await neverConfirmed(db, new Date(ctx.now.getTime() - lifetimes.confirm))
    const alive = new Set(await withLiveLink(db, waiting, ctx.now))
    return waiting.filter(person => !alive.has(person))
  })
  for (const person of gone) await eraseAtOnce(ctx, person)
  return gone.length
}
