import { inSite, type Database } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { reveal, seal } from '#platform/sealing/sealing.ts'
import type { Context } from '#trust/audit/audit.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { promisedHashing } from './protect-passwords.ts'
import { hashPassword, type Hashing } from './hashing.ts'
import { leastLength, weaknessOf } from './password-rules.ts'

/** What the school has promised; argon2id where it promises nothing by name. */
export const hashingOf = (policy: Policy): Hashing => promisedHashing(policy) ?? { algorithm: 'argon2id' }

/** Says why a password is too easy to guess, or hashes it. Slow: belongs into `prepare`. */
export async function hashNew(ctx: Context, password: string, own: (string | null | undefined)[], field = 'password'): Promise<string> {
  const hashing = hashingOf(ctx.policy)
  const weakness = weaknessOf(password, hashing, own)
  if (weakness) throw new Refusal(422, `sign-in.password-${weakness}`, { least: leastLength }, { field })
  return hashPassword(hashing, password)
}

export async function storePassword({ db, now, ...ctx }: Context, person: string, hash: string) {
  const row = { hash: seal(ctx, { table: 'sign_in.passwords', row: person, person }, { hash }).hash, set_at: now }
  await db.insertInto('sign_in.passwords').values({ person, ...row }).onConflict(clash => clash.columns(['site', 'person']).doUpdateSet(row)).execute()
}

/** Nobody can come in by a password until one is set anew. */
export const dropPassword = (db: Database, person: string) => db.deleteFrom('sign_in.passwords').where('person', '=', person).execute()

/** The stored hash, for `prepare`: opened outside of any transaction. */
export async function storedHash(ctx: Context, person: string): Promise<string | undefined> {
  const row = await inSite(ctx.db, ctx.site, db => db.selectFrom('sign_in.passwords').select(['person', 'hash']).where('person', '=', person).executeTakeFirst())
  return (await reveal(ctx, row))?.hash ?? undefined
}

export const hasPassword = async (db: Database, person: string) =>
  await db.selectFrom('sign_in.passwords').select('person').where('person', '=', person).executeTakeFirst() !== undefined
