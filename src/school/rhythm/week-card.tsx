import { speaker } from '#platform/locale.ts'
import { Icon, Link, useHere } from '#platform/ui/ui.ts'
import type { Week } from './find-week.ts'
import { messages } from './messages.ts'
import { weekdayName } from './words.ts'

/** This week, a sign for each day and the same in words. Nothing is said of days that went by. */
export function WeekCard({ week }: { week: Week }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  return (
    <section>
      <h2>{say('title')}</h2>
      <p>{say('this-week', { learnt: week.learnt, planned: week.planned })}</p>
      <ol class="week">{week.days.map(({ weekday, planned, learnt, today }) => (
        <li class={learnt ? 'learnt' : planned ? 'planned' : undefined} aria-current={today ? 'date' : undefined}>
          <span aria-hidden="true">{weekdayName(weekday, locale, 'short')}</span>
          <Icon name={learnt ? 'circle-check' : planned ? 'circle-dot' : 'minus'} />
          <span class="unseen">{[weekdayName(weekday, locale), say(learnt ? 'day-learnt' : planned ? 'day-planned' : 'day-free'), ...today ? [say('day-today')] : []].join(', ')}</span>
        </li>
      ))}</ol>
      <p><Link to="/me/rhythm">{say('change')}</Link></p>
    </section>
  )
}
