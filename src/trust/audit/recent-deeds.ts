import type { Database } from '#platform/database/database.ts'
import { acts } from './acts.ts'

/** What somebody of the staff changed: when, in which role, what, and on which thing of the school. Neither who nor whose. */
export type Deed = { id: string; at: Date; role: string; act: string; thing: string | null }

/** What staff changed last, the latest first: for the office, which may know what happens and not to whom. What somebody sets for themselves is no change of the school. */
export const recentDeeds = (db: Database, limit = 8): Promise<Deed[]> =>
  db.selectFrom('audit.entries').select(['id', 'at', 'role', 'act', 'thing']).where('role', 'in', ['teacher', 'operator', 'privacy-officer', 'support'])
    .where('act', 'in', acts('deed').filter(act => !act.startsWith('sign-in.'))).where('outcome', '=', 'done').where(({ eb, or }) => or([eb('subject', 'is', null), eb('subject', '<>', eb.ref('actor'))])).orderBy('at', 'desc').orderBy('number', 'desc').limit(limit).execute()
