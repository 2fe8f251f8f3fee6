// Talks by appointment: which times the school offers, which one is wished, which one is settled.
import { sql } from 'kysely'
import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { fill, inEveryLanguage, locales, type Text } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import { visits } from '#platform/visits/visits.ts'
import type { Context } from '#trust/audit/audit.ts'
import { lawProfile, localDate } from '#trust/law/law.ts'
import { control, durationSlots, judge, plainSlot, ruleOf, type Policy } from '#trust/policy/policy.ts'
import { weekdays } from './consultation-messages.ts'
import { proofs } from './proofs.ts'

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const Rule = z.strictObject({
  weekdays: z.array(z.enum(days)).min(1), from: Clock, to: Clock,
  /** How long one talk takes, and how many days ahead it can be asked for. */
  minutes: z.int().min(10).max(180), ahead: z.int().min(2).max(31),
})
type Times = z.output<typeof Rule>

const listed = (of: Times): Text => inEveryLanguage(locale => of.weekdays.map(day => weekdays[day][locale]).join(', '))

/** The form offers times to choose from in every language, and no talk is settled outside of them. */
export const offerConsultations = control('offer', 'consultations', {
  rule: Rule,
  kind: 'probe',
  slots: rule => ({ weekdays: listed(rule), ...plainSlot('from', rule.from), ...plainSlot('to', rule.to), ...durationSlots('lasts', `PT${rule.minutes}M`), ...durationSlots('ahead', `P${rule.ahead}D`) }),
  async prove(rule, { db, site, policy }) {
    const visit = visits()
    if (!visit) return judge(0, 0, proofs['no-visit'])
    const pages = await Promise.all(locales.map(async locale => (await visit(site, `/${locale}/contacts`)).text()))
    const settled = await inSite(db, site, inside => inside.selectFrom('support.tickets').select('settled_at').where('settled_at', 'is not', null).execute())
    const outside = settled.filter(({ settled_at }) => !isOffered(rule, settled_at!, zoneOf(policy))).length
    const missing = pages.filter(page => !/name="wished"[^]*?<option value="\d{4}-/.test(page)).length
    return judge(pages.length + settled.length, missing + outside, fill(proofs['found-talks'], { looked: pages.length, missing, settled: settled.length, outside }))
  },
})

export const consultationsOf = (policy: Policy) => ruleOf(policy, offerConsultations)
export const zoneOf = (policy: Policy) => lawProfile(policy.law)['time-zone']

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** Every time the school offers from tomorrow on, by the clock of its country. */
export function offeredTimes(rule: Times, now: Date, policy: Policy): Date[] {
  const today = Temporal.PlainDate.from(localDate(now, lawProfile(policy.law)))
  const starts = Array.from({ length: Math.floor((minutesOf(rule.to) - minutesOf(rule.from)) / rule.minutes) }, (_, index) => minutesOf(rule.from) + index * rule.minutes)
  return Array.from({ length: rule.ahead }, (_, index) => today.add({ days: index + 1 }))
    .filter(({ dayOfWeek }) => rule.weekdays.includes(days[dayOfWeek - 1]!))
    .flatMap(date => starts.map(start => new Date(date.toZonedDateTime({ timeZone: zoneOf(policy), plainTime: new Temporal.PlainTime(Math.floor(start / 60), start % 60) }).epochMilliseconds)))
}

function isOffered(rule: Times, moment: Date, zone: string): boolean {
  const at = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone)
  const since = at.hour * 60 + at.minute - minutesOf(rule.from)
  return rule.weekdays.includes(days[at.dayOfWeek - 1]!) && since >= 0 && since % rule.minutes === 0 && minutesOf(rule.from) + since + rule.minutes <= minutesOf(rule.to)
}

/** The offered times at which no talk is settled yet; none where the school offers no consultations. `but`: the ticket whose own time stays in the list. */
export async function freeTimes({ db, policy, now }: Pick<Context, 'db' | 'policy' | 'now'>, but?: string): Promise<Date[]> {
  const rule = consultationsOf(policy)
  if (!rule) return []
  const taken = await db.selectFrom('support.tickets').select('settled_at').where('settled_at', '>', now).$if(but !== undefined, query => query.where('id', '<>', but!)).execute()
  const at = new Set(taken.map(({ settled_at }) => settled_at!.getTime()))
  return offeredTimes(rule, now, policy).filter(time => !at.has(time.getTime()))
}

/** The time that is wished, if this is about a consultation. 422 where it has to be chosen, or is none of those offered. */
export function wishedTime({ policy, now }: Pick<Context, 'policy' | 'now'>, topic: string, wished: string | undefined): Date | null {
  const rule = topic === 'consultation' ? consultationsOf(policy) : undefined
  if (!rule) return null
  if (!wished) throw new Refusal(422, 'support.needs-time', {}, { field: 'wished' })
  return offered(rule, { policy, now }, wished, 'wished')
}

/** The time a talk is settled for. 422 when it is not offered, 409 when another talk stands there. */
export async function settledTime(ctx: Pick<Context, 'db' | 'policy' | 'now'>, { id, topic }: { id: string; topic: string }, chosen: string): Promise<Date> {
  const rule = consultationsOf(ctx.policy)
  if (!rule || topic !== 'consultation') throw new Refusal(422, 'support.no-such-time', {}, { field: 'settled' })
  const time = offered(rule, ctx, chosen, 'settled')
  await sql`select pg_advisory_xact_lock(hashtext(database.current_site() || ${time.toISOString()}))`.execute(ctx.db)
  const taken = await ctx.db.selectFrom('support.tickets').select('id').where('settled_at', '=', time).where('id', '<>', id).executeTakeFirst()
  if (taken) throw new Refusal(409, 'support.time-taken', {}, { field: 'settled' })
  return time
}

function offered(rule: Times, { policy, now }: Pick<Context, 'policy' | 'now'>, chosen: string, field: string): Date {
  const time = new Date(chosen)
  if (!offeredTimes(rule, now, policy).some(each => each.getTime() === time.getTime())) throw new Refusal(422, 'support.no-such-time', {}, { field })
  return time
}
