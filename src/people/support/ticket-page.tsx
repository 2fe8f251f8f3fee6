import { speaker } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { Actions, Button, Columns, Crumbs, Disclosure, Facts, Link, Notice, Opening, Post, Time, type Here } from '#platform/ui/ui.ts'
import { fullName } from '#people/accounts/accounts.ts'
import { Left } from './desk-page.tsx'
import { answerForm, closeForm, moveForm } from './desk-forms.ts'
import { messages } from './messages.ts'
import type { showTicket } from './show-desk.ts'
import { timeOptions } from './enquiry-form.tsx'
import { ClauseLink, State, talkFacts, Thread } from './thread.tsx'
import { deskOf } from './topics.ts'

type Ticket = Revealed<Awaited<ReturnType<typeof showTicket>>>
type Shown = { ticket: Ticket; here: Here }

/** The whole exchange on one side, what can be done about it on the other. */
export function TicketPage(props: Shown) {
  const { ticket, here } = props
  const say = speaker(messages, here.locale)
  const { id, number, topic, close_reason } = ticket
  return (
    <>
      <Crumbs label={say('desk')} items={[{ to: deskOf(topic), label: say('desk') }]} />
      <Opening over={say(`topic-${topic as 'general'}`)} title={say('enquiry', { number })} />
      <Columns label={say('contact')} aside={<div class="beside"><Standing {...props} /><Contact {...props} /></div>}>
        <Thread said={ticket.messages} asker={say('asker')} here={here} />
        {close_reason && <Notice kind="warn" title={say('closed-because')}><p>{close_reason}</p></Notice>}
        {ticket.request && here.actor.role === 'privacy-officer' && <p><Link to={`/privacy-office/requests/${ticket.request}`}>{say('to-request')}</Link></p>}
        {topic === 'child' && <p><Link to={`/privacy-office/child-reports?ticket=${id}`}>{say('to-report')}</Link></p>}
        {!ticket.closed_at && (
          <>
            <Post to={`/office/enquiries/${id}/answer`}>
              <Answer {...props} />
              <Actions><Button icon="send" name="close" value="yes">{say('answer-close')}</Button><Button kind="secondary" icon="send">{say('answer-send')}</Button></Actions>
            </Post>
            <Disclosure summary={say(ticket.waits_for ? 'close-title' : 'close-answered')} open={here.failed !== undefined}>
              <Post to={`/office/enquiries/${id}/close`}><closeForm.Fields here={here} /><Actions><Button kind="secondary" icon="check">{say('close')}</Button></Actions></Post>
            </Disclosure>
            {!ticket.guest && <Disclosure summary={say('make-request')}>
              <Post to={`/office/enquiries/${id}/request`}><p>{say('make-request-hint')}</p><Actions><Button kind="secondary" icon="mail">{say('make-request')}</Button></Actions></Post>
            </Disclosure>}
            <Disclosure summary={say('move-title')}>
              <Post to={`/office/enquiries/${id}/move`}><moveForm.Fields here={here} values={{ topic }} /><Actions><Button kind="secondary">{say('move')}</Button></Actions></Post>
            </Disclosure>
          </>
        )}
      </Columns>
    </>
  )
}

/** Of a consultation the wished time is chosen already, so that one press confirms it. */
function Answer({ ticket: { times, wished_at, settled_at }, here }: Shown) {
  if (!times.length) return <answerForm.Fields here={here} only={['words']} />
  const wished = times.some(time => time.getTime() === wished_at?.getTime()) ? wished_at!.toISOString() : ''
  return <answerForm.Fields here={here} only={['settled', 'words']} options={{ settled: timeOptions(times, here) }} values={settled_at ? {} : { settled: wished, ...wished && { words: messages['settled-words'][here.locale] } }} />
}

function Standing({ ticket, here }: Shown) {
  const say = speaker(messages, here.locale)
  const { channel, asked_at, due_by, waits_for, clause } = ticket
  return (
    <Facts items={[
      { name: say('state'), value: <State of={ticket} here={here} /> },
      { name: say('came-by'), value: say(`by-${channel as 'form'}`) },
      { name: say('asked'), value: <Time at={asked_at} as="moment" /> },
      ...waits_for ? [{ name: say('due-by'), value: <><Time at={due_by} as="moment" /> <Left row={ticket} here={here} /></> }] : [],
      ...talkFacts(ticket, here.locale),
      ...clause ? [{ name: say('clause'), value: <ClauseLink of={ticket} here={here} /> }] : [],
    ]} />
  )
}

function Contact({ ticket: { contact, closed_at }, here }: Shown) {
  const say = speaker(messages, here.locale)
  if (!contact) return <section><h2>{say('contact')}</h2><p class="quiet">{say(closed_at ? 'contact-shut' : 'no-reach')}</p></section>
  const [email, phone, login] = [contact.email, contact.phone, contact.login].map(value => typeof value === 'string' && value ? value : undefined)
  return (
    <section>
      <h2>{say('contact')}</h2>
      <Facts items={[
        { name: say('name'), value: <>{fullName(contact) || say('nameless')}{!contact.account && <> · {say('guest')}</>}</> },
        ...login ? [{ name: say('login'), value: login }] : [],
        ...email ? [{ name: say('email'), value: <a href={`mailto:${email}`}>{email}</a> }] : [],
        ...phone ? [{ name: say('phone'), value: <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a> }] : [],
      ]} />
      <p class="quiet">{say(email || phone ? 'contact-lead' : 'no-reach')}</p>
    </section>
  )
}
