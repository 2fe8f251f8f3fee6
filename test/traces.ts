// What is left of people in a data folder whose installation runs: for tests of their going.
import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { embedded } from './journeys/house.ts'

/** Asks a database of a running installation past everything that walls it. */
export const administered = async <R>(folder: string, database: 'main' | 'vault', work: (client: pg.Client) => Promise<R>): Promise<R> => {
  const client = new pg.Client(embedded(folder, database))
  await client.connect()
  try { return await work(client) } finally { await client.end() }
}
export const counted = async (client: pg.Client, from: string) => Number((await client.query(`select count(*) from ${from}`)).rows[0].count)

/** Every place where somebody may still be: columns that name a person, keys, files, letters. Entries of the log name nobody any more, and stay. */
export async function tracesIn(folder: string): Promise<string[]> {
  const rows = await administered(folder, 'main', async client => {
    const { rows } = await client.query<{ table: string; name: string }>(`
      select a.attrelid::regclass::text as table, a.attname as name from pg_attribute a
      where a.attnum > 0 and col_description(a.attrelid, a.attnum) like 'key: person%' and a.attrelid::regclass::text <> 'audit.entries'`)
    assert.ok(rows.length > 20)
    const found: string[] = []
    for (const { table, name } of rows) if (await counted(client, `${table} where ${name} is not null and site not like 'probe-%'`)) found.push(`${table}.${name}`)
    return found
  })
  const keys = await administered(folder, 'vault', async client => {
    const found: string[] = []
    for (const table of ['people', 'keys', 'lookups']) if (await counted(client, `sealing.${table} where site not like 'probe-%'`)) found.push(`sealing.${table}`)
    return found
  })
  return [...rows, ...keys, ...globSync(join(folder, 'files/**/*'), { withFileTypes: true }).filter(entry => (entry as typeof entry | null)?.isFile() && !entry.parentPath.includes('/probe')).map(({ name }) => name), ...globSync(join(folder, 'outbox/*/*/*'))]
}
