import { job } from '#platform/jobs/jobs.ts'
import type { Context } from './context.ts'
import { sealLog } from './seal-log.ts'

/** Each minute what was written is bound into the tree, and its root is signed and laid down outside of the database. */
export const jobs = [
  job('audit.seal', { every: 'PT1M' }, async (ctx: Context) => { await sealLog(ctx.sealer, ctx.site, ctx.witness, ctx.now) }),
]
