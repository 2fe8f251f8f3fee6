import { action, page, type At } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { durationText } from '#trust/law/law.ts'
import { askedIn, cookiesFor, readChoice } from './choice.ts'
import { chooseCookies } from './choose-cookies.ts'
import { CookiesPage, cookiesForm, type ShownChoices } from './cookies-page.tsx'
import { messages } from './messages.ts'
import { serviceNamed } from './question.ts'

export const cookieRoutes = [
  page('/cookies', { access: 'everyone', sample: {} }, async (ctx: Context, at) => choicesOf(ctx, at),
    (shown, here) => ({ title: messages.title[here.locale], body: <CookiesPage shown={shown} here={here} /> })),
  action('/cookies', { access: 'everyone', on: '/cookies', form: cookiesForm, sample: { body: { answer: 'necessary' } } },
    async (ctx: Context, { answer, ...ticked }: { answer: string; functional: boolean; analytics: boolean }, { query: { back } }) => {
      const chosen = answer === 'chosen' ? ticked : { functional: answer === 'all', analytics: answer === 'all' }
      if (ctx.actor.person) await chooseCookies(ctx, chosen)
      return { to: back && /^\/(?![/\\])/.test(back) ? back : '/cookies', said: 'consent.saved' as const, cookies: cookiesFor(ctx, chosen) }
    }),
]

function choicesOf(ctx: Context, at: At): ShownChoices {
  const cookies = ctx.policy.cookies.map(({ name, category, purpose, life }) => ({ name, category, purpose, life: life === 'session' ? messages.session : durationText(life) }))
  return { cookies, asked: askedIn(ctx), chosen: readChoice(at.cookies), refusedByBrowser: at.refusesByItself, told: serviceNamed(ctx, 'told-service') }
}
