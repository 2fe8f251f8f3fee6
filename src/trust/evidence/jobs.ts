import { job } from '#platform/jobs/jobs.ts'
import type { SiteContext } from '#trust/policy/policy.ts'
import { checkPromises, enforcePromises } from './check-promises.ts'

export const jobs = [
  job('evidence.enforce', { every: 'PT15M' }, async (ctx: SiteContext) => { await enforcePromises(ctx) }),
  job('evidence.check', { every: 'PT15M' }, async (ctx: SiteContext) => {
    await checkPromises(ctx)
    return ctx.policy.promises.length
  }),
]
