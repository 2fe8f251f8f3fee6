import { speaker } from '#platform/locale.ts'
import { onTo } from '#platform/place.ts'
import { Button, Link, Notice, Opening, Post, Reading, type Here } from '#platform/ui/ui.ts'
import type { DrawnFields } from '#people/sign-in/sign-in.ts'
import { ConditionsCard, type Conditions } from '#people/minors/minors.ts'
import type { AgeNote } from './age-note.ts'
import { messages } from './messages.ts'

/** Age first, where the school asks for it; then the fields of its manifest. */
type Shown = { MinorFields: DrawnFields; conditions: Conditions | undefined; Fields: DrawnFields; AgeFields: DrawnFields | undefined; byEmail: boolean; note: AgeNote | undefined; version: string; here: Here }

export function SignUpPage({ Fields, MinorFields, conditions, AgeFields, byEmail, note, version, here }: Shown) {
  const say = speaker(messages, here.locale)
  if (note?.band === 'minor' && conditions) return <AsMinor Fields={MinorFields} conditions={conditions} version={version} here={here} />
  if (note && note.band !== 'adult') return <TooYoung band={note.band} here={here} />
  if (AgeFields && !note) return <AskAge Fields={AgeFields} here={here} />
  return (
    <Reading>
      <Opening title={say('title')} lead={say(byEmail ? 'lead-email' : 'lead-login')} />
      <Post to={onTo('/sign-up', here.query.next)}>
        <Fields here={here} values={{ policy: version, ...note?.birthDate && { birth_date: note.birthDate } }} />
        <PolicyLink here={here} version={version} />
        <Button>{say('register')}</Button>
      </Post>
      <p><Link to={onTo('/sign-in', here.query.next)}>{say('have-account')}</Link></p>
    </Reading>
  )
}

/** What applies stands before what is asked. */
function AsMinor({ Fields, conditions, version, here }: { Fields: DrawnFields; conditions: Conditions; version: string; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('minor-title')} lead={say('minor-lead')} />
      <ConditionsCard conditions={conditions} here={here} />
      <Post to={onTo('/sign-up/minor', here.query.next)}>
        <Fields here={here} values={{ policy: version }} />
        <PolicyLink here={here} version={version} />
        <Button>{say('register')}</Button>
      </Post>
    </Reading>
  )
}

/** The version that was read before, when somebody comes from its page. Nothing is agreed to by following the link. */
function PolicyLink({ here, version }: { here: Here; version?: string }) {
  const say = speaker(messages, here.locale)
  const read = /^\d{1,6}$/.exec(here.query.policy ?? '')?.[0] ?? version
  return <p class="quiet">{say('basis')} <Link to={read ? `/privacy/versions/${read}` : '/privacy'}>{say('policy')}</Link></p>
}

function AskAge({ Fields, here }: { Fields: DrawnFields; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('age-title')} lead={say('age-lead')} />
      <Post to={onTo('/sign-up/age', here.query.next)}>
        <Fields here={here} />
        <Button>{say('go-on')}</Button>
      </Post>
      <PolicyLink here={here} />
      <p><Link to={onTo('/sign-in', here.query.next)}>{say('have-account')}</Link></p>
    </Reading>
  )
}

/** A kind no, with somewhere to go. */
function TooYoung({ band, here }: { band: 'minor' | 'child'; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('young-title')} />
      <Notice><p>{say(band)}</p><p>{say('nothing-kept')}</p></Notice>
      <p><Link to="/courses">{say('look-around')}</Link></p>
      <p class="quiet">{say('said-wrongly')} <Link to="/contacts">{say('contacts')}</Link></p>
    </Reading>
  )
}

/** The same words whether the address was known or not. */
export function SentPage({ here }: { here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('sent-title')} lead={say('sent')} />
      <p>{say('sent-nothing')} <Link to={onTo('/sign-in/link', here.query.next)}>{say('send-again')}</Link></p>
    </Reading>
  )
}

export function ConfirmPage({ token, good, here }: { token: string; good: boolean; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('confirm-title')} lead={say(good ? 'confirm-lead' : 'link-gone')} />
      {good ? <Post to={onTo(`/confirm/${token}`, here.query.next)}><Button>{say('confirm')}</Button></Post> : <p><Link to="/sign-in/link">{say('send-again')}</Link></p>}
    </Reading>
  )
}
