import type { Context as Request } from 'hono'
import { drawPage, errorPage } from '../ui/ui.ts'
import { onTo, placeInside } from '../place.ts'
import type { Refusal } from '../refusal.ts'
import type { Web } from './app.ts'
import { isForPrograms, noteFault, problem } from './problem.ts'
import { hereOf } from './run-page.ts'
import { sentenceOf, withSaid } from './sentences.ts'

/** Someone signed out is sent to sign in; everyone else gets a page of words that needs no database, and a program its JSON. */
export function explain(c: Request<Web>, refusal: Refusal): Response {
  if (isForPrograms(c)) return problem(c, refusal)
  if (refusal.retryAfter) c.header('Retry-After', String(refusal.retryAfter))
  const to = c.var.visit && wayOn(c, refusal)
  if (to) return c.redirect(c.var.visit.prefix + to, 303)
  // The heading of such a page already says that it is not there.
  const says = refusal.code !== 'common.not-found' && { says: sentenceOf(c.var.place.messages, refusal) }
  return sorry(c, refusal.status, { ...says, ...(refusal.retryAfter && { after: refusal.retryAfter }) })
}

/** A form that came without a session is lost: the page of signing in says so, and leads back to where it stands. */
function wayOn(c: Request<Web>, { code }: Refusal): string | undefined {
  const { at, stands } = c.var.visit
  if (code === 'common.signed-in-already') return placeInside(at.query.next) ?? '/me'
  if (code !== 'common.sign-in-first' || !(c.req.header('accept') ?? '').includes('html')) return undefined
  return c.req.method === 'GET' ? onTo('/sign-in', at.path) : withSaid(onTo('/sign-in', stands), 'common.sign-in-and-send')
}

/** A fault shows only its number; what happened stands in the log, without anybody's data. */
export const explainFault = (c: Request<Web>, error: unknown): Response => isForPrograms(c) ? problem(c, error) : sorry(c, 500, { number: noteFault(error) })

function sorry(c: Request<Web>, status: number, known: Parameters<typeof errorPage>[2]) {
  const here = c.var.visit ? hereOf(c.var.visit) : c.var.place.here()
  return c.html(drawPage(here, () => errorPage(here, status, known)), status as 500)
}
