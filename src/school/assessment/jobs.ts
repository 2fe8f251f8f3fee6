import { inSite } from '#platform/database/database.ts'
import { job } from '#platform/jobs/jobs.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Context } from '#trust/audit/audit.ts'
import { closeOverdue, overdueAttempts } from './attempt-commands.ts'

/** Attempts whose time is over are graded, even if nobody comes back to them. One that was submitted meanwhile is left alone. */
export const jobs = [job<Context>('assessment.close-overdue', { every: 'PT10M' }, async ctx => {
  const overdue = await inSite(ctx.db, ctx.site, db => overdueAttempts({ db, now: ctx.now }))
  for (const attempt of overdue) await closeOverdue(ctx, { attempt }).catch(error => { if (!(error instanceof Refusal)) throw error })
  return overdue.length
})]
