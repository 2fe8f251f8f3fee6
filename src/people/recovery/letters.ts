import type { Template, Templates } from '#platform/mail/mail.ts'
import type { Context } from '#trust/audit/audit.ts'
import { recipientOf } from '#people/accounts/accounts.ts'
import { compose, letterWithLink, linkTo, makeLink } from '#people/sign-in/sign-in.ts'
import { openChange } from './change-address.ts'
import { messages } from './messages.ts'

/** The only letter that goes to an address nobody has confirmed yet: the one that asks for it. */
const toNewAddress: Template<Context> = async (ctx, { person, about }) => {
  const [change, recipient] = await Promise.all([openChange(ctx.db, person, ctx.now), recipientOf(ctx.db, person)])
  if (!change?.email || change.id !== about) return undefined
  const locale = recipient?.locale ?? ctx.locale
  const link = linkTo(ctx, locale, '/address', await makeLink(ctx, { person, purpose: 'address', change: about }))
  return compose(ctx, change.email, locale, { subject: messages['letter-address-subject'], text: messages['letter-address'] }, { link })
}

export const letters: Templates<Context> = {
  'recovery.reset': letterWithLink('reset', '/recover', { subject: messages['letter-reset-subject'], text: messages['letter-reset'] }),
  'recovery.new-address': toNewAddress,
  'recovery.old-address': letterWithLink('keep-address', '/address/keep', { subject: messages['letter-old-subject'], text: messages['letter-old'] }),
}
