import { fill, speaker, type Text } from '#platform/locale.ts'
import { Actions, Button, Card, Crumbs, DataTable, dateInWords, Facts, List, Notice, Opening, Row, Switch, Tag, Time, type Here } from '#platform/ui/ui.ts'
import type { Category, Choice } from '../choice.ts'
import { registerMessages as messages } from './messages.ts'
import type { Otherwise, ShownConsent } from './show.ts'
import type { RecordShown } from './standing.ts'

export type ShownConsents = { consents: ShownConsent[]; others: Otherwise[]; records: RecordShown[]; titles: Record<string, Text>; cookies: Category[]; choice: Choice | undefined }

/** Every consent with its switch, the cookies of this browser, what has another ground, and all that was ever said. */
export function ConsentsPage({ shown: { consents, others, records, titles, cookies, choice }, here }: { shown: ShownConsents; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <>
      <Crumbs label={say('my-data')} items={[{ to: '/me/data', label: say('my-data') }]} />
      <Opening title={say('consents')} lead={say('consents-lead')} />
      <section id="choices">
        <h2>{say('choices')}</h2>
        {consents.length === 0 ? <Notice><p>{say('none-asked')}</p></Notice> : consents.map(consent => <AskedFor consent={consent} here={here} />)}
      </section>
      {cookies.length > 0 && (
        <section id="browser">
          <h2>{say('this-browser')}</h2>
          <List>{cookies.map(category => <Row icon="settings" title={say(`cookies-${category}`)} end={<Tag>{say(choice?.[category] ? 'on' : 'off')}</Tag>} />)}</List>
          <Actions><Button to="/cookies" kind="secondary">{say('to-cookies')}</Button></Actions>
        </section>
      )}
      <section id="without-switch">
        <h2>{say('others')}</h2>
        <p>{say('others-lead')}</p>
        <DataTable caption={say('others-table')} rows={others} columns={[
          { head: say('ground'), cell: ({ ground }) => ground[here.locale] },
          { head: say('data'), cell: ({ data }) => <ul>{data.map(what => <li>{what[here.locale]}</li>)}</ul> },
          { head: say('article'), cell: ({ article }) => article[here.locale] },
        ]} />
        <Actions><Button to="/me/data/erase" kind="secondary">{say('to-erase')}</Button></Actions>
      </section>
      <section id="history">
        <h2>{say('history')}</h2>
        <History records={records} titles={titles} here={here} />
      </section>
    </>
  )
}

/** The switch leads to the page with the whole text: nothing changes before it is read. */
function AskedFor({ consent, here: { locale } }: { consent: ShownConsent; here: Here }) {
  const say = speaker(messages, locale)
  const { id, title, asks, purposeWords, dataWords, last, standing } = consent
  return (
    <Card id={id} level={3} title={title[locale]}>
      <p>{asks[locale]}</p>
      <Facts items={[{ name: say('purpose'), value: purposeWords[locale] }, { name: say('data'), value: dataWords.map(words => words[locale]).join('; ') }]} />
      <Switch to={`/me/consents/${id}/switch`} name="to" isOn={standing} label={title[locale]} hint={say(standing ? 'switch-off-hint' : 'switch-on-hint')} />
      {last && <p class="quiet">{standing ? say('since') : say(last.given ? 'lapsed' : 'ended')} <Time at={last.at} as="moment" /></p>}
    </Card>
  )
}

/** What was said and when, the latest first, each with its receipt. */
export function History({ records, titles, here }: { records: RecordShown[]; titles: Record<string, Text>; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  return (
    <DataTable caption={say('history-table')} rows={records} empty={say('no-history')} columns={[
      { head: say('when'), cell: ({ at }) => <Time at={at} as="moment" /> },
      { head: say('consent'), cell: ({ consent }) => titles[consent]?.[locale] ?? consent },
      { head: say('what'), cell: ({ given }) => say(given ? 'was-given' : 'was-withdrawn') },
      { head: say('words-version'), cell: ({ version, locale: language }) => fill(messages['version-in'], { version, language: say(`language-${language as 'ru'}`) })[locale] },
      { head: say('receipt'), cell: ({ id, at }) => <Button kind="quiet" to={`/me/consents/receipts/${id}`} aria-label={say('receipt-of', { at: dateInWords(at, locale, 'moment', here.actor.zone ?? here.school.zone) })}>{say('open-receipt')}</Button> },
    ]} />
  )
}
