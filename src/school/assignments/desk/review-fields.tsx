import { speaker } from '#platform/locale.ts'
import { Actions, Button, Notice, Post, Time, type Here } from '#platform/ui/ui.ts'
import type { Criterion } from '#school/courses/courses.ts'
import { messages } from '../messages.ts'
import type { Shown } from './desk-page.tsx'

/** Points and words for each criterion, words for the whole, and what happens next. */
export function ReviewFields({ shown, here }: { shown: Shown; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const failed = here.failed?.form === 'review' ? here.failed : undefined
  const typed = (name: string) => [failed?.values[name]].flat()[0]
  return (
    <Post to={`/teach/submissions/${shown.work.id}/review`}>
      <h2>{say('review')}</h2>
      {failed?.refused && <Notice kind="bad" title={failed.refused[locale]} focus />}
      {shown.assignment.criteria.map(criterion => <OneCriterion criterion={criterion} shown={shown} here={here} typed={typed} />)}
      <div class="field">
        <label for="review-words">{say('overall')}</label>
        <span class="hint" id="review-words-hint">{say('overall-hint')}</span>
        <textarea id="review-words" name="words" rows={6} aria-describedby="review-words-hint">{typed('words') ?? shown.review?.words}</textarea>
      </div>
      {shown.review && <p class="quiet">{say('saved-at')}: <Time at={shown.review.saved_at} as="moment" /></p>}
      <p class="hint">{say('pass-at', { pass: shown.assignment.pass_at })}</p>
      <Actions>
        <Button kind="secondary" name="outcome" value="save">{say('save')}</Button>
        <Button kind="secondary" name="outcome" value="return" icon="undo-2">{say('return')}</Button>
        <Button name="outcome" value="accept" icon="check">{say('accept')}</Button>
      </Actions>
    </Post>
  )
}

function OneCriterion({ criterion, shown, here, typed }: { criterion: Criterion; shown: Shown; here: Here; typed: (name: string) => string | undefined }) {
  const { locale } = here
  const mark = shown.marks.find(each => each.review === shown.review?.id && each.criterion === criterion.id)
  const chosen = typed(`level-${criterion.id}`) ?? String(mark?.points ?? '')
  const id = `comment-${criterion.id}`
  return (
    <fieldset class="criterion">
      <legend>{criterion.title[locale]}</legend>
      {criterion.levels.map(({ points, text }) => (
        <label class="choice">
          <input type="radio" name={`level-${criterion.id}`} value={points} checked={chosen === String(points)} />
          <span><strong>{points}</strong> <span class="hint">{text[locale]}</span></span>
        </label>
      ))}
      <div class="field"><label for={id}>{speaker(messages, locale)('comment')}</label><textarea id={id} name={id} rows={2}>{typed(id) ?? mark?.words}</textarea></div>
    </fieldset>
  )
}
