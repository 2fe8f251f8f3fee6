import type { Database } from '#platform/database/database.ts'
import { accountsAmong } from './people.ts'

type Arrived = (db: Database, ids: readonly string[]) => Promise<string[]>

let others: Arrived = async () => []
/** What else a key may have been made for: handed in by the product. */
export const hand = (parts: { arrived: Arrived }) => { others = parts.arrived }

/** Of these, which the main database has: an admission that was cut short is settled by it. */
export const arrived: Arrived = async (db, ids) => (await Promise.all([accountsAmong(db, ids), others(db, ids)])).flat()
