import { inSite } from '#platform/database/database.ts'
import { job } from '#platform/jobs/jobs.ts'
import type { Context } from '#trust/audit/audit.ts'
import { arrived } from './arrived.ts'

/** An admission that a crash has cut in two is finished, or its address is free again once its time has passed. */
export async function settleAdmissions(ctx: Context): Promise<number> {
  const { confirmed, released } = await ctx.vault.settle(ctx.site, ctx.now, people => inSite(ctx.db, ctx.site, db => arrived(db, people), { session: 'system', now: ctx.now }))
  return confirmed.length + released.length
}

export const jobs = [job<Context>('accounts.settle-admissions', { every: 'PT5M' }, settleAdmissions)]
