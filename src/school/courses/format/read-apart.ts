// Reading what somebody sends, in a thread of its own: a text that is made to keep a reader busy keeps nobody else waiting, and the thread is ended.
import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CourseFolder } from './course-folder.ts'
import { top, type Fault, type FaultCode } from './faults.ts'

/** A folder on this machine, or the bytes of a zip archive and the name of its file. */
export type Source = { folder: string } | { archive: Uint8Array; file: string }
/** The course whole, or everything that is wrong with it. */
export type ReadCourse = { course: CourseFolder } | { faults: Fault[] }

/** Reads a course folder that nobody has vouched for. `patience` is in milliseconds; whatever takes longer is refused. */
export function readApart(source: Source, patience = 20_000): Promise<ReadCourse> {
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), { workerData: source, resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 }, execArgv: [] })
  return new Promise<ReadCourse>((done, fail) => {
    const refuse = (code: FaultCode) => done({ faults: [{ file: 'folder' in source ? basename(source.folder) : source.file, ...top, code, facts: {} }] })
    const timer = setTimeout(() => refuse('takes-too-long'), patience)
    worker.once('message', done).once('error', (error: NodeJS.ErrnoException) => error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuse('takes-too-long') : fail(error))
      .once('exit', () => { clearTimeout(timer); refuse('takes-too-long') })
  }).finally(() => worker.terminate())
}
