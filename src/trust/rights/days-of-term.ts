import type { Text } from '#platform/locale.ts'
import { holidayOn, isWorkingDay, localDate, type LawProfile } from '#trust/law/law.ts'

export type DayOfTerm = { date: string; working: boolean; holiday: Text | undefined; state: 'done' | 'now' | 'next' }

/** Every day from the one after the question to the last on which an answer is in time, by the calendar of the school's law. */
export function daysOfTerm({ asked, due, now }: Record<'asked' | 'due' | 'now', Date>, law: LawProfile): DayOfTerm[] {
  const [last, today] = [localDate(due, law), localDate(now, law)]
  const days: DayOfTerm[] = []
  for (let date = after(localDate(asked, law)); date <= last; date = after(date))
    days.push({ date, working: isWorkingDay(date, law), holiday: holidayOn(date, law), state: date < today ? 'done' : date === today ? 'now' : 'next' })
  return days
}

const after = (date: string) => new Date(Date.parse(`${date}T00:00Z`) + 86_400_000).toISOString().slice(0, 10)
