import { sql } from 'kysely'
import { meanwhile } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import type { Context } from '#trust/audit/audit.ts'
import { dayIn, mondayOf } from './week.ts'

/** Something was learnt today, by whoever has a plan; for everybody else nothing is written. What is older than this week goes. Costs no round trip. */
export function noteLearnt({ db, actor, now, zone }: Pick<Context, 'db' | 'actor' | 'now' | 'zone'>): void {
  if (!actor.person) return
  const today = dayIn(now, zone)
  meanwhile(db, sql`with past as (delete from rhythm.days where person = ${actor.person} and day < ${mondayOf(today).toString()}::date)
    insert into rhythm.days (id, person, day) select ${uuidv7()}, person, ${today.toString()}::date from rhythm.plans where person = ${actor.person}
    on conflict (site, person, day) do nothing`)
}
