// What the schools promise about doors and walls, tried from outside on a running house.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { readSettings } from '../src/site-settings.ts'
import { ask, dataFolder, startSenim, type Running } from './instance.ts'

let running: Running
before(async () => { running = await startSenim(dataFolder()) })
after(async () => { await running.stop() })

type Row = { site: string; id: string; state: string; figure: { en: string }; checkedAt: string }

/** What the self-test from the command line says of one school's headers. */
async function selfTest(site: string): Promise<{ row: Row; page: string }> {
  const before = new Date()
  const { code, out } = await running.tell('promises', '--check', '--site', site, '--json')
  const rows = JSON.parse(out) as Row[]
  assert.equal(code, 0, JSON.stringify(rows.filter(({ state }) => state === 'broken')))
  const row = rows.find(({ id }) => ['headers-set', 'headers-strict'].includes(id))!
  assert.ok(new Date(row.checkedAt) >= before)
  return { row, page: (await ask(running.port, `/en/trust/${row.id}`, { host: `${site}.localhost` })).text }
}

test('MX-033 LP-072 the self-test of the command line passes, and the page of measures shows its result and its date', async () => {
  for (const site of ['mexrontal', 'landscape-photo']) {
    const { row, page } = await selfTest(site)
    assert.equal(row.state, 'kept', row.figure.en)
    assert.ok(page.includes(row.figure.en))
    assert.ok(page.includes(`datetime="${row.checkedAt}"`), 'the moment of the self-test')
  }
})

test('MQ-095 headers and cookies are as the standard asks, and the self-test names the standard', async () => {
  const host = 'masteryn-quest.localhost'
  for (const path of ['/', '/sign-in', '/courses', '/no-such-page']) {
    const { headers } = await ask(running.port, path, { host })
    assert.match(String(headers['strict-transport-security']), /max-age=31536000/)
    assert.match(String(headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'none'/)
    assert.deepEqual([headers['x-content-type-options'], headers['referrer-policy']], ['nosniff', 'no-referrer'])
  }
  const entered = await ask(running.port, '/demo/enter', { method: 'POST', body: 'site=masteryn-quest&key=learner', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: `http://localhost:${running.port}` } })
  const { headers } = await ask(running.port, new URL(String(entered.headers.location)).pathname, { host })
  const cookies = [headers['set-cookie'] ?? []].flat()
  assert.ok(cookies.length > 0)
  for (const cookie of cookies) assert.match(cookie, /HttpOnly.*SameSite=(Lax|Strict)|SameSite=(Lax|Strict).*HttpOnly/i)
  const { row } = await selfTest('masteryn-quest')
  assert.equal(row.state, 'kept')
  assert.match(row.figure.en, /OWASP ASVS 5\.0 \(3\.4\.1/)
})

test('MQ-097 one port answers; the database and the files refuse whoever has no name, and what lies on the disk is not readable', async () => {
  const listening = listeners(family(running.pid()))
  assert.deepEqual([...new Set(listening)], [`127.0.0.1:${running.port}`], 'the web and nothing besides')
  assert.equal(await answers(5432), false)
  const [, , , port, socket] = readFileSync(join(running.folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n') as [string, string, string, string, string]
  for (const user of ['postgres', 'senim_app_login', 'anonymous'])
    await assert.rejects(new pg.Client({ host: socket, port: Number(port), user, database: 'postgres' }).connect(), /password|SASL/)
  assert.ok([401, 404].includes((await ask(running.port, `/files/${crypto.randomUUID()}`, { host: 'masteryn-quest.localhost' })).status))
  const [learner] = readSettings('sites/masteryn-quest').people
  const files = readdirSync(running.folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile() && !entry.parentPath.includes('/outbox'))
  assert.ok(files.length > 100)
  for (const word of [learner!.name.last, `${learner!.key}@`]) for (const { parentPath, name } of files)
    assert.equal(bytesOf(join(parentPath, name)).includes(word), false, `${word} lies open in ${name}`)
})

/** What a running database has thrown away meanwhile holds nothing. */
function bytesOf(file: string): Buffer {
  try { return readFileSync(file) } catch (error) { if ((error as { code?: string }).code === 'ENOENT') return Buffer.alloc(0); throw error }
}

/** A process and all that it started. */
function family(root: number): number[] {
  const parents = readdirSync('/proc').filter(name => /^\d+$/.test(name)).flatMap(pid => {
    try { return [[Number(pid), Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))![1])]] } catch { return [] }
  })
  const found = [root]
  for (const pid of found) found.push(...parents.filter(([, parent]) => parent === pid).map(([child]) => child!))
  return found
}

/** The TCP addresses at which these processes wait for somebody. */
function listeners(pids: number[]): string[] {
  const sockets = new Set(pids.flatMap(pid => {
    try { return readdirSync(`/proc/${pid}/fd`).flatMap(fd => { try { return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [] } catch { return [] } }) } catch { return [] }
  }))
  return ['tcp', 'tcp6'].flatMap(kind => readFileSync(`/proc/net/${kind}`, 'utf8').split('\n').slice(1).flatMap(line => {
    const [, local, , state, , , , , , inode] = line.trim().split(/\s+/)
    if (state !== '0A' || !sockets.has(inode!)) return []
    const [address, port] = local!.split(':') as [string, string]
    return [`${kind === 'tcp' ? address.match(/../g)!.map(byte => parseInt(byte, 16)).reverse().join('.') : address}:${parseInt(port, 16)}`]
  }))
}

const answers = (port: number) => new Promise<boolean>(done => {
  const socket = connect(port, '127.0.0.1', () => { socket.destroy(); done(true) })
  socket.on('error', () => done(false))
})
