// Single-use links. The token is made when the letter is written and is nowhere but in it; here is only its hash.
import { seal } from '#platform/sealing/sealing.ts'
import type { Context } from '#trust/audit/audit.ts'
import type { Database } from '#platform/database/database.ts'
import { sql } from 'kysely'
import { uuidv7 } from '#platform/ids.ts'
import { hashOf, isToken, newToken } from './tokens.ts'

export type Purpose = 'confirm' | 'enter' | 'reset' | 'invite' | 'address' | 'keep-address' | 'guardian'

const minute = 60_000
const hour = 60 * minute
/** How long each works. The letters say it. */
export const lifetimes: Record<Purpose, number> = {
  confirm: 48 * hour, enter: 15 * minute, reset: 30 * minute, invite: 7 * 24 * hour, address: 48 * hour, 'keep-address': 7 * 24 * hour, guardian: 48 * hour,
}

type Wanted = { person: string; purpose: Purpose; change?: string | null; handedOver?: boolean; until?: Date }

/** A new link makes the earlier ones for the same purpose void. `until`: where a promise sets its end. One that is handed over stays readable for whoever made it. */
export async function makeLink(ctx: Context, { person, purpose, change = null, handedOver = false, until }: Wanted): Promise<string> {
  const { db, now } = ctx
  const [id, token] = [uuidv7(), newToken()]
  const readable = handedOver ? seal(ctx, { table: 'sign_in.links', row: id, person }, { token }) : {}
  await db.deleteFrom('sign_in.links').where('person', '=', person).where('purpose', '=', purpose).execute()
  await db.insertInto('sign_in.links').values({ id, token_hash: hashOf(token), person, purpose, change, made_at: now, expires_at: until ?? new Date(now.getTime() + lifetimes[purpose]), ...readable }).execute()
  return token
}

/** Links waiting to be handed over to this person. */
export const handedOver = (db: Database, person: string, now: Date) =>
  db.selectFrom('sign_in.links').select(['id', 'purpose', 'token', 'expires_at']).where('person', '=', person).where('token', 'is not', null).where('expires_at', '>', now).execute()

/** Of these people, those who have a link that still works. */
export const withLiveLink = async (db: Database, people: readonly string[], now: Date) =>
  (await db.selectFrom('sign_in.links').select('person').where('person', '=', sql<string>`any (${people}::uuid[])`).where('expires_at', '>', now).execute()).map(({ person }) => person)

/** Whose link it is, without using it up: for the page that the letter leads to. Mail scanners open links too. */
export const lookAtLink = async (db: Database, purpose: Purpose, token: string, now: Date) => isToken(token)
  ? db.selectFrom('sign_in.links').select(['id', 'person', 'change']).where('token_hash', '=', hashOf(token))
      .where('purpose', '=', purpose).where('expires_at', '>', now).executeTakeFirst()
  : undefined

/** Uses the link up. Of two that come at once, one finds it gone. */
export const useLink = async (db: Database, id: string): Promise<boolean> =>
  (await db.deleteFrom('sign_in.links').where('id', '=', id).executeTakeFirst()).numDeletedRows > 0n

export const voidLinks = (db: Database, person: string, purposes: Purpose[]) =>
  db.deleteFrom('sign_in.links').where('person', '=', person).where('purpose', 'in', purposes).execute()

export const forgetExpiredLinks = (db: Database, now: Date) => db.deleteFrom('sign_in.links').where('expires_at', '<=', now).execute()
