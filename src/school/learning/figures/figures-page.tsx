import { speaker } from '#platform/locale.ts'
import { Bars, Crumbs, DataTable, dateInWords, Disclosure, Link, Notice, Opening, useHere, type Here } from '#platform/ui/ui.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { messages } from '../messages.ts'
import type { showFigures } from './show-figures.ts'
import type { Told } from './small-groups.ts'

type Shown = Revealed<Awaited<ReturnType<typeof showFigures>>>

/** A course in figures: week by week, lesson by lesson. Each drawing has its table, and no number has a few people behind it. */
export function FiguresPage({ shown, here }: { shown: Shown; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const { run, lessons, rule, promise, figures: { learners, weeks, lessons: done, opened } } = shown
  const titled = (slug: string) => lessons.find(lesson => lesson.slug === slug)?.title[locale] ?? slug
  return (
    <>
      <Crumbs label={say('where')} items={[{ to: '/teach/progress', label: say('my-groups') }, { to: `/teach/progress/${run.slug}`, label: say('gradebook') }]} />
      <Opening title={say('figures')} over={run.about.title[locale]} lead={say('figures-lead', { least: rule.least })} />
      <p class="quiet"><Link to={`/trust/${promise}`}>{say('figures-promise')}</Link></p>
      {learners === null ? <Notice kind="info" title={say('figures-few', { least: rule.least })} /> : (
        <>
          <p><strong>{say('figures-learners', { learners })}</strong></p>
          {weeks.length > 0 && <Weeks weeks={weeks} />}
          {done.length > 0 && <DataTable caption={say('figures-lessons')} rows={done} scrolls columns={[{ head: say('figures-lesson'), cell: ({ name }) => titled(name) }, { head: say('figures-done'), cell: ({ count }) => count ?? say('figures-hidden'), number: true }]} />}
          {opened.length > 0 && <DataTable caption={say('figures-topics')} rows={opened} scrolls columns={[{ head: say('figures-lesson'), cell: ({ name }) => titled(name) }, { head: say('figures-opened'), cell: ({ count }) => count, number: true }]} />}
        </>
      )}
    </>
  )
}

/** A bar for each week. A week that may not be told has no bar, and says so in the table. */
function Weeks({ weeks }: { weeks: Told[] }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const named = (monday: string) => dateInWords(new Date(`${monday}T12:00:00Z`), locale, 'day', 'UTC')
  const words = say('figures-most', { most: Math.max(0, ...weeks.map(({ count }) => count ?? 0)) })
  return (
    <section>
      <h2>{say('figures-weeks')}</h2>
      <Bars bars={weeks.map(({ name, count }) => ({ name: named(name), count }))} words={words} />
      <Disclosure summary={say('figures-table')}>
        <DataTable caption={say('figures-weeks')} rows={weeks} columns={[{ head: say('figures-week'), cell: ({ name }) => named(name) }, { head: say('figures-done'), cell: ({ count }) => count ?? say('figures-hidden'), number: true }]} />
      </Disclosure>
    </section>
  )
}
