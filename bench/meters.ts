// How much a process has worked, and how much memory it holds: told to whoever asks.
import { fork, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** Milliseconds of processor time since the start. */
export type Worked = { cpu: number }

export function answerMeters() {
  process.on('message', message => {
    if (message !== 'worked') return
    const { user, system } = process.cpuUsage()
    process.send!({ cpu: (user + system) / 1000 } satisfies Worked)
  })
}

export const workedBy = (child: ChildProcess): Promise<number> => new Promise(done => {
  child.once('message', ({ cpu }: Worked) => done(cpu))
  child.send('worked')
})

/** Processor time of a process and its children, by the kernel's clock of 100 ticks a second. */
export function workedByFamily(pid: number): number {
  const ticksOf = (stat: string) => { const [user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ').slice(11, 13); return Number(user) + Number(system) }
  const children = readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(name => read(`/proc/${name}/stat`)).filter(stat => Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid)
  return [read(`/proc/${pid}/stat`), ...children].filter(Boolean).reduce((sum, stat) => sum + ticksOf(stat), 0) * 10
}

function read(file: string) {
  try { return readFileSync(file, 'utf8') } catch { return '' }
}

/** Megabytes: what lies in memory for this process alone or in part (proportional), and all that it can reach there (resident). */
export function memoryOf(pid: number) {
  const text = read(`/proc/${pid}/smaps_rollup`)
  const of = (name: string) => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0) / 1024)
  return { resident: of('Rss'), proportional: of('Pss') }
}

/** Starts a file with the options that the launcher gives; its channel carries Dates and bytes too. */
export const forkOn = (file: string, extra: string[] = []) =>
  fork(file, { execArgv: [...process.execArgv, ...extra], serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })

export const ended = (child: ChildProcess) => new Promise(done => child.once('exit', done))
