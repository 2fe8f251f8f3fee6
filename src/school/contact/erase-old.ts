import { inSite } from '#platform/database/database.ts'
import { job } from '#platform/jobs/jobs.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { addDuration } from '#trust/law/law.ts'
import { eraseAtOnce } from '#trust/rights/rights.ts'
import { termOf } from './controls.ts'

/** The key goes first and the row after it: a crash in between leaves a row that is found again. Returns how many went. */
export async function eraseOld(ctx: Context): Promise<number> {
  const term = termOf(ctx.policy)
  if (!term) return 0
  const old = await inSite(ctx.db, ctx.site, db => db.selectFrom('contact.messages').select('id').where('written_at', '<', addDuration(ctx.now, term, -1)).limit(1000).execute(), askingOf(ctx))
  for (const { id } of old) await eraseAtOnce(ctx, id, 'retention')
  return old.length
}

export const jobs = [job<Context>('contact.erase-old', { every: 'PT15M' }, eraseOld)]
