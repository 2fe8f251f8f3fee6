import type { Context as Request } from 'hono'
import { z } from 'zod'
import { stopInJson } from '../typed/typed.ts'
import type { Web } from './app.ts'
import { problem } from './problem.ts'
import { readJson } from './read-body.ts'
import { enter } from './run-raw.ts'
import type { ApiRoute } from './route.ts'

const nothing = z.strictObject({})

/** What comes in the address; everything else comes in a body. */
export const isRead = ({ method }: Pick<ApiRoute, 'method'>) => method === 'GET' || method === 'DELETE'
/** The schema of a route in this school: fields may differ by manifest. */
export const taken = ({ takes = nothing }: Pick<ApiRoute, 'takes'>, ctx: unknown) => typeof takes === 'function' ? takes(ctx) : takes

/** The same commands as the pages, as JSON. A refusal names its code, its sentence in the reader's language, and the fields. */
export async function runApi(route: ApiRoute, c: Request<Web>): Promise<Response> {
  try {
    const { ctx, at, product } = await enter(route, c)
    const sent = isRead(route) ? at.query : await readJson(c.req.raw)
    const stopped = stopInJson(ctx, sent)
    if (stopped) throw stopped
    const result = await product.reveal(ctx, await route.run(ctx, taken(route, ctx).parse(sent), at))
    return c.json(result as object ?? null, (route.status ?? 200) as 200)
  } catch (error) {
    return problem(c, error)
  }
}
