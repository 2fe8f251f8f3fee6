import { speaker } from '#platform/locale.ts'
import { Actions, Button, List, Notice, Post, Row, Time, type Here } from '#platform/ui/ui.ts'
import { messages } from '../messages.ts'

type Request = { id: string; kind: string; came: string; confirmed_at: Date | null; answered_at: Date | null }

/** On a request of one's own that came by a letter: whose it is, and what needs no waiting. */
export function Yours({ request: { id, came, confirmed_at, answered_at }, here }: { request: Request; here: Here }) {
  const say = speaker(messages, here.locale)
  if (came !== 'letter' || answered_at) return null
  if (confirmed_at) return (
    <>
      <h2>{say('at-once-head')}</h2>
      <List>
        <Row icon="download" to="/me/data#access" title={say('copy-head')} />
        <Row icon="pencil" to="/me/profile" title={say('correct-head')} />
        <Row icon="trash-2" to="/me/data/erase" title={say('erase-head')} />
      </List>
    </>
  )
  return (
    <Notice kind="warn" title={say('yours')}>
      <p>{say('yours-text')}</p>
      <Actions>
        <Post to={`/me/data/requests/${id}/confirm`}><Button icon="check">{say('yours-yes')}</Button></Post>
        <Post to={`/me/data/requests/${id}/disown`}><Button kind="secondary">{say('yours-no')}</Button></Post>
      </Actions>
    </Notice>
  )
}

/** On the case of the officer: how the identity of whoever asks was checked. */
export function Identity({ request: { came, confirmed_at }, here }: { request: Request; here: Here }) {
  const say = speaker(messages, here.locale)
  if (came !== 'letter') return <p class="quiet">{say('case-identity')}</p>
  return confirmed_at ? <p class="quiet">{say('case-confirmed')} <Time at={confirmed_at} as="moment" /></p> : <Notice kind="warn"><p>{say('case-unconfirmed')}</p></Notice>
}

/** What a letter may have asked for, and an officer can do for whoever wrote it. */
export function EraseAsker({ request: { id, came, confirmed_at, answered_at }, here }: { request: Request; here: Here }) {
  const say = speaker(messages, here.locale)
  if (came !== 'letter' || !confirmed_at || answered_at) return null
  return <Post to={`/privacy-office/requests/${id}/erase`}><p class="quiet">{say('erase-asker-hint')}</p><Actions><Button kind="danger" icon="trash-2">{say('erase-asker')}</Button></Actions></Post>
}
