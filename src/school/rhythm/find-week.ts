import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { allowed } from '#trust/consent/consent.ts'
import { declares } from '#people/accounts/accounts.ts'
import { reminding } from './plan-week.ts'
import { dayIn, mondayOf, weekdays } from './week.ts'

export type Week = { days: { weekday: number; date: string; planned: boolean; learnt: boolean; today: boolean }[]; planned: number; learnt: number; remind: 'none' | 'here' | 'mail' }

/** This week of whoever asks; undefined without a plan. A day that was not planned counts as well as one that was. */
export async function weekOf({ db, actor, now, zone }: Pick<Context, 'db' | 'actor' | 'now' | 'zone'>): Promise<Week | undefined> {
  const today = dayIn(now, zone)
  const monday = mondayOf(today)
  const { rows: [plan] } = await sql<{ days: number[]; remind_here: boolean; remind_by_mail: boolean; learnt: string[] }>`
    select days, remind_here, remind_by_mail, array(select to_char(d.day, 'YYYY-MM-DD') from rhythm.days d where d.person = p.person and d.day between ${monday.toString()}::date and ${today.toString()}::date) as learnt
    from rhythm.plans p where person = ${actor.person}`.execute(db)
  if (!plan) return undefined
  const days = weekdays.map(weekday => {
    const date = monday.add({ days: weekday - 1 }).toString()
    return { weekday, date, planned: plan.days.includes(weekday), learnt: plan.learnt.includes(date), today: date === today.toString() }
  })
  return { days, planned: plan.days.length, learnt: Math.min(plan.learnt.length, plan.days.length), remind: plan.remind_by_mail ? 'mail' : plan.remind_here ? 'here' : 'none' }
}

export const showRhythm = query('rhythm.show', {
  input: z.strictObject({}),
  async find(ctx: Context) {
    const [week, agreed] = await Promise.all([weekOf(ctx), ctx.actor.person !== null && allowed(ctx, reminding, ctx.actor.person)])
    return { week: week && !agreed ? { ...week, remind: 'none' as const } : week, agreed, letters: declares(ctx.policy, 'email') }
  },
  may: actor => actor.person !== null,
  reveals: () => [],
})

export const wantsLetter = async (db: Database, person: string): Promise<boolean> =>
  (await db.selectFrom('rhythm.plans').select('remind_by_mail').where('person', '=', person).executeTakeFirst())?.remind_by_mail ?? false
