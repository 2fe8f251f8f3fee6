// Whether words are left anywhere: in both databases as text, in their files, and in every other file of the house.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { House } from './house.ts'

type Words = ReadonlyMap<string, string>
type Database = 'main' | 'vault'

export async function residue(house: House, words: Words): Promise<string[]> {
  const databases = await Promise.all((['main', 'vault'] as const).map(database => inDatabase(house, database, words)))
  return [...house.folders().flatMap(folder => inFiles(folder, words)), ...databases.flat()]
}

/** What the words of newcomers begin with: a file without it need not be searched for each of them. */
export const mark = 'zqcanary'

/** How a word may be written: as it is, or encoded, wherever in the middle of something it stands. */
function formsOf(word: string): Buffer[] {
  const bytes = Buffer.from(word)
  // Base64 takes three bytes at a time, so a word reads in three ways; the signs it shares with its neighbours are left out.
  const encoded = [0, 1, 2].map(before => Buffer.concat([Buffer.alloc(before), bytes]).toString('base64').replace(/=+$/, '').slice(before ? before + 1 : 0, -1))
  const spelt = new Set([bytes.toString('hex'), ...encoded, ...encoded.map(text => text.replaceAll('+', '-').replaceAll('/', '_'))])
  return [bytes, Buffer.from(word, 'utf16le'), ...[...spelt].map(text => Buffer.from(text))]
}

const holds = (bytes: Buffer, word: string) => formsOf(word).some(form => bytes.includes(form))

/** The uses of those words that can be read in these bytes. */
export function wordsIn(bytes: Buffer, words: Words): string[] {
  const marked = holds(bytes, mark)
  return [...words].filter(([, word]) => (marked || !word.startsWith(mark)) && holds(bytes, word)).map(([use]) => use)
}

/** Past every wall, as nobody in the house may. */
export async function connected<R>(house: House, database: Database, work: (client: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client(house.administrator(database))
  await client.connect()
  try { return await work(client) } finally { await client.end() }
}

export const ask = (house: House, database: Database, question: string, values: unknown[]) =>
  connected(house, database, async client => (await client.query(question, values)).rows as Record<string, unknown>[])

function inDatabase(house: House, database: Database, words: Words): Promise<string[]> {
  const forms = [...words].flatMap(([use, word]) => formsOf(word).filter(form => !form.includes(0)).map(form => ({ use, form: form.toString() })))
  return connected(house, database, async client => {
    const { rows: tables } = await client.query<{ name: string }>(`select oid::regclass::text as name from pg_class where relkind in ('r', 'p') and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')`)
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ use: string; n: number }>(`
        with lines as materialized (select t::text as line from ${name} t)
        select use, count(*)::int as n from lines, unnest($1::text[], $2::text[]) as word (use, form) where strpos(line, form) > 0 group by use`,
      [forms.map(({ use }) => use), forms.map(({ form }) => form)])
      found.push(...rows.map(({ use, n }) => `${use} in ${database} ${name}: ${n}`))
    }
    return found
  })
}

function inFiles(folder: string, words: Words): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap(name => {
    const path = join(folder, name)
    try {
      if (!statSync(path).isFile()) return []
      return wordsIn(Buffer.concat([Buffer.from(`${name}\n`), readFileSync(path)]), words).map(use => `${use} in ${name}`)
    } catch (error) {
      if (['ENOENT', 'ENXIO'].includes((error as NodeJS.ErrnoException).code ?? '')) return [] // gone while we look, or a socket
      throw error
    }
  })
}
