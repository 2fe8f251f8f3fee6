import { z } from 'zod'
import { form } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'
import { reminders, WeekPlan } from './plan-week.ts'
import { weekdays } from './week.ts'
import { weekdayName } from './words.ts'

const reminding = (letters: boolean) => reminders.filter(way => letters || way !== 'mail')

/** A school that knows no addresses offers no letters. */
export const planFormWith = (letters: boolean) => letters ? withLetters : withoutLetters

const planForm = (letters: boolean) => form(z.strictObject({ days: z.array(WeekPlan.shape.days.element), remind: z.enum(reminding(letters)) }), {
  days: { type: 'checkboxes', options: locale => weekdays.map(day => ({ value: String(day), label: weekdayName(day, locale) })) },
  remind: { type: 'radio', options: locale => reminding(letters).map(way => ({ value: way, label: messages[`remind-${way}`][locale] })), hint: 'remind-hint' },
}, messages)
const [withLetters, withoutLetters] = [planForm(true), planForm(false)]
