import { z } from 'zod'
import { form } from '#platform/ui/ui.ts'
import { consentNamed } from '#trust/consent/consent.ts'
import { declares, perPolicy } from '#people/accounts/accounts.ts'
import { messages } from './messages.ts'
import { reminders, reminding, WeekPlan } from './plan-week.ts'
import { weekdays } from './week.ts'
import { weekdayName } from './words.ts'

/** A school that knows no addresses offers no letters. Under the tick stand the words of the consent, as they will be kept. */
export const planForm = perPolicy(policy => {
  const ways = reminders.filter(way => way !== 'mail' || declares(policy, 'email'))
  const consent = consentNamed(policy, reminding)
  return form(z.strictObject({ days: z.array(WeekPlan.shape.days.element), remind: z.enum(ways), agree: WeekPlan.shape.agree }), {
    days: { type: 'checkboxes', options: locale => weekdays.map(day => ({ value: String(day), label: weekdayName(day, locale) })) },
    remind: { type: 'radio', options: locale => ways.map(way => ({ value: way, label: messages[`remind-${way}`][locale] })), hint: 'remind-hint' },
    agree: { type: 'checkbox', ...consent && { why: consent.asks } },
  }, messages)
})
