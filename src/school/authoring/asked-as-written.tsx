import { speaker } from '#platform/locale.ts'
import { Card, useHere } from '#platform/ui/ui.ts'
import type { Check, Option, Question } from '#school/courses/courses.ts'
import { messages } from './messages.ts'

/** A question with its answer and its explanation: for those who wrote it, and for nobody who is still to be asked. */
export function AskedAsWritten({ question, over }: { question: Question | Check; over: string }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  return (
    <Card tone="soft" over={over}>
      <p><strong>{question.text[locale]}</strong></p>
      <Answer question={question} />
      <p class="quiet">{say('why')}: {question.explanation[locale]}</p>
    </Card>
  )
}

function Answer({ question }: { question: Question | Check }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const textOf = (options: Option[], letter: string | undefined) => options.find(({ id }) => id === letter)?.text[locale] ?? ''
  switch (question.type) {
    case 'single': case 'multiple': {
      const right = [question.right].flat()
      return <ul>{question.options.map(({ id, text }) => <li>{right.includes(id) ? <strong>{text[locale]} ({say('right')})</strong> : text[locale]}</li>)}</ul>
    }
    case 'numeric': return <p>{say('right-answer')}: {new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(question.right)} {question.unit?.[locale]}{question.tolerance > 0 && ` ± ${question.tolerance}`}</p>
    case 'short': return <p>{say('right-answer')}: {question.right[locale].join(', ')}</p>
    case 'ordering': return <ol>{question.right.map(letter => <li>{textOf(question.items, letter)}</li>)}</ol>
    case 'matching': return <ul>{question.items.map(({ id, text }) => <li>{text[locale]} → {textOf(question.options, question.right[id])}</li>)}</ul>
  }
}
