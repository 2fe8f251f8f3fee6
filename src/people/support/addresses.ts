import type { Policy } from '#trust/policy/policy.ts'
import { plainAddress } from './keys.ts'
import { isOfficers, type Topic } from './topics.ts'

type Contacts = Pick<Policy, 'operator'>

const mailboxes = ({ operator }: Contacts) => operator.contacts.filter(({ channel, value }) => channel === 'e-mail' && typeof value === 'string').map(contact => ({ ...contact, value: contact.value as string }))

/** From which of its addresses the school answers an enquiry of this topic; undefined where it has none. */
export function addressOf(policy: Contacts, topic: string): string | undefined {
  const all = mailboxes(policy)
  return (all.find(contact => contact.for.includes(isOfficers(topic) ? 'privacy' : 'support')) ?? all[0])?.value
}

/** What a letter to this address is about, as far as address and subject say it; undefined when the address is none of the school's. */
export function topicAt(policy: Contacts, address: string, subject: string): Topic | undefined {
  const plain = plainAddress(address)
  const contact = mailboxes(policy).find(({ value }) => value.toLowerCase() === plain)
  if (contact?.subject && subject.toLowerCase().includes(contact.subject.toLowerCase())) return 'rights'
  if (contact) return contact.for.includes('support') ? 'general' : 'privacy'
  return policy.operator.responsible.email.toLowerCase() === plain ? 'privacy' : undefined
}
