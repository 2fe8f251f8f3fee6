// Agreement with the policy: not a fact about the person, but what they say when they join. Asked where the school takes registration for agreement.
import { z } from 'zod'
import { ruleOf, type Policy } from '#trust/policy/policy.ts'
import { askAcceptance } from '#trust/publication/publication.ts'

export const asksAgreement = (policy: Policy) => ruleOf(policy, askAcceptance)?.on.includes('registration') ?? false

/** `policy` is the number of the version that was read; the tick is not set beforehand. */
export const agreementShape = (policy: Policy): z.ZodRawShape => asksAgreement(policy)
  ? { policy: z.coerce.number().int().positive(), agree: z.preprocess(said => said === 'on' || said, z.literal(true)) }
  : {}

export const agreementInputs = (policy: Policy) => asksAgreement(policy) ? { policy: { type: 'hidden' as const, current: true as const }, agree: { type: 'checkbox' as const } } : {}
