import { z } from 'zod'
import { form, type Form } from '#platform/ui/ui.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { fieldSchemas, identifierOf, perPolicy } from '#people/accounts/accounts.ts'
import { leastLength, newPassword, newPasswordWords } from '#people/sign-in/sign-in.ts'
import { messages } from './messages.ts'

const words = { ...messages, ...newPasswordWords }
const typed = z.string().min(1).max(1000)
const chosen = { type: 'password', autocomplete: 'new-password', hint: 'password-hint', least: leastLength } as const

/** By the channel of the school: its e-mail, or login and code. */
export const recoverForm: (policy: Policy) => Form<z.ZodObject> = perPolicy(policy => identifierOf(policy) === 'email'
  ? form(z.strictObject({ email: fieldSchemas.email }), { email: { type: 'email', autocomplete: 'username' } }, messages)
  : form(z.strictObject({ login: z.string().trim().min(1).max(64), code: z.string().trim().min(1).max(64), password: newPassword(policy) }),
    { login: { autocomplete: 'username' }, code: { autocomplete: 'one-time-code', hint: 'code-hint' }, password: chosen }, words))

export const resetForm: (policy: Policy) => Form<z.ZodObject> = perPolicy(policy => form(z.strictObject({ password: newPassword(policy) }), { password: chosen }, words))

/** The half that the privacy officer tells, and the new password. */
export const handsForm: (policy: Policy) => Form<z.ZodObject> = perPolicy(policy => form(z.strictObject({ code: z.string().trim().min(1).max(64), password: newPassword(policy) }),
  { code: { autocomplete: 'one-time-code', hint: 'half-hint' }, password: chosen }, { ...words, code: messages.half }))

export const changeForm: (policy: Policy) => Form<z.ZodObject> = perPolicy(policy => {
  const kind = identifierOf(policy)
  const named = kind === 'email' ? { ...messages, value: messages['value-email'] } : messages
  return form(z.strictObject({ value: fieldSchemas[kind], current: typed }),
    { value: { type: kind === 'email' ? 'email' : 'text', autocomplete: 'off' }, current: { type: 'password', autocomplete: 'current-password' } }, named)
})
