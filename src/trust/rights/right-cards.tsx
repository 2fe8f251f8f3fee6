import type { ComponentChildren } from 'preact'
import { fill, speaker, type Text } from '#platform/locale.ts'
import { Button, Card, dateInWords, Grid, Link, List, Notice, Post, Row, Time, type Here, type IconName } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'
import type { MyCopy } from './my-data.ts'
import type { GivenConsent } from './parts.ts'
import type { Way } from './restriction/ways.ts'

type Shown = { copies: MyCopy[]; consents: GivenConsent[]; choice: boolean; restricting: boolean; resting: boolean; ways: Way[]; objects: boolean; dueBy: Record<string, Date>; here: Here }

/** Every right as something to press: what happens, by when, and the button. */
export function RightCards({ copies, consents, choice, restricting, resting, ways, objects, dueBy, here }: Shown) {
  const say = speaker(messages, here.locale)
  const by = (right: string) => fill(messages['answer-by'], { date: dateInWords(dueBy[right]!, here.locale, 'moment', here.actor.zone ?? here.school.zone) })
  const ask = (right: string) => <Button to={`/me/data?ask=${right}#ask`} kind="secondary">{say('write')}</Button>
  return (
    <section id="rights">
      <h2>{say('rights-head')}</h2>
      <Grid>
        <Right id="access" icon="download" title="copy-head" says="copy-text" when={by('access')} here={here}>
          {copies.map(copy => <Copy copy={copy} here={here} />)}
          <Post to="/me/data/copy"><Button>{say('copy-ask')}</Button></Post>
          <p class="quiet apart" id="portability"><Link to="/api/v1/copy-schema">{say('copy-schema')}</Link></p>
        </Right>
        <Right id="rectification" icon="pencil" title="correct-head" says="correct-text" when={messages['at-once']} here={here}><Button to="/me/profile" kind="secondary">{say('to-profile')}</Button></Right>
        <Restriction {...{ ways, restricting, resting, here }} when={by('restriction')} />
        <Right id="objection" icon="hand" title="object-head" says={objects ? 'object-lead' : 'object-text'} when={by('objection')} here={here}>{objects ? <Button to="/me/data/object" kind="secondary">{say('object-head')}</Button> : ask('objection')}</Right>
        <Right id="withdrawal" icon="settings" title="consents-head" says="consents-text" when={messages['at-once']} here={here}>
          {consents.length > 0 && <><p>{say('consents-given')}</p><List>{consents.map(({ title, givenAt, at }) => <Row to={at} title={title[here.locale]} note={<Time at={givenAt} as="moment" />} />)}</List></>}
          <Button to="/me/consents" kind="secondary">{say('consents-open')}</Button>
          {choice && <Button to="/cookies" kind="quiet">{say('cookies-open')}</Button>}
        </Right>
        <Right id="erasure" icon="trash-2" title="erase-head" says="erase-short" when={messages['erase-when']} here={here}><Button to="/me/data/erase" kind="secondary">{say('erase-plan')}</Button></Right>
        <Right id="complain" icon="scale" title="complain-head" says="complain-text" when={by('complaint')} here={here}>{ask('complaint')}</Right>
      </Grid>
    </section>
  )
}

/** Switched here where the school lets people do it themselves; asked for in a request elsewhere. */
function Restriction({ ways, restricting, resting, when, here }: Pick<Shown, 'ways' | 'restricting' | 'resting' | 'here'> & { when: Text }) {
  const say = speaker(messages, here.locale)
  const frame = (says: Words, when: Text | undefined, inside: ComponentChildren) => <Right id="restriction" icon="pause" title="restrict-head" says={says} when={when} here={here}>{inside}</Right>
  if (ways.includes('dispute')) return frame('dispute-lead', messages['at-once'], <Button to="/me/data/dispute" kind="secondary">{say('dispute-open')}</Button>)
  if (resting) return frame('hold-staff', undefined, <Button to="/me/data/restrict" kind="secondary">{say('hold-open')}</Button>)
  if (ways.length > 0) return frame('hold-lead', messages['at-once'], <Button to="/me/data/restrict" kind="secondary">{say('restrict-ask')}</Button>)
  if (restricting) return frame('restrict-asked', undefined, null)
  return frame('restrict-text', when, <Post to="/me/data/restrict"><Button kind="secondary">{say('restrict-ask')}</Button></Post>)
}

type Words = keyof typeof messages
function Right({ id, icon, title, says, when, here: { locale }, children }: { id: string; icon: IconName; title: Words; says: Words; when: Text | undefined; here: Here; children?: ComponentChildren }) {
  return (
    <Card id={id} icon={icon} title={messages[title][locale]} level={3}>
      <p>{messages[says][locale]}</p>
      {when && <p class="quiet">{when[locale]}</p>}
      {children}
    </Card>
  )
}

function Copy({ copy, here: { locale } }: { copy: MyCopy; here: Here }) {
  const text = (key: 'copy-waiting' | 'copy-ready' | 'copy-until', at: Date) => fill(messages[key], { date: dateInWords(at, locale, 'moment') })[locale]
  if (!copy.ready_at) return <Notice><p>{text('copy-waiting', copy.asked_at)}</p></Notice>
  return <Notice kind="ok"><p><Link to={`/me/data/copies/${copy.id}`} download>{text('copy-ready', copy.ready_at)}</Link></p><p class="quiet">{text('copy-until', copy.expires_at!)}</p></Notice>
}
