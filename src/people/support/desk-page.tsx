import { amount, speaker } from '#platform/locale.ts'
import { Actions, Button, Crumbs, DataTable, EmptyState, Link, Notice, Opening, Post, Tabs, Tag, Time, ToWorkplace, type Here } from '#platform/ui/ui.ts'
import { withinText } from '#trust/law/law.ts'
import { recordForm } from './desk-forms.ts'
import { messages } from './messages.ts'
import { inDays } from './pace.ts'
import { stages, type showDesk } from './show-desk.ts'
import { State } from './thread.tsx'
import { deskOf } from './topics.ts'

type Shown = Awaited<ReturnType<typeof showDesk>>
type Row = Shown['rows'][number]

/** What waits, the nearest day first; above it, how fast this school answers. */
export function DeskPage({ shown, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  const { stage, rows, counts, officer } = shown
  const desk = officer ? '/privacy-office/enquiries' : '/office/enquiries'
  return (
    <>
      <ToWorkplace />
      <Opening title={say('desk')} lead={say(officer ? 'desk-lead-officer' : 'desk-lead')} />
      {counts.late > 0 && <Notice kind="bad" title={say('something-late', { late: counts.late })} />}
      <Pace shown={shown} here={here} />
      <Actions><Button kind="secondary" to="/office/enquiries/record" icon="pencil">{say('record')}</Button></Actions>
      <Tabs label={say('desk')} items={stages.map(each => ({ to: each === 'waiting' ? desk : `${desk}?stage=${each}`, label: say(`stage-${each}`), current: each === stage, count: counts[each] }))} />
      {rows.length ? (
        <DataTable caption={say(`stage-${stage}`)} rows={rows} columns={[
          { head: say('number'), cell: ({ id, number }) => <Link to={`/office/enquiries/${id}`}>{`№ ${number}`}</Link> },
          { head: say('topic-short'), cell: ({ topic }) => say(`topic-${topic as 'general'}`) },
          { head: say('came-by'), cell: ({ channel }) => say(`by-${channel as 'form'}`) },
          { head: say('asked'), cell: ({ asked_at }) => <Time at={asked_at} /> },
          { head: say('due-by'), cell: row => row.waits_for ? <><Time at={row.due_by} as="moment" /> <Left row={row} here={here} /></> : '—' },
          { head: say('state'), cell: row => <State of={row} here={here} /> },
        ]} />
      ) : <EmptyState title={say(`none-${stage}`)} />}
    </>
  )
}

export function Left({ row: { due_by, daysLeft }, here: { now, locale } }: { row: Pick<Row, 'due_by' | 'daysLeft'>; here: Here }) {
  if (due_by < now) return <Tag kind="bad" icon="triangle-alert">{messages['state-late'][locale]}</Tag>
  return <Tag kind={daysLeft <= 2 ? 'warn' : 'plain'} icon="clock">{speaker(messages, locale)('days-left', { days: daysLeft })}</Tag>
}

function Pace({ shown: { pace: { answered, inTime, median }, within }, here: { locale } }: { shown: Shown; here: Here }) {
  const say = speaker(messages, locale)
  const facts = { answered, within: withinText(within)[locale] }
  return <p>{median === null ? say('pace-none', facts) : say('pace', { ...facts, median: amount(inDays(median), 'day')[locale], share: Math.round(100 * inTime / answered) })}</p>
}

/** A call or a paper letter, written down by whoever took it. */
export function RecordPage({ here }: { here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <>
      <Crumbs label={say('desk')} items={[{ to: deskOf(here.actor.role === 'privacy-officer' ? 'privacy' : 'general'), label: say('desk') }]} />
      <Opening title={say('record')} lead={say('record-lead')} />
      <Post to="/office/enquiries/record"><recordForm.Fields here={here} values={{ arrived: here.now }} /><Actions><Button icon="check">{say('save')}</Button></Actions></Post>
    </>
  )
}
