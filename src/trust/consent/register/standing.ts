// How a consent stands: by its last record, for the words as they are today, within its term.
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { Context } from '#trust/audit/audit.ts'
import { consentNamed } from './declared.ts'

type Moment = Pick<Context, 'policy' | 'now'>

/**
 * Whether the consent of a person stands at this moment, as a part of another module's question: `.where(consentStands(ctx, id, sql.ref('plans.person')))`.
 * Asked row by row, so that a question for three reviews looks at three people. False for everybody where the school does not ask for it.
 */
export function consentStands({ policy, now }: Moment, id: string, person: RawBuilder<unknown>): RawBuilder<boolean> {
  const version = consentNamed(policy, id)?.version ?? 0
  return sql<boolean>`coalesce((select told.given and told.version = ${version} and (told.ends_at is null or told.ends_at > ${now})
    from consent.records told where told.consent = ${id} and told.person = ${person} order by told.number desc limit 1), false)`
}

/** Everybody whose consent stands at this moment: for a job that does something for all of them. */
export async function peopleAllowing(ctx: Moment & { db: Database }, id: string): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`select person from (select distinct person from consent.records where consent = ${id}) as anybody where ${consentStands(ctx, id, sql.ref('anybody.person'))}`.execute(ctx.db)
  return rows.map(({ person }) => person)
}

/** Whether this person's consent stands: what jobs and commands ask before they do what rests on it. */
export async function allowed(ctx: Moment & { db: Database }, id: string, person: string): Promise<boolean> {
  const last = await ctx.db.selectFrom('consent.records').select(['given', 'version', 'ends_at']).where('consent', '=', id).where('person', '=', person).orderBy('number', 'desc').limit(1).executeTakeFirst()
  return stands(ctx, id, last)
}

type Last = { given: boolean; version: number; ends_at: Date | null }
export const stands = ({ policy, now }: Moment, id: string, last: Last | undefined): boolean =>
  last !== undefined && last.given && last.version === consentNamed(policy, id)?.version && (last.ends_at === null || last.ends_at > now)

const columns = ['id', 'consent', 'given', 'version', 'policy_version', 'locale', 'manner', 'ends_at', 'at'] as const
export type RecordShown = { id: string; consent: string; given: boolean; version: number; policy_version: number; locale: string; manner: string; ends_at: Date | null; at: Date }

/** Every record of a person, the latest first. */
export const recordsOf = (db: Database, person: string): Promise<RecordShown[]> =>
  db.selectFrom('consent.records').select([...columns]).where('person', '=', person).orderBy('number', 'desc').execute()

export const recordById = (db: Database, id: string) =>
  db.selectFrom('consent.records').select([...columns, 'person', 'words', 'terms']).where('id', '=', id).executeTakeFirst()

/** How many consents these people gave by themselves: minors give none. */
export const givenByThemselves = async (db: Database, people: readonly string[]): Promise<number> => Number((await db.selectFrom('consent.records').select(({ fn }) => fn.countAll<number>().as('n'))
  .where('person', '=', sql<string>`any (${people}::uuid[])`).where('given', '=', true).where('manner', '!=', 'guardian').executeTakeFirstOrThrow()).n)
