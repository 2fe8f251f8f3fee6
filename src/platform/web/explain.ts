import { randomUUID } from 'node:crypto'
import type { Context as Request } from 'hono'
import { ZodError } from 'zod'
import { messages as common } from '../common-messages.ts'
import { fill, type Messages, type Text } from '../locale.ts'
import { drawPage, errorPage, type ErrorStatus } from '../ui/ui.ts'
import { onTo, placeInside } from '../place.ts'
import { Refusal } from '../refusal.ts'
import type { Web } from './app.ts'
import { hereOf } from './run-page.ts'

/** A refusal is explained by the module that gave it. */
export function sentenceOf(messages: Record<string, Messages>, { code, facts }: Refusal): Text {
  const [module = '', key = ''] = code.split('.')
  return fill(messages[module]?.[key] ?? (common as Messages)[key] ?? common['not-found'], facts)
}

/** A refusal, or what a schema found in an input that no form had read before: whose hands made it, we answer in the same words. */
export function refusalIn(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (!(error instanceof ZodError)) return undefined
  const fields = [...new Set(error.issues.map(({ path }) => String(path[0] ?? '')).filter(Boolean))]
  return new Refusal(422, 'common.not-valid', { fields: fields.join(', ') }, fields[0] ? { field: fields[0] } : {})
}

/** Someone signed out is sent to sign in; everyone else gets a page of words that needs no database. */
export function explain(c: Request<Web>, refusal: Refusal): Response {
  const { visit } = c.var
  if (!visit) return c.text(common['not-found'].en, refusal.status)
  const { prefix, at, product } = visit
  if (refusal.retryAfter) c.header('Retry-After', String(refusal.retryAfter))
  if (refusal.code === 'common.sign-in-first' && (c.req.header('accept') ?? '').includes('html'))
    return c.redirect(prefix + onTo('/sign-in', c.req.method === 'GET' ? at.path : undefined), 303)
  if (refusal.code === 'common.signed-in-already') return c.redirect(prefix + (placeInside(at.query.next) ?? '/me'), 303)
  return sorry(c, refusal.status, { says: sentenceOf(product.messages, refusal), ...(refusal.retryAfter && { after: refusal.retryAfter }) })
}

/** A fault shows only its number; what happened stands in the log, without anybody's data. */
export function explainFault(c: Request<Web>, error: unknown): Response {
  const number = noteFault(error)
  return c.var.visit ? sorry(c, 500, { number }) : c.text(fill(common.fault, { number }).en, 500)
}

export function noteFault(error: unknown): string {
  const number = randomUUID().slice(0, 8)
  console.error(JSON.stringify({ fault: number, name: (error as Error)?.name, code: (error as { code?: string })?.code, message: wordsOf(error), stack: (error as Error)?.stack?.split('\n').slice(1, 8) }))
  return number
}

// A message of PostgreSQL may quote a value of a row ("Key (email)=(…) already exists"): its code and constraint are enough.
const wordsOf = (error: unknown) => error !== null && typeof error === 'object' && 'severity' in error
  ? `${(error as { constraint?: string }).constraint ?? (error as { routine?: string }).routine ?? 'database'}` : (error as Error)?.message

function sorry(c: Request<Web>, status: number, known: Parameters<typeof errorPage>[2]) {
  const here = hereOf(c.var.visit)
  return c.html(drawPage(here, () => errorPage(here, layoutFor(status), known)), status as 500)
}

/** Rare statuses are explained by the layout of their nearest relative. */
const layoutFor = (status: number) => ({ 400: 422, 410: 404, 415: 422 })[status] as ErrorStatus | undefined ?? status as ErrorStatus
