// What this module needs from the layers above it. src/product.ts hands it in once.
import type { Text } from '#platform/locale.ts'
import type { Context } from '#trust/audit/audit.ts'

type Given = {
  /** The courses somebody takes, and when they completed each: null while they learn. */
  coursesOf: (ctx: Context, person: string) => Promise<{ title: Text; completed_at: Date | null }[]>
  /** Whether anyone may report here that a child has given data. */
  takesReports: (policy: Context['policy']) => boolean
}

let given: Given | undefined

export const hand = (parts: Given) => { given = parts }
export const handed = (): Given => {
  if (!given) throw new Error('The product has not handed in what minors need')
  return given
}
