// Where works stand, for whoever looks at a whole course at once: a teacher at a group, a learner at all of their own.
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { Context } from '#trust/audit/audit.ts'
import { runNamed, versionOfRun } from '#school/courses/courses.ts'
import { isCovered, namingOf } from './nameless/nameless.ts'

type Sending = { number: number; sent_at: Date; late: boolean; given_at: Date | null; accepted: boolean | null; points: number | null; out_of: number | null }

/** A sending of a work and what was given back on it; `held` while a teacher has it open. The desk may be led to unless that would say whose work it is. */
export type WorkStanding = Sending & { id: string; enrolment: string; held: boolean; mayOpen: boolean }
type Kept = Sending & { id: string; enrolment: string; held: boolean; alias: number | null; /** The last one that has its grade. */ given: Sending | null }

const standings = async (db: Database, now: Date, which: RawBuilder<boolean>): Promise<Kept[]> => {
  const { rows } = await sql<Kept & { given_number: number; given_sent: Date; given_late: boolean; at: Date | null; given_points: number; given_of: number }>`
    select w.id, w.enrolment, w.alias, t.number, t.sent_at, coalesce(t.sent_at > d.due_at, false) as late, coalesce(r.given_at is null and w.held_until > ${now}, false) as held,
      r.given_at, r.accepted, r.points, r.out_of,
      g.number as given_number, g.sent_at as given_sent, coalesce(g.sent_at > d.due_at, false) as given_late, g.given_at as at, g.points as given_points, g.out_of as given_of
    from assignments.works w join lateral (select id, number, sent_at from assignments.takes where work = w.id order by number desc limit 1) t on true
    left join assignments.reviews r on r.take = t.id and r.given_at is not null left join assignments.dates d on d.run = w.run
    left join lateral (select taken.number, taken.sent_at, back.given_at, back.points, back.out_of from assignments.takes taken join assignments.reviews back on back.take = taken.id
      where taken.work = w.id and back.given_at is not null order by taken.number desc limit 1) g on true
    where w.enrolment is not null and ${which}`.execute(db)
  return rows.map(({ given_number, given_sent, given_late, at, given_points, given_of, ...row }) =>
    ({ ...row, given: at && { number: given_number, sent_at: given_sent, late: given_late, given_at: at, accepted: false, points: given_points, out_of: given_of } }))
}

/** One's own works. */
export const standingsOf = async (db: Database, person: string, now: Date): Promise<WorkStanding[]> =>
  (await standings(db, now, sql<boolean>`w.person = ${person}`)).map(({ alias: _, given: __, ...work }) => ({ ...work, mayOpen: true }))

/**
 * The works of a run, for its teachers. `nameless`: works are reviewed there without names, so of nobody it is told whether one waits, and none that
 * may be sent again is led to: beside a list of names the numbers of the queue would soon be names again. What has its grade is told as anywhere.
 */
export async function standingsIn({ db, now }: Pick<Context, 'db' | 'now'>, run: string): Promise<{ nameless: boolean; works: WorkStanding[] }> {
  const [works, decided, written] = await Promise.all([
    standings(db, now, sql<boolean>`w.run = ${runNamed(run)}`), namingOf({ db }, run),
    db.selectFrom('assignments.assignments').select('anonymous').where('version', '=', versionOfRun(run)).executeTakeFirst(),
  ])
  const nameless = (decided ?? written?.anonymous ?? false) || works.some(work => isCovered(work, work.given_at))
  const told = works.flatMap(({ alias, given, ...work }): WorkStanding[] => {
    if (!isCovered({ alias }, work.given_at)) return [{ ...work, mayOpen: !nameless || work.accepted === true }]
    return given ? [{ ...work, ...given, held: false, mayOpen: false }] : []
  })
  return { nameless, works: told }
}

/** What was given back on each sending of the work of an enrolment, the latest first, with the words of the teacher, sealed. */
export const givenTo = (db: Database, enrolment: string) =>
  db.selectFrom('assignments.reviews').innerJoin('assignments.takes', 'assignments.takes.id', 'assignments.reviews.take').innerJoin('assignments.works', 'assignments.works.id', 'assignments.takes.work')
    .select(['assignments.reviews.id', 'assignments.reviews.words', 'assignments.reviews.points', 'assignments.reviews.out_of', 'assignments.reviews.given_at', 'assignments.reviews.accepted', 'assignments.takes.number', 'assignments.takes.sent_at'])
    .where('assignments.works.enrolment', '=', enrolment).where('assignments.reviews.given_at', 'is not', null).orderBy('assignments.takes.number', 'desc').execute()
