import { fill, speaker } from '#platform/locale.ts'
import { Actions, Button, Crumbs, dateInWords, Facts, Opening, Reading, Seal, Time, type Here } from '#platform/ui/ui.ts'
import { registerMessages as messages } from './messages.ts'
import { hashOfWords, termsIn, type OpenRecord } from './receipt.ts'

/** A paper to keep: the words as they were read, with everything the law wants beside them. */
export function ReceiptPage({ record, here }: { record: OpenRecord; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const terms = termsIn(record)
  const { operator } = terms
  const until = record.ends_at ? dateInWords(record.ends_at, locale, 'moment', here.actor.zone ?? here.school.zone) : say('until-withdrawn')
  return (
    <Reading>
      <Crumbs label={say('consents')} items={[{ to: '/me/consents', label: say('consents') }]} />
      <Opening over={`${operator.name} · ${say(record.given ? 'was-given' : 'was-withdrawn')}`} title={fill(messages['receipt-title'], { title: terms.title })[locale]} lead={say('receipt-lead')} />
      <div class="seal-line"><Seal of={hashOfWords(record)} label={say('receipt-seal')} size={88} /><p><Time at={record.at} as="moment" /></p></div>
      <h2>{say(record.given ? 'words-read' : 'stops-read')}</h2>
      <blockquote class="said-words" lang={record.locale}>{(record.words ?? '').split('\n').map(line => <p>{line}</p>)}</blockquote>
      <Facts items={[
        { name: say('operator'), value: operator.name },
        { name: say('bin'), value: operator.bin },
        { name: say('address'), value: <>{operator.address}, <a href={`mailto:${operator.email}`}>{operator.email}</a></> },
        { name: say('subject'), value: terms.subject },
        { name: say('purpose'), value: terms.purpose },
        { name: say('data'), value: terms.data.map(({ name }) => name).join('; ') },
        { name: say('recipients'), value: terms.recipients.length ? terms.recipients.map(({ name, country }) => `${name} (${country})`).join('; ') : say('nobody') },
        { name: say('cross-border'), value: say(terms.crossBorder ? 'yes' : 'no') },
        { name: say('public'), value: say(terms.public ? 'yes' : 'no') },
        { name: say('term'), value: until },
        { name: say('ground'), value: `${terms.ground.name}. ${terms.ground.article}` },
        { name: say('words-version'), value: fill(messages['version-in'], { version: record.version, language: say(`language-${record.locale as 'ru'}`) })[locale] },
        { name: say('policy-version'), value: String(record.policy_version) },
        { name: say('manner'), value: say(`manner-${record.manner as 'page'}`) },
        { name: say('number'), value: <code>{record.id}</code> },
      ]} />
      <Actions>
        <Button kind="secondary" icon="download" to={`/me/consents/receipts/${record.id}/receipt.json`}>{say('as-json')}</Button>
        <Button kind="secondary" to={`/me/consents/${record.consent}`}>{say('to-consent')}</Button>
      </Actions>
    </Reading>
  )
}
