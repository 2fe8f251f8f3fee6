// The sentences that a page keeps by being there. Each is proved by opening the page as a visitor does.
import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { fill, inLanguage, locales, type Locale } from '#platform/locale.ts'
import { visits } from '#platform/visits/visits.ts'
import { lawProfile } from '#trust/law/law.ts'
import { control, judge, type SiteContext } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'
import { versionsOf } from './versions.ts'

const plain = z.strictObject({})

/** Opens addresses in every language and counts what should stand on them and does not. */
async function proveOn(ctx: SiteContext, paths: string[], expected: (locale: Locale, path: string) => string[]) {
  const visit = visits()
  if (!visit) return judge(0, 0, messages['no-visit'])
  const looks = await Promise.all(paths.flatMap(path => locales.map(async locale => {
    const answer = await visit(ctx.site, `/${locale}${path}`)
    const [status, text] = [answer.status, await answer.text()]
    const words = expected(locale, path)
    return status === 200 ? words.filter(word => !text.includes(escaped(word))).length : Math.max(1, words.length)
  })))
  const missing = looks.reduce((sum, count) => sum + count, 0)
  return judge(looks.length, missing, fill(messages['found-page'], { looked: looks.length, missing }))
}

const escaped = (word: string) => word.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

export const publishPolicy = control('publish', 'policy', {
  rule: plain,
  kind: 'probe',
  prove: (_, ctx) => proveOn(ctx, ['/privacy'], locale => [
    ...ctx.policy.data.flatMap(({ what, why }) => [what[locale], why[locale]]),
    ...ctx.policy.chapters.flatMap(({ title, plain }) => [title[locale], plain[locale]]),
    ...ctx.policy.promises.map(({ says }) => says[locale]),
    ...(['collected', 'used', 'protected', 'rights'] as const).map(part => messages[`part-${part}`][locale]),
  ]),
})

export const publishVersions = control('publish', 'versions', {
  rule: plain,
  kind: 'probe',
  async prove(_, ctx) {
    const versions = await inSite(ctx.db, ctx.site, db => versionsOf(db))
    return proveOn(ctx, ['/privacy/versions', ...versions.map(({ number }) => `/privacy/versions/${number}`)],
      (locale, path) => path === '/privacy/versions' ? versions.map(({ reason }) => messages[`reason-${reason}`][locale]) : [messages['from'][locale]])
  },
})

export const publishCaution = control('publish', 'caution', {
  rule: plain,
  kind: 'probe',
  prove: (_, ctx) => proveOn(ctx, ['/privacy'], locale => [messages['caution-title'][locale], messages.caution[locale]]),
})

export const publishRights = control('publish', 'rights', {
  rule: plain,
  kind: 'probe',
  prove: (_, ctx) => proveOn(ctx, ['/privacy'], locale => {
    const law = lawProfile(ctx.policy.law)
    return ctx.policy.rights.flatMap(({ right, what }) => [law.rights[right]!.name[locale], law.rights[right]!.article[locale], what[locale]])
  }),
})

export const publishContacts = control('publish', 'contacts', {
  rule: plain,
  kind: 'probe',
  prove: (_, ctx) => proveOn(ctx, ['/privacy', '/contacts'], locale => ctx.policy.operator.contacts
    .filter(({ channel }) => channel !== 'form')
    .flatMap(({ value, hours }) => [inLanguage(value, locale), hours[locale]])),
})

export const publishPages = control('publish', 'pages', {
  rule: z.strictObject({ pages: z.array(z.enum(['home', 'courses', 'trajectories', 'reviews', 'contacts', 'about'])).min(1) }),
  kind: 'probe',
  prove: ({ pages }, ctx) => proveOn(ctx, pages.map(page => page === 'home' ? '/' : `/${page}`), () => []),
})

export const publishStart = control('publish', 'start', {
  rule: plain,
  kind: 'probe',
  prove: (_, ctx) => proveOn(ctx, ['/privacy'], locale => [messages.start[locale], `/sign-up?policy=${ctx.policy.version.number}`]),
})
