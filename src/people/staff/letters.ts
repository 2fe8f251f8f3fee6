import type { Templates } from '#platform/mail/mail.ts'
import type { Context } from '#trust/audit/audit.ts'
import { letterWithLink, plainLetter } from '#people/sign-in/sign-in.ts'
import { messages } from './messages.ts'

export const letters: Templates<Context> = {
  'staff.invite': letterWithLink('invite', '/invite', { subject: messages['letter-invite-subject'], text: messages['letter-invite'] }, ['pending']),
  'staff.suspended': plainLetter({ subject: messages['letter-suspended-subject'], text: messages['letter-suspended'] }),
  'staff.restored': plainLetter({ subject: messages['letter-restored-subject'], text: messages['letter-restored'] }),
}
