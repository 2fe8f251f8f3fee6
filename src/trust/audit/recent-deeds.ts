import type { Database } from '#platform/database/database.ts'
import { acts } from './acts.ts'

/** What somebody of the staff changed: when, in which role, what. Neither who nor whose. */
export type Deed = { id: string; at: Date; role: string; act: string }

/** What staff changed last, the latest first: for the office, which may know what happens and not to whom. */
export const recentDeeds = (db: Database, limit = 8): Promise<Deed[]> =>
  db.selectFrom('audit.entries').select(['id', 'at', 'role', 'act']).where('role', 'in', ['teacher', 'operator', 'privacy-officer', 'support'])
    .where('act', 'in', acts('deed').filter(act => !act.startsWith('sign-in.'))).where('outcome', '=', 'done').orderBy('at', 'desc').orderBy('number', 'desc').limit(limit).execute()
