import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { promisesOf } from '#trust/policy/policy.ts'
import { anonymiseVisits, recordVisits } from './controls.ts'

/** So many days are shown, today the last of them. */
const length = 28

export type Tally = { name: string; views: number; /** Seconds on average; null where nobody's time is known. */ seconds: number | null }
export type Visits = {
  /** The promise by which it is kept, and whether it is about nobody at all. */
  promise: string; anonymous: boolean
  /** Each day as 2026-12-03, in the zone of the school. */
  days: { day: string; views: number }[]
  pages: Tally[]; elements: Tally[]; devices: Tally[]; browsers: Tally[]; systems: Tally[]
  /** Two letters of ISO 3166 each. */
  countries: Tally[]
}

/** Counts alone: nobody's row is opened for it. 404 in a school that keeps none. */
export const showVisits = query('interaction.show-visits', {
  input: z.strictObject({}),
  async find({ db, now, zone, policy }: Context): Promise<Visits> {
    const [promise] = [recordVisits, anonymiseVisits].flatMap(control => promisesOf(policy, control))
    if (!promise) throw new Refusal(404, 'interaction.none-kept')
    const today = now.toTemporalInstant().toZonedDateTimeISO(zone).startOfDay()
    const days = Array.from({ length }, (_, back) => today.subtract({ days: length - 1 - back }))
    const since = new Date(days[0]!.epochMilliseconds)
    const [byDay, pages, elements, devices, browsers, systems, countries] = await Promise.all([
      db.selectFrom('interaction.counts').select([sql<string>`to_char(hour at time zone ${zone}, 'YYYY-MM-DD')`.as('day'), sql<number>`sum(views)::int`.as('views')])
        .where('hour', '>=', since).where('element', '=', '').groupBy('day').execute(),
      tally(db, 'page', since), tally(db, 'element', since), tally(db, 'device', since), tally(db, 'browser', since), tally(db, 'system', since), byCountry(db, since),
    ])
    const counted = new Map(byDay.map(({ day, views }) => [day, views]))
    return {
      promise: promise.id, anonymous: promise.verb === 'anonymise',
      days: days.map(each => each.toPlainDate().toString()).map(day => ({ day, views: counted.get(day) ?? 0 })),
      pages, elements, devices, browsers, systems, countries,
    }
  },
  may: ({ role }) => role === 'operator' || role === 'privacy-officer',
  reveals: () => [],
})

/** How often each of these pages was opened, by whoever: the counts hold nobody. Pages that were not are left out. */
export async function timesOpened(db: Context['db'], pages: string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ page: string; views: number }>`select page, sum(views)::int as views from interaction.counts where page = any(${pages}::text[]) and element = '' group by 1`.execute(db)
  return new Map(rows.map(({ page, views }) => [page, views]))
}

/** Of days begun since; what no registry knows is left out. */
async function byCountry(db: Context['db'], since: Date): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select country as name, sum(views)::int as views, null::int as seconds from interaction.networks where day >= ${since} and country <> '' group by 1 order by 2 desc, 1 limit 40`.execute(db)
  return rows
}

async function tally(db: Context['db'], kind: 'page' | 'element' | 'device' | 'browser' | 'system', since: Date): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select ${sql.ref(kind)} as name, sum(views)::int as views, (sum(seconds) / nullif(sum(views) filter (where seconds > 0), 0))::int as seconds
    from interaction.counts where hour >= ${since} and ${sql.ref(kind)} <> '' and ${kind === 'element'} = (element <> '')
    group by 1 order by 2 desc, 1 limit 40`.execute(db)
  return rows
}
