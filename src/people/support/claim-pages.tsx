import { speaker } from '#platform/locale.ts'
import { Actions, Button, Card, Link, List, Opening, Post, Reading, Row, Time, type Here } from '#platform/ui/ui.ts'
import type { Held } from './claims.ts'
import { claimForm, sureForm } from './forms.ts'
import { messages } from './messages.ts'

/** Where somebody without an account begins: an address, and a letter to it. */
export function ClaimPage({ mails, here }: { mails: boolean; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('claim-title')} lead={say(mails ? 'claim-lead' : 'claim-lead-key')} />
      {mails && <Post to="/contacts/data"><claimForm.Fields here={here} /><p class="quiet">{say('claim-kept')}</p><Actions><Button icon="mail">{say('claim-send')}</Button></Actions></Post>}
      <p><Link to="/contacts">{say('claim-contacts')}</Link></p>
    </Reading>
  )
}

/** All that is held of an address: to take along, or to have erased. */
export function HeldPage({ id, held, asKey, here }: { id: string; held: Held[]; asKey: string; here: Here }) {
  const say = speaker(messages, here.locale)
  const place = `/contacts/data/${id}`
  const found = held.filter(({ tickets }) => tickets.length)
  return (
    <Reading>
      <Opening title={say('claim-title')} lead={say(found.length ? 'held-lead' : 'held-none')} />
      {found.length > 0 && <List>{found.map(({ person, tickets }) => tickets.map(({ number, topic, asked_at }) => (
        <Row icon="message-square" title={say('enquiry', { number })} note={<>{say(`topic-${topic as 'general'}`)} · <Time at={asked_at} as="moment" /></>}
          end={<Post to={`${place}/copies/${person}${asKey}`}><Button kind="secondary" icon="download" aria-label={say('held-copy-named', { number })}>{say('held-copy')}</Button></Post>} />
      )))}</List>}
      <EraseHeld to={`${place}/erase${asKey}`} here={here} />
    </Reading>
  )
}

/** The same for one enquiry, on its own page. */
export function HeldTicket({ id, asKey, here }: { id: string; asKey: string; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <section id="data">
      <h2>{say('claim-title')}</h2>
      <Post to={`/enquiries/${id}/copy${asKey}`}><Actions><Button kind="secondary" icon="download">{say('held-copy')}</Button></Actions></Post>
      <EraseHeld to={`/enquiries/${id}/erase${asKey}`} here={here} />
    </section>
  )
}

function EraseHeld({ to, here }: { to: string; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Card title={say('held-erase')}>
      <p>{say('held-erase-lead')}</p>
      <Post to={to}><sureForm.Fields here={here} /><Actions><Button kind="danger" icon="trash-2">{say('held-erase-now')}</Button></Actions></Post>
    </Card>
  )
}
