// Letters about entering. They hold no name and nothing else of the person: who they are for is said by the address alone.
import type { Template, Templates } from '#platform/mail/mail.ts'
import type { Locale, Text } from '#platform/locale.ts'
import { onTo, placeInside } from '#platform/place.ts'
import { uuidv7 } from '#platform/ids.ts'
import type { Context } from '#trust/audit/audit.ts'
import { recipientOf } from '#people/accounts/accounts.ts'
import { makeLink, type Purpose } from './links.ts'
import { messages } from './messages.ts'

export type Written = { subject: Text; text: Text }

/** A letter that goes to the person's own address, as long as they have one. */
export const plainLetter = ({ subject, text }: Written): Template<Context> => async (ctx, { person }) => {
  const recipient = await recipientOf(ctx.db, person)
  return recipient && compose(ctx, recipient.to, recipient.locale, { subject, text })
}

/** What a letter with a link is about: itself, and where its reader wanted to go, as far as a reference holds it. */
export function occasion(next?: string): string {
  const place = placeInside(next)
  return place && /^[A-Za-z0-9_./-]{1,160}$/.test(place) ? `${uuidv7()}:${place}` : uuidv7()
}
const placeOf = (about: string) => about.includes(':') ? about.slice(about.indexOf(':') + 1) : undefined

/** A letter with a link made for it at this moment. `path` is where it leads. */
export const letterWithLink = (purpose: Purpose, path: string, { subject, text }: Written, states = ['active']): Template<Context> => async (ctx, { person, about }) => {
  const recipient = await recipientOf(ctx.db, person)
  if (!recipient || !states.includes(recipient.state)) return undefined
  const link = linkTo(ctx, recipient.locale, path, await makeLink(ctx, { person, purpose, change: purpose === 'keep-address' ? about : null }))
  return compose(ctx, recipient.to, recipient.locale, { subject, text }, { link: onTo(link, placeOf(about)) })
}

export const linkTo = ({ address }: Context, locale: Locale, path: string, token: string) => `${address.origin}/${locale}${path}/${token}`

/** `to` may still be sealed: whoever sends it opens it. */
export function compose(ctx: Context, to: unknown, locale: Locale, { subject, text }: Written, facts: Record<string, string> = {}) {
  const all = { school: ctx.policy.name[locale], security: `${ctx.address.origin}/${locale}/me/security`, ...facts }
  const insert = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => (all as Record<string, string>)[name] ?? '')
  return { to: to as string, subject: insert(subject[locale]), text: `${insert(text[locale])}\n\n${messages['letter-caution'][locale]}\n${insert(messages['letter-end'][locale])}\n` }
}

export const letters: Templates<Context> = {
  'sign-in.enter': letterWithLink('enter', '/sign-in/link', { subject: messages['letter-enter-subject'], text: messages['letter-enter'] }),
  'sign-in.new-browser': plainLetter({ subject: messages['letter-new-subject'], text: messages['letter-new'] }),
  'sign-in.password-changed': plainLetter({ subject: messages['letter-changed-subject'], text: messages['letter-changed'] }),
}
