// What this module needs from the layers above it. src/product.ts hands it in once.
import type { Database } from '#platform/database/database.ts'

/** A letter about a version. One that is neither sent nor ended is still being tried. */
export type Delivery = { person: string; queued_at: Date; sent_at: Date | null; outcome: string | null; attempts: number; next_try_at: Date | null }
export type Given = {
  /** Everyone who has an account here. */
  everyone: (db: Database) => Promise<string[]>
  /** The letters about a version, those not delivered first. */
  deliveries: (db: Database, version: number) => Promise<Delivery[]>
  /** Tries those again that were given up; answers how many. */
  tryAgain: (db: Database, version: number, now: Date) => Promise<number>
}
let given: Given | undefined
export const hand = (parts: Given) => { given = parts }
export const everyone: Given['everyone'] = db => taken().everyone(db)
export const deliveriesOf: Given['deliveries'] = (db, version) => taken().deliveries(db, version)
export const tryAgain: Given['tryAgain'] = (db, version, now) => taken().tryAgain(db, version, now)

function taken(): Given {
  if (!given) throw new Error('src/product.ts has not handed the policy desk what it needs')
  return given
}
