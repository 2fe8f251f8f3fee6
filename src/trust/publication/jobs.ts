import { job } from '#platform/jobs/jobs.ts'
import type { SiteContext } from '#trust/policy/policy.ts'
import { settleNotices } from './settle-notices.ts'

export const jobs = [
  job('publication.settle-notices', { every: 'PT1M' }, async (ctx: SiteContext) => { await settleNotices(ctx) }),
]
