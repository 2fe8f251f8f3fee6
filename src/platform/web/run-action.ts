import type { Context as Request } from 'hono'
import { z } from 'zod'
import { onTo } from '../place.ts'
import { Refusal } from '../refusal.ts'
import { stopTyped } from '../typed/typed.ts'
import type { Visit, Web } from './app.ts'
import { AlreadyDone, answerOf, rememberAnswer } from './once.ts'
import { readSent } from './read-body.ts'
import { admit, known, runPage } from './run-page.ts'
import type { ActionRoute, Failed, Form, Outcome, PageRoute } from './route.ts'
import { placeOf, refusalIn, sentenceOf, withSaid } from './sentences.ts'
import { writeCookies, writeToken } from './session-cookie.ts'
import { drawTypedBack, offerSignIn, takeCarried } from './typed-back.ts'

const Key = z.uuid()

/** Reads the form, does its work, and redirects; or draws the page it came from again, with what was typed and what to change. */
export async function runAction(route: ActionRoute, c: Request<Web>): Promise<Response> {
  const visit = c.var.visit
  visit.at.params = c.req.param() as Record<string, string>
  if (route.on) visit.stands = placeOf(route.on, visit.at.params)
  const sent = await readSent(c.req.raw)
  const key = Key.safeParse(sent.get('_once')).data
  sent.delete('_once')
  const carried = takeCarried(sent)
  if (carried) visit.carried = carried
  const stopped = stopTyped(visit.ctx, sent)
  const form = typeof route.form === 'function' ? route.form(visit.ctx) : route.form
  let before: string | undefined
  try { before = await recognise(visit, route, key) } catch (error) {
    const offered = error instanceof Refusal && await offerSignIn(c, error, form, sent)
    if (!offered) throw error
    return offered
  }
  if (before) return c.redirect(before, 303)
  if (stopped.length) return giveBack(route, c, form, sent, stopped)
  const read = form ? form.read(sent) : nothingIn(sent)
  if (!read.ok) return redraw(route.on, c, read.failed, 422)
  return perform(route, c, form, sent, read.input, key)
}

/** Who sends it, and where an earlier sending of the same form led. */
async function recognise(visit: Visit<any>, route: ActionRoute, key: string | undefined): Promise<string | undefined> {
  const { product } = visit
  const outer = visit.ctx
  const { ctx, done } = await product.look(outer, async (inside: any) => {
    const [ctx, done] = await Promise.all([known(product, inside, visit.prefix, route), key ? answerOf(inside.db, key) : undefined])
    return { ctx, done }
  })
  visit.ctx = { ...ctx, db: outer.db, once: key }
  if (done) return done
  await rememberIf(visit, () => admit(route, visit.ctx))
  return undefined
}

async function perform(route: ActionRoute, c: Request<Web>, form: Form<any> | undefined, sent: URLSearchParams, input: unknown, key: string | undefined): Promise<Response> {
  const visit = c.var.visit
  try {
    return await answer(c, await route.run(visit.ctx, input, visit.at), key)
  } catch (error) {
    if (error instanceof AlreadyDone) {
      const led = await visit.product.look(visit.ctx, (inside: any) => answerOf(inside.db, error.key))
      return c.redirect(led ?? visit.prefix + (visit.stands ?? '/'), 303)
    }
    const refusal = refusalIn(error)
    if (!refusal || !form || !route.on || [401, 403, 404].includes(refusal.status) && !refusal.field) throw error
    if (refusal.retryAfter) c.header('Retry-After', String(refusal.retryAfter))
    const sentence = sentenceOf(visit.product.messages, refusal)
    return redraw(route.on, c, form.refuse(sent, sentence, refusal.field ? { [refusal.field]: sentence } : {}), refusal.status)
  }
}

async function answer(c: Request<Web>, outcome: Outcome, key: string | undefined): Promise<Response> {
  const { product, ctx, prefix } = c.var.visit
  const to = /^https?:/.test(outcome.to) ? outcome.to : prefix + waysIn(outcome, c.req.header('cookie') !== undefined)
  if (key) await product.inSite({ ...ctx, once: undefined }, (inside: any) => rememberAnswer(inside.db, key, to))
  if (outcome.session !== undefined) writeToken(c, ctx.address, outcome.session)
  if (outcome.session === null) c.header('Clear-Site-Data', '"cache"')
  writeCookies(c, ctx.address, outcome.cookies ?? [])
  const back = c.var.visit.carried && outcome.session && c.req.header('cookie') !== undefined ? await drawTypedBack(c, outcome) : undefined
  if (back) return back
  return c.redirect(to, 303)
}

/** Draws a page again over the form that was sent from it. */
export function redraw(on: string | undefined, c: Request<Web>, failed: Failed, status: number): Promise<Response> {
  const page = on && c.var.visit.pages.get(on)
  if (!page) throw new Refusal(422, 'common.not-valid', { fields: Object.keys(failed.problems).join(', ') })
  c.var.visit.at.path = placeOf(on!, c.var.visit.at.params)
  return runPage(page as PageRoute, c, failed, status)
}

/** The page again, with what was typed: what may not be kept is masked in it, and each field says why. */
function giveBack(route: ActionRoute, c: Request<Web>, form: Form<any> | undefined, sent: URLSearchParams, stopped: Refusal[]): Promise<Response> {
  if (!form || !route.on) throw stopped[0]!
  const { messages } = c.var.visit.product
  const problems = Object.fromEntries(stopped.map(refusal => [refusal.field!, sentenceOf(messages, refusal)]))
  return redraw(route.on, c, form.refuse(sent, sentenceOf(messages, stopped[0]!), problems), 422)
}

/** A button without fields: whatever else is sent with it is refused by name. */
function nothingIn(sent: URLSearchParams): ReturnType<Form<Record<string, never>>['read']> {
  const names = [...sent.keys()]
  if (names.length) throw new Refusal(422, 'common.not-valid', { fields: names.join(', ') })
  return { ok: true, input: {} }
}

async function rememberIf(visit: Visit<any>, check: () => void) {
  try { check() } catch (error) {
    await visit.product.remember(visit.ctx, error)
    throw error
  }
}

/** A browser that has shown us no cookie yet may keep none: it is led over a page that sees whether the new one comes back. */
const waysIn = ({ to, said, session }: Outcome, keepsCookies: boolean) =>
  session && !keepsCookies ? onTo('/sign-in/cookies', withSaid(to, said)) : withSaid(to, said)
