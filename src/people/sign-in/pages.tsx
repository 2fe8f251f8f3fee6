import { speaker, type Text } from '#platform/locale.ts'
import { onTo } from '#platform/place.ts'
import { Actions, Button, Card, DataTable, Facts, Link, Opening, Post, Reading, Time, type Here } from '#platform/ui/ui.ts'
import { durationText } from '#trust/law/law.ts'
import { AccountTabs } from '#people/accounts/accounts.ts'
import { linkForm, passwordForm, type DrawnFields } from './forms.ts'
import { messages } from './messages.ts'

export function SignInPage({ Fields, byEmail, here }: { Fields: DrawnFields; byEmail: boolean; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('title')} />
      <Post to={onTo('/sign-in', here.query.next)} carries>
        <Fields here={here} />
        <Button>{say('enter')}</Button>
      </Post>
      {byEmail && <p><Link to={onTo('/sign-in/link', here.query.next)}>{say('by-link')}</Link></p>}
      <p><Link to="/recover">{say('forgot')}</Link></p>
      <p><Link to={onTo('/sign-up', here.query.next)}>{say('sign-up')}</Link></p>
    </Reading>
  )
}

type Kept = { name: string; purpose: Text; life: string }

/** Name and password were right, and yet nobody is in: the browser brought no cookie back. */
export function CookiesOffPage({ cookie, host, here }: { cookie: Kept; host: string; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('cookies-off')} lead={say('cookies-off-lead')} />
      <p>{say('cookies-off-one')}</p>
      <Facts items={[{ name: <code>{cookie.name}</code>, value: `${cookie.purpose[here.locale]}. ${say('cookies-off-life', { life: durationText(cookie.life)[here.locale] })}` }]} />
      <p>{say('cookies-off-how', { host })}</p>
      <Actions><Button to={onTo('/sign-in', here.query.next)}>{say('try-again')}</Button></Actions>
      <p><Link to="/courses">{say('without')}</Link> · <Link to="/privacy#part-cookies">{say('all-cookies')}</Link></p>
    </Reading>
  )
}

export function AskLinkPage({ here }: { here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('by-link')} lead={say('by-link-lead')} />
      <Post to={onTo('/sign-in/link', here.query.next)}>
        <linkForm.Fields here={here} />
        <Button>{say('send-link')}</Button>
      </Post>
    </Reading>
  )
}

export function LinkSentPage({ here }: { here: Here }) {
  const say = speaker(messages, here.locale)
  return <Reading><Opening title={say('sent-title')} lead={say('sent')} /><p><Link to="/sign-in">{say('title')}</Link></p></Reading>
}

export function LinkPage({ token, good, here }: { token: string; good: boolean; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('link-title')} lead={say(good ? 'link-lead' : 'link-gone')} />
      {good ? <Post to={onTo(`/sign-in/link/${token}`, here.query.next)}><Button>{say('enter')}</Button></Post> : <p><Link to="/sign-in/link">{say('by-link')}</Link></p>}
    </Reading>
  )
}

type Session = { id: string; browser: string | null; started_at: Date; seen_at: Date; own: boolean }

export function SecurityPage({ sessions, here }: { sessions: Session[]; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <AccountTabs current="security" here={here} />
      <Opening title={say('security')} lead={say('security-lead')} />
      <section id="sessions">
        <h2>{say('sessions')}</h2>
        <DataTable caption={say('sessions')} rows={sessions} columns={[
          { head: say('browser'), cell: ({ browser }) => browser && browser !== '?' ? browser : say('unknown-browser') },
          { head: say('since'), cell: ({ started_at }) => <Time at={started_at} as="moment" /> },
          { head: say('seen'), cell: ({ seen_at }) => <Time at={seen_at} /> },
          { head: say('action'), cell: ({ id, own }) => own ? say('this-one') : <Post to={`/me/security/sessions/${id}/end`}><Button kind="quiet">{say('end')}</Button></Post> },
        ]} />
        {sessions.length > 1 && <Post to="/me/security/sessions/end-others"><Button kind="secondary">{say('end-others')}</Button></Post>}
      </section>
      <Card title={say('change-password')} id="password">
        <Post to="/me/security/password">
          <passwordForm.Fields here={here} />
          <Button>{say('change-password')}</Button>
        </Post>
      </Card>
    </Reading>
  )
}
