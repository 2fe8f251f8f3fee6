import { z } from 'zod'
import { form } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'

export const againForm = form(z.strictObject({ email: z.email().max(200) }), { email: { type: 'email', autocomplete: 'email' } }, messages)
export const moveForm = form(z.strictObject({ email: z.email().max(200) }), { email: { type: 'email', autocomplete: 'email' } }, { ...messages, email: messages['new-address'] })
export const sureForm = form(z.strictObject({ sure: z.literal(true) }), { sure: { type: 'checkbox' } }, messages)
