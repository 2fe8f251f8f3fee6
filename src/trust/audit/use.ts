// What each act of the log is for: the module above that knows the school's purposes is asked before an act reads anything.
import type { Context } from './context.ts'

/** Runs the work of an act under its purposes; `now` is the purpose it runs under, as the log writes it down. */
export type Use = { under<R>(ctx: Context, act: string, work: () => Promise<R>): Promise<R>; now(): string | undefined }

let use: Use = { under: (_, __, work) => work(), now: () => undefined }

export const handUse = (given: Use) => { use = given }
export const under: Use['under'] = (ctx, act, work) => use.under(ctx, act, work)
/** A purpose that was stated for one look comes first. */
export const purposeOf = (ctx: Pick<Context, 'purpose'>): string | null => ctx.purpose ?? use.now() ?? null
