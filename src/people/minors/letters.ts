import type { SealedValue } from '#platform/database/database.ts'
import type { Text } from '#platform/locale.ts'
import type { Template, Templates } from '#platform/mail/mail.ts'
import { dateInWords } from '#platform/ui/ui.ts'
import type { Context } from '#trust/audit/audit.ts'
import { calledHow, localeOf, personById } from '#people/accounts/accounts.ts'
import { compose, linkTo, makeLink, plainLetter } from '#people/sign-in/sign-in.ts'
import { guardianshipById, type Guardianship } from './guardianships.ts'
import { moveKey, pageOf } from './keys.ts'
import { letterMessages as words } from './letter-messages.ts'

type Said = { subject: Text; text: Text }

/** To the guardian, in the language the minor signed up in. `about` may name an occasion after the number. */
const toGuardian = (said: Said, fits: (found: Guardianship) => boolean, link: (ctx: Context, found: Guardianship, locale: 'ru' | 'kk' | 'en') => Promise<string>, address: 'email' | 'new_email' = 'email'): Template<Context> => async (ctx, { about }) => {
  const found = await guardianshipById(ctx.db, about.slice(0, 36))
  const account = found && await personById(ctx.db, found.person)
  if (!found || !account || !fits(found)) return undefined
  const locale = localeOf(account.locale)
  const facts = { child: await calledHow(ctx, found.person) ?? '', until: dateInWords(found.confirm_by, locale, 'date', ctx.zone), link: await link(ctx, found, locale) }
  return compose(ctx, found[address] as SealedValue, locale, said, facts)
}

const toPage = async ({ address, site }: Context, { id }: Guardianship, locale: string) => `${address.origin}/${locale}${pageOf(site, id)}`

export const letters: Templates<Context> = {
  'minors.ask': toGuardian({ subject: words['ask-subject'], text: words.ask }, ({ confirmed_at }) => confirmed_at === null,
    async (ctx, { person, confirm_by }, locale) => linkTo(ctx, locale, '/guardian/confirm', await makeLink(ctx, { person, purpose: 'guardian', until: confirm_by }))),
  'minors.page': toGuardian({ subject: words['page-subject'], text: words.page }, ({ ended_at }) => ended_at === null, toPage),
  'minors.move': toGuardian({ subject: words['move-subject'], text: words.move }, ({ new_email, ended_at }) => new_email !== null && ended_at === null,
    async ({ address, site }, { id, new_email_until }, locale) => `${address.origin}/${locale}/guardian/${id}/address?key=${moveKey(site, id, new_email_until!)}`, 'new_email'),
  'minors.move-asked': toGuardian({ subject: words['move-asked-subject'], text: words['move-asked'] }, ({ new_email, ended_at }) => new_email !== null && ended_at === null, toPage),
  'minors.closed': toGuardian({ subject: words['closed-subject'], text: words.closed }, () => true, async ({ address }, _, locale) => `${address.origin}/${locale}/contacts`),
  'minors.of-age-guardian': toGuardian({ subject: words['of-age-guardian-subject'], text: words['of-age-guardian'] }, () => true, async ({ address }, _, locale) => `${address.origin}/${locale}/privacy`),
  'minors.welcome': plainLetter({ subject: words['welcome-subject'], text: words.welcome }),
  'minors.of-age': plainLetter({ subject: words['of-age-subject'], text: words['of-age'] }),
}
