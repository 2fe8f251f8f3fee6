// What of a table goes into a copy, and in which shape: the data map says it, and the schema that is published says the same.
import { sql } from 'kysely'
import { nobody } from '#platform/ids.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import type { Context } from '#trust/audit/audit.ts'
import { rowsOf, type Table } from '#trust/data-map/data-map.ts'

export type Row = Record<string, unknown>
export type Part = { table: Table; columns: string[]; rows: () => AsyncGenerator<Row>; /** The latest rows, at most `most`, and how many there are in all. */ latest: (most: number) => Promise<{ shown: Row[]; count: number }> }

/** Empty where a table holds nothing that is exported. A mention is somebody else: it stays out of this person's copy. */
function exportedColumns(table: Table): string[] {
  const exported = table.columns.filter(({ note }) => note.says === 'data' && note.export).map(({ name }) => name)
  if (!exported.length) return []
  return table.columns.filter(({ name, note }) => exported.includes(name) || (note.says === 'fact' && name !== 'site') || (note.says === 'key' && note.as === 'owner' && note.of !== 'site')).map(({ name }) => name)
}

/** The parts of one person's copy, a table each, whether it has rows or not. */
export function partsOf(ctx: Context, person: string): Part[] {
  return ctx.map.flatMap(table => {
    const theirs = rowsOf(person, table, ctx.map)
    const columns = exportedColumns(table)
    if (!theirs || !columns.length) return []
    const select = sql`select ${sql.join(columns.map(name => sql.ref(name)))} from ${sql.table(table.name)} where ${theirs}`
    return [{ table, columns, rows: () => fetchAll(ctx, select), latest: most => fetchLatest(ctx, select, momentOf(table, columns), most) }]
  })
}

/** The column by which rows have their order in time. */
const momentOf = (table: Table, columns: string[]) => table.columns.find(({ name, type }) => columns.includes(name) && type.startsWith('timestamp'))?.name

async function fetchLatest(ctx: Context, select: ReturnType<typeof sql>, moment: string | undefined, most: number) {
  const found = await sql<Row>`select *, count(*) over () as rows_of_all from (${select}) as theirs ${moment ? sql`order by ${sql.ref(moment)} desc nulls last` : sql``} limit ${most}`.execute(ctx.db)
  const shown = await reveal(ctx, found.rows.map(({ rows_of_all: _, ...row }) => row)) as Row[]
  return { shown, count: Number(found.rows[0]?.rows_of_all ?? 0) }
}

async function* fetchAll(ctx: Context, select: ReturnType<typeof sql>) {
  const cursor = sql.id(`copy_${crypto.randomUUID()}`)
  await sql`declare ${cursor} no scroll cursor for ${select}`.execute(ctx.db)
  for (;;) {
    const { rows } = await sql<Row>`fetch 500 from ${cursor}`.execute(ctx.db)
    if (!rows.length) break
    yield* await reveal(ctx, rows) as Row[]
  }
  await sql`close ${cursor}`.execute(ctx.db)
}

/** A value as it stands in the JSON of a copy: bytes as hexadecimal. */
export const asValue = (value: unknown) => Buffer.isBuffer(value) ? value.toString('hex') : value

type JsonType = 'boolean' | 'integer' | 'number' | 'string' | 'object' | 'array'
export type TableSchema = {
  $schema: string; title: string; type: 'array'
  items: { type: 'object'; additionalProperties: false; required: string[]; properties: Record<string, { type?: JsonType | [JsonType, 'null']; format?: string; description: string }> }
}

/** JSON Schema 2020-12: what a program that takes the copy may expect of one table. */
export const schemaOf = (table: Table, columns = exportedColumns(table)): TableSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema', title: table.name, type: 'array',
  items: {
    type: 'object', additionalProperties: false, required: columns,
    properties: Object.fromEntries(table.columns.filter(({ name }) => columns.includes(name)).map(({ name, type, nullable, note }) =>
      [name, { ...typed(type, nullable), description: note.says === 'data' ? note.category : note.says }])),
  },
})

/** Of every table that can be in a copy, by the name of its file: published, so that another school can read what we write. */
export const copySchema = (map: Table[]): Record<string, TableSchema> =>
  Object.fromEntries(map.filter(table => rowsOf(nobody, table, map) && exportedColumns(table).length).map(table => [table.name, schemaOf(table)]))
function typed(type: string, nullable: boolean): { type?: JsonType | [JsonType, 'null']; format?: string } {
  if (type === 'jsonb') return {} // its shape is its module's own
  const json = jsonType(type)
  return { type: nullable ? [json, 'null'] : json, ...type.startsWith('timestamp') && { format: 'date-time' }, ...type === 'uuid' && { format: 'uuid' } }
}

function jsonType(type: string): JsonType {
  if (type.endsWith('[]')) return 'array'
  if (type === 'boolean') return 'boolean'
  if (/^(integer|smallint|bigint)/.test(type)) return 'integer'
  return /^(double|real)/.test(type) ? 'number' : 'string'
}
