import { z } from 'zod'
import { form } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'

/** An e-mail address, or a phone number of ten digits at least. */
const isReachable = (typed: string) =>
  z.email().safeParse(typed).success || (/^\+?[\d\s()-]+$/.test(typed) && typed.replace(/\D/g, '').length >= 10 && typed.replace(/\D/g, '').length <= 15)

export const Message = z.strictObject({
  name: z.string().trim().max(120).optional(),
  reach: z.string().trim().min(1).max(200).refine(isReachable, 'not-reachable'),
  words: z.string().trim().min(10).max(4000),
})

export const visitorForm = form(Message, {
  name: { type: 'text', optional: true, autocomplete: 'name', why: messages['name-why'] },
  reach: { type: 'text', autocomplete: 'email', hint: 'reach-hint', why: messages['reach-why'] },
  words: { type: 'textarea', hint: 'words-hint', why: messages['words-why'], rows: 6 },
}, messages)
