import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'
import { allowed, keepConsent } from '#trust/consent/consent.ts'
import { declares } from '#people/accounts/accounts.ts'

export const reminders = ['none', 'here', 'mail'] as const
/** The consent that every reminder rests on. */
export const reminding = 'study-reminders'
export const WeekPlan = z.strictObject({ days: z.array(z.coerce.number().int().min(1).max(7)).max(7), remind: z.enum(reminders), agree: z.boolean().default(false) })

const myself = async ({ actor }: Context) => actor.person ?? undefined

/** Chooses the days, and whether a reminder comes on them: only with consent, which is kept before the wish is. By letter only where the school has addresses. */
export const planWeek = command('rhythm.plan', {
  input: WeekPlan,
  load: myself,
  may: (actor, person) => isSelf(actor, person) && actor.role === 'learner',
  async run(ctx, person, { days, remind, agree }) {
    const { db, now, policy } = ctx
    if (!days.length) throw new Refusal(422, 'rhythm.choose-a-day', {}, { field: 'days' })
    if (remind === 'mail' && !declares(policy, 'email')) throw new Refusal(422, 'rhythm.no-letters-here', {}, { field: 'remind' })
    if (remind !== 'none' && !agree && !await allowed(ctx, reminding, person)) throw new Refusal(422, 'rhythm.consent-first', {}, { field: 'agree' })
    if (remind !== 'none' && agree) await keepConsent(ctx, reminding)
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
