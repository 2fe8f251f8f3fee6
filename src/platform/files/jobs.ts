import { logFault } from '#platform/fault.ts'
import { job } from '#platform/jobs/jobs.ts'
import type { FilesContext } from './context.ts'
import { sweepFiles } from './sweep.ts'

export const jobs = [
  job('files.sweep', { every: 'PT1H' }, async (ctx: FilesContext) => {
    const { expired, orphans, missing } = await sweepFiles(ctx)
    // Names are ids. The next run finds them again, so nobody can overlook them for long.
    if (missing.length) logFault('files.sweep', new Error(`The file store has lost ${missing.length} objects, the first is ${missing[0]}`))
    return expired + orphans
  }),
]
