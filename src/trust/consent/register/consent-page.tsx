import { fill, speaker, type Text } from '#platform/locale.ts'
import { durationText } from '#trust/law/law.ts'
import { Actions, Button, Crumbs, Facts, Link, Notice, Opening, Post, Reading, type Here } from '#platform/ui/ui.ts'
import { History } from './consents-page.tsx'
import { registerMessages as messages } from './messages.ts'
import type { ShownConsent } from './show.ts'
import type { RecordShown } from './standing.ts'

type Shown = { consent: ShownConsent; records: RecordShown[]; titles: Record<string, Text> }

/** What is asked before it is given, what stops before it is withdrawn: two equal doors either way. */
export function ConsentPage({ shown: { consent, records, titles }, here }: { shown: Shown; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const { id, title, standing, place, stops } = consent
  return (
    <Reading>
      <Crumbs label={say('consents')} items={[{ to: '/me/data', label: say('my-data') }, { to: '/me/consents', label: say('consents') }]} />
      <Opening over={say(standing ? 'is-given' : 'is-not-given')} title={title[locale]} />
      <blockquote class="said-words" id="words"><p>{consent.asks[locale]}</p></blockquote>
      <Particulars consent={consent} here={here} />
      {standing && (
        <Notice title={say('will-stop')}>
          <ul id="stops">{stops.map(each => <li>{each[locale]}</li>)}</ul>
          <p>{say('rest-works')}</p>
        </Notice>
      )}
      {here.actor.guarded && !standing ? <Notice><p>{say('guardian-decides')}</p></Notice> : <Post to={`/me/consents/${id}/${standing ? 'withdraw' : 'give'}`}>
        <Actions>
          <Button kind="secondary">{say(standing ? 'withdraw' : 'give')}</Button>
          <Button kind="secondary" to="/me/consents">{say(standing ? 'keep' : 'not-now')}</Button>
        </Actions>
      </Post>}
      {!standing && <p class="quiet">{say('refusing')}</p>}
      {standing && place && <p class="quiet"><Link to={place}>{say('to-function')}</Link></p>}
      {records.length > 0 && <section><h2>{say('history')}</h2><History records={records} titles={titles} here={here} /></section>}
    </Reading>
  )
}

/** The list that the law wants beside the words. */
function Particulars({ consent: { purposeWords, dataWords, recipientNames, public: open, for: term }, here: { locale } }: { consent: ShownConsent; here: Here }) {
  const say = speaker(messages, locale)
  return (
    <Facts items={[
      { name: say('purpose'), value: purposeWords[locale] },
      { name: say('data'), value: dataWords.map(words => words[locale]).join('; ') },
      { name: say('recipients'), value: recipientNames.length ? recipientNames.map(name => name[locale]).join('; ') : say('nobody') },
      { name: say('public'), value: say(open ? 'yes' : 'no') },
      { name: say('term'), value: term ? fill(messages['for'], { term: durationText(term)[locale] })[locale] : say('until-withdrawn') },
    ]} />
  )
}

type Asker = { request: string; consents: ShownConsent[] }

/** For the officer: what stands for whoever asked, ended on their word. */
export function AskerPage({ shown: { request, consents }, here }: { shown: Asker; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const standing = consents.filter(each => each.standing)
  return (
    <Reading>
      <Crumbs label={say('request')} items={[{ to: `/privacy-office/requests/${request}`, label: say('request') }]} />
      <Opening title={say('asker-title')} lead={say('asker-lead')} />
      {standing.length === 0 && <Notice><p>{say('asker-none')}</p></Notice>}
      {standing.map(({ id, title, stops }) => (
        <section>
          <h2>{title[locale]}</h2>
          <ul>{stops.map(each => <li>{each[locale]}</li>)}</ul>
          <Post to={`/privacy-office/requests/${request}/consents/${id}/withdraw`}><Actions><Button kind="secondary">{say('withdraw-for')}</Button></Actions></Post>
        </section>
      ))}
    </Reading>
  )
}
