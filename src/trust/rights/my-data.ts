import { CompiledQuery, sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import type { Database, SealedValue } from '#platform/database/database.ts'
import { looksAt, query, type Context, type Look } from '#trust/audit/audit.ts'
import { rowsOf, type Table } from '#trust/data-map/data-map.ts'
import { transfersOf, type Transfer } from '#trust/processors/processors.ts'
import { given, type GivenConsent, type Name } from './parts.ts'
import { legalHoldsOf, type LegalHold } from './holds/standing.ts'
import { restrictionsOf, type Restriction } from './restriction/standing.ts'

export type MyRequest = { id: string; number: number; kind: string; wish: SealedValue | null; asked_at: Date; promised_by: Date; due_by: Date; responsible: string | null; taken_at: Date | null; answered_at: Date | null; granted: boolean | null; done: SealedValue | null; kept: SealedValue | null; why: SealedValue | null }
export type MyCopy = { id: string; asked_at: Date; ready_at: Date | null; expires_at: Date | null; bytes: number | null }
export type MyData = { counts: Record<string, number>; requests: MyRequest[]; copies: MyCopy[]; looks: Look[]; officers: Name[]; transfers: Transfer[]; consents: GivenConsent[]; restrictions: Restriction[]; holds: LegalHold[] }

/** What is held of whoever asks, in nine questions that travel together. */
export const showMyData = query('rights.my-data', {
  input: z.strictObject({}),
  async find(ctx: Context): Promise<MyData> {
    const { db, now } = ctx
    const person = ctx.actor.person!
    const [counts, requests, copies, looks, officers, transfers, consents, restrictions, holds] = await Promise.all([
      countsOf(ctx, person),
      requestsOf(db, person),
      db.selectFrom('rights.copies').select(['id', 'asked_at', 'ready_at', 'expires_at', 'bytes']).where('person', '=', person)
        .where(eb => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)])).orderBy('asked_at', 'desc').execute(),
      looksAt(db, person),
      officersOf(db, person),
      transfersOf(db, person),
      given().consentsOf(db, person),
      restrictionsOf(db, person, now),
      legalHoldsOf(db, person, now),
    ])
    return { counts, requests, copies, looks, officers, transfers, consents, restrictions, holds }
  },
  may: actor => actor.person !== null,
  reveals: () => [],
})

const columns = ['id', 'number', 'kind', 'wish', 'asked_at', 'promised_by', 'due_by', 'responsible', 'taken_at', 'answered_at', 'granted', 'done', 'kept', 'why'] as const

export const requestById = (db: Database, id: string): Promise<(MyRequest & { person: string; came: string; confirmed_at: Date | null }) | undefined> =>
  db.selectFrom('rights.requests').select([...columns, 'person', 'came', 'confirmed_at']).where('id', '=', id).executeTakeFirst()

export const requestsOf = (db: Database, person: string): Promise<MyRequest[]> =>
  db.selectFrom('rights.requests').select([...columns])
    .where('person', '=', person).orderBy('asked_at', 'desc').limit(50).execute()

/** Who asked for something in this request. */
export const askerOf = async (db: Database, request: string): Promise<string | undefined> =>
  (await db.selectFrom('rights.requests').select('person').where('id', '=', request).executeTakeFirst())?.person ?? undefined

/** Those who answer for the requests of a person, by name: sealed until the page is drawn. */
export const officersOf = (db: Database, person: string): Promise<Name[]> =>
  given().namesOf(db, sql<string>`(select responsible from rights.requests where person = ${person})`)

/** Rows that hold something of a category, over every table of the data map that leads to a person: a new table is counted without anybody adding it here. */
export const countsOf = (ctx: Context, person: string) => counted(ctx, 'person', person)

/** The same of whoever asked in a request, without reading it first. */
export const countsOfAsker = (ctx: Context, request: string) => counted(ctx, 'request', request)

/** How a person is found by the one value of the question. */
const whose = { person: sql<string>`${''}`, request: sql<string>`(select person from rights.requests where id = ${''})` }

async function counted({ db, map }: Context, by: keyof typeof whose, id: string): Promise<Record<string, number>> {
  const known = counting.get(map) ?? {}
  counting.set(map, known)
  const { sql: text, parameters } = known[by] ??= countOf(db, map, whose[by])
  const { rows } = await db.executeQuery<{ category: string; n: number }>(CompiledQuery.raw(text, parameters.map(() => id)))
  const counts: Record<string, number> = {}
  for (const { category, n } of rows) counts[category] = (counts[category] ?? 0) + n
  return counts
}

// A question of forty parts, the same for everybody: put together once, its only value is the person, or the request.
const counting = new WeakMap<Table[], Partial<Record<keyof typeof whose, CompiledQuery>>>()

function countOf(db: Database, map: Table[], person: RawBuilder<string>): CompiledQuery {
  const parts = map.flatMap(table => {
    const theirs = rowsOf(person, table, map)
    const filled = Map.groupBy(table.columns.flatMap(({ name, note }) => note.says === 'data' ? [{ name, category: note.category }] : []), ({ category }) => category)
    return theirs ? [...filled].map(([category, columns]) =>
      sql`select ${sql.lit(category)} as category, count(*) filter (where num_nonnulls(${sql.join(columns.map(({ name }) => sql.ref(name)))}) > 0)::int as n from ${sql.table(table.name)} where ${theirs}`) : []
  })
  return sql`${sql.join(parts, sql` union all `)}`.compile(db)
}
