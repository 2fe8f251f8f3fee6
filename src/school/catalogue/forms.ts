import { z } from 'zod'
import { form } from '#platform/ui/ui.ts'
import { consentNamed } from '#trust/consent/consent.ts'
import type { Consent } from '#trust/policy/policy.ts'
import { perPolicy } from '#people/accounts/accounts.ts'
import { messages } from './messages.ts'
import { publishing } from './show-catalogue.ts'
import { Suggestion } from './suggest.ts'
import { Review } from './write-review.ts'

/** Under the tick stand the words of the consent, as they will be kept. */
export const reviewForm = perPolicy(policy => form(Review, {
  course: { type: 'select' },
  stars: { type: 'radio', options: locale => [5, 4, 3, 2, 1].map(count => ({ value: String(count), label: messages[`stars-${count as 5}`][locale] })) },
  words: { type: 'textarea', hint: 'words-hint', rows: 6 },
  signed: { type: 'text', hint: 'signed-hint', optional: true, autocomplete: 'off' },
  publish: { type: 'checkbox', hint: 'publish-hint', ...whyOf(consentNamed(policy, publishing)) },
}, messages))

const whyOf = (consent: Consent | undefined) => consent ? { why: consent.asks } : {}

export const suggestionForm = form(Suggestion, { words: { type: 'textarea', hint: 'suggestion-hint', rows: 4 } }, { ...messages, words: messages['suggestion-words'] })

export const judgeForm = form(z.strictObject({ review: z.uuid(), approve: z.enum(['yes', 'no']), reason: z.string().trim().max(500).optional() }),
  { review: { type: 'hidden' }, approve: { type: 'hidden' }, reason: { type: 'text', optional: true, hint: 'reason-hint' } }, messages)
