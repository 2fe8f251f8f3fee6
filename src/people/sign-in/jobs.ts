import { inSite } from '#platform/database/database.ts'
import { job } from '#platform/jobs/jobs.ts'
import type { Context } from '#trust/audit/audit.ts'
import { forgetExpiredLinks } from './links.ts'
import { forgetEndedSessions } from './sessions.ts'
import { forgetFailures } from './throttle.ts'

/** What has ended is gone within the hour. */
export const jobs = [job<Context>('sign-in.tidy', { every: 'PT1H' }, ({ db, site, now }) => inSite(db, site, async db => {
  const ended = await Promise.all([forgetEndedSessions(db, now), forgetExpiredLinks(db, now), forgetFailures(db, now)])
  return ended.reduce((sum, [result]) => sum + Number(result?.numDeletedRows ?? 0), 0)
}))]
