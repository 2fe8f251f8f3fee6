import { z } from 'zod'
import { fill, speaker } from '#platform/locale.ts'
import { Actions, Button, dateInWords, Facts, form, Notice, Opening, Post, Reading, Seal, Time, type Here } from '#platform/ui/ui.ts'
import type { ShownCategory } from './categories.ts'
import type { Held } from './erasure-plan.ts'
import { messages } from './messages.ts'

export const eraseForm = form(z.strictObject({ sure: z.literal(true) }), { sure: { type: 'checkbox' } }, messages)

/** What goes, what stays and until when, before the button. Getting the copy first is one press away. */
export function ErasePage({ held, window, categories, here }: { held: Held[]; window: string; categories: ShownCategory[]; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const keeps = new Set(held.map(({ category }) => category))
  const named = (category: string) => categories.find(each => each.category === category)?.what[locale] ?? category
  return (
    <Reading>
      <Opening title={say('erase-title')} lead={say('erase-lead')} />
      <h2>{say('goes')}</h2>
      <ul>{categories.filter(({ category }) => !keeps.has(category)).map(({ what }) => <li>{what[locale]}</li>)}</ul>
      <h2>{say('stays')}</h2>
      <ul>{held.map(({ category, until }) => <li>{fill(messages[category === 'audit.trail' ? 'stays-trail' : 'stays-other'], { what: named(category), date: dateInWords(until, locale, 'moment', here.actor.zone ?? here.school.zone) })[locale]}</li>)}</ul>
      <p class="quiet">{fill(messages.backups, { window })[locale]}</p>
      <Post to="/me/data/erase">
        <eraseForm.Fields here={here} />
        <Actions><Button kind="danger">{say('erase')}</Button><Button kind="secondary" to="/me/data">{say('copy-first')}</Button></Actions>
      </Post>
    </Reading>
  )
}

export type Erasure = { id: string; asked_at: Date; completed_at: Date | null; rows_removed: number; files_removed: number; looked_through: number; recipients_told: number }

/** The proof: it says that somebody was erased, when, and how much; never who. */
export function ErasedPage({ erasure, here }: { erasure: Erasure; here: Here }) {
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
    </Reading>
  )
}
