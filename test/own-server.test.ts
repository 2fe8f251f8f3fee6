// A PostgreSQL of one's own: works without superuser, and whatever is wrong with it is said before anything is written.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { connect, createServer, type AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import pg from 'pg'
import { ask, dataFolder, senim, startSenim } from './instance.ts'

const server = new URL(process.env.DATABASE_URL!)
const host = server.searchParams.get('host') ?? server.hostname
const admin = new pg.Client({ host, port: Number(server.port || 5432), user: decodeURIComponent(server.username), password: decodeURIComponent(server.password), database: 'postgres' })
await admin.connect()
const run = `t${randomUUID().slice(0, 8)}`
const operator = `senim_${run}_operator`
await admin.query(`create role ${operator} login createrole createdb password 'op secret'`)
for (const group of ['app', 'audit', 'sealer', 'vault']) await admin.query(`do $$ begin create role senim_${group} nologin; exception when duplicate_object then null; end $$; grant senim_${group} to ${operator} with admin option`)
after(async () => {
  const { rows } = await admin.query<{ datname: string }>('select datname from pg_database where datname like $1', [`senim\\_${run}%`])
  for (const { datname } of rows) await admin.query(`drop database "${datname}" with (force)`)
  const { rows: roles } = await admin.query<{ rolname: string }>('select rolname from pg_roles where rolname like $1 order by rolname desc', [`senim\\_${run}%`])
  for (const { rolname } of roles) await admin.query(`drop owned by "${rolname}"; drop role "${rolname}"`)
  await admin.end()
})

const urlOf = (database: string, { user = operator, password = 'op secret', at = host, port = server.port } = {}) =>
  `postgres://${user}:${encodeURIComponent(password)}@localhost${port ? `:${port}` : ''}/${database}?host=${encodeURIComponent(at)}`
const name = (what: string) => `senim_${run}_${what}`
async function refusal(said: RegExp, DATABASE_URL: string, more: Record<string, string> = {}) {
  const { code, err } = await senim(['start'], { env: { SENIM_DATA: dataFolder(), DATABASE_URL, ...more } }).result()
  assert.match(err, said)
  assert.deepEqual([err.trim().split('\n').length, code], [1, 1])
}

test('a role that may create roles and databases is enough; the databases have the names that were asked for', async () => {
  const folder = dataFolder()
  const env = { DATABASE_URL: urlOf(name('school')), VAULT_URL: urlOf(name('keys')) }
  const running = await startSenim(folder, { env })
  assert.equal((await ask(running.port, '/readyz')).status, 200)
  const { rows } = await admin.query<{ datname: string; datctype: string }>('select datname, datctype from pg_database where datname like $1 order by 1', [`senim\\_${run}%`])
  assert.deepEqual(rows.map(({ datname, datctype }) => [datname, datctype]), [[name('keys'), 'C.UTF-8'], [name('school'), 'C.UTF-8']])
  const { rows: strong } = await admin.query('select from pg_roles where rolname like $1 and (rolsuper or rolbypassrls)', [`senim\\_${run}%`])
  assert.equal(strong.length, 0)
  assert.equal((await running.stop()).code, 0)
  const again = await startSenim(folder, { env })
  await again.stop()
})

test('a server that does not answer, a wrong name or password, a role that may not create', async () => {
  await refusal(/PostgreSQL at 127\.0\.0\.1 does not answer: check DATABASE_URL and that the server is running/, 'postgres://a:b@127.0.0.1:1/school')
  await refusal(/does not let the user ".*" in: check the name and password in DATABASE_URL/, urlOf(name('x'), { password: 'wrong' }))
  await refusal(/does not let the user ".*" in: check the name and password in VAULT_URL/, urlOf(name('x')), { VAULT_URL: urlOf(name('y'), { password: 'wrong' }) })
  await admin.query(`create role ${name('weak')} login password 'weak secret'`)
  await refusal(/may not create roles and databases: run alter role ".*" createrole createdb/, urlOf(name('z'), { user: name('weak'), password: 'weak secret' }))
  await refusal(/The database name "a;b" will not do/, urlOf('a;b'))
})

