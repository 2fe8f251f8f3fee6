import { fill, speaker } from '#platform/locale.ts'
import { fullName } from '#people/accounts/accounts.ts'
import { Actions, Button, Crumbs, DataTable, Disclosure, EmptyState, Link, List, Opening, Pagination, Row, Tabs, Time, type Here } from '#platform/ui/ui.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { messages } from '../messages.ts'
import { filters, orders, quietDays, slackPercent, type Filter, type Learner, type Order } from './read-group.ts'
import { pageSize, type showGroup } from './show-gradebook.ts'
import type { showRunsTaught } from './show-groups.ts'
import { moduleWords, StateTags, TestCell, WorkCell } from './standing-words.tsx'

type Shown = Revealed<Awaited<ReturnType<typeof showGroup>>>
type Named = Pick<Shown, 'names'>

export const placeOf = (run: string, { filter, sort, page = 1 }: { filter: Filter; sort: Order; page?: number }, part = '') => {
  const view = { ...filter !== 'all' && { filter }, ...sort !== 'name' && { sort }, ...page > 1 && { page: String(page) } }
  return `/teach/progress/${run}${part}${Object.keys(view).length ? `?${new URLSearchParams(view)}` : ''}`
}

/** The learner of a row as it was opened; nothing where there is no name. */
export const nameOf = ({ names }: Named, { enrolment }: Pick<Learner, 'enrolment'>): string => {
  const found = names.find(({ id }) => id === enrolment.person)
  return found ? fullName(found) : ''
}

/** By name as the reader's language has it; whoever has none comes last. */
export function inOrder<Of extends Named & { rows: Learner[]; sort: Order }>(shown: Of, locale: Here['locale']): Learner[] {
  if (shown.sort !== 'name') return shown.rows
  const by = new Map(shown.rows.map(row => [row, nameOf(shown, row)]))
  const { compare } = new Intl.Collator(locale)
  return shown.rows.toSorted((one, other) => Number(!by.get(one)) - Number(!by.get(other)) || compare(by.get(one)!, by.get(other)!))
}

/** A course run at a glance: each learner, each module, the test, the work. What is missing is said in words. */
export function GradebookPage({ shown, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  const { run, filter, sort, page, total, counts, inFigures } = shown
  return (
    <>
      <Crumbs label={say('where')} items={[{ to: '/teach/progress', label: say('my-groups') }]} />
      <Opening title={say('gradebook')} over={run.about.title[here.locale]} lead={say('gradebook-lead')}>
        <Actions>
          {total > 0 && <Button kind="secondary" icon="download" to={placeOf(run.slug, { filter, sort }, '/export')}>{say('take-out')}</Button>}
          {inFigures && <Button kind="quiet" icon="gauge" to={`/teach/progress/${run.slug}/figures`}>{say('figures')}</Button>}
          <Button kind="quiet" icon="book-open" to={`/office/courses/${run.course}/preview`}>{say('materials')}</Button>
        </Actions>
      </Opening>
      {counts.all > 0 && <Tabs label={say('gradebook')} items={filters.map(each => ({ to: placeOf(run.slug, { filter: each, sort }), label: say(`filter-${each}`), current: each === filter, count: counts[each] }))} />}
      {total > 1 && (
        <nav class="filter courses-filter" aria-label={say('order')}>
          <p class="quiet">{say('order')}</p>
          <ul>{orders.map(each => <li><Link to={placeOf(run.slug, { filter, sort: each })} {...each === sort ? { 'aria-current': 'true' as const } : {}}>{say(`order-${each}`)}</Link></li>)}</ul>
        </nav>
      )}
      {total > 0 ? <Book shown={shown} here={here} /> : <Nobody shown={shown} here={here} />}
      <Pagination page={page} pages={Math.ceil(total / pageSize)} to={number => placeOf(run.slug, { filter, sort, page: number })} />
      {counts.all > 0 && <BehindExplained here={here} />}
    </>
  )
}

function Nobody({ shown: { run, filter, sort, counts }, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  if (!counts.all || filter === 'all') return <EmptyState title={say('no-learners')} />
  return <EmptyState title={say(`none-${filter}`)} action={<Button kind="secondary" to={placeOf(run.slug, { filter: 'all', sort })}>{say('show-all')}</Button>} />
}

function Book({ shown, here }: { shown: Shown; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const { run, outline, nameless, sort, page, total, tellsSeen } = shown
  const ordered = inOrder(shown, locale)
  const rows = sort === 'name' ? ordered.slice((page - 1) * pageSize, page * pageSize) : ordered
  return (
    <DataTable caption={fill(messages['learners-total'], { count: total })[locale]} rows={rows} sticks columns={[
      { head: say('learner'), cell: row => <><Link to={`/teach/progress/${run.slug}/learners/${row.enrolment.id}`}>{nameOf(shown, row) || say('former')}</Link><StateTags row={row} say={say} /></> },
      { head: say('progress-column'), cell: ({ progress }) => say('progress', { percent: progress.percent, done: progress.done, required: progress.required }) },
      ...outline.map(({ title }, place) => ({ head: `${place + 1}. ${title[locale]}`, cell: (row: Learner) => moduleWords(row.modules[place]!, say) })),
      { head: say('test-column'), cell: ({ test }) => <TestCell test={test} about={run.about} to={`/learn/${run.slug}/test/${test?.attempt}/result`} say={say} /> },
      { head: say('work-column'), cell: ({ work }) => <WorkCell work={work} nameless={nameless} to={work?.mayOpen ? `/teach/submissions/${work.id}` : undefined} say={say} /> },
      { head: say('last-step'), cell: ({ lastStep }) => lastStep ? <Time at={lastStep} /> : say('no-step') },
      ...tellsSeen ? [{ head: say('last-seen'), cell: ({ lastSeen }: Learner) => lastSeen ? <Time at={lastSeen} /> : say('not-opened') }] : [],
    ]} />
  )
}

function BehindExplained({ here }: { here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Disclosure summary={say('behind-how')}>
      <ul><li>{say('behind-due-how')}</li><li>{say('behind-pace-how', { slack: slackPercent })}</li><li>{say('behind-quiet-how', { days: quietDays })}</li></ul>
      <p>{say('behind-never')}</p>
    </Disclosure>
  )
}

export function GroupsPage({ runs, here }: { runs: Revealed<Awaited<ReturnType<typeof showRunsTaught>>>; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <>
      <Opening title={say('my-groups')} />
      {runs.length ? <List>{runs.map(run => <Row to={`/teach/progress/${run.slug}`} title={run.about.title[here.locale]} note={<Time at={run.opens_at} />} />)}</List> : <EmptyState title={say('no-groups')} />}
    </>
  )
}
