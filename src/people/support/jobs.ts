import { sql } from 'kysely'
import { inSite } from '#platform/database/database.ts'
import { announce } from '#platform/events/events.ts'
import { job } from '#platform/jobs/jobs.ts'
import { ruleOf } from '#trust/policy/policy.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { addDuration } from '#trust/law/law.ts'
import { eraseAtOnce } from '#trust/rights/rights.ts'
import { eraseOldClaims } from './claims.ts'
import { retainEnquiries } from './controls.ts'

/**
 * Past its term an enquiry goes. Of a guest everything goes, the key first: a crash in between leaves a row that is found again.
 * Of somebody with an account the enquiry alone goes. Returns how many went.
 */
export async function eraseOld(ctx: Context): Promise<number> {
  const rule = ruleOf(ctx.policy, retainEnquiries)
  if (!rule) return 0
  const inside = <R>(work: (db: Context['db']) => Promise<R>) => inSite(ctx.db, ctx.site, work, askingOf(ctx))
  const old = await inside(db => db.selectFrom('support.tickets').select(['id', 'person', 'guest']).where('last_at', '<', addDuration(ctx.now, rule.for, -1)).limit(1000).execute())
  for (const { person, guest } of old) if (guest) await eraseAtOnce(ctx, person, 'retention')
  const ids = old.filter(({ guest }) => !guest).map(({ id }) => id)
  if (ids.length) await inside(async db => {
    await db.deleteFrom('support.messages').where('ticket', '=', sql<string>`any (${ids}::uuid[])`).execute()
    await db.deleteFrom('support.tickets').where('id', '=', sql<string>`any (${ids}::uuid[])`).execute()
  })
  return old.length
}

/** Whoever answers is told, once, of every enquiry whose day is over. */
export const alertLate = (ctx: Context): Promise<number> => inSite(ctx.db, ctx.site, async db => {
  const late = await db.updateTable('support.tickets').set({ alerted_at: ctx.now }).where('waits_for', 'is not', null).where('due_by', '<', ctx.now).where('alerted_at', 'is', null).returning('id').execute()
  for (const { id } of late) await announce(db, 'support.overdue', { about: id })
  return late.length
}, askingOf(ctx))

export const jobs = [job<Context>('support.erase-old', { every: 'PT15M' }, eraseOld), job<Context>('support.erase-claims', { every: 'PT15M' }, eraseOldClaims), job<Context>('support.alert-late', { every: 'PT15M' }, alertLate)]
