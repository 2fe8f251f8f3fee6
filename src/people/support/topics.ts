import type { Actor } from '#trust/audit/audit.ts'
import { deadline, lawProfile, type Within } from '#trust/law/law.ts'
import { ruleOf, type Policy } from '#trust/policy/policy.ts'
import { termsFor } from '#trust/rights/rights.ts'
import { answerEnquiries, offerContactForm, retainEnquiries } from './controls.ts'

/** `child`: a report about the data of a child, which has a form of its own. */
export const topics = ['general', 'technical', 'consultation', 'privacy', 'rights', 'child'] as const
export type Topic = (typeof topics)[number]
export const channels = ['form', 'mail', 'phone', 'letter'] as const
export type Channel = (typeof channels)[number]

/** What is about personal data is the officer's; everything else belongs to whoever helps people. */
export const officersTopics: readonly Topic[] = ['privacy', 'rights', 'child']
export const isOfficers = (topic: string) => officersTopics.some(each => each === topic)
/** A queue, and the page it is read on. */
export const deskOf = (topic: string) => isOfficers(topic) ? '/privacy-office/enquiries' : '/office/enquiries'

/** Who sees a ticket of this topic, and answers it. */
export const attends = ({ role }: Actor, { topic }: { topic: string }) => isOfficers(topic) ? role === 'privacy-officer' : role === 'operator' || role === 'support'

/** What one may write about in this school; undefined where it takes no enquiries, or names no end of theirs. */
export const topicsOf = (policy: Policy): readonly Topic[] | undefined => ruleOf(policy, retainEnquiries) && ruleOf(policy, offerContactForm)?.topics

/** Whether letters about enquiries may leave this school. */
export const sendsLetters = ({ recipients }: Pick<Policy, 'recipients'>) => recipients.some(({ hosts, data }) => hosts.includes('$SMTP_URL') && data.includes('communication.request'))

// A school that names no term still owes an answer.
const otherwise: Within = { 'working-days': 10 }

/** The term of an answer in the school's words, and the stricter of them and the law. Requests about rights have terms of their own. */
export function termOf(policy: Policy, topic: string, asked: Date): { promisedBy: Date; dueBy: Date } {
  if (topic === 'rights') return termsFor(policy, 'access', asked)
  const promisedBy = deadline(asked, withinOf(policy), lawProfile(policy.law))
  return { promisedBy, dueBy: promisedBy }
}

export const withinOf = (policy: Policy): Within => ruleOf(policy, answerEnquiries)?.within ?? otherwise
