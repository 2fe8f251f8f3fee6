import type { Context as Request } from 'hono'
import type { Web } from './app.ts'
import { sentenceOf } from './sentences.ts'
import { admit, known } from './run-page.ts'
import { Redraw, type ApiRoute, type RawRoute } from './route.ts'
import { redraw } from './run-action.ts'

/** Finds the actor in a transaction of its own; the work itself opens what it needs. */
export async function enter(route: RawRoute | ApiRoute, c: Request<Web>) {
  const visit = c.var.visit
  visit.at.params = c.req.param() as Record<string, string>
  const outer = visit.ctx
  if (outer.session) visit.ctx = { ...await visit.product.look(outer, (inside: any) => known(visit.product, inside, visit.prefix, route)), db: outer.db }
  try { admit(route, visit.ctx) } catch (error) {
    await visit.product.remember(visit.ctx, error)
    throw error
  }
  return visit
}

export async function runRaw(route: RawRoute, c: Request<Web>): Promise<Response> {
  const { ctx, at } = await enter(route, c)
  try { return await route.run(ctx, at, c) } catch (error) {
    if (!(error instanceof Redraw)) throw error
    const { page, form, sent, refusal } = error
    const sentence = sentenceOf(c.var.visit.product.messages, refusal)
    return redraw(page, c, form.refuse(sent, sentence, refusal.field ? { [refusal.field]: sentence } : {}), refusal.status)
  }
}
