// Web: from an address to an answer. Finds the site by its host, the actor by the session, and runs one route.
import { createHash } from 'node:crypto'
import type { BlockList } from 'node:net'
import { Hono, type Context as Request } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { isLocale, splitPath, type Locale, type Messages } from '../locale.ts'
import { serveAsset } from '../islands/assets.ts'
import type { Revealed } from '../sealing/sealing.ts'
import { nowhere, type Here, type School } from '../ui/ui.ts'
import { placeInside } from '../place.ts'
import { uuidv7 } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import { clientOf, proxiesNamed } from './client-address.ts'
import { protectAnswer } from './headers.ts'
import { explain, explainFault } from './explain.ts'
import { methodsAmong } from './methods.ts'
import { runAction } from './run-action.ts'
import { runApi } from './run-api.ts'
import { runPage } from './run-page.ts'
import { runRaw } from './run-raw.ts'
import type { At, Cookie, Route } from './route.ts'
import { placeOf, refusalIn } from './sentences.ts'
import { readCookies, readToken } from './session-cookie.ts'

/** What the web layer needs of a context; the layers above give it more. */
export type Ground = { db: any; site: string; address: URL; actor: { person: string | null; role: string; locale?: string | null | undefined; theme?: string | null | undefined }; locale: Locale; now: Date; session?: string | undefined; once?: string | undefined }

export type Product<Ctx extends Ground> = {
  routes: readonly Route[]
  messages: Record<string, Messages>
  /** The site of a host, without actor: undefined answers with `elsewhere`. */
  open(host: string): Omit<Ctx, 'actor' | 'locale' | 'session'> | undefined
  /** Who has this session, asked in the request's own transaction. */
  identify(ctx: Ctx): Promise<Ctx['actor']>
  school(ctx: Ctx, at: At): School
  /** Cookies to go with a page, of those the visitor has allowed: the language that was chosen by its address. */
  keep(ctx: Ctx, at: At, prefix: string): Cookie[]
  /** Told of each page that was shown, by the pattern of its route. Nobody waits for what it does. */
  saw(ctx: Ctx, at: At, route: string): void
  inSite<R>(ctx: Ctx, work: (ctx: Ctx) => Promise<R>): Promise<R>
  /** The same, for who only looks: nobody waits for its end. */
  look<R>(ctx: Ctx, work: (ctx: Ctx) => Promise<R>): Promise<R>
  /** Opens what is sealed, after the transaction. */
  reveal<D>(ctx: Ctx, data: D): Promise<Revealed<D>>
  /** Fetches what a transaction lacked; true when it may be tried anew. */
  retry(ctx: Ctx, error: unknown): Promise<boolean>
  remember(ctx: Ctx, error: unknown): Promise<void>
  now(): Date
  elsewhere(c: Request<Web>): Response | Promise<Response>
  trustedProxies: readonly string[]
}

export type Visit<Ctx extends Ground = Ground> = { product: Product<Ctx>; ctx: Ctx; at: At; prefix: string; pages: Map<string, Route>; /** The page on which the form stands that was sent. */ stands?: string; /** What was typed into a form that came without a session, on its way through the signing in. */ carried?: string }
/** What is the same for all requests. */
type House<Ctx extends Ground> = { product: Product<Ctx>; pages: Map<string, Route>; proxies: BlockList }
/** `visit` is set where a school was asked; `place` always: what can be said, and how, without one. */
export type Web = { Variables: { visit: Visit<any>; place: { messages: Record<string, Messages>; here: () => Here } } }

export function createApp<Ctx extends Ground>(product: Product<Ctx>): Hono<Web> {
  const house: House<Ctx> = { product, pages: new Map(product.routes.filter(route => route.kind === 'page').map(route => [route.path, route])), proxies: proxiesNamed(product.trustedProxies) }
  const app = new Hono<Web>({ getPath: request => splitPath(new URL(request.url).pathname).path })
  app.use(protectAnswer)
  app.get('/assets/*', c => serveAsset(c.req.raw))
  app.use((c, next) => {
    const url = new URL(c.req.url)
    const opened = product.open(url.host)
    c.set('place', { messages: product.messages, here: () => placeWithout(c, url, product.now()) })
    if (opened) c.set('visit', visitOf(c, url, house, opened))
    if (/%00/.test(c.req.url)) throw new Refusal(404, 'common.not-found') // no name of ours has it, and PostgreSQL takes none
    return next()
  })
  app.use(csrf())
  app.use((c, next) => { refuseForeign(c); return next() })
  app.use(async (c, next) => c.var.visit ? next() : product.elsewhere(c))
  const leading = leadBack(app, product.routes)
  for (const route of product.routes) app.on(route.method, route.path, c => run(route, c))
  const methodsOf = methodsAmong([{ method: 'GET', path: '/assets/*' }, ...product.routes, ...leading])
  app.notFound(c => withoutSlash(c) ?? explain(c, notHere(c, methodsOf(c.req.path))))
  app.onError((error, c) => {
    if (error instanceof HTTPException) return explain(c, new Refusal(403, 'common.other-origin'))
    const refusal = refusalIn(error)
    return refusal ? explain(c, refusal) : explainFault(c, error)
  })
  return app
}

