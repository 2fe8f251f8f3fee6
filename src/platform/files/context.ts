import { inSite, type Database } from '#platform/database/database.ts'
import type { Inspection, Scanner } from '#platform/inspection/inspection.ts'
import { withKeys, type Holder } from '#platform/sealing/sealing.ts'
import type { Store } from './store.ts'

/** A machine of somebody else that bytes go to, and the setting that leads there. */
export type Outside = { setting: '$S3_URL' | '$CLAMD_URL'; host: string }
/** Whoever keeps what the school has promised is asked before bytes of a person leave this machine: it throws, or writes it down. */
export type AskToLeave = (ctx: FilesContext, leaving: Outside & { person: string; fields: string[] }) => Promise<unknown>

/** What files need of the process: where bytes lie, who looks at them, and who is asked where either is outside. */
export type Files = {
  store: Store; inspection: Inspection; scanner: Scanner | null; close(): Promise<void>
  outside: { store?: Outside; scanner?: Outside }; ask: AskToLeave
}

/** Sealed bytes for the store, open ones for the scanner. */
export async function askToLeave(ctx: FilesContext, to: 'store' | 'scanner', person: string) {
  const outside = ctx.files.outside[to]
  if (outside) await ctx.files.ask(ctx, { ...outside, person, fields: [to === 'store' ? 'sealed-file' : 'file'] })
}

/** What files need of a request, a job or a command. */
export type FilesContext = Holder & { db: Database; files: Files; site: string; actor: { person: string | null }; now: Date }

/** A short transaction of its own, between the slow things: nothing is sent, read from a store or looked at inside. */
export const briefly = <Ctx extends FilesContext, Result>(ctx: Ctx, work: (ctx: Ctx) => Promise<Result>): Promise<Result> =>
  withKeys(ctx, () => inSite(ctx.db, ctx.site, db => work({ ...ctx, db })))
