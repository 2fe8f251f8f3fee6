import { z } from 'zod'
import { fill, speaker, type Text } from '#platform/locale.ts'
import { Actions, Button, Card, Crumbs, dateInWords, form, Notice, Opening, Post, Reading, type Here } from '#platform/ui/ui.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { messages } from '../messages.ts'
import { restrictionMessages } from './messages.ts'
import type { Restriction } from './standing.ts'
import type { Way } from './ways.ts'

const words = { ...messages, ...restrictionMessages }
const Words = z.string().trim().min(5).max(4000)
export const holdForm = form(z.strictObject({ until: z.iso.date() }), { until: { type: 'date', hint: 'until-hint' } }, words)
/** Where it is a switch there is nothing to fill in. */
export const switchForm = form(z.strictObject({}), {}, words)
export const disputeForm = form(z.strictObject({ field: z.string().max(60), wish: Words }), { field: { type: 'select' }, wish: { type: 'textarea', rows: 4, hint: 'dispute-wish-hint' } }, words)
export const objectForm = form(z.strictObject({ use: z.string().max(60), wish: Words }), { use: { type: 'select' }, wish: { type: 'textarea', rows: 4, hint: 'object-wish-hint' } }, words)

const resting = ['learning', 'contact', 'improvement', 'beyond']

type Hold = { ways: Way[]; standing: Restriction | undefined; purposes: Policy['purposes']; here: Here }

/** What stops and what goes on, before the button; while it is on, the way back. */
export function HoldPage({ ways, standing, purposes, here }: Hold) {
  const { locale } = here
  const say = speaker(restrictionMessages, locale)
  const list = (rests: boolean) => purposes.filter(({ serves }) => resting.includes(serves) === rests).map(({ what }) => <li>{what[locale]}</li>)
  return (
    <Reading>
      <Where here={here} />
      <Opening title={say('hold-title')} lead={say('hold-lead')} />
      {standing && <Standing restriction={standing} what={{ ru: '', kk: '', en: '' }} here={here} />}
      <Card title={say('hold-rests')} icon="pause"><ul>{list(true)}</ul><p>{say('hold-own')}</p><p>{say('hold-staff')}</p></Card>
      <Card title={say('hold-goes-on')} icon="check"><ul><li>{say('hold-storage')}</li>{list(false)}</ul></Card>
      {!standing && (
        <Post to="/me/data/restrict">
          {ways.includes('until') && <holdForm.Fields here={here} />}
          <Actions><Button icon="pause">{say('hold-now')}</Button></Actions>
        </Post>
      )}
    </Reading>
  )
}

const Where = ({ here }: { here: Here }) => <Crumbs label={messages.where[here.locale]} items={[{ to: '/me/data', label: messages.title[here.locale] }]} />

/** One thing that rests, since when and until when, and the button that lifts it. */
export function Standing({ restriction, what, here }: { restriction: Restriction; what: Text; here: Here }) {
  const { locale } = here
  const { id, scope, since, until_at: until } = restriction
  const date = (at: Date) => dateInWords(at, locale, 'moment', here.actor.zone ?? here.school.zone)
  const say = speaker(restrictionMessages, locale)
  return (
    <Notice kind="warn" title={fill(restrictionMessages[`rest-${scope}`], { what: what[locale] })[locale]}>
      <p>{until ? fill(restrictionMessages['rest-until'], { from: date(since), until: date(until) })[locale] : fill(restrictionMessages['rest-since'], { date: date(since) })[locale]}</p>
      <Post to={`/me/data/restrictions/${id}/lift`}><Button kind="secondary">{say('hold-lift')}</Button></Post>
    </Notice>
  )
}

/** Everything that rests for whoever looks. */
export function AllStanding({ restrictions, policy, here }: { restrictions: Restriction[]; policy: Pick<Policy, 'purposes' | 'data'>; here: Here }) {
  const nothing = { ru: '', kk: '', en: '' }
  const what = ({ scope, subject }: Restriction): Text =>
    (scope === 'use' ? policy.purposes.find(({ id }) => id === subject) : policy.data.find(({ category }) => category === subject))?.what ?? nothing
  return <>{restrictions.map(each => <Standing restriction={each} what={what(each)} here={here} />)}</>
}

export function DisputePage({ fields, here }: { fields: Policy['data']; here: Here }) {
  const say = speaker(restrictionMessages, here.locale)
  return (
    <Reading>
      <Where here={here} />
      <Opening title={say('dispute-title')} lead={say('dispute-lead')} />
      <Post to="/me/data/dispute">
        <disputeForm.Fields here={here} options={{ field: fields.map(({ category, what }) => ({ value: category, label: what[here.locale] })) }} />
        <Actions><Button>{say('dispute-send')}</Button></Actions>
      </Post>
    </Reading>
  )
}

export function ObjectPage({ uses, here }: { uses: Policy['purposes']; here: Here }) {
  const say = speaker(restrictionMessages, here.locale)
  return (
    <Reading>
      <Where here={here} />
      <Opening title={say('object-title')} lead={say('object-lead')} />
      <Post to="/me/data/object">
        <objectForm.Fields here={here} options={{ use: uses.map(({ id, what }) => ({ value: id, label: what[here.locale] })) }} />
        <Actions><Button>{say('object-send')}</Button></Actions>
      </Post>
    </Reading>
  )
}
