import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { Table } from '#trust/data-map/data-map.ts'
import { categories, isDeclared, type Policy } from '#trust/policy/policy.ts'

/** A column that holds something about people. */
export type Place = { table: string; column: string; category: string }
export type Coverage = {
  /** Kinds of data that the database can hold, and those of them that this school names. */
  stored: string[]
  named: string[]
  /** Named by the school, and there is no place for it: a promise to collect what cannot be collected. */
  idle: string[]
  /** Not named by the school, and filled here all the same. */
  unnamed: Place[]
  /** Columns of a kind that no manifest can name. */
  unknown: Place[]
}

export const placesIn = (map: readonly Table[]): Place[] =>
  map.flatMap(table => table.columns.flatMap(({ name, note }) => note.says === 'data' ? [{ table: table.name, column: name, category: note.category }] : []))

/** Compares the manifest with the database, in both directions. */
export async function coverage(db: Database, map: readonly Table[], policy: Policy): Promise<Coverage> {
  const places = placesIn(map)
  const stored = [...new Set(places.map(({ category }) => category))].sort()
  const filled = await filledOf(db, places.filter(({ category }) => !isDeclared(policy, category)))
  return {
    stored,
    named: stored.filter(category => isDeclared(policy, category)),
    idle: policy.data.map(({ category }) => category as string).filter(category => !stored.includes(category)),
    unnamed: filled,
    unknown: places.filter(({ category }) => !(categories as readonly string[]).includes(category)),
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
