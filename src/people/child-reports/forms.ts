import { z } from 'zod'
import type { Locale } from '#platform/locale.ts'
import { form, type Form } from '#platform/ui/ui.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { perPolicy } from '#people/accounts/accounts.ts'
import { sendsLetters } from '#people/support/support.ts'
import { messages } from './messages.ts'

const relations = ['parent', 'other'] as const
export const Report = z.strictObject({
  account: z.string().trim().min(2).max(200),
  relation: z.enum(relations),
  words: z.string().trim().min(10).max(4000),
  name: z.string().trim().max(120).optional(),
  email: z.email().max(200).optional(),
})

const asked = {
  account: { type: 'text' as const, autocomplete: 'off', hint: 'account-hint' },
  relation: { type: 'radio' as const, options: (locale: Locale) => relations.map(value => ({ value, label: messages[`relation-${value}`][locale] })) },
  words: { type: 'textarea' as const, rows: 5, hint: 'words-hint' },
}
/** Signed in, the answer comes to one's own enquiries. */
export const ownForm = form(Report.omit({ name: true, email: true }), asked, messages)
/** Where no letter leaves the school no address is asked: the answer is read on a page of one's own. */
export const guestForm: (policy: Policy) => Form = perPolicy(policy => form((sendsLetters(policy) ? Report.required({ email: true }) : Report.omit({ email: true })), {
  ...asked,
  name: { type: 'text', optional: true, autocomplete: 'name' },
  ...sendsLetters(policy) && { email: { type: 'email', autocomplete: 'email', why: messages['email-why'] } },
} as never, messages) as Form)
export const reportForm = ({ policy, actor }: { policy: Policy; actor?: { person: string | null } }): Form => actor?.person ? ownForm as Form : guestForm(policy)

/** By whom and how parenthood, or a child's age, was made sure of: answers, and never a paper. */
export const checks = ['address', 'name_fits', 'learning', 'age'] as const
export type Check = (typeof checks)[number]
const ticked = Object.fromEntries(checks.map(check => [check, z.boolean().default(false)])) as Record<Check, z.ZodDefault<z.ZodBoolean>>
export const Checked = z.strictObject(ticked)
export const checkForm = form(Checked, Object.fromEntries(checks.map(check => [check, { type: 'checkbox' as const, optional: true as const }])) as never, messages) as Form
export const nameForm = form(z.strictObject({ account: z.string().trim().min(2).max(200), ticket: z.uuid().optional() }), { account: { type: 'text', autocomplete: 'off', hint: 'named-hint' }, ticket: { type: 'hidden', optional: true } }, messages)
