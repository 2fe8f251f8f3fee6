import type { Database, SealedValue } from '#platform/database/database.ts'

export type Look = { id: string; at: Date; role: string; act: string; purpose: string | null; details: SealedValue | null }

/** Who among the staff had to do with this person, the latest first, with the reason where one was asked for: for the person themselves. */
export const looksAt = (db: Database, person: string): Promise<Look[]> =>
  db.selectFrom('audit.entries').select(['id', 'at', 'role', 'act', 'purpose', 'details']).where('subject', '=', person).where('actor', '<>', person).where('outcome', '=', 'done')
    .orderBy('number', 'desc').limit(50).execute()
