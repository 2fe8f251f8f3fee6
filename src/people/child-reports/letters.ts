import type { Templates } from '#platform/mail/mail.ts'
import type { Context } from '#trust/audit/audit.ts'
import { plainLetter } from '#people/sign-in/sign-in.ts'
import { messages } from './messages.ts'

export const letters: Templates<Context> = {
  'child-reports.lifted': plainLetter({ subject: messages['letter-lifted-subject'], text: messages['letter-lifted'] }),
}
