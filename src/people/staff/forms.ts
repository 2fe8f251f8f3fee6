import { z } from 'zod'
import { form, type Form } from '#platform/ui/ui.ts'
import { roleNames } from '#trust/audit/audit.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { fieldSchemas, identifierOf, inputsOf, messages as accounts, perPolicy, shapeOf } from '#people/accounts/accounts.ts'
import { newPassword, newPasswordWords } from '#people/sign-in/sign-in.ts'
import { invitationFields, staffRoles } from './invite.ts'
import { messages } from './messages.ts'

export const inviteForm: (policy: Policy) => Form<z.ZodObject> = perPolicy(policy => {
  const kind = identifierOf(policy)
  return form(z.strictObject({ role: z.enum(staffRoles), identifier: fieldSchemas[kind] }), {
    role: { type: 'radio', options: locale => staffRoles.map(value => ({ value, label: roleNames[value][locale] })) },
    identifier: { type: kind === 'email' ? 'email' : 'text', autocomplete: 'off' },
  }, { ...messages, identifier: accounts[kind] })
})

const formsFor = (known: boolean): (policy: Policy) => Form<z.ZodObject> => perPolicy(policy => {
  const fields = invitationFields(policy, known)
  return form(z.strictObject({ ...shapeOf(fields), password: newPassword(policy) }), inputsOf(fields), { ...accounts, ...newPasswordWords })
})
const withIdentifier = formsFor(false)
const withoutIdentifier = formsFor(true)
export const acceptForm = (policy: Policy, identifierKnown: boolean) => identifierKnown ? withoutIdentifier(policy) : withIdentifier(policy)

export const findForm = form(z.strictObject({ who: z.string().trim().min(1).max(254) }), { who: { autocomplete: 'off', hint: 'who-hint' } }, messages)

const why = { type: 'textarea', rows: 2, hint: 'why-hint' } as const
const About = z.strictObject({ why: z.string().trim().min(10).max(500) })
export const lookForm = form(About, { why }, messages)
export const standingForm = form(About, { why }, messages)
export const resetForm = form(About, { why }, messages)

export const roleForm = form(z.strictObject({ role: z.enum(['learner', ...staffRoles]) }),
  { role: { type: 'select', options: locale => (['learner', ...staffRoles] as const).map(value => ({ value, label: roleNames[value][locale] })) } }, messages)

export const addressForm: (policy: Policy) => Form<z.ZodObject> = perPolicy(policy => {
  const kind = identifierOf(policy)
  return form(z.strictObject({ value: fieldSchemas[kind] }), { value: { type: kind === 'email' ? 'email' : 'text', autocomplete: 'off' } }, { ...messages, value: accounts[kind] })
})
