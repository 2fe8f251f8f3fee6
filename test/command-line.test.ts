// The operator's command line, as an operator types it.
import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { socketIn } from '#platform/cli/cli.ts'
import { dataFolder, senim, startSenim, type Running } from './instance.ts'

let running: Running
before(async () => { running = await startSenim(dataFolder()) })
after(async () => { await running.stop() })

test('help lists commands, each of which says what it takes; it needs no data', async () => {
  const { code, out } = await senim(['--help'], { env: { SENIM_DATA: '/nowhere', LANG: 'ru_RU.UTF-8' } }).result()
  assert.equal(code, 0)
  const names = [...out.matchAll(/^ {2}senim ((?:[a-z]+ ?)+)/gm)].map(([, name]) => name!.trim())
  for (const name of ['start', 'web', 'worker', 'doctor', 'site list', 'jobs list', 'jobs run', 'person add', 'person find']) assert.ok(names.includes(name), name)
  for (const name of names) {
    const help = await senim([...name.split(' '), '--help'], { env: { SENIM_DATA: '/nowhere' } }).result()
    assert.deepEqual([help.code, help.err], [0, ''], name)
    assert.ok(help.out.includes(`senim ${name}`))
  }
  assert.equal(existsSync('/nowhere'), false)
})

test('nonsense ends with 2, a refusal with 1, each in one sentence on standard error', async () => {
  for (const [typed, code, said] of [[['frobnicate'], 2, /There is no command "frobnicate"/], [['jobs', 'run'], 2, /needs <name>/], [['site', 'list', '--loud'], 2, /has no --loud/], [['jobs', 'run', 'no.such'], 1, /There is no job "no\.such"/], [['jobs', 'list', '--site', 'none'], 1, /No school "none" is open/], [['jobs', 'list', '--at', 'noon'], 2, /is not a moment/]] as const) {
    const { code: ended, out, err } = await running.tell(...typed)
    assert.deepEqual([ended, out, err.trim().split('\n').length], [code, '', 1])
    assert.match(err, said)
  }
})

test('commands join the running instance, over a socket that only its user can open', async () => {
  assert.equal(statSync(socketIn(running.folder)).mode & 0o777, 0o600)
  const { code, out } = await running.tell('site', 'list', '--json')
  assert.equal(code, 0)
  const schools = JSON.parse(out) as { site: string; address: string }[]
  assert.ok(schools.length >= 2 && schools.every(({ site, address }) => address === `http://${site}.localhost:${running.port}/`))
})

test('a job that is run leaves its record, and the list shows it', async () => {
  const [{ site }] = JSON.parse((await running.tell('site', 'list', '--json')).out) as [{ site: string }]
  const ran = JSON.parse((await running.tell('jobs', 'run', 'audit.seal', '--site', site, '--json')).out) as { site: string; outcome: string }[]
  assert.deepEqual(ran.map(row => [row.site, row.outcome]), [[site, 'done']])
  const listed = JSON.parse((await running.tell('jobs', 'list', '--site', site, '--json')).out) as { site: string; job: string; outcome: string | null }[]
  assert.ok(listed.every(row => row.site === site))
  assert.equal(listed.find(row => row.job === 'audit.seal')!.outcome, 'done')
})

test('the doctor looks at machine, settings, keys, mail, schools and clock, and says a remedy for what is not well', async () => {
  const { code, out } = await running.tell('doctor', '--json')
  const findings = JSON.parse(out) as { what: string; state: string; says: string }[]
  assert.deepEqual([...new Set(findings.map(({ what }) => what))].sort(), ['clock', 'database', 'disk', 'folder', 'keys', 'machine', 'mail', 'schools', 'settings', 'tls'])
  assert.equal(code, findings.some(({ state }) => state === 'broken') ? 1 : 0)
  assert.ok(findings.every(({ says }) => says.length > 5))
  const alone = await senim(['doctor'], { env: { SENIM_DATA: join(dataFolder(), 'none'), DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' } }).result()
  assert.equal(alone.code, 1)
  assert.match(alone.out, /PostgreSQL at 127\.0\.0\.1 does not answer/)
})

test('alone, a command opens the house, does its work, and leaves nothing running', async () => {
  const folder = dataFolder()
  const { code, out } = await senim(['site', 'list', '--json'], { env: { SENIM_DATA: folder } }).result()
  assert.equal(code, 0)
  assert.ok((JSON.parse(out) as unknown[]).length >= 2)
  assert.equal(existsSync(join(folder, 'postgres/cluster/postmaster.pid')), false)
  assert.equal(existsSync(join(folder, 'owner')), false)
})

test('in a folder too deep for a socket it lies elsewhere, in a folder of one\'s own', async () => {
  const deep = join(dataFolder(), 'a'.repeat(60), 'b'.repeat(60))
  mkdirSync(deep, { recursive: true })
  chmodSync(deep, 0o755)
  const far = await startSenim(deep)
  const socket = socketIn(deep)
  assert.equal(socket.startsWith(deep), false)
  assert.equal(statSync(dirname(socket)).mode & 0o777, 0o700)
  assert.equal((await far.tell('site', 'list')).code, 0)
  await far.stop()
})
