import { speaker } from '#platform/locale.ts'
import { Bars, Crumbs, DataTable, dateInWords, Disclosure, Grid, Link, Notice, Opening, useHere, type Column, type Here } from '#platform/ui/ui.ts'
import { placeName } from './given.ts'
import { messages } from './messages.ts'
import type { Tally, Visits } from './show-visits.ts'

type Key = keyof typeof messages

/** Four weeks as a figure, and under it the same numbers in tables. What a school does not keep has no table here. */
export function VisitsPage({ visits, here }: { visits: Visits; here: Here }) {
  const say = speaker(messages, here.locale)
  const { days, pages, elements, devices, browsers, systems, countries, anonymous, promise } = visits
  const countryNames = new Intl.DisplayNames(here.locale, { type: 'region' })
  const operator = here.actor.role === 'operator'
  const named = (address: string) => [placeName(address)?.[here.locale], address].filter(Boolean).join(' · ')
  return (
    <>
      <Crumbs label={say('school-office')} items={[operator ? { to: '/office', label: say('school-office') } : { to: '/privacy-office', label: say('privacy-office') }]} />
      <Opening title={say('visits-title')} lead={say('visits-lead')} />
      <p class="quiet">{anonymous && <>{say('visits-anonymous')} </>}<Link to={`/trust/${promise}`}>{say('promise')}</Link></p>
      {pages.length === 0 ? <Notice><p>{say('none-yet')}</p></Notice> : (
        <>
          <Days days={days} />
          <Tallies rows={pages.map(row => ({ ...row, name: named(row.name) }))} title="by-page" name="page" />
          <Tallies rows={elements.map(row => ({ ...row, name: named(row.name) }))} title="by-element" name="element" count="pressed" />
          <Grid>
            <Tallies rows={devices.map(row => ({ ...row, name: row.name in messages ? say(row.name as Key) : row.name }))} title="by-device" name="device" />
            <Tallies rows={browsers} title="by-browser" name="browser" />
            <Tallies rows={systems} title="by-system" name="system" />
            <Tallies rows={countries.map(row => ({ ...row, name: countryNames.of(row.name) ?? row.name }))} title="by-country" name="country" />
          </Grid>
          {countries.length > 0 && <p class="quiet">{say('country-source')}</p>}
        </>
      )}
    </>
  )
}

/** A bar for each day, as high as it was busy. Its words and its table say the same. */
function Days({ days }: { days: Visits['days'] }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const most = Math.max(1, ...days.map(({ views }) => views))
  const words = say('all', { views: days.reduce((sum, { views }) => sum + views, 0), most })
  const named = (day: string) => dateInWords(new Date(`${day}T12:00:00Z`), locale, 'day', 'UTC')
  return (
    <section>
      <h2>{say('by-day')}</h2>
      <Bars bars={days.map(({ day, views }) => ({ name: named(day), count: views }))} words={words} />
      <Disclosure summary={say('in-table')}>
        <DataTable caption={say('by-day')} rows={days.filter(({ views }) => views > 0)} columns={[{ head: say('day'), cell: ({ day }) => named(day) }, { head: say('views'), cell: ({ views }) => views, number: true }]} />
      </Disclosure>
    </section>
  )
}

function Tallies({ rows, title, name, count = 'views' }: { rows: Tally[]; title: Key; name: Key; count?: Key }) {
  const say = speaker(messages, useHere().locale)
  if (!rows.length) return null
  const timed: Column<Tally>[] = rows.some(({ seconds }) => seconds !== null) ? [{ head: say('seconds'), cell: ({ seconds }) => seconds === null ? '–' : inMinutes(seconds), number: true }] : []
  return <DataTable caption={say(title)} rows={rows} scrolls columns={[{ head: say(name), cell: row => row.name }, { head: say(count), cell: ({ views }) => views, number: true }, ...timed]} />
}

const inMinutes = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