/** A browser says itself that a page of somewhere else sends this: then it is refused whatever it carries, JSON as well as a form. */
function refuseForeign(c: Request<Web>) {
  if (!['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) && isFromElsewhere(c)) throw new Refusal(403, 'common.other-origin')
}

const isFromElsewhere = (c: Request<Web>): boolean => ['cross-site', 'same-site'].includes(c.req.header('sec-fetch-site') ?? '')

const run = (route: Route, c: Request<Web>) =>
  route.kind === 'page' ? runPage(route, c) : route.kind === 'action' ? runAction(route, c) : route.kind === 'api' ? runApi(route, c) : runRaw(route, c)

/** After a refusal the address is that of the action: opened anew, it leads to the page on which the form stands. */
function leadBack(app: Hono<Web>, routes: readonly Route[]): { method: string; path: string }[] {
  const shown = new Set(routes.filter(({ method }) => method !== 'POST').map(({ path }) => path))
  return routes.flatMap(route => {
    const on = 'on' in route && !shown.has(route.path) ? route.on : undefined
    if (on === undefined) return []
    app.get(route.path, c => c.redirect(c.var.visit.prefix + placeOf(on, c.req.param() as Record<string, string>), 303))
    return [{ method: 'GET', path: route.path }]
  })
}

/** Nothing stands at this address, or something does that is asked in another way. */
function notHere(c: Request<Web>, methods: string[]): Refusal {
  if (!methods.length) return new Refusal(404, 'common.not-found')
  c.header('Allow', methods.join(', '))
  return new Refusal(405, 'common.wrong-method', { methods: methods.join(', ') })
}

/** `/courses/` is `/courses`. */
function withoutSlash(c: Request<Web>): Response | undefined {
  const { visit } = c.var
  const place = visit && c.req.method === 'GET' && visit.at.path !== '/' && visit.at.path.endsWith('/') ? placeInside(visit.at.path.replace(/\/+$/, '')) : undefined
  return place ? c.redirect(visit.prefix + place + new URL(c.req.url).search, 308) : undefined
}

/** Where there is no school, the address and the browser choose the language. */
function placeWithout(c: Request<Web>, url: URL, now: Date): Here {
  const { prefix, path } = splitPath(url.pathname)
  return { ...nowhere(chosenLocale(prefix, undefined, c.req.header('accept-language')), now, path), prefix }
}

function visitOf<Ctx extends Ground>(c: Request<Web>, url: URL, { product, pages, proxies }: House<Ctx>, opened: object): Visit<Ctx> {
  const { prefix, path } = splitPath(url.pathname)
  const cookies = readCookies(c)
  const address = (opened as Ctx).address
  const token = readToken(c, address)
  const locale = chosenLocale(prefix, cookies.language, c.req.header('accept-language'))
  const session = token && createHash('sha256').update(token).digest('hex')
  const ctx = { ...opened, actor: { person: null, role: 'visitor' }, locale, session } as unknown as Ctx
  const at: At = { view: uuidv7(), params: {}, query: Object.fromEntries(url.searchParams), all: name => url.searchParams.getAll(name), path, token, cookies, client: clientOf(c, proxies), refusesByItself: c.req.header('sec-gpc') === '1', fromElsewhere: isFromElsewhere(c) }
  return { product, ctx, at, prefix, pages }
}

/** The address says it, else a cookie that was allowed, else the browser; the account's own preference comes with the actor. Never the place. */
export function chosenLocale(prefix: string, cookie: string | undefined, accepted: string | undefined): Locale {
  const wished = (accepted ?? '').split(',').map(each => each.trim().slice(0, 2))
  return [prefix.slice(1), cookie, ...wished].find(isLocale) ?? 'ru'
}
