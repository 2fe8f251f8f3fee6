import { speaker } from '#platform/locale.ts'
import { DataTable, dateInWords, useHere } from '#platform/ui/ui.ts'
import { durationText } from '#trust/law/law.ts'
import { messages } from './messages.ts'
import type { Published } from './published.ts'

type Props = { published: Published }
/** Versions of before named the standard alone. */
type Certified = { standard: string; certificate?: { number: string; until: string } }

export function RecipientsSection({ published }: Props) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const what = (category: string) => published.data.find(data => data.category === category)?.what[locale] ?? category
  const inWords = (day: string) => dateInWords(new Date(day), locale)
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  return (
    <section id="part-recipients">
      <h2>{say('part-recipients')}</h2>
      <p class="plain">{say('plain-recipients')}</p>
      <DataTable caption={say('part-recipients')} rows={published.recipients} empty={say('no-recipients')} columns={[
        { head: say('who'), cell: recipient => recipient.name[locale] },
        { head: say('function'), cell: recipient => recipient.function[locale] },
        { head: say('gets'), cell: recipient => recipient.data.map(what).join('; ') || say('technical-only') },
        { head: say('country'), cell: recipient => <>{countries.of(recipient.country)}{recipient.safeguard && <>. {recipient.safeguard[locale]}</>}{recipient.transfer && <> {say('special', { number: recipient.transfer.number, until: inWords(recipient.transfer.until) })}</>}</> },
        { head: say('standard'), cell: ({ standard, certificate }: Certified) => certificate ? say('certified', { standard, number: certificate.number, until: inWords(certificate.until) }) : standard },
        { head: say('agreement'), cell: ({ agreement }) => say('agreed', { number: agreement.number, until: inWords(agreement.until) }) },
      ]} />
    </section>
  )
}

export function CookiesSection({ published }: Props) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  return (
    <section id="part-cookies">
      <h2>{say('part-cookies')}</h2>
      <p class="plain">{say('plain-cookies')}</p>
      <DataTable caption={say('part-cookies')} rows={published.cookies} empty={say('no-cookies')} columns={[
        { head: say('cookie'), cell: cookie => <code>{cookie.name}</code> },
        { head: say('category'), cell: cookie => say(`cookie-${cookie.category}`) },
        { head: say('purpose'), cell: cookie => cookie.purpose[locale] },
        { head: say('life'), cell: cookie => cookie.life === 'session' ? say('cookie-session') : durationText(cookie.life)[locale] },
      ]} />
    </section>
  )
}
