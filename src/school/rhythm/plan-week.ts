import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'
import { declares } from '#people/accounts/accounts.ts'

export const reminders = ['none', 'here', 'mail'] as const
export const WeekPlan = z.strictObject({ days: z.array(z.coerce.number().int().min(1).max(7)).max(7), remind: z.enum(reminders) })

const myself = async ({ actor }: Context) => actor.person ?? undefined

/** Chooses the days, and whether a reminder comes on them. By letter only where the school has addresses. */
export const planWeek = command('rhythm.plan', {
  input: WeekPlan,
  load: myself,
  may: (actor, person) => isSelf(actor, person) && actor.role === 'learner',
  async run({ db, now, policy }, person, { days, remind }) {
    if (!days.length) throw new Refusal(422, 'rhythm.choose-a-day', {}, { field: 'days' })
    if (remind === 'mail' && !declares(policy, 'email')) throw new Refusal(422, 'rhythm.no-letters-here', {}, { field: 'remind' })
    const plan = { days: [...new Set(days)].sort(), remind_here: remind !== 'none', remind_by_mail: remind === 'mail', chosen_at: now }
    await db.insertInto('rhythm.plans').values({ person, ...plan }).onConflict(clash => clash.columns(['site', 'person']).doUpdateSet(plan)).execute()
  },
  audit: (person, { remind }) => ({ subject: person, details: remind }),
})

/** Puts the plan away, with the days that were kept for it. */
export const dropPlan = command('rhythm.drop', {
  input: z.strictObject({}),
  load: myself,
  may: (actor, person) => isSelf(actor, person),
  async run({ db }, person) {
    for (const table of ['rhythm.days', 'rhythm.plans'] as const) await db.deleteFrom(table).where('person', '=', person).execute()
  },
  audit: person => ({ subject: person }),
})
