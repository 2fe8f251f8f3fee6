// What is noted while someone learns. None of it is an act of theirs on data, so none goes into the audit log:
// a log of every page would be the very history that most schools promise not to keep.
import { sql } from 'kysely'
import { z } from 'zod'
import { meanwhile, type Database } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { type Context } from '#trust/audit/audit.ts'
import { restingFor } from '#trust/purposes/purposes.ts'
import { noteLearnt } from '#school/rhythm/rhythm.ts'
import { enrolmentId } from './enrolment-id.ts'
import { enrolmentsIn } from './find-enrolments.ts'
import { records } from './recorded.ts'

type Noting = Pick<Context, 'db' | 'policy' | 'now' | 'zone' | 'actor'>

/** A lesson was opened: where to go on, and what the school's policy names besides. Costs no round trip. */
export function noteVisit(ctx: Noting, enrolment: string, lesson: string): void {
  meanwhile(ctx.db, sql`insert into enrolment.positions (enrolment, lesson, place, at) values (${enrolment}, ${lesson}, 0, ${ctx.now})
    on conflict (site, enrolment) do update set at = excluded.at, lesson = excluded.lesson,
      place = case when positions.lesson = excluded.lesson then positions.place else 0 end`)
  if (records(ctx.policy, 'view-history')) meanwhile(ctx.db, addView(ctx, enrolment, 'lesson', lesson))
  noteActivity(ctx, enrolment)
}

/** A file of the course was taken along. */
export function noteDownload(ctx: Noting, enrolment: string, item: string): void {
  if (records(ctx.policy, 'view-history')) meanwhile(ctx.db, addView(ctx, enrolment, 'file', item))
  noteActivity(ctx, enrolment)
}

const addView = ({ db, now }: Noting, enrolment: string, kind: 'lesson' | 'file', item: string) =>
  db.insertInto('enrolment.views').values({ id: uuidv7(), enrolment, kind, item, at: now })

/** A pause longer than this is not counted as learning. */
export const idleMinutes = 5

/** Something was done. The time since the last sign of life counts when it was short; nothing runs in the browser for it. */
export function noteActivity(ctx: Noting, enrolment: string): void {
  noteLearnt(ctx)
  if (!records(ctx.policy, 'active-time')) return
  meanwhile(ctx.db, sql`insert into enrolment.days (id, enrolment, day, seconds, last_at)
    values (${uuidv7()}, ${enrolment}, (${ctx.now}::timestamptz at time zone ${ctx.zone})::date, 0, ${ctx.now})
    on conflict (site, enrolment, day) do update set last_at = greatest(days.last_at, excluded.last_at),
      seconds = days.seconds + case when excluded.last_at > days.last_at and excluded.last_at - days.last_at <= make_interval(mins => ${idleMinutes})
        then extract(epoch from excluded.last_at - days.last_at)::int else 0 end`)
}

export const Place = z.strictObject({ place: z.coerce.number().int().min(0).max(10_000) })
const PlaceInLesson = Place.extend({ run: z.string().max(120), lesson: z.string().max(120) })

/**
 * The section someone has reached. Only their own enrolment can be meant, since its id is made from the person. Not kept when another lesson
 * was opened since: what a page says while it is being left arrives after the next one has been opened.
 */
export async function rememberPlace(ctx: Context, raw: unknown): Promise<{ kept: boolean }> {
  const { run, lesson, place } = PlaceInLesson.parse(raw)
  if (!ctx.actor.person) throw new Refusal(403, 'common.not-allowed')
  if ((await restingFor(ctx, 'enrolment.remember-place'))(ctx.actor.person)) return { kept: false }
  const enrolment = enrolmentId(ctx.actor.person, run)
  const { rows: [position] } = await sql<{ lesson: string }>`update enrolment.positions
    set place = case when lesson = ${lesson} then ${place} else place end, at = ${ctx.now} where enrolment = ${enrolment} returning lesson`.execute(ctx.db)
  if (!position) throw new Refusal(404, 'common.not-found')
  noteActivity(ctx, enrolment)
  return { kept: position.lesson === lesson }
}

export const positionOf = (db: Database, enrolment: string) =>
  db.selectFrom('enrolment.positions').select(['lesson', 'place', 'at']).where('enrolment', '=', enrolment).executeTakeFirst()

/** Where someone stopped in each of their courses. */
export const positionsOf = (db: Database, person: string) =>
  db.selectFrom('enrolment.positions').innerJoin('enrolment.enrolments', 'enrolment.enrolments.id', 'enrolment.positions.enrolment')
    .select(['enrolment.positions.enrolment', 'enrolment.positions.lesson', 'enrolment.positions.place', 'enrolment.positions.at'])
    .where('enrolment.enrolments.person', '=', person).orderBy('enrolment.positions.at', 'desc').execute()

/** Is anything shown to a teacher of when somebody was here? Only where the school's policy names that it is written down. */
export const tellsWhenSeen = (policy: Noting['policy']): boolean => records(policy, 'view-history') || records(policy, 'active-time')

/** When each learner of a run last opened a lesson, by enrolment; nothing where the policy does not name it. */
export async function lastSeenIn({ db, policy }: Pick<Noting, 'db' | 'policy'>, run: string): Promise<Map<string, Date>> {
  if (!tellsWhenSeen(policy)) return new Map()
  const rows = await db.selectFrom('enrolment.positions').select(['enrolment', 'at']).where(sql<boolean>`enrolment in (${enrolmentsIn(run)})`).execute()
  return new Map(rows.map(({ enrolment, at }) => [enrolment, at]))
}

/** One's own history of views and downloads, the latest first. */
export const viewsOf = (db: Database, person: string, limit = 100) =>
  db.selectFrom('enrolment.views').innerJoin('enrolment.enrolments', 'enrolment.enrolments.id', 'enrolment.views.enrolment')
    .select(['enrolment.views.kind', 'enrolment.views.item', 'enrolment.views.at', 'enrolment.enrolments.run_name', 'enrolment.enrolments.course'])
    .where('enrolment.enrolments.person', '=', person).orderBy('enrolment.views.at', 'desc').limit(limit).execute()

/** Seconds of learning by day, the latest first. */
export const timeOf = (db: Database, person: string) =>
  db.selectFrom('enrolment.days').innerJoin('enrolment.enrolments', 'enrolment.enrolments.id', 'enrolment.days.enrolment')
    .select([sql<string>`to_char(day, 'YYYY-MM-DD')`.as('day'), sql<number>`sum(seconds)`.as('seconds')])
    .where('enrolment.enrolments.person', '=', person).groupBy('day').orderBy('day', 'desc').limit(60).execute()
