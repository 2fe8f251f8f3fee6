import { fill, speaker, type Text } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { Actions, Button, dateInWords, DataTable, Disclosure, EmptyState, Link, Opening, Post, Tabs, Tag, Time, type Here } from '#platform/ui/ui.ts'
import { withinText } from '#trust/law/law.ts'
import { nameIn } from '../feedback.tsx'
import { dueForm } from '../forms.ts'
import { messages } from '../messages.ts'
import { aliasInWords, isCovered } from '../nameless/nameless.ts'
import { filters, type Filter, type listWorks } from './list-works.ts'

type Shown = Revealed<Awaited<ReturnType<typeof listWorks>>>
type Work = Shown['works'][number]

const place = (filter: Filter, run?: string) => `/teach?${new URLSearchParams({ filter, ...run && { run } })}`

/** What waits for an answer, the most urgent first. */
export function QueuePage({ shown, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  const first = shown.filter === 'given' ? undefined : shown.works.find(work => !holderOf(work, shown, here) || work.held_by === here.actor.person)
  return (
    <>
      <Opening title={say('queue')} lead={say(shown.runs.length ? 'queue-lead' : 'no-runs')}>
        {shown.counts.waiting > 0 && <p class="marks"><Tag>{say('waiting-of', { count: shown.counts.waiting })}</Tag> {shown.today > 0 && <Tag kind="warn" icon="clock">{say('today-of', { count: shown.today })}</Tag>} {shown.overdue > 0 && <Tag kind="bad" icon="triangle-alert">{say('late-of', { count: shown.overdue })}</Tag>}</p>}
        <Actions>
          {first && <Button to={`/teach/submissions/${first.id}`} icon="arrow-right">{say('start')}</Button>}
          {shown.runs.length > 0 && <Button kind="quiet" to="/teach/progress" icon="list-checks">{say('to-gradebooks')}</Button>}
          <Button kind="quiet" to="/teach/snippets" icon="message-square">{say('snippets')}</Button>
        </Actions>
      </Opening>
      <Tabs label={say('queue')} items={filters.map(filter => ({ to: place(filter, shown.run), label: say(`filter-${filter}`), current: filter === shown.filter, count: shown.counts[filter] }))} />
      {shown.byRun.length > 1 && <Runs shown={shown} here={here} />}
      {shown.works.length ? <Works shown={shown} here={here} /> : <Nothing shown={shown} here={here} />}
      {shown.runs.length > 0 && <Dues shown={shown} here={here} />}
    </>
  )
}

/** The courses, each with what waits in it; the one that is shown is marked. */
function Runs({ shown, here: { locale } }: { shown: Shown; here: Here }) {
  const say = speaker(messages, locale)
  const all = [{ run: undefined, course: undefined, waiting: shown.byRun.reduce((sum, { waiting }) => sum + waiting, 0) }, ...shown.byRun]
  return (
    <nav class="filter courses-filter" aria-label={say('by-course')}>
      <ul>{all.map(({ run, course, waiting }) => <li><Link to={place(shown.filter, run)} {...run === shown.run ? { 'aria-current': 'true' as const } : {}}>{course?.[locale] ?? say('all-courses')} ({waiting})</Link></li>)}</ul>
    </nav>
  )
}

function Nothing({ shown: { filter, nextDue, runs, run, counts }, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  const { locale, school, actor } = here
  if (!runs.length) return null
  if (filter !== 'waiting' || run) return <EmptyState title={say('nothing-waits')} action={counts.waiting > 0 || run ? <Button kind="secondary" to="/teach">{say('see-all')}</Button> : undefined} />
  const next = nextDue && fill(messages['next-due'], { date: dateInWords(nextDue.at, locale, 'moment', actor.zone ?? school.zone), course: nextDue.course[locale] })[locale]
  return <EmptyState title={say('all-reviewed')}><p>{next ?? say('no-next-due')}</p></EmptyState>
}

const holderOf = ({ held_by, held_until }: Work, { holders }: Shown, { now, locale }: Here) =>
  held_by && held_until && held_until > now ? nameIn(holders, held_by) || messages.teacher[locale] : ''

function Works({ shown, here }: { shown: Shown; here: Here }) {
  const { locale, actor } = here
  const say = speaker(messages, locale)
  return (
    <DataTable caption={say(`filter-${shown.filter}`)} rows={shown.works} columns={[
      { head: say('learner'), cell: work => <Who work={work} shown={shown} here={here} /> },
      { head: say('work'), cell: work => <>{work.title[locale]}<br /><span class="quiet">{work.course[locale]} · {say('take', { number: work.number })}</span></> },
      { head: say('sent-at'), cell: work => <><Time at={work.sent_at} as="short" />{work.late && <> <Tag kind="warn">{say('late')}</Tag></>}</> },
      ...shown.filter === 'given'
        ? [{ head: say('given-at'), cell: (work: Work) => work.given_at && <><Time at={work.given_at} as="short" /> <Tag kind={work.accepted ? 'ok' : 'warn'}>{say(work.accepted ? 'state-accepted' : 'state-returned')}</Tag></> }]
        : [
          { head: say('answer-by'), cell: (work: Work) => <Time at={work.answer_by} as="moment" /> },
          { head: say('left'), cell: (work: Work) => <><Left work={work} here={here} />{holderOf(work, shown, here) && <> <Tag icon="lock">{work.held_by === actor.person ? say('yours') : say('held', { name: holderOf(work, shown, here) })}</Tag></>}</> },
        ],
    ]} />
  )
}

/** A number in place of a name, as long as the work waits for its grade. */
function Who({ work, shown, here: { locale } }: { work: Work; shown: Shown; here: Here }) {
  const to = `/teach/submissions/${work.id}`
  if (!isCovered(work, work.given_at)) return <Link to={to}>{nameIn(shown.names, work.person) || messages.gone[locale]}</Link>
  return <><Link to={to}>{aliasInWords(work.alias!, locale)}</Link> <Tag icon="eye-off">{messages['covered-tag'][locale]}</Tag></>
}

/** Working days, because that is how the answer is promised. */
function Left({ work: { left, answer_by }, here: { now, locale } }: { work: Work; here: Here }) {
  const say = speaker(messages, locale)
  if (answer_by < now) return <Tag kind="bad" icon="triangle-alert">{say('overdue')}</Tag>
  if (left === 0) return <Tag kind="warn" icon="clock">{say('last-day')}</Tag>
  return <Tag kind={left === 1 ? 'warn' : 'plain'} icon="clock">{withinText({ 'working-days': left })[locale]}</Tag>
}

function Dues({ shown, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Disclosure summary={say('due-title')}>
      {shown.runs.map(run => (
        <Post to="/teach/due">
          <h2>{(run.about as { title: Text }).title[here.locale]} · {run.slug}</h2>
          <dueForm.Fields values={{ run: run.slug }} />
          <Actions><Button kind="secondary">{say('due-save')}</Button></Actions>
        </Post>
      ))}
    </Disclosure>
  )
}
