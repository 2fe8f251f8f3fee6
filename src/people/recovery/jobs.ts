import { inSite } from '#platform/database/database.ts'
import { job } from '#platform/jobs/jobs.ts'
import type { Context } from '#trust/audit/audit.ts'
import { forgetOldCodes } from './codes.ts'
import { forgetHandovers } from './hands.ts'

export const jobs = [job<Context>('recovery.tidy', { every: 'PT10M' }, ({ db, site, now }) => inSite(db, site, async db => {
  const [[codes], changes, handovers] = await Promise.all([forgetOldCodes(db, now), db.deleteFrom('recovery.changes').where('expires_at', '<=', now).executeTakeFirst(), forgetHandovers(db, now)])
  return Number((codes?.numUpdatedRows ?? 0n) + changes.numDeletedRows + handovers.numDeletedRows)
}))]
