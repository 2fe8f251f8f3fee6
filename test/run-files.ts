import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { relative } from 'node:path'

export type Result = { name: string; file: string; outcome: 'passed' | 'failed' | 'skipped' }
export type Count = Record<Result['outcome'], number>

/** Each file in a process of its own, two at a time. What was promised to be done later counts as skipped: it was not done. */
export function runFiles(files: string[]): Promise<Result[]> {
  const results: Result[] = []
  const stream = run({ files, concurrency: 2, isolation: 'process', execArgv: ['--import', './src/platform/tsx-hook.ts'] } as Parameters<typeof run>[0])
  stream.on('test:pass', ({ name, file, details, skip, todo }) => {
    if (details.type !== 'suite') results.push({ name, file: relative('.', file ?? ''), outcome: skip !== undefined || todo !== undefined ? 'skipped' : 'passed' })
  })
  stream.on('test:fail', ({ name, file, todo }) => {
    results.push({ name, file: relative('.', file ?? ''), outcome: todo !== undefined ? 'skipped' : 'failed' })
  })
  stream.compose(new spec()).pipe(process.stdout, { end: false })
  return new Promise(done => stream.once('end', () => setImmediate(() => done(results))))
}

export function countOf(results: readonly Result[]): Count {
  const count: Count = { passed: 0, failed: 0, skipped: 0 }
  for (const { outcome } of results) count[outcome]++
  return count
}

export const countLine = ({ passed, failed, skipped }: Count) => `${passed} passed, ${failed} failed, ${skipped} skipped`
