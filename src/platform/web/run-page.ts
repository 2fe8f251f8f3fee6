import type { Context as Request } from 'hono'
import { randomUUID } from 'node:crypto'
import { isLocale } from '../locale.ts'
import { drawPage, type Here } from '../ui/ui.ts'
import { Refusal } from '../refusal.ts'
import type { Ground, Visit, Web } from './app.ts'
import { answerPage } from './packed.ts'
import { writeCookies } from './session-cookie.ts'
import { refusedFor, type Failed, type PageRoute } from './route.ts'

/** One transaction: the session and the opening in one packet, what the page shows in a second, the end. Then it is opened and drawn. */
export async function runPage(route: PageRoute, c: Request<Web>, failed?: Failed, status = 200): Promise<Response> {
  const visit = c.var.visit
  visit.at.params = { ...visit.at.params, ...c.req.param() }
  const { ctx, data } = await loadPage(visit, route)
  visit.ctx = ctx
  const here = hereOf(visit, failed)
  const revealed = await visit.product.reveal(ctx, data)
  let own: number | undefined
  const html = drawPage(here, () => {
    const { status, ...shown } = route.draw(revealed, here)
    own = status
    return shown
  })
  writeCookies(c, visit.ctx.address, visit.product.keep(visit.ctx, visit.at, visit.prefix))
  if (!failed && (own ?? status) === 200 && c.req.method === 'GET') visit.product.saw(visit.ctx, visit.at, route.path)
  return answerPage(c, html, failed ? status : own ?? status)
}

/** Throws a Refusal for those who may not come: the transaction is undone with it. */
async function loadPage(visit: Visit<any>, route: PageRoute): Promise<{ ctx: Ground; data: unknown }> {
  const { product } = visit
  for (let attempt = 1; ; attempt++) {
    let ctx = visit.ctx
    try {
      return await product.inSite(visit.ctx, async inside => {
        ctx = await known(product, inside, visit.prefix, route)
        admit(route, ctx)
        return { ctx: { ...ctx, db: visit.ctx.db }, data: await route.load(ctx, visit.at) }
      })
    } catch (error) {
      if (attempt < 6 && await product.retry(visit.ctx, error)) continue
      visit.ctx = { ...ctx, db: visit.ctx.db } // the page that explains it still knows who reads
      await product.remember(visit.ctx, error)
      throw error
    }
  }
}

/** The context with its actor; without a language in the address, the account's own counts. Where the suspended may not come they are nobody. */
export async function known(product: Visit<any>['product'], ctx: Ground, prefix: string, { access }: Pick<PageRoute, 'access'>): Promise<any> {
  if (!ctx.session) return ctx
  const found = await product.identify(ctx)
  const actor = found.suspended && access !== 'account' ? { ...found, person: null, role: 'visitor' } : found
  return { ...ctx, actor, locale: !prefix && isLocale(actor.locale) ? actor.locale : ctx.locale }
}

export function admit(route: { access: PageRoute['access'] }, { actor }: Ground) {
  const refused = refusedFor(route.access, actor)
  if (refused === 'sign-in') throw new Refusal(401, 'common.sign-in-first')
  if (refused === 'forbidden') throw Object.assign(new Refusal(403, 'common.not-allowed'), { act: 'web.open' as const })
  if (refused === 'signed-in-already') throw new Refusal(409, 'common.signed-in-already')
}

export function hereOf(visit: Visit<any>, failed?: Failed): Here {
  const { ctx, at, prefix, product } = visit
  return {
    locale: ctx.locale, prefix, path: at.path, query: at.query, actor: ctx.actor, school: product.school(ctx, at), ...modeOf(ctx.actor.theme ?? at.cookies.theme),
    once: randomUUID(), now: ctx.now, ...(failed && { failed }), ...(visit.carried && { carried: visit.carried }), ...(at.query.said && { said: sentenceFor(visit, at.query.said) }),
  }
}

const modeOf = (theme: string | null | undefined): Pick<Here, 'mode'> => theme === 'light' || theme === 'dark' ? { mode: theme } : {}

/** Only sentences of our own can be shown by an address. */
function sentenceFor({ product, ctx }: Visit<any>, code: string): string {
  const [module = '', key = ''] = code.split('.')
  return product.messages[module]?.[key]?.[ctx.locale as 'ru'] ?? ''
}
