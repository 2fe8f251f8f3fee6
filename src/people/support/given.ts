// What this module needs from one that stands on it. src/product.ts hands it in once.
import type { Context } from '#trust/audit/audit.ts'

type Reported = { /** The account that is meant, if there is such a one. */ named: string | null; term: { promisedBy: Date; dueBy: Date } }

type Given = {
  /** Whether a letter is a report about a child. Asked outside of any transaction. */
  reportIn: (ctx: Context, letter: { subject: string; words: string }) => Promise<Reported | undefined>
  /** It stands under this number now: whatever has to happen at once. */
  reported: (ctx: Context, report: { ticket: string; named: string | null }) => Promise<unknown>
}

let given: Given | undefined

export const hand = (parts: Given) => { given = parts }
export const handed = (): Given => {
  if (!given) throw new Error('The product has not handed in what support needs')
  return given
}
