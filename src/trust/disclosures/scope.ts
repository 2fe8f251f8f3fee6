// What can be handed over: the columns that the data map marks for export, by the kinds of data the school has declared.
import { sql } from 'kysely'
import { nobody } from '#platform/ids.ts'
import type { Context } from '#trust/audit/audit.ts'
import { rowsOf, type Table } from '#trust/data-map/data-map.ts'
import type { Policy } from '#trust/policy/policy.ts'

/** `name` is "schema.table.column". */
export type Field = { name: string; table: string; column: string; category: string }
/** One table of what goes out. A row comes with the keys by which sealed values are opened; `columns` are those in scope, and nothing else goes into a file. */
export type Part = { table: string; columns: string[]; rows: Record<string, unknown>[] }

// What opens an account is of no use to anybody honest, on whichever ground they ask.
const secret = 'account.password'
const known = new WeakMap<readonly Table[], Field[]>()

function exported(map: Table[]): Field[] {
  const found = known.get(map) ?? map.filter(table => rowsOf(nobody, table, map)).flatMap(({ name: table, columns }) =>
    columns.flatMap(({ name: column, note }) => note.says === 'data' && note.export && note.category !== secret ? [{ name: `${table}.${column}`, table, column, category: note.category }] : []))
  known.set(map, found)
  return found
}

/** Every field that this school may be asked for, in the order of its manifest. */
export const fieldsOf = (map: Table[], { data }: Pick<Policy, 'data'>): Field[] =>
  data.flatMap(({ category }) => exported(map).filter(field => field.category === category))

/** The rows of a person with the fields in scope, sealed as they are stored. Inside a transaction. */
export async function readScope({ db, map }: Pick<Context, 'db' | 'map'>, person: string, fields: Field[]): Promise<Part[]> {
  const parts: Part[] = []
  for (const [table, columns] of Map.groupBy(fields, ({ table }) => table)) {
    const described = map.find(({ name }) => name === table)!
    const wanted = columns.map(({ column }) => column)
    const read = described.columns.filter(({ name, note }) => wanted.includes(name) || note.says !== 'data' && name !== 'site').map(({ name }) => sql.ref(name))
    const { rows } = await sql<Record<string, unknown>>`select ${sql.join(read)} from ${sql.table(table)} where ${rowsOf(person, described, map)!}`.execute(db)
    parts.push({ table, columns: wanted, rows })
  }
  return parts
}
