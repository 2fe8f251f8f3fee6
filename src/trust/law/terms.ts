// Lengths of time as a manifest writes them, and as a reader reads them in each language.
import { z } from 'zod'
import { inEveryLanguage, type Locale, type Text } from '#platform/locale.ts'

/** A length of time: P3Y, P6M, P14D, PT12H, PT30M. P0D is "at once". */
export const Duration = z.string().regex(/^P(\d+[YMD]|T\d+[HM])$/)
export type Duration = string

/** The longest an answer may take. Working days are those of the law's calendar. */
export const Within = z.union([z.strictObject({ 'working-days': z.int().positive() }), z.strictObject({ days: z.int().positive() })])
export type Within = { 'working-days': number } | { days: number }

type Unit = 'year' | 'month' | 'day' | 'working-day' | 'hour' | 'minute'
const units: Record<string, Unit> = { PY: 'year', PM: 'month', PD: 'day', PTH: 'hour', PTM: 'minute' }

const read = (duration: Duration) => {
  const [, head = '', count = '', letter = ''] = /^(PT?)(\d+)([YMDH])$/.exec(duration) ?? []
  const unit = units[head + letter]
  if (!unit) throw new Error(`Not a length of time: ${duration}`)
  return { count: Number(count), unit }
}

/** The moment a length of time after another; years and months by the calendar, so P3Y is never 1,095 days. */
export function addDuration(moment: Date, duration: Duration, sign: 1 | -1 = 1): Date {
  const { count, unit } = read(duration)
  const later = new Date(moment)
  if (unit === 'year' || unit === 'month') {
    const months = later.getUTCMonth() + sign * count * (unit === 'year' ? 12 : 1)
    const day = later.getUTCDate()
    later.setUTCMonth(months)
    if (later.getUTCDate() !== day) later.setUTCDate(0) // 31 January and a month is the last of February
    return later
  }
  const milliseconds = { day: 86_400_000, hour: 3_600_000, minute: 60_000 }[unit as 'day']
  return new Date(moment.getTime() + sign * count * milliseconds)
}

export const durationInDays = (duration: Duration) => {
  const { count, unit } = read(duration)
  return count * { year: 365, month: 30, day: 1, hour: 1 / 24, minute: 1 / 1440, 'working-day': 1 }[unit]
}

/** "3 года", "3 жыл", "3 years"; in the genitive "3 лет" for ru, where the other two languages do not change. */
export const durationText = (duration: Duration, form: Form = 'nominative'): Text => {
  const { count, unit } = read(duration)
  return worded(count, unit, form)
}

export const withinText = (within: Within, form: Form = 'nominative'): Text =>
  'days' in within ? worded(within.days, 'day', form) : worded(within['working-days'], 'working-day', form)

/** Of two terms the one that ends sooner for a question of an ordinary week: working days are counted as 7 for 5. */
export const stricter = (one: Within, other: Within): Within => weight(one) <= weight(other) ? one : other
const weight = (within: Within) => 'days' in within ? within.days : within['working-days'] * 7 / 5

type Form = 'nominative' | 'genitive'
const words: Record<Unit, { ru: Record<Form, [one: string, few: string, many: string]>; kk: string; en: [string, string] }> = {
  year: { ru: { nominative: ['год', 'года', 'лет'], genitive: ['года', 'лет', 'лет'] }, kk: 'жыл', en: ['year', 'years'] },
  month: { ru: { nominative: ['месяц', 'месяца', 'месяцев'], genitive: ['месяца', 'месяцев', 'месяцев'] }, kk: 'ай', en: ['month', 'months'] },
  day: { ru: { nominative: ['день', 'дня', 'дней'], genitive: ['дня', 'дней', 'дней'] }, kk: 'күн', en: ['day', 'days'] },
  'working-day': {
    ru: { nominative: ['рабочий день', 'рабочих дня', 'рабочих дней'], genitive: ['рабочего дня', 'рабочих дней', 'рабочих дней'] },
    kk: 'жұмыс күні', en: ['working day', 'working days'],
  },
  hour: { ru: { nominative: ['час', 'часа', 'часов'], genitive: ['часа', 'часов', 'часов'] }, kk: 'сағат', en: ['hour', 'hours'] },
  minute: { ru: { nominative: ['минута', 'минуты', 'минут'], genitive: ['минуты', 'минут', 'минут'] }, kk: 'минут', en: ['minute', 'minutes'] },
}

const worded = (count: number, unit: Unit, form: Form): Text =>
  inEveryLanguage(locale => `${count}\u00a0${wordFor(locale, count, unit, form)}`)

function wordFor(locale: Locale, count: number, unit: Unit, form: Form) {
  const { ru, kk, en } = words[unit]
  if (locale === 'kk') return kk
  if (locale === 'en') return en[count === 1 ? 0 : 1]
  const category = new Intl.PluralRules('ru').select(count)
  return ru[form][category === 'one' ? 0 : category === 'few' ? 1 : 2]
}
