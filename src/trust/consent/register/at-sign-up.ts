// Consents that are asked when somebody joins: each a tick of its own, never set beforehand, apart from the agreement with the policy.
import { z } from 'zod'
import type { Messages } from '#platform/locale.ts'
import type { Input } from '#platform/ui/ui.ts'
import type { Context } from '#trust/audit/audit.ts'
import type { Consent, Policy } from '#trust/policy/policy.ts'
import { consentsOf } from './declared.ts'
import { writeRecord } from './record.ts'
import { allowed } from './standing.ts'

const asked = (policy: Policy): Consent[] => consentsOf(policy).filter(each => each['at-sign-up'])
const prefix = 'consent_'
const fieldOf = ({ id }: Consent) => prefix + id.replaceAll('-', '_')

/** Whether a field of a form is one of these ticks. */
export const isConsentField = (name: string) => name.startsWith(prefix)

/** The ticks of a school: what is accepted, what is drawn, what each is called. */
export function signUpConsents(policy: Policy): { shape: Record<string, z.ZodType>; inputs: Record<string, Input>; words: Messages } {
  const each = <Made>(make: (consent: Consent) => Made) => Object.fromEntries(asked(policy).map(consent => [fieldOf(consent), make(consent)]))
  return { shape: each(() => z.boolean().default(false)), inputs: each(({ asks }) => ({ type: 'checkbox' as const, why: asks })), words: each(({ title }) => title) }
}

/**
 * Keeps what was ticked, in the transaction of the registration. Whoever signs up anew with an address that nobody has confirmed says it anew:
 * what a stranger ticked before them ends.
 */
export async function keepAtSignUp(ctx: Context, person: string, ticked: Record<string, unknown>): Promise<void> {
  for (const consent of asked(ctx.policy)) {
    const [given, standing] = [ticked[fieldOf(consent)] === true, await allowed(ctx, consent.id, person)]
    if (given !== standing) await writeRecord(ctx, consent, { person, given, manner: 'form' })
  }
}
