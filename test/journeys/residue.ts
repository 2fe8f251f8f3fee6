// Whether words are left anywhere: in both databases as text, in their files, and in every other file of the data folder.
import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

type Words = ReadonlyMap<string, string>

export async function residue(folder: string, words: Words): Promise<string[]> {
  return [...inFiles(folder, words), ...(await Promise.all(['senim', 'senim_vault'].map(database => inDatabase(folder, database, words)))).flat()]
}

const passwordOf = (folder: string) => {
  const key = readFileSync(join(folder, 'keys/installation.key'))
  return createHmac('sha256', key).update('postgres').digest('base64url')
}

/** The socket's folder stands in the fifth line of the server's own note. */
const socketOf = (folder: string) => readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[4]!

async function connected<R>(folder: string, database: string, work: (client: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client({ host: socketOf(folder), user: 'postgres', password: passwordOf(folder), database })
  await client.connect()
  try { return await work(client) } finally { await client.end() }
}

/** One question to a database of the running house, past every wall. */
export const ask = (folder: string, database: string, question: string, values: unknown[]) =>
  connected(folder, database, async client => (await client.query(question, values)).rows as Record<string, unknown>[])

function inDatabase(folder: string, database: string, words: Words): Promise<string[]> {
  return connected(folder, database, async client => {
    const { rows: tables } = await client.query<{ name: string }>(`select oid::regclass::text as name from pg_class where relkind in ('r', 'p') and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')`)
    const found: string[] = []
    for (const { name } of tables) for (const [use, word] of words) {
      const { rows: [row] } = await client.query<{ n: number }>(`select count(*)::int as n from ${name} t where strpos(t::text, $1) > 0 or strpos(t::text, $2) > 0`, [word, Buffer.from(word).toString('hex')])
      if (row!.n) found.push(`${use} in ${database} ${name}: ${row!.n}`)
    }
    return found
  })
}

function inFiles(folder: string, words: Words): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap(name => {
    const path = join(folder, name)
    try {
      if (!statSync(path).isFile()) return []
      const bytes = readFileSync(path)
      return [...words].filter(([, word]) => bytes.includes(word) || name.includes(word)).map(([use]) => `${use} in ${name}`)
    } catch (error) {
      if (['ENOENT', 'ENXIO'].includes((error as NodeJS.ErrnoException).code ?? '')) return [] // gone while we look, or a socket
      throw error
    }
  })
}
