// The database that comes along is brought up again whatever kills it, and as often as that takes.
import assert from 'node:assert/strict'
import { mkdtempSync, chmodSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { startPostgres } from './embedded.ts'

const folder = mkdtempSync('/tmp/senim-test-')
chmodSync(folder, 0o755)
const server = await startPostgres(folder, 'secret')
after(async () => { await server.stop(); rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }) })

const version = join(server.home, 'cluster/PG_VERSION')
const pid = () => Number(readFileSync(join(server.home, 'cluster/postmaster.pid'), 'utf8').split('\n')[0])

async function answers() {
  const client = new Client({ host: server.host, user: 'postgres', password: 'secret', database: 'postgres' })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query('select 1 as one')).rows[0].one === 1
  } catch { return false } finally { await client.end().catch(() => {}) }
}

async function until(done: () => Promise<boolean>) {
  for (const end = Date.now() + 60_000; !await done(); await pause(50)) assert.ok(Date.now() < end, 'it does not come back')
}

test('killed, the database is brought up again, also when the first attempts fail', async () => {
  assert.ok(await answers())
  renameSync(version, `${version}.away`)
  const killed = pid()
  process.kill(killed, 'SIGKILL')
  await pause(1500)
  assert.equal(await answers(), false)
  renameSync(`${version}.away`, version)
  await until(answers)
  assert.notEqual(pid(), killed)
})

test('asked to stop while it is being brought up again, it stops within ten seconds and leaves nothing running', async () => {
  renameSync(version, `${version}.away`)
  process.kill(pid(), 'SIGKILL')
  await pause(1500)
  const from = Date.now()
  await server.stop()
  assert.ok(Date.now() - from < 10_000, `${Date.now() - from} ms`)
  renameSync(`${version}.away`, version)
  await pause(1500)
  assert.equal(await answers(), false)
})
