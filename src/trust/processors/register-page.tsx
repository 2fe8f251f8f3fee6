import { z } from 'zod'
import { fill, inLanguage, speaker, type Text } from '#platform/locale.ts'
import { Button, DataTable, dateInWords, form, Opening, Post, Tag, Time, ToWorkplace, type Here } from '#platform/ui/ui.ts'
import { fieldsInWords } from './field-names.ts'
import { messages } from './messages.ts'
import type { Notice, Register } from './register.ts'

export const toldForm = form(z.strictObject({ way: z.string().trim().min(5).max(300) }), { way: { hint: 'way-hint', autocomplete: 'off' } }, messages)

/** What they answered. */
export const erasedForm = form(z.strictObject({ confirmation: z.string().trim().min(5).max(300) }), { confirmation: { hint: 'confirmation-hint', autocomplete: 'off' } }, messages)

export function RegisterPage({ register: { entries, refusals, notices, owner }, here }: { register: Register; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const inWords = (day: string) => dateInWords(new Date(day), locale)
  const until = ({ number, until }: { number: string; until: string }) => fill(messages.until, { number, until: inWords(until) })[locale]
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  const nameOf = (id: string) => entries.find(({ recipient }) => recipient.id === id)?.recipient.name[locale] ?? id
  return (
    <>
      <ToWorkplace />
      <Opening title={say('title')} lead={say('lead')} />
      <DataTable caption={say('register')} rows={entries} empty={say('nobody')} columns={[
        { head: say('who'), cell: ({ recipient }) => recipient.name[locale] },
        { head: say('does'), cell: ({ recipient }) => recipient.function[locale] },
        { head: say('country'), cell: ({ recipient: { country, safeguard, transfer }, abroad }) => <>{countries.of(country)}{abroad && <>. {safeguard?.[locale]} {transfer ? fill(messages.special, { agreement: until(transfer) })[locale] : say('no-special')}</>}</> },
        { head: say('fields'), cell: ({ recipient }) => fieldsInWords(recipient.fields, locale) },
        { head: say('assessed'), cell: ({ recipient: { assessment: { by, on, result } } }) => `${inWords(on)}, ${inLanguage(by, locale)}: ${say(result)}` },
        { head: say('certificate'), cell: ({ recipient: { standard, certificate } }) => `${standard}, ${until(certificate)}` },
        { head: say('agreement'), cell: ({ recipient }) => until(recipient.agreement) },
        { head: say('state'), cell: ({ closed }) => <Tag kind={closed ? 'bad' : 'ok'}>{say(closed ? `reason-${closed}` : 'open')}</Tag> },
        { head: say('times'), number: true, cell: ({ times }) => times },
        { head: say('last'), cell: ({ last }) => last ? <Time at={last} as="moment" /> : say('never-yet') },
      ]} />
      <DataTable caption={say('stopped')} rows={refusals} empty={say('nothing-stopped')} columns={[
        { head: say('when'), cell: ({ at }) => <Time at={at} as="moment" /> },
        { head: say('where'), cell: ({ host }) => <code>{host}</code> },
        { head: say('why'), cell: ({ reason, about }) => `${say(`reason-${reason}` as 'reason-field')}: ${about}` },
      ]} />
      <section id="notices">
        <h2>{say('notices')}</h2>
        {notices.length === 0 && <p>{say('no-notices')}</p>}
        {notices.map(notice => <ToTell notice={notice} name={nameOf(notice.recipient)} owner={owner} here={here} />)}
      </section>
    </>
  )
}

function ToTell({ notice: { id, reason, reference_numbers, made_at, told_at, way, confirmed_at, confirmation }, name, owner, here }: { notice: Notice; name: string; owner: Text; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const on = (at: Date) => dateInWords(at, locale, 'moment')
  const toErase = reason === 'erasure'
  return (
    <section class="card">
      <h3>{name}: {say(`reason-${reason}` as 'reason-erasure')}</h3>
      <p><Time at={made_at} as="moment" /></p>
      <p>{say('numbers')}: {reference_numbers.map(number => <><code>{number}</code> </>)}</p>
      {toErase && !confirmed_at && <p><Tag kind="bad" icon="circle-alert">{say('not-confirmed')}</Tag> {fill(messages['answers-for-it'], { who: owner[locale] })[locale]}</p>}
      {told_at
        ? <p>{fill(messages.told, { date: on(told_at), way: way ?? '' })[locale]}</p>
        : <Post to={`/privacy-office/recipients/${id}/told`}><toldForm.Fields here={here} /><Button kind="secondary">{say('mark')}</Button></Post>}
      {toErase && told_at && (confirmed_at
        ? <p>{fill(messages.confirmed, { date: on(confirmed_at), how: confirmation ?? '' })[locale]}</p>
        : <Post to={`/privacy-office/recipients/${id}/erased`}><erasedForm.Fields here={here} /><Button kind="secondary">{say('mark-erased')}</Button></Post>)}
    </section>
  )
}
