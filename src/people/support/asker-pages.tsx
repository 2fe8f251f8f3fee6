import { speaker } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { Actions, Button, Crumbs, DataTable, EmptyState, Facts, Link, Notice, Opening, Post, Reading, Time, type Here } from '#platform/ui/ui.ts'
import type { Asking } from './asking.ts'
import { HeldTicket } from './claim-pages.tsx'
import { EnquiryForm } from './enquiry-form.tsx'
import { replyForm } from './forms.ts'
import { messages } from './messages.ts'
import type { showMine, showThread } from './show-mine.ts'
import { ClauseLink, State, talkFacts, Thread } from './thread.tsx'

/** One's own enquiries, and the form for another. */
export function MinePage({ rows, asking, here }: { rows: Awaited<ReturnType<typeof showMine>>; asking: Asking | undefined; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('mine')} lead={say('mine-lead')} />
      {rows.length ? (
        <DataTable caption={say('mine')} rows={rows} columns={[
          { head: say('number'), cell: ({ id, number }) => <Link to={`/me/enquiries/${id}`}>{`№ ${number}`}</Link> },
          { head: say('topic-short'), cell: ({ topic }) => say(`topic-${topic as 'general'}`) },
          { head: say('asked'), cell: ({ asked_at }) => <Time at={asked_at} /> },
          { head: say('state'), cell: row => <State of={row} here={here} /> },
        ]} />
      ) : <EmptyState title={say('mine-none')} />}
      {asking && <section id="write"><h2>{say('new')}</h2><EnquiryForm asking={asking} here={here} /></section>}
    </Reading>
  )
}

/** One enquiry with the whole exchange. `asKey`: what a guest's forms carry along. */
export function ThreadPage({ ticket, here, asKey = '' }: { ticket: Revealed<Awaited<ReturnType<typeof showThread>>>; here: Here; asKey?: string }) {
  const say = speaker(messages, here.locale)
  const { id, number, guest, topic, asked_at, due_by, waits_for, closed_at, close_reason } = ticket
  const place = guest ? `/enquiries/${id}` : `/me/enquiries/${id}`
  return (
    <Reading>
      {!guest && <Crumbs label={say('mine')} items={[{ to: '/me/enquiries', label: say('mine') }]} />}
      <Opening over={say(`topic-${topic as 'general'}`)} title={say('enquiry', { number })} />
      {guest && <Notice kind="info"><p>{say('keep-link')}</p></Notice>}
      <Facts items={[
        { name: say('state'), value: <State of={ticket} here={here} /> },
        { name: say('asked'), value: <Time at={asked_at} as="moment" /> },
        ...waits_for ? [{ name: say('due'), value: <Time at={due_by} as="moment" /> }] : [],
        ...talkFacts(ticket, here.locale),
        ...ticket.clause ? [{ name: say('clause'), value: <ClauseLink of={ticket} here={here} /> }] : [],
      ]} />
      <Thread said={ticket.messages} asker={say('you')} here={here} />
      {closed_at && close_reason && <Notice kind="warn" title={say('closed-because')}><p>{close_reason}</p></Notice>}
      {ticket.request && <p><Link to={`/me/data/requests/${ticket.request}`}>{say('to-request')}</Link></p>}
      {!waits_for && (
        <Post to={`${place}/not-solved${asKey}`}>
          <p>{say('not-solved-lead')}</p>
          <Actions><Button kind="secondary" icon="undo-2">{say('not-solved')}</Button></Actions>
        </Post>
      )}
      <Post to={`${place}${asKey}`}><replyForm.Fields here={here} /><Actions><Button icon="send">{say('send')}</Button></Actions></Post>
      {guest && <HeldTicket id={id} asKey={asKey} here={here} />}
    </Reading>
  )
}
