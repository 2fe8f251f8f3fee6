import { z } from 'zod'
import { form, type Form } from '#platform/ui/ui.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { fieldSchemas, identifierOf, perPolicy } from '#people/accounts/accounts.ts'
import { leastLength } from '#people/sign-in/sign-in.ts'
import { messages } from './messages.ts'

const typed = z.string().min(1).max(1000)
const newPassword = { type: 'password', autocomplete: 'new-password', hint: 'password-hint', least: leastLength } as const

/** By the channel of the school: its e-mail, or login and code. */
export const recoverForm: (policy: Policy) => Form<z.ZodObject> = perPolicy(policy => identifierOf(policy) === 'email'
  ? form(z.strictObject({ email: fieldSchemas.email }), { email: { type: 'email', autocomplete: 'username' } }, messages)
  : form(z.strictObject({ login: z.string().trim().min(1).max(64), code: z.string().trim().min(1).max(64), password: typed }),
    { login: { autocomplete: 'username' }, code: { autocomplete: 'one-time-code', hint: 'code-hint' }, password: newPassword }, messages))

export const resetForm = form(z.strictObject({ password: typed }), { password: newPassword }, messages)

/** The half that the privacy officer tells, and the new password. */
export const handsForm = form(z.strictObject({ code: z.string().trim().min(1).max(64), password: typed }),
  { code: { autocomplete: 'one-time-code', hint: 'half-hint' }, password: newPassword }, { ...messages, code: messages.half })

export const changeForm: (policy: Policy) => Form<z.ZodObject> = perPolicy(policy => {
  const kind = identifierOf(policy)
  const words = kind === 'email' ? { ...messages, value: messages['value-email'] } : messages
  return form(z.strictObject({ value: fieldSchemas[kind], current: typed }),
    { value: { type: kind === 'email' ? 'email' : 'text', autocomplete: 'off' }, current: { type: 'password', autocomplete: 'current-password' } }, words)
})
