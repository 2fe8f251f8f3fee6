import { inSite } from '#platform/database/database.ts'
import { job } from '#platform/jobs/jobs.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Context } from '#trust/audit/audit.ts'
import { forgetPastWeeks, remind, toRemind } from './remind.ts'

export const jobs = [
  job<Context>('rhythm.remind', { every: 'PT15M' }, async ctx => {
    const people = await inSite(ctx.db, ctx.site, db => toRemind({ ...ctx, db }))
    for (const person of people) await remind(ctx, { person }).catch(error => { if (!(error instanceof Refusal)) throw error })
    return people.length
  }),
  job<Context>('rhythm.forget', { every: 'P1D', at: '00:20' }, ctx => inSite(ctx.db, ctx.site, db => forgetPastWeeks({ ...ctx, db }))),
]
