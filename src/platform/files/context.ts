import { inSite, type Database } from '#platform/database/database.ts'
import type { Inspection, Scanner } from '#platform/inspection/inspection.ts'
import { withKeys, type Holder } from '#platform/sealing/sealing.ts'
import type { Store } from './store.ts'

/** What files need of the process: where bytes lie and who looks at them. */
export type Files = { store: Store; inspection: Inspection; scanner: Scanner | null; close(): Promise<void> }

/** What files need of a request, a job or a command. */
export type FilesContext = Holder & { db: Database; files: Files; site: string; actor: { person: string | null }; now: Date }

/** A short transaction of its own, between the slow things: nothing is sent, read from a store or looked at inside. */
export const briefly = <Ctx extends FilesContext, Result>(ctx: Ctx, work: (ctx: Ctx) => Promise<Result>): Promise<Result> =>
  withKeys(ctx, () => inSite(ctx.db, ctx.site, db => work({ ...ctx, db })))
