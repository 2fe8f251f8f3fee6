import { inSite } from '#platform/database/database.ts'
import { fulfilDue, type Duty } from '#platform/obligations/obligations.ts'
import { withKeys } from '#platform/sealing/sealing.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { duties } from '../src/product.ts'

/** What the worker does for one school, until nothing is due any more. */
export const workThrough = (ctx: Context, only: readonly Duty[] = duties) =>
  fulfilDue(ctx, work => withKeys(ctx, () => inSite(ctx.db, ctx.site, db => work({ ...ctx, db }), askingOf(ctx))), only)
