// Working days of a law profile. The law lets a holiday on a week-end move to the next working day; that is counted, not listed.
import { dateIn } from '#platform/clock/clock.ts'
import type { Text } from '#platform/locale.ts'
import type { Calendar } from './calendar-file.ts'
import type { LawProfile } from './profile.ts'
import type { Within } from './terms.ts'

const day = 86_400_000

/** The end of the last day on which an answer is in time. Counting starts on the day after the question. */
export function deadline(asked: Date, within: Within, law: LawProfile): Date {
  let left = 'days' in within ? within.days : within['working-days']
  let current = localDate(asked, law)
  while (left > 0) {
    current = next(current)
    if ('days' in within || isWorkingDay(current, law)) left--
  }
  return endOf(current, law)
}

/** How many working days are left until a deadline; negative once it is past. */
export function workingDaysLeft(until: Date, now: Date, law: LawProfile): number {
  const sign = until < now ? -1 : 1
  const [from, to] = sign > 0 ? [now, until] : [until, now]
  let count = 0
  for (let date = localDate(from, law); date < localDate(to, law);) {
    date = next(date)
    if (isWorkingDay(date, law)) count++
  }
  return sign * count
}

export type CountedDay = { date: string; off: boolean; /** The name of the holiday. */ name?: Text; /** Which of the days that count it is; none on the day of the question. */ count?: number }

/** Every day from one moment to another, both included, with the working days counted from the day after the first. */
export function daysBetween(from: Date, until: Date, law: LawProfile): CountedDay[] {
  const last = localDate(until, law)
  const days: CountedDay[] = []
  let count = 0
  for (let date = localDate(from, law); date <= last; date = next(date)) {
    const off = !isWorkingDay(date, law)
    const name = holidayOn(date, law)
    days.push({ date, off, ...off && name && { name }, ...!off && days.length > 0 && { count: ++count } })
  }
  return days
}

/** The date where the school is, such as 2026-12-16. */
export const localDate = (moment: Date, { 'time-zone': timeZone }: Pick<LawProfile, 'time-zone'>) =>
  dateIn(moment, timeZone)

export function isWorkingDay(date: string, { calendar }: LawProfile): boolean {
  if (calendar.working.includes(date)) return true
  return !isWeekend(date, calendar) && !daysOff(Number(date.slice(0, 4)), calendar).has(date)
}

/** The name of the holiday on a date, moved ones included. */
export const holidayOn = (date: string, { calendar }: LawProfile): Text | undefined => daysOff(Number(date.slice(0, 4)), calendar).get(date)

const isWeekend = (date: string, { weekend }: Calendar) => weekend.includes(new Date(`${date}T00:00Z`).getUTCDay())
const next = (date: string) => new Date(Date.parse(`${date}T00:00Z`) + day).toISOString().slice(0, 10)

const counted = new Map<string, Map<string, Text>>()

// A year without a confirmed calendar has only the yearly holidays, so a deadline is never too late.
function daysOff(year: number, calendar: Calendar): Map<string, Text> {
  const key = `${calendar.from}-${calendar.to}-${year}`
  const known = counted.get(key)
  if (known) return known
  const named = [...calendar['every-year'].map(off => ({ ...off, day: `${year}-${off.day}` })), ...calendar.once.filter(off => off.day.startsWith(`${year}-`))]
    .filter(off => !calendar.doubtful.includes(off.day)).sort((one, other) => one.day.localeCompare(other.day))
  const off = new Map(named.map(({ day, name }) => [day, name]))
  for (const { day: holiday, moves, name } of named) {
    if (!moves || !isWeekend(holiday, calendar)) continue
    let moved = next(holiday)
    while (isWeekend(moved, calendar) || off.has(moved)) moved = next(moved)
    off.set(moved, name)
  }
  counted.set(key, off)
  return off
}

/** The last millisecond of a date in the law's time zone. */
function endOf(date: string, { 'time-zone': timeZone }: LawProfile): Date {
  const guess = new Date(`${date}T23:59:59.999Z`)
  const shown = new Date(`${guess.toLocaleString('sv-SE', { timeZone }).replace(' ', 'T')}.999Z`)
  return new Date(guess.getTime() - (shown.getTime() - guess.getTime()))
}
