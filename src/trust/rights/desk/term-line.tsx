import { fill, speaker } from '#platform/locale.ts'
import { DataTable, dateInWords, DayLine, Disclosure, type Here } from '#platform/ui/ui.ts'
import { daysBetween, lawProfile, localDate, workingDaysLeft } from '#trust/law/law.ts'
import { messages } from '../messages.ts'

type Row = { asked_at: Date; due_by: Date; answered_at: Date | null }

/** The whole term, drawn on past its end when it is over and nobody has answered. */
function termOf({ asked_at, due_by, answered_at }: Row, name: string, now: Date) {
  const law = lawProfile(name)
  const today = answered_at ?? now
  return { days: daysBetween(asked_at, today > due_by ? today : due_by, law), today: localDate(today, law), due: localDate(due_by, law), left: workingDaysLeft(due_by, today, law) }
}

/** The term of a request as a line of its days; the sentence beside it says the same. */
export function TermLine({ row, law, here: { now, locale } }: { row: Row; law: string; here: Here }) {
  const { days, today, due, left } = termOf(row, law, now)
  const words = fill(messages['term-words'], { from: dateInWords(row.asked_at, locale), due: dateInWords(row.due_by, locale), left })[locale]
  return <DayLine days={days} today={today} due={due} words={words} />
}

/** The same days one under another, each with what it is. */
export function TermTable({ row, law, here: { now, locale } }: { row: Row; law: string; here: Here }) {
  const say = speaker(messages, locale)
  const { days, today, due } = termOf(row, law, now)
  const marks = (date: string) => [date === today && say(row.answered_at ? 'answered-on' : 'term-today'), date === due && say('term-last')].filter(Boolean).join(', ')
  return (
    <Disclosure summary={say('term-table')}>
      <DataTable caption={say('term-table')} rows={days} columns={[
        { head: say('term-day'), cell: ({ date }) => dateInWords(new Date(`${date}T12:00:00Z`), locale) },
        { head: say('term-what'), cell: ({ off, name, count, date }) => [off ? name?.[locale] ?? say('term-off') : count ? say('term-count', { count }) : say('term-first'), marks(date)].filter(Boolean).join(' · ') },
      ]} />
    </Disclosure>
  )
}
