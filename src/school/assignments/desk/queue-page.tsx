import { speaker, type Text } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { Actions, Button, DataTable, Disclosure, EmptyState, Link, Opening, Post, Tabs, Tag, Time, type Here } from '#platform/ui/ui.ts'
import { nameIn } from '../feedback.tsx'
import { dueForm } from '../forms.ts'
import { messages } from '../messages.ts'
import { filters, type listWorks } from './list-works.ts'

type Shown = Revealed<Awaited<ReturnType<typeof listWorks>>>

/** What waits for an answer, the most urgent first. */
export function QueuePage({ shown, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <>
      <Opening title={say('queue')} lead={say(shown.runs.length ? 'queue-lead' : 'no-runs')} />
      <Tabs label={say('queue')} items={filters.map(filter => ({ to: `/teach?filter=${filter}`, label: say(`filter-${filter}`), current: filter === shown.filter, count: shown.counts[filter] }))} />
      {shown.works.length ? <Works shown={shown} here={here} /> : <EmptyState title={say('nothing-waits')} />}
      {shown.runs.length > 0 && <Dues shown={shown} here={here} />}
    </>
  )
}

function Works({ shown, here }: { shown: Shown; here: Here }) {
  const { locale, now, actor } = here
  const say = speaker(messages, locale)
  const holder = ({ held_by, held_until }: Shown['works'][number]) => (held_by && held_until && held_until > now ? nameIn(shown.holders, held_by) || say('teacher') : '')
  return (
    <DataTable caption={say(`filter-${shown.filter}`)} rows={shown.works} columns={[
      { head: say('learner'), cell: work => <Link to={`/teach/submissions/${work.id}`}>{nameIn(shown.names, work.person) || say('gone')}</Link> },
      { head: say('work'), cell: work => <>{work.title[locale]}<br /><span class="quiet">{work.course[locale]} · {say('take', { number: work.number })}</span></> },
      { head: say('sent-at'), cell: work => <><Time at={work.sent_at} as="short" />{work.late && <> <Tag kind="warn">{say('late')}</Tag></>}</> },
      shown.filter === 'given'
        ? { head: say('given-at'), cell: work => work.given_at && <><Time at={work.given_at} as="short" /> <Tag kind={work.accepted ? 'ok' : 'warn'}>{say(work.accepted ? 'state-accepted' : 'state-returned')}</Tag></> }
        : { head: say('answer-by'), cell: work => <><Time at={work.answer_by} as="moment" />{work.answer_by < now && <> <Tag kind="bad">{say('overdue')}</Tag></>}{holder(work) && <> <Tag icon="lock">{work.held_by === actor.person ? say('filter-mine') : say('held', { name: holder(work) })}</Tag></>}</> },
    ]} />
  )
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
