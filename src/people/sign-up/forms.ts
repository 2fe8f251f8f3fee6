import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { form, type Form } from '#platform/ui/ui.ts'
import { signUpConsents } from '#trust/consent/consent.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { ageRuleOf, fieldSchemas, fieldsOf, inputsOf, messages as accounts, perPolicy, shapeOf, type Declared } from '#people/accounts/accounts.ts'
import { leastLength, newPassword, newPasswordWords } from '#people/sign-in/sign-in.ts'
import { agreementInputs, agreementShape } from './agreement.ts'
import { messages } from './messages.ts'

/** Exactly the fields of the school's manifest, in its order, each with its reason; then its consents, each by itself, and the agreement. */
export const signUpForm: (policy: Policy) => Form<z.ZodObject> = perPolicy(policy => {
  const [fields, consents] = [fieldsOf(policy), signUpConsents(policy)]
  return form(z.strictObject({ ...withPassword(policy, fields), ...consents.shape, ...agreementShape(policy) }), { ...withMeter(inputsOf(fields)), ...consents.inputs, ...agreementInputs(policy) }, { ...accounts, ...messages, ...newPasswordWords, ...consents.words })
})

/** For a minor: the same fields but the birth date, which was said before, and a guardian's address; no consent, as those are the guardian's to give. */
export const minorForm: (policy: Policy) => Form<z.ZodObject> = perPolicy(policy => {
  const fields = minorFields(policy)
  return form(z.strictObject({ ...withPassword(policy, fields), guardian_email: guardianEmail, ...agreementShape(policy) }),
    { ...withMeter(inputsOf(fields)), guardian_email: { type: 'email', autocomplete: 'off', why: messages['guardian-why'] }, ...agreementInputs(policy) }, { ...accounts, ...messages, ...newPasswordWords })
})
export const guardianEmail = fieldSchemas.email
export const minorFields = (policy: Policy) => fieldsOf(policy).filter(({ name }) => name !== 'birth_date')

const withPassword = (policy: Policy, fields: Declared[]): ReturnType<typeof shapeOf> => ({ ...shapeOf(fields), ...fields.some(({ name }) => name === 'password') && { password: newPassword(policy) } })

/** A password that is being chosen is judged in words while it is typed. */
const withMeter = (inputs: ReturnType<typeof inputsOf>) => Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, name === 'password' ? { ...input, least: leastLength } : input]))

/** The one question that stands before all others. */
export const ageForm: (policy: Policy) => Form<z.ZodObject> = perPolicy(policy => {
  const rule = ageRuleOf(policy)
  if (rule?.asks === 'birth-date') return form(z.strictObject({ birth_date: z.iso.date() }), { birth_date: { type: 'date', autocomplete: 'bday', ...reason(policy) } }, { ...accounts, ...messages })
  const from = rule?.from ?? 18
  const guardianFrom = rule?.guardianFrom ?? from
  return form(z.strictObject({ age: z.enum(['adult', 'minor', 'child']) }), {
    age: {
      type: 'radio', ...reason(policy),
      options: locale => [
        { value: 'adult', label: fill(messages['age-adult'], { from })[locale] },
        ...guardianFrom < from ? [{ value: 'minor', label: fill(messages['age-minor'], { from: guardianFrom, to: from - 1 })[locale] }] : [],
        { value: 'child', label: fill(messages['age-child'], { from: guardianFrom })[locale] },
      ],
    },
  }, messages)
})

const reason = ({ age }: Policy) => age === 'none' ? {} : { why: age.why }
