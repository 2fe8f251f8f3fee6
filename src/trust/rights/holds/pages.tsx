import { fill, speaker, type Text } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { Actions, Button, DataTable, dateInWords, form, Link, Notice, Opening, Post, Tag, Time, ToWorkplace, type Form, type Here } from '#platform/ui/ui.ts'
import { z } from 'zod'
import { given } from '../parts.ts'
import { legalForm, legalMessages as messages } from './messages.ts'
import { Placed } from './place.ts'
import type { ShownHolds } from './show.ts'
import type { LegalHold } from './standing.ts'

export const place = '/privacy-office/holds'
export const placeForm = form(Placed, { person: { autocomplete: 'off', hint: 'person-hint' }, category: { type: 'select' }, ground: { autocomplete: 'off', hint: 'ground-hint' }, until: { type: 'date', hint: 'until-hint' } }, legalForm) as Form<z.ZodObject>

type Shown = Revealed<ShownHolds> & { names: Record<string, Text> }
type Hold = Shown['holds'][number]

export function HoldsPage({ shown: { holds, owners, kinds, names }, here }: { shown: Shown; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const owner = (id: string | null) => {
    const found = owners.find(each => each.id === id)
    return found ? given().fullName(found) : say('legal-gone')
  }
  return (
    <>
      <ToWorkplace />
      <Opening title={say('legal-title')} lead={say('legal-lead')} />
      <DataTable caption={say('legal-register')} rows={holds} empty={say('legal-none')} columns={[
        { head: say('legal-number'), cell: ({ number }) => String(number) },
        { head: say('legal-what'), cell: ({ category }) => names[category]?.[locale] ?? category },
        { head: say('legal-ground'), cell: ({ ground }) => ground },
        { head: say('legal-until'), cell: ({ until_at }) => <Time at={until_at} as="moment" /> },
        { head: say('legal-whose'), cell: ({ person, kept_at }) => person && !kept_at ? <Link to={`/office/people/${person}`}>{say('legal-to-person')}</Link> : say('legal-gone') },
        { head: say('legal-owner'), cell: ({ asked_by }) => owner(asked_by) },
        { head: say('legal-state'), cell: hold => <State hold={hold} here={here} /> },
      ]} />
      <section id="new">
        <h2>{say('legal-new')}</h2>
        <p>{say('legal-new-lead')}</p>
        <Post to={place}>
          <placeForm.Fields here={here} values={{ person: here.query.person }} options={{ category: kinds.map(({ category, what }) => ({ value: category, label: what[locale] })) }} />
          <Actions><Button>{say('legal-place')}</Button></Actions>
        </Post>
      </section>
    </>
  )
}

/** How it stands, and what whoever looks may do about it. */
function State({ hold: { id, begun_at, kept_at, lift_asked_at, lift_asked_by, asked_by, ended_at }, here }: { hold: Hold; here: Here }) {
  const say = speaker(messages, here.locale)
  const me = here.actor.person
  if (ended_at) return <Tag>{say('legal-ended')}</Tag>
  const to = (what: string) => `${place}/${id}/${what}`
  if (!begun_at) return <><Tag kind="info" icon="clock">{say('legal-waits')}</Tag><Actions>{me !== asked_by && <Post to={to('confirm')}><Button>{say('legal-confirm')}</Button></Post>}<Post to={to('end')}><Button kind="quiet">{say('legal-take-back')}</Button></Post></Actions></>
  if (lift_asked_at) return <><Tag kind="warn" icon="clock">{say('legal-lifting')}</Tag>{me !== lift_asked_by && <Actions><Post to={to('lift')}><Button kind="danger">{say('legal-lift')}</Button></Post></Actions>}</>
  return <><Tag kind="ok" icon="lock">{say(kept_at ? 'legal-put-aside' : 'legal-stands')}</Tag><Actions><Post to={to('end')}><Button kind="quiet">{say('legal-ask-lift')}</Button></Post></Actions></>
}

/** On the pages of the person it is about: what, until when, and by which law. */
export function KeptForLaw({ holds, names, here: { locale, actor, school } }: { holds: LegalHold[]; names: { category: string; what: Text }[]; here: Here }) {
  if (!holds.length) return null
  const named = (category: string) => names.find(each => each.category === category)?.what[locale] ?? category
  return (
    <Notice kind="info" title={messages['legal-mine'][locale]}>
      {holds.map(({ category, ground, until_at }) => <p>{fill(messages['legal-mine-text'], { what: named(category), date: dateInWords(until_at, locale, 'moment', actor.zone ?? school.zone), ground })[locale]}</p>)}
    </Notice>
  )
}
