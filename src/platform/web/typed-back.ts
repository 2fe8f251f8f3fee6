// A form that comes without a session is not lost: what was typed goes with the page of signing in, from the browser and back to
// it, and stands in the form again afterwards. Nothing of it is kept here, and passwords do not go along.
import { createHash } from 'node:crypto'
import type { Context as Request } from 'hono'
import { z } from 'zod'
import type { Refusal } from '../refusal.ts'
import { carriedName } from '../ui/ui.ts'
import type { Web } from './app.ts'
import type { ActionRoute, Failed, Form, Outcome, PageRoute } from './route.ts'
import { runPage } from './run-page.ts'
import { placeOf } from './sentences.ts'

/** As a browser sends it, so that the form of signing in stays within what a form may be. What is longer is the writer's to keep, and they are told so. */
const most = 200_000
const Carried = z.strictObject({ at: z.string().max(500), values: z.record(z.string().max(200), z.union([z.string(), z.array(z.string())])) })
const nothing = { ru: '', kk: '', en: '' }

/** Takes the text out of the form of signing in, where a page before has put it. */
export function takeCarried(sent: URLSearchParams): string | undefined {
  const carried = sent.get(carriedName) ?? ''
  sent.delete(carriedName)
  return carried.length > 0 && carried.length <= most ? carried : undefined
}

/** The page of signing in with the text on it; undefined where it cannot go along. */
export async function offerSignIn(c: Request<Web>, refusal: Refusal, form: Form<any> | undefined, sent: URLSearchParams): Promise<Response | undefined> {
  const visit = c.var.visit
  const signIn = visit.pages.get('/sign-in')
  if (refusal.code !== 'common.sign-in-first' || !form || !visit.stands || !signIn || !(c.req.header('accept') ?? '').includes('html')) return undefined
  const carried = JSON.stringify({ at: visit.at.path, values: form.refuse(sent, nothing).values })
  if (encodeURIComponent(carried).length > most) return undefined
  visit.carried = carried
  visit.at = { ...visit.at, path: '/sign-in', params: {}, query: { next: visit.stands, said: 'common.sign-in-and-typed' } }
  visit.ctx = { ...visit.ctx, session: undefined }
  return runPage(signIn as PageRoute, c, undefined, 401)
}

/** After signing in, the page on which the form stands, with what was typed in it: to be looked at, and sent by hand. */
export async function drawTypedBack(c: Request<Web>, { to, session }: Outcome): Promise<Response | undefined> {
  const visit = c.var.visit
  const read = Carried.safeParse(jsonOf(visit.carried))
  const found = read.success ? actionAt(visit.product.routes as ActionRoute[], read.data.at) : undefined
  const page = found && visit.pages.get(found.route.on!)
  if (!read.success || !found || !page || to !== placeOf(found.route.on!, found.params)) return undefined
  const ctx = { ...visit.ctx, session: createHash('sha256').update(session!).digest('hex'), once: undefined }
  const form = (typeof found.route.form === 'function' ? found.route.form(ctx) : found.route.form)!
  const failed: Failed = { ...form.refuse(sentAgain(read.data.values), nothing), refused: undefined as never }
  delete failed.refused
  delete visit.carried
  visit.ctx = ctx
  visit.at = { ...visit.at, path: to, params: found.params, query: { said: 'common.typed-is-back' }, token: session! }
  return runPage(page as PageRoute, c, failed, 200)
}

function jsonOf(text: string | undefined): unknown {
  try { return JSON.parse(text ?? '') } catch { return undefined }
}

const sentAgain = (values: Failed['values']) => new URLSearchParams(Object.entries(values).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each])))

/** The action that answers a path, with the names in it. */
function actionAt(routes: readonly ActionRoute[], path: string): { route: ActionRoute; params: Record<string, string> } | undefined {
  for (const route of routes) {
    if (route.kind !== 'action' || !route.on || !route.form) continue
    const match = new RegExp(`^${route.path.replace(/[.+*?^$()[\]{}|\\]/g, '\\$&').replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(path)
    if (match) return { route, params: Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])) }
  }
  return undefined
}
