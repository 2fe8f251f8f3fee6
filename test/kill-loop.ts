// Kills at random moments while people sign up. The client lists what was acknowledged; afterwards everything on the list is there, and the letter that the worker owed went out.
import assert from 'node:assert/strict'
import { randomInt, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inSite } from '#platform/database/database.ts'
import { readSettings } from '#platform/settings/settings.ts'
import { openHouse } from '../src/house.ts'
import { ask, dataFolder, senim, startSenim, type Running } from './instance.ts'

const school = 'cloudex-learning'
const inOneProcess = ['server', 'launcher', 'postmaster', 'backend'] as const
const onTwoMachines = ['web', 'worker'] as const
type Victim = (typeof inOneProcess | typeof onTwoMachines)[number]
/** `lost`: acknowledged, and not there. `unheard`: there, but nobody wrote to them. `silence`: the longest time without an acknowledgement, in milliseconds. */
export type Outcome = { acknowledged: number; killed: Partial<Record<Victim, number>>; lost: string[]; unheard: string[]; silence: number }
type Client = { port: number; acknowledged: string[]; last: number; silence: number; problem?: Error; over: boolean }

const patience = 120_000

/** Two kills in three meet the house in one process with its own database, the others web and worker apart on the server of the tests. */
export async function killLoop(kills: number): Promise<Outcome> {
  const apart = Math.floor(kills / 3)
  const [one, two] = [await killTogether(kills - apart), await killApart(apart)]
  return {
    acknowledged: one.acknowledged + two.acknowledged, killed: { ...one.killed, ...two.killed },
    lost: [...one.lost, ...two.lost], unheard: [...one.unheard, ...two.unheard], silence: Math.max(one.silence, two.silence),
  }
}

async function killTogether(kills: number): Promise<Outcome> {
  const folder = dataFolder()
  let running: Running | undefined
  return whileSigningUp({ SENIM_DATA: folder }, kills, inOneProcess, async (client, victim) => {
    running ??= await startSenim(folder)
    client.port = running.port
    await acknowledgements(client, 1, running)
    await pause(randomInt(400))
    const pid = running.pid()
    killNow(await pidOf(victim, running))
    if (victim === 'postmaster' || victim === 'backend') return // the server goes on, and its database comes back
    await running.ended
    await until(() => !isAlive(pid), 'the server ends when its launcher is killed')
    running = undefined
  }, async () => { await (running ?? await startSenim(folder)).stop() })
}

async function killApart(kills: number): Promise<Outcome> {
  const database = new URL(process.env.DATABASE_URL!)
  database.pathname = `/senim_kill_${randomUUID().slice(0, 8)}`
  const env = { SENIM_DATA: dataFolder(), DATABASE_URL: database.href }
  const [startWeb, startWorker] = [() => startSenim(env.SENIM_DATA, { env, args: ['web'] }), () => senim(['worker'], { env })]
  let web = await startWeb()
  let worker = startWorker()
  return whileSigningUp(env, kills, onTwoMachines, async (client, victim) => {
    client.port = web.port
    await acknowledgements(client, 1, web)
    await pause(randomInt(400))
    const pid = victim === 'web' ? web.child.pid! : worker.child.pid!
    const working = childrenOf(pid)
    for (const each of [pid, ...working]) process.kill(each, 'SIGKILL')
    await until(() => ![pid, ...working].some(isAlive), `${victim} ends`)
    if (victim === 'web') web = await startWeb()
    else worker = startWorker()
  }, async () => { await web.stop(); worker.child.kill('SIGTERM'); await worker.ended })
}

type Kill<V> = (client: Client, victim: V) => Promise<void>

async function whileSigningUp<V extends Victim>(env: Record<string, string>, kills: number, victims: readonly V[], kill: Kill<V>, end: () => Promise<void>): Promise<Outcome> {
  const client: Client = { port: 0, acknowledged: [], last: Date.now(), silence: 0, over: false }
  const writing = Array.from({ length: 4 }, () => signUps(client))
  const killed: Partial<Record<Victim, number>> = {}
  try {
    for (let round = 0; round < kills; round++) {
      const victim = victims[round % victims.length]!
      await kill(client, victim)
      killed[victim] = (killed[victim] ?? 0) + 1
    }
  } finally { client.over = true } // whoever goes on signing up keeps a failed test from ending
  await Promise.all(writing)
  if (client.problem) throw client.problem
  await end()
  return { acknowledged: client.acknowledged.length, killed, silence: client.silence, ...await missing(env, client.acknowledged) }
}

