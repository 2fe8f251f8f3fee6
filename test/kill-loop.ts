// Kills at random moments while people sign up. The client lists what was acknowledged; afterwards everything on the list is there.
import assert from 'node:assert/strict'
import { randomInt, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inSite } from '#platform/database/database.ts'
import { readSettings } from '#platform/settings/settings.ts'
import { openHouse } from '../src/house.ts'
import { ask, dataFolder, startSenim, type Running } from './instance.ts'

const school = 'cloudex-learning'
const victims = ['server', 'launcher', 'postmaster', 'backend'] as const

export async function killLoop(kills: number) {
  const folder = dataFolder()
  const acknowledged: string[] = []
  const killed: Record<string, number> = {}
  for (let round = 0; round < kills; round++) {
    const running = await startSenim(folder)
    const writing = Array.from({ length: 4 }, () => signUps(running, acknowledged))
    const before = acknowledged.length
    while (acknowledged.length < before + 1 && isAlive(running.pid())) await pause(20)
    await pause(randomInt(400))
    const victim = victims[round % victims.length]!
    killed[victim] = (killed[victim] ?? 0) + 1
    const pid = running.pid()
    process.kill(pidOf(victim, running), 'SIGKILL')
    if (victim === 'postmaster' || victim === 'backend') await goesOn(running, acknowledged)
    if (isAlive(pid) && victim !== 'launcher') process.kill(pid, 'SIGKILL')
    await Promise.all(writing)
    await running.ended
    while (isAlive(pid)) await pause(20)
  }
  return { acknowledged, killed, lost: await missing(folder, acknowledged) }
}

/** Signs people up, one after the other, until nobody answers any more. A failure is no acknowledgement; a closed door is the end. */
async function signUps({ port }: Running, acknowledged: string[]) {
  for (let refused = 0; refused < 3;) {
    const email = `${randomUUID()}@kill.example`
    const body = JSON.stringify({ email, name: 'Данияр', phone: `+7701${String(randomInt(10_000_000)).padStart(7, '0')}`, password: `a password of ${email.slice(0, 8)}`, age: 'adult', policy: 1, agree: true })
    const answer = await ask(port, '/api/v1/people', { host: `${school}.localhost`, method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(() => undefined)
    if (answer?.status === 201) acknowledged.push(email)
    if (answer && answer.status !== 201 && answer.status < 500) throw new Error(answer.text)
    refused = answer ? 0 : refused + 1
  }
}

/** Without its database the server is not lost: the database comes back, and so do the answers. */
async function goesOn(running: Running, acknowledged: string[]) {
  const before = acknowledged.length
  for (const until = Date.now() + 30_000; acknowledged.length < before + 2; await pause(50)) assert.ok(Date.now() < until, `it did not go on: ${running.said.err.slice(-2000)}`)
}

function pidOf(victim: (typeof victims)[number], running: Running): number {
  if (victim === 'launcher') return running.child.pid!
  if (victim === 'server') return running.pid()
  const postmaster = Number(readFileSync(join(running.folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
  if (victim === 'postmaster') return postmaster
  const children = readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(Number).filter(pid => parentOf(pid) === postmaster)
  return children[randomInt(children.length)]!
}

function parentOf(pid: number): number {
  try { return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]) } catch { return 0 }
}

/** One that has ended and only waits to be noticed is not alive. */
function isAlive(pid: number): boolean {
  if (!existsSync(`/proc/${pid}/stat`)) return false
  try { return !/^[ZX]$/.test(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[0]!) } catch { return false }
}

async function missing(folder: string, acknowledged: string[]): Promise<string[]> {
  const house = await openHouse(readSettings({ SENIM_DATA: folder, PORT: '0' }))
  try {
    const { ground } = house
    const found = await Promise.all(acknowledged.map(email => ground.vault.find(school, 'email', email, { pendingAt: new Date() })))
    const people = new Set(await inSite(ground.db, school, async db => (await db.selectFrom('accounts.people').select('id').execute()).map(({ id }) => id)))
    return acknowledged.filter((_, index) => !found[index] || !people.has(found[index]))
  } finally { await house.close() }
}
