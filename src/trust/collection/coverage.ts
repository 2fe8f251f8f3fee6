import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { Table } from '#trust/data-map/data-map.ts'
import { categories, isDeclared, type Policy } from '#trust/policy/policy.ts'
import { fieldsOf, type Asked } from './given.ts'

/** A column that holds something about people. */
export type Place = { table: string; column: string; category: string }
export type Coverage = {
  /** Kinds of data that the database can hold, and those of them that this school names. */
  stored: string[]
  named: string[]
  /** Every field of the forms here, and every column about people. */
  fields: Asked[]
  places: Place[]
  /** Fields of no kind or of one that the school does not name; columns that are filled here though it does not name them, or of a kind no manifest can name. */
  undeclared: (Asked | Place)[]
  /** Named by the school, and there is no place for it: a promise to collect what cannot be collected. */
  idle: string[]
  /** Named as coming from the person, and no form asks for it. */
  unasked: string[]
  /** Not named by the school, and filled here all the same. */
  unnamed: Place[]
  /** Columns of a kind that no manifest can name. */
  unknown: Place[]
}

export const placesIn = (map: readonly Table[]): Place[] =>
  map.flatMap(table => table.columns.flatMap(({ name, note }) => note.says === 'data' ? [{ table: table.name, column: name, category: note.category }] : []))

/** Compares the manifest with the forms and the database, in both directions. */
export async function coverage(db: Database, map: readonly Table[], policy: Policy): Promise<Coverage> {
  const [places, fields] = [placesIn(map), fieldsOf(policy)]
  const stored = [...new Set(places.map(({ category }) => category))].sort()
  const unknown = places.filter(({ category }) => !(categories as readonly string[]).includes(category))
  const unnamed = await filledOf(db, places.filter(place => !unknown.includes(place) && !isDeclared(policy, place.category)))
  const asked = new Set(fields.map(({ category }) => category))
  return {
    stored, fields, places, unnamed, unknown,
    named: stored.filter(category => isDeclared(policy, category)),
    undeclared: [...fields.filter(({ category }) => category !== null && (category === undefined || !isDeclared(policy, category))), ...unknown, ...unnamed],
    idle: policy.data.map(({ category }) => category as string).filter(category => !stored.includes(category)),
    unasked: policy.data.filter(({ category, source }) => source === 'person' && !asked.has(category)).map(({ category }) => category),
  }
}

/** Which of these places hold anything in this school: one question for all. */
export async function filledOf(db: Database, places: Place[]): Promise<Place[]> {
  if (!places.length) return []
  const asked = places.map(({ table, column }, index) => sql`select ${index}::int as place where exists (select from ${sql.table(table)} where ${sql.ref(column)} is not null)`)
  const { rows } = await sql<{ place: number }>`${sql.join(asked, sql` union all `)}`.execute(db)
  return rows.map(({ place }) => places[place]!)
}

/** How many values of a kind there are. */
export async function countOf(db: Database, places: Place[]): Promise<number> {
  if (!places.length) return 0
  const asked = places.map(({ table, column }) => sql`select count(${sql.ref(column)})::int as found from ${sql.table(table)}`)
  const { rows } = await sql<{ found: number }>`${sql.join(asked, sql` union all `)}`.execute(db)
  return rows.reduce((sum, { found }) => sum + found, 0)
}

/** How many rows hold something of each kind, by kind: one question for all. */
export async function rowsOfKinds(db: Database, map: readonly Table[]): Promise<Record<string, number>> {
  const counts = [...Map.groupBy(placesIn(map), ({ table, category }) => `${table} ${category}`).values()].map(places => sql`
    select ${places[0]!.category} as kind, count(*) as found from ${sql.table(places[0]!.table)} where ${sql.join(places.map(({ column }) => sql`${sql.ref(column)} is not null`), sql` or `)}`)
  const { rows } = await sql<{ kind: string; found: number }>`select kind, sum(found)::int as found from (${sql.join(counts, sql` union all `)}) counted group by kind`.execute(db)
  return Object.fromEntries(rows.map(({ kind, found }) => [kind, found]))
}
