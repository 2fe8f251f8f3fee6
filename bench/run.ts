// npm run bench: a school of 20,000 learners and 50 courses; the application held to one core, database and load on the other.
// Beside each page, a bare node:http handler that asks the database the same. Both sides run in one go, in turn, so a ratio
// holds when the machine's speed drifts; processor time for each request holds even when others use the machine.
//   npm run bench -- --keep              keeps the school for the next run (--rounds, --seconds, --only 'lesson page' as wished)
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startPostgres } from '#platform/database/embedded.ts'
import { load, type Figures } from './load.ts'
import { folder, note } from './school.ts'
import { memoryAtRest } from './at-rest.ts'
import { firstVisit } from './first-visit.ts'
import { ended, forkOn, memoryOf, workedBy, workedByFamily } from './meters.ts'
import type { Rounds } from './statements.ts'

export type Ask = { path: string; cookie: string; body?: string }
export type Target = { name: string; host: string; asks: Ask[]; bare: { rounds: Rounds[]; bytes: number } }
type Measured = Figures & { cpu: number; database: number }

const { values: asked } = parseArgs({ options: {
  keep: { type: 'boolean' }, rounds: { type: 'string', default: '3' }, seconds: { type: 'string', default: '3' }, only: { type: 'string', multiple: true }, profile: { type: 'string' },
} })
const connections = 8
if (!asked.keep || !existsSync(note)) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
pin(process.pid, 1) // what is started from here on is on this core too
const postgres = await startPostgres(`${folder}/postgres`, 'bench')
const postmaster = Number(readFileSync(`${postgres.home}/cluster/postmaster.pid`, 'utf8').split('\n')[0])
process.env.DATABASE_URL = `postgres://postgres:bench@localhost/postgres?host=${postgres.host}`
if (!existsSync(note)) await ended(forkOn('bench/seed.ts'))

const senim = forkOn('bench/serve-senim.ts', asked.profile ? ['--cpu-prof', `--cpu-prof-dir=${asked.profile}`] : [])
pin(senim.pid!, 0)
const { port, targets: all } = await told<{ port: number; targets: Target[] }>(senim)
const targets = all.filter(({ name }) => !asked.only || asked.only.includes(name))
const atRest = memoryOf(senim.pid!)
const bare = forkOn('bench/serve-bare.ts')
pin(bare.pid!, 0)
bare.send({ connection: { host: postgres.host, user: 'postgres', password: 'bench', database: 'senim_bench' }, targets: targets.map(({ name, bare }) => ({ name, bare })) })
const { port: barePort } = await told<{ port: number }>(bare)

const found = await Promise.all(targets.map(async target => ({ target, own: [] as Measured[], bare: [] as Measured[], first: target.asks[0]!.body ? undefined : await firstVisit({ port, ...target }) })))
for (const { target } of found) await load({ port, ...target }, 2, connections) // warm
for (let round = 0; round < Number(asked.rounds); round++)
  for (const [number, each] of found.entries()) {
    each.own.push(await measure(senim, { port, ...each.target }))
    each.bare.push(await measure(bare, { port: barePort, host: 'localhost', asks: [{ path: `/${number}`, cookie: '' }] }))
  }

console.table(Object.fromEntries(found.map(({ target, own, bare, first }) => [target.name, {
  'requests/s': Math.round(median(own, each => each.perSecond)), 'bare/s': Math.round(median(bare, each => each.perSecond)), ratio: round(median(own.map((each, at) => each.perSecond / bare[at]!.perSecond), each => each)),
  'p50 ms': round(median(own, each => each.p50)), 'p99 ms': round(median(own, each => each.p99)),
  'CPU ms': round(median(own, each => each.cpu)), 'bare CPU': round(median(bare, each => each.cpu)), 'CPU ratio': round(median(own.map((each, at) => bare[at]!.cpu / each.cpu), each => each)), 'database ms': round(median(own, each => each.database)), 'bare db': round(median(bare, each => each.database)),
  queries: target.bare.rounds[0]!.flat().length, trips: target.bare.rounds[0]!.length, KB: round(median(own, each => each.bytes) / 1024), ...first && { 'first visit KB': Math.round(first.bytes / 1024), 'in requests': first.requests }, failed: own.reduce((sum, each) => sum + each.failed, 0),
}])))
const { resident, proportional } = memoryOf(senim.pid!)
console.log(`memory of the application: ${atRest.resident} MB resident (${atRest.proportional} proportional) before the load, ${resident} (${proportional}) after; ${asked.rounds} rounds of ${asked.seconds} s, ${connections} connections`)
await Promise.all([senim, bare].map(child => { child.kill('SIGTERM'); return ended(child) }))
await postgres.stop()
if (!asked.only) {
  const { resident, proportional } = await memoryAtRest(folder)
  console.log(`memory of web and worker at rest, five schools open: ${resident} MB resident (${proportional} proportional), PostgreSQL apart`)
}
if (!asked.keep) rmSync(folder, { recursive: true, force: true })
process.exit(0)

async function measure(child: ChildProcess, target: { port: number; host: string; asks: Ask[] }): Promise<Measured> {
  const [before, database] = [await workedBy(child), workedByFamily(postmaster)]
  const figures = await load(target, Number(asked.seconds), connections)
  return { ...figures, cpu: (await workedBy(child) - before) / figures.requests, database: (workedByFamily(postmaster) - database) / figures.requests }
}

function median<Row>(rows: Row[], pick: (row: Row) => number) { return rows.map(pick).sort((one, other) => one - other)[Math.floor(rows.length / 2)]! }
function round(value: number) { return Math.round(value * 100) / 100 }

function told<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((done, fail) => {
    child.once('message', message => done(message as Message))
    child.once('exit', code => fail(new Error(`ended with ${code} before it was ready`)))
  })
}

/** One core for the application, the other for everything else. Without taskset the kernel decides, and the line says so. */
function pin(pid: number, core: number) {
  spawn('taskset', ['-acp', String(core), String(pid)], { stdio: 'ignore' }).on('error', () => console.log('taskset is missing: cores are not held apart'))
}
