import { readdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { migrate } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Manifest } from './manifest.ts'
import { openCopy, type Section } from './read-copy.ts'
import type { Shelf } from './room.ts'
import { copiedTables, migrationsIn } from './tables.ts'

/** What is not the same on another server is put right by the module it belongs to, in the transaction that loads. */
export type Repair = (client: pg.Client) => Promise<unknown>

/**
 * Makes the database `name` anew and fills it from a copy: first at the level of the copy, then brought to ours. Everything
 * is counted on the way in; anything that is not as it was written leaves no such database behind.
 */
export async function loadCopy(room: Shelf, file: string, name: string, repairs: Partial<Record<Manifest['database'], Repair>> = {}): Promise<Manifest> {
  const { manifest, sections } = await openCopy(room.keys, file)
  const bench = room[manifest.database]
  refuseNewer(manifest, bench.migrations)
  await bench.make(name)
  try {
    await bench.on(async client => {
      await migrate(client, bench.migrations, new Set(manifest.migrations))
      await fill(client, manifest, sections, repairs[manifest.database])
      await migrate(client, bench.migrations)
      await client.query('analyze')
    }, name)
    return manifest
  } catch (error) {
    await bench.drop(name)
    throw error
  }
}

function refuseNewer({ migrations }: Manifest, folder: string) {
  const known = new Set(readdirSync(folder))
  const unknown = migrations.find(name => !known.has(name))
  if (unknown) throw new Refusal(409, 'backups.newer', { level: unknown })
}

async function fill(client: pg.Client, manifest: Manifest, sections: AsyncGenerator<Section>, repair: Repair | undefined) {
  if ((await migrationsIn(client)).length !== manifest.migrations.length) throw new Refusal(409, 'backups.newer', { level: manifest.migrations.at(-1) ?? '' })
  await client.query('begin')
  const walled = (await copiedTables(client)).filter(table => table.walled).map(({ table }) => table)
  const ties = await tiesIn(client)
  // Rows come table by table, of all schools: ties and walls stand again, and are checked, before anything of it counts.
  for (const { table, name } of ties) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const table of walled) await client.query(`alter table ${table} no force row level security`)
  for await (const { table, columns, rows } of sections)
    await pipeline(Readable.from(rows, { objectMode: false }), client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`)))
  for (const { table, rows } of manifest.tables) {
    const { rows: [found] } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`)
    if (found!.n !== rows) throw new Error(`${table} came back with ${found!.n} rows of ${rows}`)
  }
  await setSequences(client)
  await repair?.(client)
  await client.query('set constraints all immediate')
  for (const { table, name, definition } of ties) await client.query(`alter table ${table} add constraint ${name} ${definition}`)
  for (const table of walled) await client.query(`alter table ${table} force row level security`)
  await client.query('commit')
}

async function tiesIn(client: pg.Client) {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(`
    select format('%I.%I', n.nspname, c.relname) as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and c.relkind = 'r' and n.nspname <> 'database'`)
  return rows
}

/** Numbers go on after the highest that came back. */
async function setSequences(client: pg.Client) {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(`
    select format('%I.%I', n.nspname, c.relname) as table, quote_ident(a.attname) as column, d.objid::regclass::text as sequence
    from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S' join pg_class c on c.oid = d.refobjid
      join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
    where d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i') and d.refobjsubid > 0`)
  for (const { table, column, sequence } of rows)
    await client.query(`select setval($1::regclass, coalesce(max(${column}), 1), max(${column}) is not null) from ${table}`, [sequence])
}
