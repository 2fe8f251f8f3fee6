// What each act of the log is for: the module above that knows the school's purposes is asked before an act reads anything.
import type { Context } from './context.ts'

/**
 * Runs the work of an act under its purposes; `now` is the purpose it runs under, as the log writes it down. `resting` says of whom the act
 * may not be at this moment, and `refuse` says no in fitting words.
 */
export type Use = {
  under<R>(ctx: Context, act: string, work: () => Promise<R>): Promise<R>
  now(): string | undefined
  resting(ctx: Context, act: string): Promise<(person: string) => boolean>
  refuse(ctx: Context, person: string): never
}

let use: Use = { under: (_, __, work) => work(), now: () => undefined, resting: async () => () => false, refuse() { throw new Error('Nobody rests') } }

export const handUse = (given: Use) => { use = given }
export const under: Use['under'] = (ctx, act, work) => use.under(ctx, act, work)
/** A purpose that was stated for one look comes first. */
export const purposeOf = (ctx: Pick<Context, 'purpose'>): string | null => ctx.purpose ?? use.now() ?? null

/** Asked beside the act's own questions: it waits for nothing more. */
export function whoRests(ctx: Context, act: string): Promise<(person: string) => boolean> {
  const asked = use.resting(ctx, act)
  asked.catch(() => {}) // heard by whoever waits for it, unless something else failed first
  return asked
}
export const refuseResting = (ctx: Context, person: string): never => use.refuse(ctx, person)
