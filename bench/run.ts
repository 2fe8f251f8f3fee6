// npm run bench: a school of 20,000 learners and 50 courses, the application held to one core, database and load on the other.
// Both sides run in one go, in turn, so the ratio holds when the machine's speed drifts. Figures are medians of the rounds.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { startPostgres } from '#platform/database/embedded.ts'
import { load, type Figures } from './load.ts'

type Target = { name: string; port: number; host: string; path: string; cookie: string; body?: string }
type Ready = { pid: number; targets: Target[] }

const folder = 'data/bench'
const [rounds, seconds, connections] = [3, 4, 8]
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const postgres = await startPostgres(`${folder}/postgres`, 'bench')
process.env.DATABASE_URL = `postgres://postgres:bench@localhost/postgres?host=${postgres.host}`

const senim = await start('bench/serve-senim.ts')
const bare = await start('bench/serve-bare.ts')
pin(process.pid, 1)
const found = new Map<string, { own: Figures[]; bare: Figures[] }>()
for (let round = 0; round < rounds; round++)
  for (const target of senim.ready.targets) {
    const pair = found.get(target.name) ?? { own: [], bare: [] }
    pair.own.push(await load(target, seconds, connections))
    pair.bare.push(await load(bare.ready.targets[0]!, seconds, connections))
    found.set(target.name, pair)
  }

const rows = [...found].map(([name, { own, bare }]) => {
  const middle = (all: Figures[], pick: (each: Figures) => number) => all.map(pick).sort((a, b) => a - b)[Math.floor(all.length / 2)]!
  const ratios = own.map((each, round) => each.perSecond / bare[round]!.perSecond).sort((a, b) => a - b)
  return [name, {
    'requests/s': Math.round(middle(own, each => each.perSecond)), 'p50 ms': round(middle(own, each => each.p50)), 'p99 ms': round(middle(own, each => each.p99)),
    'ratio to bare': round(ratios[Math.floor(ratios.length / 2)]!), 'KB raw': round(middle(own, each => each.bytes) / 1024), failed: own.reduce((sum, each) => sum + each.failed, 0),
  }]
})
console.table(Object.fromEntries(rows))
console.log(`bare node:http with the same number of queries: ${Math.round(found.values().next().value!.bare[0]!.perSecond)} requests/s in the first round`)
console.log(`memory of the application after the load: ${Math.round(residentOf(senim.ready.pid) / 1024)} MB resident; ${rounds} rounds of ${seconds} s, ${connections} connections`)
for (const each of [senim, bare]) each.child.kill('SIGTERM')
await postgres.stop()
process.exit(0)

function round(value: number) { return Math.round(value * 100) / 100 }

async function start(file: string): Promise<{ child: ChildProcess; ready: Ready }> {
  const child = spawn(process.execPath, ['--import', './src/platform/tsx-hook.ts', file], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout! })) {
    if (!line.startsWith('{')) { console.log(line); continue }
    const ready = { ...JSON.parse(line), pid: child.pid! } as Ready
    pin(child.pid!, 0)
    return { child, ready }
  }
  throw new Error(`${file} ended before it was ready`)
}

/** One core for the application, the other for everything else. Without taskset the kernel decides, and the line says so. */
function pin(pid: number, core: number) {
  spawn('taskset', ['-acp', String(core), String(pid)], { stdio: 'ignore' }).on('error', () => console.log('taskset is missing: cores are not held apart'))
}

function residentOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
}
