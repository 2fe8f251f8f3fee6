// The servers the two databases stand on: the embedded one, or one's own. Whatever is wrong with it is said before anything is written.
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { Refusal } from '#platform/refusal.ts'
import { startPostgres } from './embedded.ts'
import { secondCopyOf, type SecondCopy } from './second-copy.ts'

/** What the migrations grant to. Each installation signs in by roles of its own, which inherit from these. */
const groups = { main: ['app', 'audit', 'sealer'], vault: ['vault'] } as const
export type Role = 'app' | 'audit' | 'sealer' | 'vault'

/** One database: `admin` may change its tables, `as` signs in as one of the roles the application runs as. */
export type Place = { database: string; admin: pg.ClientConfig; as: (role: Role) => pg.ClientConfig }
export type Servers = { main: Place; vault: Place; home: string | undefined; stop: () => Promise<void> }

type Wanted = { folder: string; databaseUrl?: string | undefined; vaultUrl?: string | undefined; name?: string | undefined }

/** Starts or reaches the server, makes roles and databases where they are missing. `secret` is the root of all passwords. */
export async function openServers({ folder, databaseUrl, vaultUrl, name }: Wanted, secret: Buffer): Promise<Servers> {
  const passwordOf = (role: string) => createHmac('sha256', secret).update(role).digest('base64url')
  const embedded = databaseUrl ? undefined : await startPostgres(`${folder}/postgres`, passwordOf('postgres'))
  const main = databaseUrl ? readUrl(databaseUrl) : { host: embedded!.host, user: 'postgres', password: passwordOf('postgres'), database: 'senim' }
  const vault = vaultUrl ? readUrl(vaultUrl) : { ...main, database: `${name ?? main.database}_vault` }
  try {
    return {
      main: await prepare({ ...main, database: name ?? main.database }, groups.main, 'DATABASE_URL', passwordOf),
      vault: await prepare(name && vaultUrl ? { ...vault, database: `${name}_vault` } : vault, groups.vault, vaultUrl ? 'VAULT_URL' : 'DATABASE_URL', passwordOf),
      home: embedded?.home,
      stop: async () => embedded?.stop(),
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

type Admin = pg.ClientConfig & { host: string; user: string; database: string }

async function prepare(admin: Admin, roles: readonly Role[], variable: string, passwordOf: (role: string) => string): Promise<Place> {
  const { database } = admin
  const nameOf = (role: Role) => `${database}_${role}_login`
  const client = await reach(admin, variable)
  try {
    await versionOf(client, variable)
    // Several nodes may start at once.
    await client.query(`select pg_advisory_lock(hashtext('senim roles'))`)
    for (const role of roles) await makeRole(client, role, nameOf(role), passwordOf(nameOf(role)))
    await makeDatabase(client, database)
  } catch (error) {
    throw (error as { code?: string }).code === '42501' ? new Refusal(503, 'database.may-not-create', { user: admin.user }) : error
  } finally { await client.end() }
  return { database, admin, as: role => ({ ...admin, user: nameOf(role), password: passwordOf(nameOf(role)) }) }
}

async function makeRole(client: pg.Client, group: Role, login: string, password: string) {
  const find = async (role: string) => (await client.query<{ strong: boolean }>('select rolsuper or rolbypassrls as strong from pg_roles where rolname = $1', [role])).rows[0]
  const shared = `senim_${group}`
  if (!await find(shared)) await client.query(`create role ${shared} nologin`)
  await client.query(`grant ${shared} to current_user`) // to hand functions over to their owner without being superuser
  const found = await find(login)
  if (found?.strong) throw new Refusal(503, 'database.strong-role', { role: login })
  if (!found) await client.query(`create role "${login}" login`)
  await client.query(`alter role "${login}" password '${password}'`)
  await client.query(`grant ${shared} to "${login}"`)
}

export async function makeDatabase(client: pg.Client, database: string) {
  const { rows: [found] } = await client.query<{ ctype: string; encoding: string }>('select datctype as ctype, pg_encoding_to_char(encoding) as encoding from pg_database where datname = $1', [database])
  if (!found) await client.query(`create database "${database}" template template0 encoding 'UTF8' lc_ctype 'C.UTF-8'`)
  else if (!/utf-?8/i.test(found.ctype) || found.encoding !== 'UTF8') throw new Refusal(503, 'database.wrong-ctype', { database, ctype: found.ctype })
}

/** Whether a server of one's own answers and is new enough; changes nothing. Returns its version. */
export async function checkServer(url: string, variable: string): Promise<string> {
  const client = await reach(readUrl(url), variable)
  try { return (await versionOf(client, variable)).version } finally { await client.end() }
}

/** Whether what the server acknowledges is on a second machine by then; changes nothing. */
export async function secondCopyAt(url: string, variable: string): Promise<SecondCopy> {
  const client = await reach(readUrl(url), variable)
  try { return await secondCopyOf(client) } finally { await client.end() }
}

async function versionOf(client: pg.Client, variable: string) {
  const { rows: [server] } = await client.query<{ number: number; version: string }>(`select current_setting('server_version_num')::int as number, current_setting('server_version') as version`)
  if (server!.number < 150_000) throw new Refusal(503, 'database.too-old', { version: server!.version, variable })
  return server!
}

/** By way of a database that every server has: the one asked for may not exist yet. */
async function reach(admin: Admin, variable: string): Promise<pg.Client> {
  for (const database of ['postgres', 'template1', admin.database]) {
    const client = new pg.Client({ ...admin, database, connectionTimeoutMillis: 10_000 })
    try {
      await client.connect()
      return client
    } catch (error) {
      const { code = '' } = error as { code?: string }
      if (code === '28P01' || code === '28000') throw new Refusal(503, 'database.wrong-password', { user: admin.user, variable })
      if (code !== '3D000' && code !== '42501') throw new Refusal(503, 'database.unreachable', { host: admin.host, variable })
    }
  }
  throw new Refusal(503, 'database.unreachable', { host: admin.host, variable })
}

/** `sslmode` as libpq knows it, except that what is encrypted is also checked: without that it protects from nobody. */
function readUrl(text: string): Admin {
  const url = new URL(text)
  const database = decodeURIComponent(url.pathname.slice(1)) || 'senim'
  if (!/^[\w-]{1,48}$/.test(database)) throw new Refusal(422, 'database.odd-name', { database })
  const mode = url.searchParams.get('sslmode') ?? 'disable'
  const authority = url.searchParams.get('sslrootcert')
  return {
    host: url.searchParams.get('host') ?? url.hostname, port: Number(url.port || 5432),
    user: decodeURIComponent(url.username), password: decodeURIComponent(url.password),
    database,
    ...mode !== 'disable' && { ssl: { rejectUnauthorized: mode !== 'no-verify', ...authority && { ca: readFileSync(authority) } } },
  }
}
