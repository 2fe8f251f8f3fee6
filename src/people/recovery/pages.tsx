import { speaker } from '#platform/locale.ts'
import { onTo } from '#platform/place.ts'
import { Actions, Button, Card, Link, Notice, Opening, Post, Reading, Time, type Here } from '#platform/ui/ui.ts'
import type { DrawnFields } from '#people/sign-in/sign-in.ts'
import { AccountTabs } from '#people/accounts/accounts.ts'
import { messages } from './messages.ts'

export function RecoverPage({ Fields, byEmail, here }: { Fields: DrawnFields; byEmail: boolean; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('title')} lead={say(byEmail ? 'lead-email' : 'lead-code')} />
      <Post to="/recover">
        <Fields here={here} />
        <Button>{say(byEmail ? 'send' : 'restore')}</Button>
      </Post>
      {!byEmail && <p>{say('no-codes')} <Link to="/contacts">{say('contacts')}</Link></p>}
    </Reading>
  )
}

export function ResetPage({ Fields, token, good, here }: { Fields: DrawnFields; token: string; good: boolean; here: Here }) {
  const say = speaker(messages, here.locale)
  if (!good) return <Reading><Opening title={say('title')} lead={say('link-gone')} /><p><Link to="/recover">{say('again')}</Link></p></Reading>
  return (
    <Reading>
      <Opening title={say('title')} lead={say('reset-lead')} />
      <Post to={`/recover/${token}`}>
        <Fields here={here} />
        <Button>{say('restore')}</Button>
      </Post>
    </Reading>
  )
}

/** The link that two who work here hand over in halves: gone, not yet, or the form. */
export function HandsPage({ Fields, token, opens, ready, here }: { Fields: DrawnFields; token: string; opens: Date | undefined; ready: boolean; here: Here }) {
  const say = speaker(messages, here.locale)
  if (!ready) return <Reading><Opening title={say('title')} lead={say(opens ? 'hands-wait' : 'link-gone')} />{opens && <p>{say('hands-from')} <Time at={opens} as="moment" /></p>}</Reading>
  return (
    <Reading>
      <Opening title={say('title')} lead={say('hands-lead')} />
      <Post to={`/recover/hands/${token}`}><Fields here={here} /><Button>{say('restore')}</Button></Post>
    </Reading>
  )
}

/** One button behind a link from a letter: mail scanners open links, but press nothing. */
export function AnswerPage({ to, good, words, here }: { to: string; good: boolean; words: 'address' | 'keep'; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say(`${words}-title`)} lead={say(good ? `${words}-lead` : 'link-gone')} />
      {good && <Post to={to}><Button>{say(words === 'address' ? 'confirm' : 'cancel')}</Button></Post>}
    </Reading>
  )
}

type Shown = {
  Fields: DrawnFields; byEmail: boolean; here: Here
  codes: { id: string; used_at: Date | null; code: string | null }[]
  change: { email: string | null; login: string | null } | undefined
  handover: { asked: Date; opens: Date } | undefined
}

export function MyRecoveryPage({ Fields, byEmail, codes, change, handover, here }: Shown) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <AccountTabs current="recovery" here={here} />
      <Opening title={say('title')} />
      {handover && (
        <Notice kind="warn" title={say('handover')}>
          <p>{say('handover-asked')} <Time at={handover.asked} as="moment" />. {say('hands-from')} <Time at={handover.opens} as="moment" />.</p>
          <p>{say('handover-lead')}</p>
          <Post to="/me/recovery/handover/stop"><Actions><Button kind="danger">{say('handover-stop')}</Button></Actions></Post>
        </Notice>
      )}
      {!byEmail && <Codes codes={codes} here={here} />}
      <Card title={say('change-title')} id="address">
        <p>{say(byEmail ? 'change-email-lead' : 'change-login-lead')}</p>
        {change && <Waiting change={change} here={here} />}
        <Post to="/me/recovery/address"><Fields here={here} /><Button>{say('change')}</Button></Post>
      </Card>
    </Reading>
  )
}

function Waiting({ change, here }: { change: NonNullable<Shown['change']>; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Notice>
      <p>{say('change-waits', { value: change.email ?? change.login ?? '' })}</p>
      <Actions>
        {change.login && <Post to="/me/recovery/address/confirm"><Button>{say('confirm')}</Button></Post>}
        <Post to="/me/recovery/address/cancel"><Button kind="secondary">{say('cancel')}</Button></Post>
      </Actions>
    </Notice>
  )
}

function Codes({ codes, here }: { codes: Shown['codes']; here: Here }) {
  const say = speaker(messages, here.locale)
  const readable = codes.filter(({ code, used_at }) => code && !used_at)
  return (
    <Card title={say('codes')} id="codes">
      {readable.length > 0 && <>
        <p>{say('codes-lead')}</p>
        <ol class="codes">{readable.map(({ code }) => <li><code>{code}</code></li>)}</ol>
        <Post to={onTo('/me/recovery/codes/kept', here.query.next)}><Button>{say('codes-kept')}</Button></Post>
      </>}
      <p>{say('codes-left', { left: codes.filter(({ used_at }) => !used_at).length })}</p>
      <Post to="/me/recovery/codes"><p class="quiet">{say('codes-new-lead')}</p><Button kind="secondary">{say('codes-new')}</Button></Post>
    </Card>
  )
}
