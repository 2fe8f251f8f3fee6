import { fill, speaker, type Text } from '#platform/locale.ts'
import { Actions, Button, Card, Crumbs, DataTable, Disclosure, Facts, Grid, Icon, Link, Notice, Opening, Post, Reading, Tag, Time, ToWorkplace, dateInWords, type Here } from '#platform/ui/ui.ts'
import { columnInWords } from '#trust/rights/rights.ts'
import { askForms, fieldsAsked } from './forms.ts'
import type { Ground } from './controls.ts'
import { handsFor } from './grounds.ts'
import { messages } from './messages.ts'
import type { Field } from './scope.ts'
import { isReady, type Line, type Register, type Shown } from './show.ts'

export const place = '/privacy-office/disclosures'

/** What the manifest calls the kinds of data and the recipients. */
export type Named = { kinds: Record<string, Text>; recipients: Record<string, Text> }

export function RegisterPage({ register: { cases, fields, grounds }, named, here }: { register: Register; named: Named; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const person = here.query.person ? `?${new URLSearchParams({ person: here.query.person })}` : ''
  return (
    <>
      <ToWorkplace />
      <Opening title={say('title')} lead={say('lead')} />
      <DataTable caption={say('register')} rows={cases} empty={say('none')} columns={[
        { head: say('number'), cell: ({ id, number }) => <Link to={`${place}/${id}`}>{number}</Link> },
        { head: say('when'), cell: ({ asked_at }) => <Time at={asked_at} as="moment" /> },
        { head: say('who'), cell: ({ recipient }) => named.recipients[recipient]?.[locale] ?? recipient },
        { head: say('ground'), cell: ({ ground }) => say(ground as Ground) },
        { head: say('scope'), cell: ({ scope }) => scopeInWords(fields.filter(({ name }) => scope.includes(name)), here) },
        { head: say('state'), cell: each => <State of={each} here={here} /> },
      ]} />
      <section id="new">
        <h2>{say('new')}</h2>
        <p>{say('new-lead')}</p>
        <Grid>{grounds.map(ground => <Card level={3} title={say(`${ground}-title`)} to={`${place}/new/${ground}${person}`}><p>{say(`${ground}-hint`)}</p></Card>)}</Grid>
      </section>
    </>
  )
}

/** One ground, with what it rests on and what is to go. */
export function NewPage({ ground, fields, named, here }: { ground: Ground; fields: Field[]; named: Named; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const { Fields } = askForms[ground]
  const nobodyNamed = fieldsAsked[ground].includes('recipient') && Object.keys(named.recipients).length === 0
  return (
    <Reading>
      <Crumbs label={say('title')} items={[{ to: '/privacy-office', label: say('office') }, { to: place, label: say('title') }]} />
      <Opening over={say('new')} title={say(`${ground}-title`)} lead={say(`${ground}-hint`)} />
      {nobodyNamed ? <><Notice><p>{say('nobody-named')}</p></Notice><Actions><Button kind="secondary" to={place}>{say('back')}</Button></Actions></> : <Post to={`${place}/new/${ground}`}>
        <Fields here={here} values={{ person: here.query.person }} only={fieldsAsked[ground]} options={{ recipient: Object.entries(named.recipients).map(([value, name]) => ({ value, label: name[locale] })) }} />
        <Scope fields={fields} named={named} here={here} />
        <Actions><Button>{say('ask')}</Button><Button kind="secondary" to={place}>{say('back')}</Button></Actions>
      </Post>}
    </Reading>
  )
}

/** Every field there is, by kinds: each kind folded, so that nobody ticks more than was asked for by habit. */
function Scope({ fields, named, here }: { fields: Field[]; named: Named; here: Here }) {
  const { locale, failed } = here
  const say = speaker(messages, locale)
  const chosen = [failed?.values['scope'] ?? []].flat()
  return (
    <fieldset class="field" id="scope">
      <legend>{say('scope')}</legend>
      <p class="hint">{say('scope-hint')}</p>
      {failed?.problems['scope'] && <p class="problem"><Icon name="circle-alert" /> {failed.problems['scope'][locale]}</p>}
      {[...Map.groupBy(fields, ({ category }) => category)].map(([category, columns]) => (
        <Disclosure summary={fill(messages['scope-of'], { kind: named.kinds[category]?.[locale] ?? category, count: columns.length })[locale]} open={columns.some(({ name }) => chosen.includes(name))}>
          {columns.map(({ name, column, table }) => (
            <label class="choice"><input type="checkbox" name="scope" value={name} checked={chosen.includes(name)} /><span>{columnInWords(column, locale)}<span class="hint">{table}</span></span></label>
          ))}
        </Disclosure>
      ))}
    </fieldset>
  )
}

export function CasePage({ shown: { case: found, fields }, named, here }: { shown: Shown; named: Named; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const { id, person, number, ground, recipient, demand, article, reason, secret_until, secret_by, asked_at, first_at, second_at, handed_at, format, told_at, declined_at } = found
  const hands = handsFor(ground as Ground)
  const open = !handed_at && !declined_at && person !== null
  const ready = open && isReady(found)
  const moment = (at: Date | null) => at ? <Time at={at} as="moment" /> : say('waits')
  const toTell = secret_until ? fill(messages['told-later'], { date: dateInWords(secret_until, locale, 'moment', here.school.zone), law: secret_by ?? '' })[locale] : say('told-then')
  return (
    <Reading>
      <Crumbs label={say('title')} items={[{ to: '/privacy-office', label: say('office') }, { to: place, label: say('title') }]} />
      <Opening over={say(ground as Ground)} title={fill(messages.case, { number })[locale]} lead={fill(messages['case-to'], { who: named.recipients[recipient]?.[locale] ?? recipient })[locale]}><State of={found} here={here} /></Opening>
      <Facts items={[
        { name: say('person'), value: person ? <Link to={`/office/people/${person}`}>{say('to-person')}</Link> : say('gone') },
        ...demand ? [{ name: say('demand'), value: demand }] : [],
        ...article ? [{ name: say('article'), value: article }] : [],
        ...reason ? [{ name: say('reason'), value: reason }] : [],
        { name: say('scope'), value: scopeInWords(fields, here) },
        { name: say('asked-at'), value: moment(asked_at) },
        ...hands > 0 ? [{ name: say('first'), value: moment(first_at) }] : [],
        ...hands > 1 ? [{ name: say('second'), value: moment(second_at) }] : [],
        { name: say('handed'), value: handed_at ? <>{moment(handed_at)}, {format?.toUpperCase()}</> : say('waits') },
        { name: say('told'), value: told_at ? moment(told_at) : toTell },
      ]} />
      {open && !ready && <Actions><Post to={`${place}/${id}/approve`}><Button icon="check">{say('approve')}</Button></Post><Post to={`${place}/${id}/decline`}><Button kind="danger" icon="ban">{say('decline')}</Button></Post></Actions>}
      {ready && <Card title={say('take')}>
        <Notice kind="warn"><p>{say('take-once')}</p></Notice>
        <Actions><Post to={`${place}/${id}/file/json`}><Button icon="download">{say('as-json')}</Button></Post><Post to={`${place}/${id}/file/csv`}><Button kind="secondary" icon="download">{say('as-csv')}</Button></Post></Actions>
        <Post to={`${place}/${id}/decline`}><Button kind="quiet" icon="ban">{say('decline')}</Button></Post>
      </Card>}
    </Reading>
  )
}

function State({ of, here }: { of: Line; here: Here }) {
  const say = speaker(messages, here.locale)
  if (of.declined_at) return <Tag>{say('state-declined')}</Tag>
  if (of.handed_at) return of.secret_until && !of.told_at ? <Tag kind="warn" icon="eye-off">{say('state-silent')}</Tag> : <Tag kind="ok" icon="circle-check">{say('state-handed')}</Tag>
  return isReady(of) ? <Tag kind="info" icon="download">{say('state-ready')}</Tag> : <Tag kind="info" icon="clock">{say('state-waiting')}</Tag>
}

const scopeInWords = (fields: Field[], { locale }: Here) => [...new Set(fields.map(({ column }) => columnInWords(column, locale)))].join(', ')
