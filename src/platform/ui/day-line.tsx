import { useHere } from './here.ts'
import { dateInWords } from './time.tsx'

/** A day of a term, as the place where it runs dates it: 2026-12-16. */
export type TermDay = { date: string; off: boolean }

const atNoon = (date: string) => new Date(`${date}T12:00:00Z`)

/** A term as a line of its days: those behind, today, those left, week-ends and holidays lower. What it shows stands in `words` for those who do not see it. */
export function DayLine({ days, today, due, words }: { days: TermDay[]; today: string; due: string; words: string }) {
  const { locale } = useHere()
  const named = new Set([days[0]?.date, due])
  const kind = ({ date, off }: TermDay) => [off ? 'off' : 'working', date < today ? 'past' : date === today ? 'today' : 'left', date === due ? 'due' : '', due < today && date > due ? 'over' : ''].filter(Boolean).join(' ')
  return (
    <div class="day-line">
      <p class={days.length > 16 ? 'days long' : 'days'} role="img" aria-label={words}>{days.map(day => <span class={kind(day)}>{Number(day.date.slice(8))}</span>)}</p>
      <p class="ends" aria-hidden="true">{days.filter(({ date }) => named.has(date)).map(({ date }) => <span class={date === due ? 'due' : undefined}>{dateInWords(atNoon(date), locale, 'day')}</span>)}</p>
    </div>
  )
}
