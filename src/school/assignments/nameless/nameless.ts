// Review without a name: until the grade is given, teachers see "Learner 12" and nothing that says who that is.
import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '#trust/audit/audit.ts'
import { speaker, type Locale } from '#platform/locale.ts'
import { runNamed } from '#school/courses/courses.ts'
import { messages } from '../messages.ts'

/** What the office decided for a run; undefined where it left that to the course. */
export const namingOf = async ({ db }: Pick<Context, 'db'>, run: string): Promise<boolean | undefined> =>
  (await db.selectFrom('assignments.naming').select('anonymous').where('run', '=', runNamed(run)).executeTakeFirst())?.anonymous

/** A number of its own for a new work of this run, drawn by lot: neither the name nor the order of sending can be read from it. */
export async function drawAlias({ db, site }: Pick<Context, 'db' | 'site'>, run: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`alias ${site} ${run}`}))`.execute(db) // two at one moment draw one after the other
  const taken = new Set((await db.selectFrom('assignments.works').select('alias').where('run', '=', run).where('alias', 'is not', null).execute()).map(({ alias }) => alias))
  const free = Array.from({ length: Math.max(leastNumbers, taken.size * 2) }, (_, index) => index + 1).filter(number => !taken.has(number))
  return free[randomInt(free.length)]!
}
const leastNumbers = 60

/** A number covers the name as long as the last sending has no grade. */
export const isCovered = ({ alias }: { alias: number | null }, given: Date | null | undefined): boolean => alias !== null && !given

/** How a covered learner is called. */
export const aliasInWords = (alias: number, locale: Locale) => speaker(messages, locale)('learner-number', { number: alias })

/** When the last sending of a work was given its grade, as part of a question about the work whose id stands in that column. */
export const graded = (workColumn: string) => sql<Date | null>`(select r.given_at from assignments.takes t left join assignments.reviews r on r.take = t.id where t.work = ${sql.ref(workColumn)} order by t.number desc limit 1)`
