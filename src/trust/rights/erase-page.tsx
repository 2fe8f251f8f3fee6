import { z } from 'zod'
import { fill, speaker } from '#platform/locale.ts'
import { Actions, Button, Card, Crumbs, dateInWords, Facts, form, Notice, Opening, Post, Reading, Seal, Time, type Here } from '#platform/ui/ui.ts'
import type { ShownCategory } from './categories.ts'
import type { Held } from './erasure-plan.ts'
import { messages } from './messages.ts'

export const eraseForm = form(z.strictObject({ sure: z.literal(true) }), { sure: { type: 'checkbox' } }, messages)

type Plan = { held: Held[]; counts: Record<string, number>; copied: boolean; categories: ShownCategory[]; window: string; keysGone: Date; here: Here }

/** What goes, what stays and until when, what becomes of the backups, before the button. Getting the copy comes first. */
export function ErasePage({ held, counts, copied, window, keysGone, categories, here }: Plan) {
  const { locale } = here
  const say = speaker(messages, locale)
  const keeps = new Set(held.map(({ category }) => category))
  const zone = here.actor.zone ?? here.school.zone
  const of = (category: string) => counts[category] ?? 0
  const goes = categories.filter(({ category }) => !keeps.has(category))
  const [some, none] = [goes.filter(({ category }) => of(category) > 0), goes.filter(({ category }) => of(category) === 0)]
  return (
    <Reading>
      <Crumbs label={say('where')} items={[{ to: '/me/data', label: say('title') }]} />
      <Opening title={say('erase-title')} lead={say('erase-lead')} />
      {!copied && <Notice title={say('copy-before')}><Post to="/me/data/copy"><Button kind="secondary" icon="download">{say('copy-first')}</Button></Post></Notice>}
      <Card title={say('goes')} icon="trash-2">
        <ul>{some.map(({ category, what }) => <li>{what[locale]} <span class="quiet">{say('records-count', { count: of(category) })}</span></li>)}</ul>
        {none.length > 0 && <p class="quiet">{say('goes-too')} {none.map(({ what }) => what[locale]).join('; ')}.</p>}
      </Card>
      <Card title={say('stays')} icon="archive">
        <Kept held={held} categories={categories} here={here} />
      </Card>
      <Card title={say('in-backups')} icon="lock">
        <p>{fill(messages.backups, { window })[locale]}</p>
        <p class="quiet">{fill(messages['backups-by'], { date: dateInWords(keysGone, locale, 'moment', zone) })[locale]}</p>
      </Card>
      <Post to="/me/data/erase">
        <eraseForm.Fields here={here} />
        <Actions><Button kind="danger">{say('erase')}</Button><Button kind="secondary" to="/me/data">{say('keep-account')}</Button></Actions>
      </Post>
    </Reading>
  )
}

/** What the law keeps, by which ground, and until when. */
function Kept({ held, categories, here: { locale, actor, school } }: { held: Held[]; categories: ShownCategory[]; here: Here }) {
  return <ul>{held.map(({ category, until, ground }) => {
    const named = categories.find(each => each.category === category)
    const says = fill(messages[category === 'audit.trail' ? 'stays-trail' : 'stays-other'], { what: named?.what[locale] ?? category, date: dateInWords(until, locale, 'moment', actor.zone ?? school.zone) })
    return <li>{says[locale]}{(ground || named) && <> <span class="quiet">{ground ?? named!.basis[locale]}</span></>}</li>
  })}</ul>
}

export type Erasure = { id: string; asked_at: Date; completed_at: Date | null; rows_removed: number; files_removed: number; looked_through: number; recipients_told: number; kept: Held[] }

/** The proof: it says that somebody was erased, when, and how much; never who. */
export function ErasedPage({ erasure, categories, here }: { erasure: Erasure; categories: ShownCategory[]; here: Here }) {
  const say = speaker(messages, here.locale)
  const done = erasure.completed_at
  return (
    <Reading>
      <Opening title={say('erased-title')} lead={say('erased-lead')} />
      <Notice kind={done ? 'ok' : 'info'} title={say(done ? 'erased-done' : 'erased-running')} />
      {done && <Seal of={erasure.id} label={say('erased-seal')} size={128} />}
      <Facts items={[
        { name: say('erased-asked'), value: <Time at={erasure.asked_at} as="moment" /> },
        ...done ? [
          { name: say('erased-completed'), value: <Time at={done} as="moment" /> },
          { name: say('erased-rows'), value: erasure.rows_removed },
          { name: say('erased-files'), value: erasure.files_removed },
          { name: say('erased-looked'), value: erasure.looked_through },
          { name: say('erased-told'), value: erasure.recipients_told },
        ] : [],
      ]} />
      {erasure.kept.length > 0 && <Card title={say('stays')} icon="archive"><Kept held={erasure.kept} categories={categories} here={here} /></Card>}
    </Reading>
  )
}
