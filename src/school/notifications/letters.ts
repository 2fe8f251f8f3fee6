import type { Template, Templates } from '#platform/mail/mail.ts'
import type { Context } from '#trust/audit/audit.ts'
import { recipientOf } from '#people/accounts/accounts.ts'
import { lettered } from './kinds.ts'
import { messages } from './messages.ts'

/** Neutral whatever it is about: a mailbox may be read over a shoulder, so name, course and grade stay in the school. */
const letterAbout = (kind: (typeof lettered)[number]): Template<Context> => async ({ db, address, policy }, { person }) => {
  const recipient = await recipientOf(db, person)
  if (recipient?.state !== 'active') return undefined
  const { to, locale } = recipient
  const facts: Record<string, string> = { school: policy.name[locale], address: new URL(`/${locale}/notices`, address).href }
  const say = (key: 'letter-subject' | 'letter-text') => messages[key][locale].replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '')
  return { to, subject: say('letter-subject'), text: `${messages[`letter-${kind}`][locale]}\n\n${say('letter-text')}\n` }
}

export const letters: Templates<Context> = Object.fromEntries(lettered.map(kind => [`notifications.${kind}`, letterAbout(kind)]))
