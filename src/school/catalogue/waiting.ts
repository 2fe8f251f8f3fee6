import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'

/** Reviews that wait for a moderator, and suggestions nobody has read: counts for the office, in one question. */
export async function wordsWaiting(db: Database): Promise<{ reviews: number; suggestions: number }> {
  const { rows } = await sql<{ reviews: number; suggestions: number }>`
    select (select count(*)::int from catalogue.reviews where judged_at is null) as reviews, (select count(*)::int from catalogue.suggestions where read_at is null) as suggestions`.execute(db)
  return rows[0]!
}
