import { Island } from '#platform/islands/island.tsx'
import { speaker } from '#platform/locale.ts'
import { Button, dateInWords, type Here } from '#platform/ui/ui.ts'
import { DeskKeys } from '../islands/desk-keys.tsx'
import { messages } from '../messages.ts'
import type { Shown } from './desk-page.tsx'

const place = (work: string | null) => work === null ? undefined : `/teach/submissions/${work}`

/** At the foot of the window: what becomes of the work, and the way to the next one. */
export function DecisionBar({ shown, here, writing }: { shown: Shown; here: Here; writing: boolean }) {
  const say = speaker(messages, here.locale)
  const [previous, next] = [place(shown.previous), place(shown.next)]
  if (!writing && !previous && !next) return null
  return (
    <section class="desk-bar" aria-label={say('bar')}>
      {writing && <Alive shown={shown} here={here} />}
      {writing && (
        <div class="decide">
          <Button kind="secondary" form="review" name="outcome" value="save" id="save-draft">{say('save')}</Button>
          <Button kind="secondary" form="review" name="outcome" value="return" icon="undo-2">{say('return')}</Button>
          <Button form="review" name="outcome" value="accept" icon="check">{say('accept')}</Button>
        </div>
      )}
      <div class="turn">
        {previous && <Button kind="quiet" to={previous} icon="arrow-left">{say('previous-work')}</Button>}
        {next && <Button kind={writing ? 'quiet' : 'primary'} to={next} icon="arrow-right">{say(writing ? 'next' : 'next-work')}</Button>}
      </div>
    </section>
  )
}

/** The sum, whether the draft is kept, and keys: nothing here is needed to do the work. */
function Alive({ shown, here }: { shown: Shown; here: Here }) {
  const { locale, prefix } = here
  const say = speaker(messages, locale)
  const { review, assignment: { criteria, pass_at: pass } } = shown
  const keys = (['next', 'level', 'note', 'add', 'save', 'help'] as const).map(name => ({ keys: { next: 'J K', level: '1–5', note: 'A', add: 'Ctrl Enter', save: 'S', help: '?' }[name], does: say(`key-${name}`) }))
  return (
    <Island of={DeskKeys} form="review" note="new-note" next={shown.next && prefix + place(shown.next)} previous={shown.previous && prefix + place(shown.previous)} locale={locale}
      points={shown.marks.filter(mark => mark.review === review?.id).reduce((sum, { points }) => sum + (points ?? 0), 0)} outOf={criteria.reduce((sum, { levels }) => sum + levels.at(-1)!.points, 0)} pass={pass}
      said={review?.words === null || !review ? '' : say('kept-at', { time: dateInWords(review.saved_at, locale, 'moment', here.school.zone) })}
      keys={keys} words={{ total: messages.total[locale], saving: say('saving'), kept: messages['kept-at'][locale], notKept: say('not-kept'), keys: say('keys'), on: say('keys-on') }} />
  )
}
