// What the law makes the school keep of whom, at a moment: begun by two people, and not over.
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { Limit } from '#trust/purposes/purposes.ts'
import { restrictionsStanding } from '../restriction/standing.ts'

export type LegalHold = { id: string; category: string; ground: string; begun_at: Date; until_at: Date; kept_at: Date | null }

const stands = (db: Database, now: Date) => db.selectFrom('rights.holds').where('begun_at', 'is not', null).where('ended_at', 'is', null).where('until_at', '>', now)

/** Of one person, or of whoever is the answer of another question; the first to end comes first. */
export const legalHoldsOf = async (db: Database, person: string | RawBuilder<string>, now: Date): Promise<LegalHold[]> =>
  (await stands(db, now).select(['id', 'category', 'ground', 'begun_at', 'until_at', 'kept_at']).where('person', '=', person as string).orderBy('until_at').execute()) as LegalHold[]

/** By kind of data: the grounds, the day on which the last of it ends, and how many people it is about. Nobody is named. */
export const legalHoldsByKind = (db: Database, now: Date): Promise<{ category: string; ground: string; until: Date; people: number }[]> =>
  stands(db, now).select(eb => ['category', 'ground', eb.fn.max('until_at').as('until'), sql<number>`count(distinct person)::int`.as('people')]).groupBy(['category', 'ground']).orderBy('category').orderBy('ground').execute()

/** Everybody of whom this kind of data must be kept, for a condition on rows: as a person who may be any of them. */
export const anybodyHeld = (category: string, now: Date): RawBuilder<string> =>
  sql<string>`any (array(select person from rights.holds where category = ${category} and begun_at is not null and ended_at is null and until_at > ${now}))`

/** What rests at a moment: at the word of a person, and whatever is only kept for the law. */
export async function limitsStanding(db: Database, now: Date): Promise<Limit[]> {
  const [resting, held] = await Promise.all([restrictionsStanding(db, now), stands(db, now).select(['person', 'category']).where('person', 'is not', null).execute()])
  return [...resting, ...held.map(({ person, category }) => ({ person: person!, scope: 'field', subject: category }))]
}
