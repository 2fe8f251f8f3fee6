import { sql } from 'kysely'
import { z } from 'zod'
import { query, type Context } from '#trust/audit/audit.ts'
import { localDate } from '#trust/law/law.ts'
import type { Visits } from './visits-page.tsx'

const thirtyDays = 30 * 86_400_000

/** The sums of the last thirty days. They are about nobody. */
export const showVisits = query('consent.show-visits', {
  input: z.strictObject({}),
  async find({ db, now, zone }: Context): Promise<Visits> {
    const from = localDate(new Date(now.getTime() - thirtyDays), { 'time-zone': zone })
    const [days, pages] = await Promise.all([
      db.selectFrom('consent.visits').select([sql<string>`to_char(day, 'YYYY-MM-DD')`.as('day'), 'browsers', 'again']).where('page', '=', '').where('day', '>', from).orderBy('day', 'desc').execute(),
      db.selectFrom('consent.visits').select(['page', sql<number>`sum(opened)::int`.as('opened')]).where('page', '<>', '').where('day', '>', from).groupBy('page').orderBy('opened', 'desc').limit(50).execute(),
    ])
    return { days, pages }
  },
  may: actor => ['operator', 'privacy-officer'].includes(actor.role),
  reveals: () => [],
})
