import { job } from '#platform/jobs/jobs.ts'
import type { Context } from '#trust/audit/audit.ts'
import { keepVisits } from './count-visits.ts'

export const measureJobs = [job<Context>('consent.keep-visits', { every: 'PT5M' }, keepVisits)]