/** Signs people up, one after the other. What fails is no acknowledgement; where nobody answers, somebody soon will again. */
async function signUps(client: Client) {
  while (!client.over && !client.problem) {
    const email = `${randomUUID()}@kill.example`
    const body = JSON.stringify({ email, name: 'Данияр', phone: `+7701${String(randomInt(10_000_000)).padStart(7, '0')}`, password: `a password of ${email.slice(0, 8)}`, age: 'adult', policy: 1, agree: true })
    const answer = client.port ? await ask(client.port, '/api/v1/people', { host: `${school}.localhost`, method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(() => undefined) : undefined
    if (answer?.status === 201) acknowledge(client, email)
    else if (answer && answer.status < 500) client.problem = new Error(answer.text)
    else await pause(50)
  }
}

function acknowledge(client: Client, email: string) {
  client.acknowledged.push(email)
  client.silence = Math.max(client.silence, Date.now() - client.last)
  client.last = Date.now()
}

/** Waits for so many more; what keeps them from coming is in the log. */
async function acknowledgements(client: Client, more: number, running: Running) {
  const before = client.acknowledged.length
  await until(() => client.acknowledged.length >= before + more || client.problem !== undefined, () => `it did not go on: ${running.said.err.slice(-2000)}`)
}

async function until(done: () => boolean, what: string | (() => string)) {
  for (const end = Date.now() + patience; !done(); await pause(20)) assert.ok(Date.now() < end, typeof what === 'string' ? what : what())
}

async function pidOf(victim: Victim, running: Running): Promise<number> {
  if (victim === 'launcher') return running.child.pid!
  if (victim === 'server') return running.pid()
  return victim === 'postmaster' ? postmasterOf(running) : backendOf(running)
}

/** Being brought up again, it may not have written yet who it is. */
async function postmasterOf({ folder }: Running): Promise<number> {
  const file = join(folder, 'postgres/cluster/postmaster.pid')
  let pid = 0
  await until(() => isAlive(pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0), 'the database comes back')
  return pid
}

/** Any process of the database but its first, also the one that recovers what the kill before left. */
async function backendOf(running: Running): Promise<number> {
  let children: number[] = []
  for (const end = Date.now() + patience; !children.length; await pause(20)) {
    assert.ok(Date.now() < end, 'the database has no processes')
    children = childrenOf(await postmasterOf(running))
  }
  return children[randomInt(children.length)]!
}

/** What has ended by itself in between is as good as killed. */
const killNow = (pid: number) => { try { process.kill(pid, 'SIGKILL') } catch (error) { if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error } }

const childrenOf = (parent: number) => readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(Number).filter(pid => parentOf(pid) === parent)

function parentOf(pid: number): number {
  try { return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]) } catch { return 0 }
}

/** One that has ended and only waits to be noticed is not alive. */
function isAlive(pid: number): boolean {
  try { return !/^[ZX]$/.test(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[0]!) } catch { return false }
}

/** Opened once more by an ordinary start, the house owes nobody anything. */
async function missing(env: Record<string, string>, acknowledged: string[]): Promise<Pick<Outcome, 'lost' | 'unheard'>> {
  const people = await peopleBehind(env, acknowledged)
  const running = await startSenim(env.SENIM_DATA!, { env })
  const letters = join(env.SENIM_DATA!, 'outbox', school)
  const unheard = () => acknowledged.filter((_, index) => people[index] && !existsSync(join(letters, people[index])))
  for (const end = Date.now() + patience; unheard().length && Date.now() < end;) await pause(200)
  await running.stop()
  return { lost: acknowledged.filter((_, index) => !people[index]), unheard: unheard() }
}

async function peopleBehind(env: Record<string, string>, acknowledged: string[]): Promise<(string | undefined)[]> {
  const house = await openHouse(readSettings({ ...env, PORT: '0' }))
  try {
    const { ground } = house
    const found = await Promise.all(acknowledged.map(email => ground.vault.find(school, 'email', email, { pendingAt: new Date() })))
    const people = new Set(await inSite(ground.db, school, async db => (await db.selectFrom('accounts.people').select('id').execute()).map(({ id }) => id)))
    return found.map(person => person && people.has(person) ? person : undefined)
  } finally { await house.close() }
}