test('a database in which Cyrillic cannot be searched', async () => {
  await admin.query(`create database ${name('c')} template template0 encoding 'UTF8' lc_ctype 'C' lc_collate 'C' owner ${operator}`)
  await refusal(/has lc_ctype C, in which Cyrillic cannot be searched: make one from template0/, urlOf(name('c')))
})

test('a role of the application that could step over the walls between schools', async () => {
  await admin.query(`create role ${name('strong')}_app_login login bypassrls`)
  await refusal(/bypasses row security: run alter role/, urlOf(name('strong')))
})

test('a database made by a newer version', async () => {
  const env = { DATABASE_URL: urlOf(name('newer')) }
  const folder = dataFolder()
  await (await startSenim(folder, { env })).stop()
  const client = new pg.Client({ host, port: Number(server.port || 5432), user: operator, password: 'op secret', database: name('newer') })
  await client.connect()
  await client.query(`insert into database.migrations (name) values ('2099-01-01-0000-future.sql')`)
  await client.end()
  const { err } = await senim(['start'], { env: { ...env, SENIM_DATA: folder } }).result()
  assert.match(err, /The database ".*newer" was made by a newer version of Senim: update this one/)
})

test('a server that is too old: the real one, with the version it tells changed on the way', async () => {
  const { rows: [version] } = await admin.query<{ number: string }>(`select current_setting('server_version_num') as number`)
  const real = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${server.port || 5432}` } : { host, port: Number(server.port || 5432) }
  const proxy = createServer(socket => {
    const behind = connect(real)
    socket.pipe(behind)
    behind.on('data', chunk => socket.write(Buffer.from(chunk.toString('latin1').replaceAll(version!.number, '140012'), 'latin1')))
    for (const each of [socket, behind]) each.on('error', () => {}).on('close', () => { socket.destroy(); behind.destroy() })
  })
  await new Promise<void>(done => proxy.listen(0, '127.0.0.1', done))
  await refusal(/is too old: 15 or newer is needed/, urlOf(name('old'), { at: '127.0.0.1', port: String((proxy.address() as AddressInfo).port) }))
  proxy.close()
})

test('web and worker apart, as on two machines: what one acknowledges the other does', async () => {
  const folder = dataFolder()
  const env = { DATABASE_URL: urlOf(name('apart')) }
  const web = await startSenim(folder, { env, args: ['web'] })
  const jobs = async () => JSON.parse((await web.tell('jobs', 'list', '--json')).out) as { outcome: string | null }[]
  assert.deepEqual((await jobs()).filter(({ outcome }) => outcome), [])
  const worker = senim(['worker'], { env: { ...env, SENIM_DATA: folder } })
  for (let tries = 0; !(await jobs()).some(({ outcome }) => outcome === 'done'); tries++) assert.ok(tries < 60)
  worker.child.kill('SIGTERM')
  assert.equal(await worker.ended, 0)
  assert.equal((await web.stop()).code, 0)
})

test('copies are made, tried and brought back by a role that is no superuser', async () => {
  const env = { SENIM_DATA: dataFolder(), SENIM_BACKUPS: dataFolder(), DATABASE_URL: urlOf(name('copied')), VAULT_URL: urlOf(name('copied_keys')) }
  const tell = async (...typed: string[]) => {
    const { code, out, err } = await senim([...typed, '--json'], { env }).result(180_000)
    assert.equal(code, 0, err)
    return JSON.parse(out)
  }
  const copies = await tell('backup', 'create') as { file: string; rows: number }[]
  assert.ok(copies.length === 2 && copies.every(({ rows }) => rows > 10))
  for (const { file, rows } of copies) {
    await tell('backup', 'verify', file)
    const { rows: back, schools } = await tell('restore', file, '--replace') as { rows: number; schools: { site: string; lost: string[] }[] }
    assert.equal(back, rows)
    assert.ok(schools.length >= 5 && schools.every(({ lost }) => lost.length === 0), JSON.stringify(schools))
  }
})
