// A run in numbers, added up where the rows are: what comes back holds no person and no enrolment.
import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'

/** `people`: how many different learners stand behind `count`. */
export type Counted = { name: string; count: number; people: number }
export type RunFigures = {
  learners: number
  /** Lessons marked as done, by the name of the lesson. */
  lessons: Counted[]
  /** The same by week: the Monday as 2026-11-30, in the zone of the school. */
  weeks: Counted[]
}

/** `without`: who is not to be counted. `since`: the first moment of the weeks asked for. */
export async function figuresOf(db: Database, { run, without, zone, since }: { run: string; without: string[]; zone: string; since: Date }): Promise<RunFigures> {
  const among = sql`from enrolment.completions c join enrolment.enrolments e on e.id = c.enrolment where e.run_name = ${run} and c.kind = 'lesson' and e.person <> all(${without}::uuid[])`
  const [learners, lessons, weeks] = await Promise.all([
    sql<{ learners: number }>`select count(*)::int as learners from enrolment.enrolments where run_name = ${run} and person <> all(${without}::uuid[])`.execute(db),
    sql<Counted>`select c.item as name, count(*)::int as count, count(distinct e.id)::int as people ${among} group by 1`.execute(db),
    sql<Counted>`select to_char(date_trunc('week', c.at at time zone ${zone}), 'YYYY-MM-DD') as name, count(*)::int as count, count(distinct e.id)::int as people ${among} and c.at >= ${since} group by 1 order by 1`.execute(db),
  ])
  return { learners: learners.rows[0]!.learners, lessons: lessons.rows, weeks: weeks.rows }
}

/** The names of the runs that somebody enrolled in last. */
export const runsLearnt = async (db: Database, limit: number): Promise<string[]> =>
  (await db.selectFrom('enrolment.enrolments').select(['run_name']).groupBy('run_name').orderBy(sql`max(enrolled_at)`, 'desc').limit(limit).execute()).map(({ run_name }) => run_name)
