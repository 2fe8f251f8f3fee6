import type { Templates } from '#platform/mail/mail.ts'
import type { Context } from '#trust/audit/audit.ts'
import { letterWithLink, plainLetter } from '#people/sign-in/sign-in.ts'
import { messages } from './messages.ts'

export const letters: Templates<Context> = {
  'sign-up.confirm': letterWithLink('confirm', '/confirm', { subject: messages['letter-confirm-subject'], text: messages['letter-confirm'] }, ['pending']),
  'sign-up.already': plainLetter({ subject: messages['letter-already-subject'], text: messages['letter-already'] }),
}
