// Writing the register. A record is added and never changed; how a consent stands is what its last record says.
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { seal } from '#platform/sealing/sealing.ts'
import type { Context } from '#trust/audit/audit.ts'
import { addDuration } from '#trust/law/law.ts'
import type { Consent } from '#trust/policy/policy.ts'
import { declaredConsent, termsOf } from './declared.ts'
import { handed } from './given.ts'
import { allowed } from './standing.ts'

/** On its own page, beside the function that needs it, by a request to the officer, or by the guardian of a minor. */
export type Manner = 'page' | 'form' | 'request' | 'guardian'

/**
 * Keeps a consent that was given beside a function, in the transaction of what rests on it, before that is written. Nothing is added where it stands already.
 * @throws Refusal 409 where the school asks for no such consent.
 */
export async function keepConsent(ctx: Context, id: string): Promise<void> {
  const declared = declaredConsent(ctx.policy, id)
  const person = ctx.actor.person!
  if (!await allowed(ctx, id, person)) await writeRecord(ctx, declared, { person, given: true, manner: 'form' })
}

/** The words are those that were read: of what is asked, or of what stops. The time is the database's. @throws Refusal 403 where a minor gives what only a guardian can give. */
export async function writeRecord(ctx: Context, declared: Consent, { person, given, manner }: { person: string; given: boolean; manner: Manner }): Promise<string> {
  if (given && ctx.actor.guarded) throw new Refusal(403, 'consent.guardian-decides')
  const { policy, now, locale } = ctx
  const id = uuidv7()
  const terms = termsOf(policy, declared, await handed().nameOf(ctx, person) ?? '', locale)
  await ctx.db.insertInto('consent.records').values({
    id, person, consent: declared.id, given, version: declared.version, policy_version: policy.version.number, locale, manner,
    ends_at: given && declared.for ? addDuration(now, declared.for) : null,
    ...seal(ctx, { table: 'consent.records', row: id, person }, { words: given ? declared.asks[locale] : terms.stops.join('\n'), terms: JSON.stringify(terms) }),
  }).execute()
  return id
}
