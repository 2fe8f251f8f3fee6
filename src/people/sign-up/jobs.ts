import { job } from '#platform/jobs/jobs.ts'
import type { Context } from '#trust/audit/audit.ts'
import { dropUnconfirmed } from './drop-unconfirmed.ts'

export const jobs = [job<Context>('sign-up.drop-unconfirmed', { every: 'PT1H' }, ctx => dropUnconfirmed(ctx))]
