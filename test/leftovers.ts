// On a server of one's own the tests leave nothing behind but the roles that installations share.
import pg from 'pg'

export const databasesOn = (url: string): Promise<string[]> => asked(url, async client =>
  (await client.query<{ datname: string }>('select datname from pg_database')).rows.map(({ datname }) => datname))

export async function dropLeftovers(url: string, before: readonly string[]) {
  const made = (await databasesOn(url)).filter(name => name.startsWith('senim_') && !before.includes(name))
  await asked(url, async client => {
    for (const name of made) await client.query(`drop database "${name}" with (force)`)
    const { rows } = await client.query<{ rolname: string }>(`select rolname from pg_roles where rolname like 'senim\\_%\\_login'`)
    for (const { rolname } of rows) if (made.some(name => rolname.startsWith(`${name}_`))) await client.query(`drop role "${rolname}"`)
  })
}

/** Asks the server as its superuser. */
export async function asked<R>(url: string, work: (client: pg.Client) => Promise<R>): Promise<R> {
  const { hostname, port, username, password, searchParams } = new URL(url)
  const client = new pg.Client({ host: searchParams.get('host') ?? hostname, port: Number(port || 5432), user: decodeURIComponent(username), password: decodeURIComponent(password), database: 'postgres' })
  await client.connect()
  try { return await work(client) } finally { await client.end() }
}
