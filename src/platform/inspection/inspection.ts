// Inspection: looks at what was uploaded, decides whether it is what it should be, and writes pictures anew without
// anything but their pixels. In threads with a limit of memory and a deadline, so a hostile file costs only itself.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Finding, Task } from './kinds.ts'

export { isPicture, kinds, mediaTypes, pictures, type Camera, type Finding, type Keep, type Kind, type Part, type Why } from './kinds.ts'
export { readScanner, scannerAt, type Scanner } from './scanner.ts'

export type Inspection = { inspect(task: Task): Promise<Finding>; close(): Promise<void> }

type Waiting = { task: Task; done: (finding: Finding) => void }

/** At most two threads, begun when first needed and ended when not needed any more. A thread that meets its deadline is ended, and its file refused. */
export function startInspection({ deadline = 30_000, patience = 60_000, threads = Math.min(2, availableParallelism()) } = {}): Inspection {
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const waiting: Waiting[] = []
  const resting = new WeakMap<Worker, NodeJS.Timeout>()

  function begin() {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 }, execArgv: [] })
    worker.unref()
    all.add(worker)
    worker.once('exit', () => { all.delete(worker); if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1) })
    return worker
  }

  function wake(): Worker | undefined {
    const worker = idle.pop()
    if (worker) clearTimeout(resting.get(worker))
    return worker
  }

  function next() {
    const worker = waiting.length ? wake() ?? (all.size < threads ? begin() : undefined) : undefined
    if (!worker) return
    const { task, done } = waiting.shift()!
    const timer = setTimeout(() => finish({ refused: 'took-too-long' }, true), deadline)
    const found = (finding: Finding) => finish(finding)
    const failed = (error: Error) => { console.error('a thread that looks at files failed:', error.message); finish({ refused: 'damaged' }, true) }
    const exited = () => finish({ refused: 'damaged' }, true)
    function finish(finding: Finding, end = false) {
      clearTimeout(timer)
      worker!.off('message', found).off('error', failed).off('exit', exited)
      if (end) {
        worker!.on('error', () => undefined) // already answered for: its file is refused
        all.delete(worker!)
        void worker!.terminate()
      } else rest(worker!)
      done(finding)
      next()
    }
    worker.on('message', found).on('error', failed).on('exit', exited)
    worker.postMessage(task, [task.bytes.buffer as ArrayBuffer])
  }

  /** A thread with its libraries takes as much memory as a third of the house: one that nobody has needed for a while gives it back. */
  function rest(worker: Worker) {
    idle.push(worker)
    resting.set(worker, setTimeout(() => {
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1)
      void worker.terminate()
    }, patience).unref())
  }

  return {
    inspect: task => new Promise(done => { waiting.push({ task: ownBytes(task), done }); next() }),
    close: async () => { await Promise.all([...all].map(worker => worker.terminate())) },
  }
}

// What is transferred is gone for the sender, and memory that Node or sharp own cannot be: a Buffer is copied.
const ownBytes = (task: Task): Task => (Buffer.isBuffer(task.bytes) ? { ...task, bytes: new Uint8Array(task.bytes) } : task)
