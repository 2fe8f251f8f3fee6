import { fill, speaker } from '#platform/locale.ts'
import { Crumbs, DataTable, dateInWords, Link, Opening, useHere, type Here } from '#platform/ui/ui.ts'
import { durationText } from '#trust/law/law.ts'
import type { Going, RetentionCalendar } from './calendar.ts'
import { messages } from './messages.ts'

/** Twelve months side by side: a picture of what goes when that is its own table. */
export function CalendarPage({ calendar: { months, going, owed, held }, here }: { calendar: RetentionCalendar; here: Here }) {
  const say = speaker(messages, here.locale)
  const { locale } = here
  return (
    <>
      <Crumbs label={say('office')} items={[here.actor.role === 'operator' ? { to: '/office', label: say('school-office') } : { to: '/privacy-office', label: say('office') }]} />
      <Opening title={say('calendar-title')} lead={say('calendar-lead')} />
      <Months caption={say('calendar-terms')} rows={going} months={months} />
      <p class="quiet">{say('calendar-note')}</p>
      <Months caption={say('calendar-owed')} rows={owed} months={months} />
      <p><Link to="/privacy-office/holds">{say('to-holds')}</Link></p>
      <DataTable caption={say('calendar-held')} rows={held} empty={say('calendar-held-none')} columns={[
        { head: say('what'), cell: ({ what }) => what[locale] },
        { head: say('ground'), cell: ({ ground }) => ground[locale] },
        { head: say('kept-for'), cell: ({ term, until, people = 0 }) => until ? fill(messages['calendar-until'], { date: dateInWords(until, locale, 'moment', here.school.zone), count: people })[locale] : durationText(term!)[locale] },
      ]} />
    </>
  )
}

function Months({ caption, rows, months }: { caption: string; rows: Going[]; months: string[] }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  if (!rows.length) return <><h2>{caption}</h2><p class="quiet">{say('calendar-none')}</p></>
  const language = locale === 'en' ? 'en-GB' : locale
  const name = (date: string, form: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`))
  // Cut short, a Kazakh month reads as another word.
  const short = locale === 'kk' ? 'long' : 'short'
  const most = Math.max(1, ...rows.flatMap(row => row.months))
  const weight = (count: number) => count === 0 ? 'none' : count * 3 > most * 2 ? 'much' : count * 3 > most ? 'some' : 'little'
  return (
    <div class="table months" role="region" aria-label={caption} tabindex={0}>
      <table>
        <caption>{caption}</caption>
        <thead><tr><th scope="col">{say('what')}</th>{months.map(month => <th scope="col" class="month"><abbr title={name(month, { month: 'long', year: 'numeric' })}>{name(month, { month: short })}<br />{month.slice(0, 4)}</abbr></th>)}</tr></thead>
        <tbody>{rows.map(({ what, promise, ground, term, all, months: counts }) => (
          <tr>
            <th scope="row">{promise ? <Link to={`/trust/${promise}`}>{what[locale]}</Link> : what[locale]}<br /><span class="quiet">{term && `${term === 'P0D' ? say('calendar-at-once') : durationText(term)[locale]}, `}{say('calendar-all', { all })}{ground && <><br />{ground[locale]}</>}</span></th>
            {counts.map(count => <td class={`month ${weight(count)}`}><span>{count || '·'}</span></td>)}
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}
