// What this module needs from the layers above it. src/product.ts hands it in once.
import type { Database } from '#platform/database/database.ts'

export type Given = { /** Everyone who has an account here. */ everyone: (db: Database) => Promise<string[]> }
let given: Given | undefined
export const hand = (parts: Given) => { given = parts }
export const everyone: Given['everyone'] = db => {
  if (!given) throw new Error('src/product.ts has not handed the policy desk what it needs')
  return given.everyone(db)
}
