// What this module needs from the layers above it. src/product.ts hands it in once.
import type { Context } from '#trust/audit/audit.ts'

type Given = {
  /** What somebody is called, as far as the school knows it; undefined for nobody. */
  nameOf: (ctx: Context, person: string) => Promise<string | undefined>
}

let given: Given | undefined

export const hand = (parts: Given) => { given = parts }
export const handed = (): Given => {
  if (!given) throw new Error('The product has not handed in what disclosures need')
  return given
}
