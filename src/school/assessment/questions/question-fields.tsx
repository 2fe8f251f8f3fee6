import type { Locale } from '#platform/locale.ts'
import { shuffled } from './shuffle.ts'
import type { Asked, Given } from './question.ts'

/** One question in one language, its options in the order of this attempt. The right answer has no field here. */
export type AskedHere = { id: string; text: string; hint: string } & (
  | { type: 'single' | 'multiple'; options: Choice[] }
  | { type: 'numeric'; unit: string }
  | { type: 'short' }
  | { type: 'matching'; items: Choice[]; options: Choice[] }
  | { type: 'ordering'; items: Choice[]; shown: Choice[] })
type Choice = { id: string; text: string }
export type FieldLabels = { choose: string; place: string; hints: Record<Asked['type'], string> }

/** Drops every language but the reader's, and shuffles what an order could give away. */
export function askedHere(id: string, asked: Asked, locale: Locale, seed: number, labels: FieldLabels): AskedHere {
  const say = (options: { id: string; text: Record<Locale, string> }[]) => options.map(({ id, text }) => ({ id, text: text[locale] }))
  const base = { id, text: asked.text[locale], hint: labels.hints[asked.type] }
  switch (asked.type) {
    case 'single': case 'multiple': return { ...base, type: asked.type, options: shuffled(say(asked.options), seed) }
    case 'numeric': return { ...base, type: 'numeric', unit: asked.unit?.[locale] ?? '' }
    case 'short': return { ...base, type: 'short' }
    case 'matching': return { ...base, type: 'matching', items: say(asked.items), options: shuffled(say(asked.options), seed) }
    case 'ordering': return { ...base, type: 'ordering', items: say(asked.items), shown: shuffled(say(asked.items), seed) }
  }
}

/** The fields of an answer; all are called "answer", in the order of a Given. Works without script. */
export function QuestionFields({ question, given = [], labels }: { question: AskedHere; given?: Given | undefined; labels: FieldLabels }) {
  const id = `answer-${question.id}`
  return (
    <fieldset class="question" aria-describedby={`${id}-hint`}>
      <legend>{question.text}</legend>
      <p class="hint" id={`${id}-hint`}>{question.hint}</p>
      <Inside question={question} given={given} labels={labels} id={id} />
    </fieldset>
  )
}

type Inner = { question: AskedHere; given: Given; labels: FieldLabels; id: string }

function Inside({ question, given, labels, id }: Inner) {
  switch (question.type) {
    case 'single': case 'multiple': return (
      <div class="choices">
        {question.options.map(option => (
          <label class="choice">
            <input type={question.type === 'single' ? 'radio' : 'checkbox'} name="answer" value={option.id} checked={given.includes(option.id)} />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
    )
    case 'numeric': case 'short': return (
      <p class="typed">
        <input id={id} name="answer" type="text" inputmode={question.type === 'numeric' ? 'decimal' : undefined} autocomplete="off" maxlength={200}
          class={question.type === 'numeric' ? 'short' : undefined} aria-label={question.text} value={given[0] ?? ''} />
        {question.type === 'numeric' && question.unit && <span class="unit"> {question.unit}</span>}
      </p>
    )
    case 'matching': return <Pairs rows={question.items} options={question.options} given={given} labels={labels} />
    case 'ordering': return <Pairs rows={question.items.map((_, index) => ({ id: String(index), text: labels.place.replace('{place}', String(index + 1)) }))} options={question.shown} given={given} labels={labels} />
  }
}

/** A list to choose from beside each row: dragging is never the only way (WCAG 2.5.7). */
const Pairs = ({ rows, options, given, labels }: { rows: Choice[]; options: Choice[]; given: Given; labels: FieldLabels }) => (
  <div class="pairs">
    {rows.map((row, index) => (
      <label class="pair">
        <span>{row.text}</span>
        <select name="answer">
          <option value="">{labels.choose}</option>
          {options.map(option => <option value={option.id} selected={given[index] === option.id}>{option.text}</option>)}
        </select>
      </label>
    ))}
  </div>
)
