import { z } from 'zod'
import type { Locale } from '#platform/locale.ts'
import { form } from '#platform/ui/ui.ts'
import { askedRights, messages as rightsMessages } from '#trust/rights/rights.ts'
import { deskMessages } from './desk-messages.ts'
import { messages } from './messages.ts'
import { topics } from './topics.ts'

const words = { ...messages, ...deskMessages }
const topicOptions = (locale: Locale) => topics.map(value => ({ value, label: messages[`topic-${value}`][locale] }))

export const Answer = z.strictObject({ words: z.string().trim().min(2).max(8000), close: z.literal('yes').optional(), settled: z.iso.datetime().optional() })
export const Closing = z.strictObject({ reason: z.string().trim().max(1000).optional() })
export const Move = z.strictObject({ topic: z.enum(topics) })
/** What came by telephone or on paper. `account`: e-mail or login of whoever asks, if they have an account here. */
export const Recorded = z.strictObject({
  channel: z.enum(['phone', 'letter']), topic: z.enum(topics), arrived: z.iso.date(), account: z.string().trim().max(200).optional(), right: z.enum(askedRights).optional(),
  name: z.string().trim().max(120).optional(), email: z.email().max(200).optional(), phone: z.string().trim().max(40).optional(), words: z.string().trim().min(10).max(8000),
})

export const answerForm = form(Answer, { settled: { type: 'select', optional: true, hint: 'settled-hint' }, words: { type: 'textarea', hint: 'answer-hint', rows: 8 }, close: { type: 'hidden', optional: true } }, { ...words, words: deskMessages['answer-words'] })
export const closeForm = form(Closing, { reason: { type: 'textarea', optional: true, hint: 'reason-hint', rows: 3 } }, words)
export const moveForm = form(Move, { topic: { type: 'select', options: topicOptions } }, words)

export const recordForm = form(Recorded, {
  channel: { type: 'radio', options: locale => (['phone', 'letter'] as const).map(value => ({ value, label: messages[`by-${value}`][locale] })) },
  arrived: { type: 'date', hint: 'arrived-hint' },
  topic: { type: 'select', options: topicOptions },
  words: { type: 'textarea', hint: 'recorded-hint', rows: 6 },
  account: { type: 'text', optional: true, autocomplete: 'off', hint: 'account-hint' },
  right: { type: 'select', optional: true, hint: 'recorded-right-hint', options: locale => [{ value: '', label: '—' }, ...askedRights.map(value => ({ value, label: rightsMessages[value][locale] }))] },
  name: { type: 'text', optional: true, autocomplete: 'off' },
  email: { type: 'email', optional: true, autocomplete: 'off' },
  phone: { type: 'tel', optional: true, autocomplete: 'off', hint: 'back-hint' },
}, words)
