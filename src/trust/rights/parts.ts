import type { Context } from '#trust/audit/audit.ts'
import type { Store } from '#trust/data-map/data-map.ts'

/** What the module of accounts does at once: the sign-in ends, nobody is written to, nothing is shown any more. */
export type Leave = (ctx: Context, person: string) => Promise<unknown>
type Parts = { stores: readonly Store[]; leave: Leave }

let parts: Parts | undefined

/** What lies outside the tables, and what leaving means, is known further up: the product hands it in, once. */
export const hand = (given: Parts) => { parts = given }
export const given = (): Parts => {
  if (!parts) throw new Error('The product has not handed in what rights needs')
  return parts
}
