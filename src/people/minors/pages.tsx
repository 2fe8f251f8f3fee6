import { dayOf } from '#platform/clock/clock.ts'
import { speaker, type Text } from '#platform/locale.ts'
import { Actions, Button, Card, Facts, Link, List, Notice, Opening, Post, Reading, Row, Tag, Time, type FieldsProps, type Here, type Html } from '#platform/ui/ui.ts'
import { ConditionsCard, type Conditions } from './conditions.tsx'
import { againForm } from './forms.ts'
import { messages } from './messages.ts'

/** What applies to minors; to a minor who is signed in also since when, and who decides with them. */
export function RulesPage({ conditions, mine, reports, here }: { conditions: Conditions | undefined; mine: Mine | undefined; reports: boolean; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('conditions', { from: conditions?.from ?? 18 })} lead={say(conditions ? 'conditions-lead' : 'conditions-none')} />
      {conditions && here.actor.person && !mine && <Notice><p>{say('no-conditions')}</p></Notice>}
      {mine && <Facts items={[
        { name: say('my-guardian'), value: mine.email ?? '' },
        ...mine.confirmed_at ? [{ name: say('guardian-since'), value: <Time at={mine.confirmed_at} as="moment" /> }] : [],
        { name: say('bound-since'), value: <Time at={mine.named_at} as="moment" /> },
        { name: say('bound-version'), value: <Link to={`/privacy/versions/${mine.policy_version}`}>{String(mine.policy_version)}</Link> },
        { name: say('ends-on'), value: <Time at={dayOf(mine.of_age_on!)} as="date" /> },
      ]} />}
      {conditions && <ConditionsCard conditions={conditions} here={here} />}
      {reports && <p><Link to="/minors/report">{say('report')}</Link></p>}
    </Reading>
  )
}
export type Mine = { email: string | null; of_age_on: string | null; policy_version: number; named_at: Date; confirmed_at: Date | null; new_email_until: Date | null }

/** After the form: nothing is open yet, and it is said for how long. */
export function WaitingPage({ within, here }: { within: Text | undefined; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('waiting-title')} lead={say('waiting')} />
      <p>{say('waiting-own')}</p>
      {within && <p>{say('waiting-days', { within: within[here.locale] })}</p>}
      <p>{say('waiting-lost')} <Link to="/guardian">{say('write-again')}</Link></p>
    </Reading>
  )
}

export function AgainPage({ here }: { here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('again-title')} lead={say('again-lead')} />
      <Post to="/guardian"><againForm.Fields here={here} /><Actions><Button icon="mail">{say('write-again')}</Button></Actions></Post>
    </Reading>
  )
}

type Request = { child: string | undefined; confirmBy: Date; version: number }

/** The page of the letter: what it is about, and two equal answers. */
export function RequestPage({ token, request, conditions, here }: { token: string; request: Request | undefined; conditions: Conditions | undefined; here: Here }) {
  const say = speaker(messages, here.locale)
  if (!request || !conditions) return <Reading><Opening title={say('ask-title')} lead={say('link-gone')} /><p><Link to="/guardian">{say('write-again')}</Link></p></Reading>
  return (
    <Reading>
      <Opening title={say('ask-title')} lead={say('ask-lead', { child: request.child || say('ask-somebody') })} />
      <p>{say('ask-what')}</p>
      <ConditionsCard conditions={conditions} here={here} />
      <p>{say('ask-until')} <Time at={request.confirmBy} as="moment" />. {say('ask-after')}</p>
      <div class="actions">
        <Post to={`/guardian/confirm/${token}`}><Button kind="secondary">{say('yes')}</Button></Post>
        <Post to={`/guardian/decline/${token}`}><Button kind="secondary">{say('no')}</Button></Post>
      </div>
    </Reading>
  )
}

export type Guarded = {
  id: string; asKey: string; child: string | undefined; guardianship: Mine; counts: Html; byStatement: boolean; from: number
  consents: { id: string; title: Text; asks: Text; standing: boolean }[]; courses: { title: Text; completed_at: Date | null }[]
  Sure: (props: FieldsProps) => Html; Move: (props: FieldsProps) => Html
}

/** Everything a guardian may see and decide. */
export function GuardianPage({ shown: { id, asKey, child, guardianship, counts, consents, courses, byStatement, from, Sure, Move }, here }: { shown: Guarded; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const at = (what: string) => `/guardian/${id}/${what}${asKey}`
  return (
    <Reading>
      <Opening title={say('page-title')} lead={say('page-lead', { child: child || say('ask-somebody') })} />
      <Facts items={[
        { name: say('decided'), value: <Time at={guardianship.confirmed_at!} as="moment" /> },
        { name: say('by-conditions'), value: <Link to={`/privacy/versions/${guardianship.policy_version}`}>{String(guardianship.policy_version)}</Link> },
        { name: say('your-address'), value: guardianship.email ?? '' },
        { name: say('until-of-age'), value: <Time at={dayOf(guardianship.of_age_on!)} as="date" /> },
      ]} />
      <section id="learning">
        <h2>{say('courses')}</h2>
        {courses.length ? <List>{courses.map(({ title, completed_at }) => <Row icon="book-open" title={title[locale]} note={say(completed_at ? 'completed' : 'learning-now')} />)}</List> : <p>{say('no-courses')}</p>}
      </section>
      {consents.length > 0 && <section id="allow">
        <h2>{say('allow')}</h2>
        <p>{say('allow-lead')}</p>
        {consents.map(({ id: consent, title, asks, standing }) => (
          <Card level={3} title={title[locale]}>
            <p>{asks[locale]}</p>
            <p><Tag>{say(standing ? 'is-on' : 'is-off')}</Tag></p>
            <Post to={at(`consents/${consent}/${standing ? 'forbid' : 'allow'}`)}><Actions><Button kind="secondary">{say(standing ? 'switch-off' : 'switch-on')}</Button></Actions></Post>
          </Card>
        ))}
      </section>}
      {counts}
      <Card title={say('copy')}>
        <p>{say('copy-lead')}</p>
        <Post to={at('copy')}><Actions><Button kind="secondary" icon="download">{say('copy')}</Button></Actions></Post>
      </Card>
      <Card id="address" title={say('move-title')}>
        <p>{say('move-lead')}</p>
        {guardianship.new_email_until && guardianship.new_email_until > here.now && <>
          <p>{say('move-waits')} <Time at={guardianship.new_email_until} as="moment" /></p>
          <Post to={at('stay')}><Actions><Button kind="secondary" icon="undo-2">{say('stay')}</Button></Actions></Post>
        </>}
        <Post to={at('move')}><Move here={here} /><Actions><Button kind="secondary" icon="mail">{say('move')}</Button></Actions></Post>
      </Card>
      {byStatement && <Card id="end" title={say('end-title', { from })}>
        <p>{say('end-lead')}</p>
        <Post to={at('end')}><Sure here={here} /><Actions><Button kind="secondary">{say('end')}</Button></Actions></Post>
      </Card>}
      <Card id="withdraw" title={say('withdraw-title')}>
        <p>{say('withdraw-lead')}</p>
        <Post to={at('withdraw')}><Sure here={here} /><Actions><Button kind="danger">{say('withdraw')}</Button></Actions></Post>
      </Card>
    </Reading>
  )
}

/** Opened from the letter to a new address. */
export function MovePage({ to, here }: { to: string; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('move-title')} lead={say('move-confirm-lead')} />
      <Post to={to}><Actions><Button icon="check">{say('move-confirm')}</Button></Actions></Post>
    </Reading>
  )
}
