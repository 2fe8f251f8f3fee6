import { speaker } from '#platform/locale.ts'
import { Disclosure, Notice, Post, type Here } from '#platform/ui/ui.ts'
import type { Criterion } from '#school/courses/courses.ts'
import { nameIn, percentOf } from '../feedback.tsx'
import { messages } from '../messages.ts'
import { SnippetChoice, SnippetStock } from '../snippets/choice.tsx'
import type { Shown } from './desk-page.tsx'

/** Points and words for each criterion, and words for the whole. Its buttons stand in the bar at the foot. */
export function ReviewFields({ shown, here }: { shown: Shown; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const failed = here.failed?.form === 'review' ? here.failed : undefined
  const typed = (name: string) => [failed?.values[name]].flat()[0]
  const seen = shown.review?.words ? shown.review.saved_at.toISOString() : 'none'
  return (
    <Post to={`/teach/submissions/${shown.work.id}/review`} id="review">
      <h2>{say('review')}</h2>
      {failed?.refused && <Notice kind="bad" title={failed.refused[locale]} focus />}
      {failed && <TheirDraft shown={shown} here={here} />}
      <input type="hidden" name="seen" value={seen} />
      {failed && shown.heldByOther && <label class="choice"><input type="checkbox" name="over" value="yes" /> <span>{say('over')}</span></label>}
      <SnippetStock snippets={shown.snippets} locale={locale} fields="#review textarea, #new-note textarea" />
      {shown.assignment.criteria.map(criterion => <OneCriterion criterion={criterion} shown={shown} here={here} typed={typed} />)}
      <div class="field">
        <label for="review-words">{say('overall')}</label>
        <span class="hint" id="review-words-hint">{say('overall-hint')}</span>
        <textarea id="review-words" name="words" rows={6} aria-describedby="review-words-hint">{typed('words') ?? shown.review?.words}</textarea>
        <SnippetChoice snippets={shown.snippets} locale={locale} name="snippet" of={say('overall')} chosen={typed('snippet')} />
      </div>
    </Post>
  )
}

/** Another teacher has saved a draft meanwhile: it stands beside what was typed, and is replaced only knowingly. */
function TheirDraft({ shown: { review, marks, people, assignment }, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  if (!review || review.words === null || review.teacher === here.actor.person) return null
  const theirs = marks.filter(mark => mark.review === review.id)
  const points = theirs.reduce((sum, { points }) => sum + (points ?? 0), 0)
  return (
    <Notice kind="warn" title={say('two-drafts')}>
      <p>{say('two-drafts-lead')}</p>
      <h3>{say('their-draft', { name: nameIn(people, review.teacher) || say('teacher') })}</h3>
      <p>{say('grade-of', { points, outOf: review.out_of, percent: percentOf(points, review.out_of) })}</p>
      <p class="said-words">{review.words || say('nothing-written')}</p>
      <ul>{theirs.filter(({ words }) => words).map(({ criterion, words }) => <li>{assignment.criteria.find(({ id }) => id === criterion)?.title[here.locale]}: {words}</li>)}</ul>
    </Notice>
  )
}

function OneCriterion({ criterion, shown, here, typed }: { criterion: Criterion; shown: Shown; here: Here; typed: (name: string) => string | undefined }) {
  const { locale } = here
  const mark = shown.marks.find(each => each.review === shown.review?.id && each.criterion === criterion.id)
  const chosen = typed(`level-${criterion.id}`) ?? String(mark?.points ?? '')
  const id = `comment-${criterion.id}`
  const words = typed(id) ?? mark?.words
  const label = speaker(messages, locale)('add-comment')
  return (
    <fieldset class="criterion levels">
      <legend>{criterion.title[locale]}</legend>
      {criterion.levels.map(({ points, text }) => (
        <label class="choice">
          <input type="radio" name={`level-${criterion.id}`} value={points} checked={chosen === String(points)} />
          <span><strong>{points}</strong> <span class="hint">{text[locale]}</span></span>
        </label>
      ))}
      <Disclosure summary={label} open={Boolean(words)}>
        <textarea id={id} name={id} rows={3} aria-label={`${label}: ${criterion.title[locale]}`}>{words}</textarea>
        <SnippetChoice snippets={shown.snippets} locale={locale} name={`snippet-${criterion.id}`} of={criterion.title[locale]} chosen={typed(`snippet-${criterion.id}`)} />
      </Disclosure>
    </fieldset>
  )
}
