import { localDate, lawProfile } from '#trust/law/law.ts'
import type { Policy } from '#trust/policy/policy.ts'

export type Recipient = Policy['recipients'][number]
/** Why something may not leave: nobody declared, fields undeclared, for another purpose, agreement or certificate run out, abroad without a special agreement. */
export type Reason = 'recipient' | 'field' | 'purpose' | Closed
/** What shuts the way to a recipient altogether, whatever is to go. */
export type Closed = 'agreement' | 'standard' | 'abroad'
export type Verdict = { recipient: Recipient } | { refused: Reason; about: string }
/** `setting` is the name of the setting of the house that leads there (`$SMTP_URL`), where one does. */
export type Wish = { setting?: string | undefined; host: string; fields: readonly string[]; purpose?: string | undefined }

/** Whether these fields may go to this host, by the manifest as it stands at this moment. */
export function decide({ recipients, law }: Pick<Policy, 'recipients' | 'law'>, { setting, host, fields, purpose }: Wish, now: Date): Verdict {
  const recipient = recipients.find(({ hosts }) => hosts.includes(host) || setting !== undefined && hosts.includes(setting))
  if (!recipient) return { refused: 'recipient', about: host }
  if (purpose !== undefined && purpose !== recipient.purpose) return { refused: 'purpose', about: purpose }
  const closed = closedOn(recipient, law, now)
  if (closed) return { refused: closed, about: recipient.id }
  const extra = fields.filter(field => !recipient.fields.includes(field))
  return extra.length ? { refused: 'field', about: extra.join(', ') } : { recipient }
}

/** An agreement holds through its last day, in the country of the school. */
export function closedOn(recipient: Recipient, law: string, now: Date): Closed | undefined {
  const today = localDate(now, lawProfile(law))
  if (recipient.agreement.until < today) return 'agreement'
  if (recipient.certificate.until < today) return 'standard'
  return isAbroad(recipient, law) && !(recipient.transfer && recipient.transfer.until >= today) ? 'abroad' : undefined
}

/** Outside the country whose law the school keeps. */
export const isAbroad = ({ country }: Pick<Recipient, 'country'>, law: string) => country !== lawProfile(law).country

/** The number of the agreement that a transfer stands on: abroad the special one. */
export const agreementFor = (recipient: Recipient, law: string) => (isAbroad(recipient, law) ? recipient.transfer : recipient.agreement)?.number ?? null
