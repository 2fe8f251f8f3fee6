import { inLanguage, speaker, type Locale } from '#platform/locale.ts'
import { Actions, Button, DataTable, Facts, Link, OutsideLink, useHere } from '#platform/ui/ui.ts'
import { lawProfile, stricter, termOf, withinText, type Within } from '#trust/law/law.ts'
import { messages } from './messages.ts'
import type { Published } from './published.ts'

type Props = { published: Published }
type Right = Published['rights'][number]

/** Each right with its legal ground, its way, its term and a button that starts it. */
export function RightsSection({ published }: Props) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const law = lawProfile(published.law)
  return (
    <section id="part-rights">
      <h2>{say('part-rights')}</h2>
      <p class="plain">{say('plain-rights')}</p>
      <DataTable caption={say('part-rights')} rows={published.rights} columns={[
        { head: say('right'), cell: ({ right, what }) => <><strong>{law.rights[right]?.name[locale]}</strong><br />{what[locale]}<br /><span class="quiet">{law.rights[right]?.article[locale]}</span></> },
        { head: say('way'), cell: ({ way }) => say(`way-${way}`) },
        { head: say('term-of-answer'), cell: right => <Term right={right} legal={termOf(law, right.right)} /> },
        { head: say('start-right'), cell: ({ right, way }) => <Actions>{startOf(right, way, say('start-right'))}</Actions> },
      ]} />
    </section>
  )
}

function Term({ right: { within }, legal }: { right: Right; legal: Within | undefined }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const governing = within && legal ? stricter(within, legal) : within ?? legal
  if (!governing) return <>{say('no-term')}</>
  return (
    <>
      <strong>{withinText(governing)[locale]}</strong>
      {within && legal && <><br /><span class="quiet">{say('both-terms', { promised: withinText(within)[locale], legal: withinText(legal)[locale] })}</span></>}
    </>
  )
}

const startOf = (right: string, way: Right['way'], label: string) =>
  <Button kind="secondary" to={way === 'support' ? `/contacts?topic=rights&right=${right}` : `/me/data#${right}`}>{label}</Button>

export function RegistrationSection({ published: { registration, purposes } }: Props) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const purpose = (id: string) => purposes.find(purpose => purpose.id === id)?.what[locale] ?? id
  return (
    <section id="part-registration">
      <h2>{say('part-registration')}</h2>
      <p class="plain">{say('plain-registration')}</p>
      <DataTable caption={say('part-registration')} rows={registration.fields} columns={[
        { head: say('field'), cell: ({ field }) => say(`field-${field}`) },
        { head: say('needed'), cell: ({ needed }) => say(needed ? 'needed-yes' : 'needed-no') },
        { head: say('why'), cell: ({ why }) => why[locale] },
        { head: say('purpose'), cell: field => purpose(field.purpose) },
      ]} />
    </section>
  )
}

export function AgeSection({ published: { age } }: Props) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  return (
    <section id="part-age">
      <h2>{say('part-age')}</h2>
      {age === 'none' ? <p class="plain">{say('no-age')}</p> : (
        <>
          <p class="plain">{age.why[locale]}</p>
          <Facts items={[
            { name: say('age-from'), value: String(age.from) },
            { name: say('age-guardian'), value: age['guardian-from'] === undefined ? say('age-nobody') : String(age['guardian-from']) },
            { name: say('age-asks'), value: say(`age-${age.asks}`) },
          ]} />
        </>
      )}
    </section>
  )
}

export function LawSection({ published }: Props) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const { name, act, authority, dispute } = lawProfile(published.law)
  return (
    <section id="part-law">
      <h2>{say('part-law')}</h2>
      <p class="plain">{say('plain-law', { country: name[locale] })}</p>
      <Facts items={[
        { name: say('act'), value: act[locale] },
        { name: say('authority'), value: <>{authority.name[locale]}, {authority.address[locale]}. <OutsideLink to={authority.site}>{new URL(authority.site).host}</OutsideLink>, <OutsideLink to={authority.appeals}>{new URL(authority.appeals).host}</OutsideLink></> },
      ]} />
      <h3>{say('dispute')}</h3>
      <ol>{dispute.map(step => <li>{step[locale]}</li>)}</ol>
    </section>
  )
}

/** All ways of contact, with hours and the time in which an answer comes. */
export function ContactsSection({ published: { operator }, version }: Props & { version: number }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  return (
    <section id="part-contacts">
      <h2>{say('part-contacts')}</h2>
      <p class="plain">{say('plain-contacts')}</p>
      <Facts items={[
        { name: say('operator'), value: <>{operator.name[locale]}, {say('bin', { bin: operator.bin })}, {operator.address[locale]}</> },
        { name: say('responsible'), value: <>{operator.responsible.name[locale]}, {operator.responsible.duty[locale]}, <a href={`mailto:${operator.responsible.email}`}>{operator.responsible.email}</a></> },
        ...operator.contacts.map(contact => ({
          name: channelName(contact.channel, locale),
          value: <>
            <ContactLink contact={contact} version={version} /> · {contact.hours[locale]} · {say('answer-within', { within: withinText(contact.answer)[locale] })}
            {contact.subject && <> · {say('subject', { subject: contact.subject })}</>}
          </>,
        })),
      ]} />
      <Actions>{formTopics(operator.contacts).map(topic => <Button kind="secondary" icon="send" to={`/contacts?topic=${topic}&version=${version}#write`}>{say(`ask-${topic}`)}</Button>)}</Actions>
    </section>
  )
}

type Contact = Published['operator']['contacts'][number]

/** What a way of contact is called. */
export const channelName = (channel: Contact['channel'], locale: Locale) => speaker(messages, locale)(`channel-${channel}`)

/** What about data can be asked by the form of this school. */
const formTopics = (contacts: Published['operator']['contacts']) =>
  (['privacy', 'rights'] as const).filter(topic => contacts.some(contact => contact.channel === 'form' && contact.value === '/contacts' && contact.for.includes(topic)))

export function ContactLink({ contact: { channel, value }, version }: { contact: Contact; version?: number }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const shown = inLanguage(value, locale)
  if (channel === 'e-mail') return <a href={`mailto:${shown}`}>{shown}</a>
  if (channel === 'phone') return <a href={`tel:${shown.replace(/[^+\d]/g, '')}`}>{shown}</a>
  if (channel === 'form') return <Link to={version ? `${shown}?topic=privacy&version=${version}` : shown}>{say('to-form')}</Link>
  return <span>{shown}</span>
}
