import type { Database } from '#platform/database/database.ts'

export type Look = { at: Date; role: string; act: string; purpose: string | null }

/** Who among the staff had to do with this person, the latest first: for the person themselves. */
export const looksAt = (db: Database, person: string): Promise<Look[]> =>
  db.selectFrom('audit.entries').select(['at', 'role', 'act', 'purpose']).where('subject', '=', person).where('actor', '<>', person).where('outcome', '=', 'done')
    .orderBy('number', 'desc').limit(50).execute()
