// What rests for whom, at a moment: everything a person has, one use of it, or one kind of data.
import type { Database } from '#platform/database/database.ts'
import type { Limit } from '#trust/purposes/purposes.ts'

export const scopes = ['all', 'use', 'field'] as const
export type Scope = (typeof scopes)[number]
/** `until_at`: it ends by itself then; without it, when somebody lifts it. */
export type Restriction = { id: string; request: string | null; scope: Scope; subject: string; since: Date; until_at: Date | null; ended_at: Date | null }

const stands = (db: Database, now: Date) => db.selectFrom('rights.restrictions').where('ended_at', 'is', null).where(eb => eb.or([eb('until_at', 'is', null), eb('until_at', '>', now)]))

/** Of everybody: every function asks for it. */
export const restrictionsStanding = (db: Database, now: Date): Promise<Limit[]> => stands(db, now).select(['person', 'scope', 'subject']).execute()

/** Of one person, the oldest first. */
export const restrictionsOf = async (db: Database, person: string, now: Date): Promise<Restriction[]> =>
  (await stands(db, now).select(['id', 'request', 'scope', 'subject', 'since', 'until_at', 'ended_at']).where('person', '=', person).orderBy('since').execute()) as Restriction[]
