import type { Context as Request } from 'hono'
import type { Web } from './app.ts'
import { admit, known } from './run-page.ts'
import type { RawRoute, ApiRoute } from './route.ts'

/** Finds the actor in a transaction of its own; the work itself opens what it needs. */
export async function enter(route: RawRoute | ApiRoute, c: Request<Web>) {
  const visit = c.var.visit
  visit.at.params = c.req.param() as Record<string, string>
  const outer = visit.ctx
  if (outer.session) visit.ctx = { ...await visit.product.inSite(outer, (inside: any) => known(visit.product, inside, visit.prefix)), db: outer.db }
  try { admit(route, visit.ctx) } catch (error) {
    await visit.product.remember(visit.ctx, error)
    throw error
  }
  return visit
}

export async function runRaw(route: RawRoute, c: Request<Web>): Promise<Response> {
  const { ctx, at } = await enter(route, c)
  return route.run(ctx, at, c)
}
