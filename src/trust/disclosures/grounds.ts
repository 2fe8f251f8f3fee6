// On which ground something may be handed over, and whether that ground holds at this moment.
import { Refusal } from '#platform/refusal.ts'
import type { Context } from '#trust/audit/audit.ts'
import { allowed } from '#trust/consent/consent.ts'
import { closedOn } from '#trust/processors/processors.ts'
import { ruleOf, type Policy } from '#trust/policy/policy.ts'
import { discloseOnGround, type Ground } from './controls.ts'
import type { Field } from './scope.ts'

/** What the law demands cannot be refused by a promise; everything else a school allows by its own words. */
export const groundsOf = (policy: Policy): readonly Ground[] => ruleOf(policy, discloseOnGround)?.grounds ?? ['law']

type Wanted = { ground: Ground; recipient: string; person: string; fields: Field[] }

/**
 * Nothing is said where the ground holds. A consent is for the recipient that it names, and for the data that it names; a service gets what
 * its agreement declares, while that agreement runs.
 * @throws Refusal 403, which stays in the log as a refused try.
 */
export async function holdToGround(ctx: Context, { ground, recipient, person, fields }: Wanted): Promise<void> {
  const { policy, now } = ctx
  if (!groundsOf(policy).includes(ground)) throw new Refusal(403, 'disclosures.not-a-ground')
  if (ground === 'law' || ground === 'protection') return
  const declared = policy.recipients.find(({ id }) => id === recipient)
  if (!declared) throw new Refusal(403, 'disclosures.unknown-recipient')
  if (closedOn(declared, policy.law, now)) throw new Refusal(403, 'disclosures.recipient-closed')
  const categories = [...new Set(fields.map(({ category }) => category))]
  if (!categories.every(category => (declared.data as string[]).includes(category))) throw new Refusal(403, 'disclosures.beyond-agreement')
  if (ground === 'consent' && !await consented(ctx, recipient, person, categories)) throw new Refusal(403, 'disclosures.no-consent')
}

async function consented(ctx: Context, recipient: string, person: string, categories: string[]): Promise<boolean> {
  const naming = (ctx.policy.consents ?? []).filter(({ recipients, data }) => recipients.includes(recipient) && categories.every(category => (data as string[]).includes(category)))
  for (const { id } of naming) if (await allowed(ctx, id, person)) return true
  return false
}

/** How many hands a ground asks for before anything is handed over. */
export const handsFor = (ground: Ground): 0 | 1 | 2 => ground === 'law' ? 2 : ground === 'protection' ? 1 : 0
