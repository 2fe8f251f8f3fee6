import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import { announce } from '#platform/events/events.ts'
import { command, isSystem, type Context } from '#trust/audit/audit.ts'
import { consentStands } from '#trust/consent/consent.ts'
import { reminding } from './plan-week.ts'
import { dayIn, isEvening, mondayOf } from './week.ts'

type Moment = Pick<Context, 'now' | 'zone' | 'policy'>

// Consent stands, planned for today, asked to be reminded, not yet reminded today, and nothing learnt today.
const waiting = ({ now, zone, policy }: Moment) => {
  const today = dayIn(now, zone)
  return sql<boolean>`remind_here and ${consentStands({ policy, now }, reminding, sql.ref('plans.person'))} and ${today.dayOfWeek} = any (days) and coalesce(reminded_on < ${today.toString()}::date, true)
    and not exists (select from rhythm.days d where d.person = plans.person and d.day = ${today.toString()}::date)`
}

/** Whom to remind at this moment: nobody outside of the evening. */
export async function toRemind({ db, now, zone, policy }: Moment & { db: Database }): Promise<string[]> {
  if (!isEvening(now, zone)) return []
  return (await db.selectFrom('rhythm.plans as plans').select('person').where(waiting({ now, zone, policy })).limit(1000).execute()).map(({ person }) => person)
}

/** Reminds once a day. Whoever began to learn meanwhile is left in peace. */
export const remind = command('rhythm.remind', {
  input: z.strictObject({ person: z.uuid() }),
  load: (ctx: Context, { person }) => ctx.db.selectFrom('rhythm.plans as plans').select('person').where('person', '=', person).where(waiting(ctx)).forUpdate().executeTakeFirst(),
  may: isSystem,
  async run({ db, now, zone }, { person }) {
    await db.updateTable('rhythm.plans').set({ reminded_on: dayIn(now, zone).toString() }).where('person', '=', person).execute()
    await announce(db, 'rhythm.planned-day', { person, about: 'rhythm' })
  },
  audit: ({ person }) => ({ subject: person }),
})

/** The week that is over is forgotten, also by those who have not come back. */
export const forgetPastWeeks = async ({ db, now, zone }: Omit<Moment, 'policy'> & { db: Database }): Promise<number> =>
  Number((await db.deleteFrom('rhythm.days').where('day', '<', mondayOf(dayIn(now, zone)).toString()).executeTakeFirst()).numDeletedRows)
