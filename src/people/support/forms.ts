import { z } from 'zod'
import type { Locale } from '#platform/locale.ts'
import { form, type Form } from '#platform/ui/ui.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { askedRights, messages as rightsMessages } from '#trust/rights/rights.ts'
import { perPolicy } from '#people/accounts/accounts.ts'
import { messages } from './messages.ts'
import { consultationsOf } from './consultations.ts'
import { sendsLetters, topics, topicsOf } from './topics.ts'

const Words = z.string().trim().min(10).max(8000)
const asked = {
  topic: z.enum(topics),
  words: Words,
  /** One of the offered times, where a consultation is asked for. */
  wished: z.iso.datetime().optional(),
  /** The clause of the policy that is asked about, and the version it was read in. */
  clause: z.string().regex(/^[a-z][a-z0-9-]{0,80}$/).optional(),
  version: z.coerce.number().int().min(1).max(100_000).optional(),
}
/** `right`: which right is used, where the topic is one's rights. */
export const Enquiry = z.strictObject({ ...asked, right: z.enum(askedRights).optional() })
export const GuestEnquiry = z.strictObject({ ...asked, name: z.string().trim().max(120).optional(), email: z.email().max(200).optional() })
export const Claim = z.strictObject({ email: z.email().max(200) })
export const Reply = z.strictObject({ words: z.string().trim().min(2).max(8000) })

const shared = (policy: Policy) => ({
  topic: { type: 'radio' as const, options: (locale: Locale) => (topicsOf(policy) ?? []).map(value => ({ value, label: messages[`topic-${value}`][locale] })) },
  ...consultationsOf(policy) && { wished: { type: 'select' as const, optional: true as const, hint: 'wished-hint' } },
})
/** Where no talks are offered, no time is asked. */
const timesIn = (policy: Policy) => consultationsOf(policy) ? {} : { wished: true as const }
const written = {
  words: { type: 'textarea' as const, hint: 'words-hint', why: messages['words-why'], rows: 7 },
  clause: { type: 'hidden' as const, current: true as const },
  version: { type: 'hidden' as const, current: true as const },
}

export const enquiryForm: (policy: Policy) => Form = perPolicy(policy => form((topicsOf(policy)?.includes('rights') ? Enquiry : Enquiry.omit({ right: true })).omit(timesIn(policy)), {
  ...shared(policy),
  right: { type: 'select', optional: true, hint: 'right-hint', options: (locale: Locale) => [{ value: '', label: '—' }, ...askedRights.map(value => ({ value, label: rightsMessages[value][locale] }))] },
  ...written,
} as never, messages) as Form)

/** Where no letter leaves the school, no address is asked: the answer is read on a page of one's own. */
export const guestForm: (policy: Policy) => Form = perPolicy(policy => form((sendsLetters(policy) ? GuestEnquiry.required({ email: true }) : GuestEnquiry.omit({ email: true })).omit(timesIn(policy)), {
  ...shared(policy),
  name: { type: 'text', optional: true, autocomplete: 'name', why: messages['name-why'] },
  ...sendsLetters(policy) && { email: { type: 'email', autocomplete: 'email', why: messages['email-why'] } },
  ...written,
} as never, messages) as Form)

export const claimForm = form(Claim, { email: { type: 'email', autocomplete: 'email' } }, messages)
export const sureForm = form(z.strictObject({ sure: z.literal(true) }), { sure: { type: 'checkbox' } }, messages)
export const replyForm = form(Reply, { words: { type: 'textarea', rows: 5 } }, { ...messages, words: messages['reply-words'] })
