// Protection is tried, not believed: each probe is shown to find what it looks for, beside finding nothing.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inSite } from '#platform/database/database.ts'
import { handVisits, visits } from '#platform/visits/visits.ts'
import { sealLog, verifyLog } from '#trust/audit/audit.ts'
import { openTestDatabases, type School } from '#test/fixtures.ts'
import { controls } from './protection.ts'

const { school, asAdmin, ground, databases } = await openTestDatabases()
const prove = (here: School, subject: string, rule: object = {}, more: object = {}) =>
  controls.find(each => each.subject === subject)!.prove(rule as never, { ...here.system, ...more })
const denied = { code: '42501' }

test('MX-037 access to the database has several levels: its socket, its roles, the wall of each school, sealed columns', async () => {
  const [here, other] = [await school(), await school()]
  const who = await other.learner()
  await here.learner()
  const server = await asAdmin(async client => ({
    listens: (await client.query<{ to: string }>(`select current_setting('listen_addresses') as to`)).rows[0]!.to,
    strong: (await client.query(`select 1 from pg_roles where rolname like $1 and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole)`, [`${databases.benches.main.database}%login`])).rowCount,
    roles: (await client.query(`select 1 from pg_roles where rolname like $1`, [`${databases.benches.main.database}%login`])).rowCount,
    open: (await client.query<{ name: string }>(`select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'site'
      where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity) and c.relnamespace <> 'database'::regnamespace`)).rows,
  }))
  assert.match(server.listens, /^(|localhost|127\.0\.0\.1)$/, 'nobody outside of this machine can knock')
  assert.ok(server.roles! >= 3)
  assert.equal(server.strong, 0)
  assert.deepEqual(server.open, [])
  const seen = await here.inside(ctx => sql<{ id: string; name: unknown }>`select id, name from accounts.people`.execute(ctx.db))
  assert.ok(!seen.rows.some(({ id }) => id === who.id))
  const bytes = await asAdmin(client => client.query<{ sealed: boolean }>(`select bool_and(position(convert_to('Аружан', 'UTF8') in x.name) = 0) as sealed from (select coalesce(name, first_name)::bytea as name from accounts.people where site = any ($1)) x`, [[here.slug, other.slug]]))
  assert.equal(bytes.rows[0]!.sealed, true)
  for (const statement of ['drop table accounts.people', 'create table accounts.mine (x int)', 'alter table accounts.people no force row level security'])
    await assert.rejects(inSite(here.system.db, here.slug, db => sql.raw(statement).execute(db)), denied, statement)
  const found = await prove(here, 'database')
  assert.equal(found.state, 'kept', found.figure.en)
})

test('MQ-094 the log and other schools are closed to the application, and a row altered by hand is reported', async () => {
  const here = await school()
  const who = await here.learner()
  await here.request('/me', { as: who })
  for (const statement of ['delete from audit.entries', `update audit.entries set act = 'x.y'`])
    await assert.rejects(inSite(here.system.db, here.slug, db => sql.raw(statement).execute(db)), denied)
  await here.inside(ctx => sql`select audit.write(${crypto.randomUUID()}::uuid, 'accounts.change-profile', ${who.id}::uuid, null, null, 'done', null)`.execute(ctx.db))
  // An entry is sealed once every transaction that began before it has ended, those of other tests too.
  do await sealLog(ground.sealer, here.slug, ground.witness, here.system.now)
  while ((await verifyLog(ground.sealer, here.slug, ground.witness)).unsealed)
  assert.equal((await verifyLog(ground.sealer, here.slug, ground.witness)).intact, true)
  await asAdmin(client => client.query(`update audit.entries set act = 'accounts.other' where site = $1 and act = 'accounts.change-profile'`, [here.slug]))
  const { cliCommands } = await import('#trust/audit/audit.ts')
  const said = await cliCommands[0]!.run({ sites: [here.slug], system: () => here.system, locale: 'en' } as never)
  assert.equal(said.broken, true)
  assert.match(said.said[0]!, /Entry \d+ was changed/)
})

test('a database that lets the application delete from its log is found', async () => {
  const here = await school()
  await asAdmin(client => client.query('grant truncate on audit.entries to senim_app'))
  try { assert.equal((await prove(here, 'database')).state, 'broken') } finally { await asAdmin(client => client.query('revoke truncate on audit.entries from senim_app')) }
})

test('every answer carries its protective headers; one that lacks any is found; where no page can be opened nothing is proved', async () => {
  const here = await school()
  const found = await prove(here, 'headers')
  assert.equal(found.state, 'kept', found.figure.en)
  const real = visits()!
  handVisits(async (site, path, init) => {
    const answer = await real(site, path, init)
    const headers = new Headers(answer.headers)
    if (path === '/no-such-page') headers.set('content-security-policy', "default-src 'none'; script-src 'unsafe-inline'; frame-ancestors 'none'")
    return new Response(null, { status: answer.status, headers })
  })
  try { assert.equal((await prove(here, 'headers')).state, 'broken') } finally { handVisits(real) }
})

test('stored files are closed and unreadable; one that lies there in the open is found', async () => {
  const here = await school()
  assert.equal((await prove(here, 'files')).state, 'unproven', 'no file, no proof')
  const put = (name: string, bytes: Buffer) => ground.files.store.put(`${here.slug}/${crypto.randomUUID()}/${crypto.randomUUID()}/${name}`, (async function* () { yield bytes })(), bytes.length)
  await put('original', randomBytes(3000))
  assert.equal((await prove(here, 'files')).state, 'kept')
  await put('original', readFileSync('README.md').subarray(0, 2000))
  assert.equal((await prove(here, 'files')).state, 'broken')
})

test('an admission that was cut in two is finished when its person arrived, and its address is free again when not', async () => {
  const here = await school()
  const [lost, email] = [crypto.randomUUID(), `${crypto.randomUUID()}@example.kz`]
  await here.system.vault.admit(here.slug, lost, { email }, here.system.now, { pendingFor: 1000 })
  const { settleAdmissions } = await import('#people/accounts/accounts.ts')
  const at = (ms: number) => ({ ...here.system, now: new Date(here.system.now.getTime() + ms) })
  assert.equal(await settleAdmissions(at(999)), 0)
  assert.equal(await settleAdmissions(at(1000)), 1)
  assert.equal(await here.system.vault.admit(here.slug, crypto.randomUUID(), { email }, at(1001).now), true)
})
