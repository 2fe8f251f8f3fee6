import { speaker } from '#platform/locale.ts'
import { Island } from '#platform/islands/island.tsx'
import { Actions, Button, Crumbs, Link, List, Notice, Opening, Post, Progress, Reading, Row, Time, useHere, type Here } from '#platform/ui/ui.ts'
import { asLocale } from '#school/enrolment/enrolment.ts'
import { AnswerKeeper } from './islands/answer-keeper.tsx'
import { messages } from './messages.ts'
import { askedHere, fieldLabels, QuestionFields, readGiven, type Given } from './questions/questions.ts'
import type { AttemptShown } from './show-attempt.ts'

/** One question on a page. The order of options is this attempt's own, the same on every device. */
export function AttemptPage({ shown, number, here }: { shown: AttemptShown; number: number; here: Here }) {
  const say = speaker(messages, here.locale)
  const { attempt, questions } = shown
  const language = asLocale(attempt.language)
  const labels = fieldLabels(language)
  const question = questions[number - 1]!
  const to = `/learn/${attempt.run}/test/${attempt.id}/${number}`
  const typed = here.failed?.values.answer
  const problem = here.failed && (here.failed.problems.answer ?? here.failed.refused)?.[here.locale]
  return (
    <Reading>
      <Crumbs label={say('where')} items={[{ to: `/learn/${attempt.run}/test`, label: attempt.title[here.locale] }]} />
      <Opening title={say('question-of', { number, all: questions.length })} />
      <Deadline shown={shown} />
      <Answered shown={shown} current={number} />
      {problem && <Notice kind="bad" focus title={problem} />}
      <Post to={to} class="attempt">
        <div lang={language === here.locale ? undefined : language}>
          <QuestionFields question={askedHere(question.id, question.asked, language, attempt.seed + number, labels)} labels={labels} given={typed === undefined ? givenTo(shown, question.id) : [typed].flat()} />
        </div>
        <Island of={AnswerKeeper} attempt={attempt.id} question={question.id} labels={{ saving: say('saving'), saved: say('saved'), failed: say('not-saved') }} />
        <Actions>
          <Button name="go" value="next">{say(number < questions.length ? 'save-next' : 'save-review')}</Button>
          {number > 1 && <Button kind="secondary" to={`/learn/${attempt.run}/test/${attempt.id}/${number - 1}`}>{say('back')}</Button>}
          {number < questions.length && <Button kind="quiet" to={`/learn/${attempt.run}/test/${attempt.id}/${number + 1}`}>{say('skip')}</Button>}
          <Button kind="quiet" to={`/learn/${attempt.run}/test/${attempt.id}/review`}>{say('to-review')}</Button>
        </Actions>
      </Post>
    </Reading>
  )
}

function givenTo({ answers }: AttemptShown, question: string): Given | undefined {
  const step = answers.find(each => each.question === question)
  return step && readGiven(step.answer ?? '[]')
}

function Deadline({ shown: { deadline, over } }: { shown: AttemptShown }) {
  const say = speaker(messages, useHere().locale)
  if (!deadline) return null
  return over ? <Notice kind="warn" title={say('time-over')} /> : <p class="quiet">{say('until')} <Time at={deadline} as="moment" /></p>
}

function Answered({ shown: { questions, answers }, current }: { shown: AttemptShown; current?: number }) {
  const say = speaker(messages, useHere().locale)
  const isAnswered = (id: string) => answers.some(({ question }) => question === id)
  return <Progress words={say('answered-of', { answered: questions.filter(({ id }) => isAnswered(id)).length, all: questions.length })}
    parts={questions.map(({ id, position }) => ({ size: 1, state: position === current ? 'now' as const : isAnswered(id) ? 'done' as const : 'next' as const }))} />
}

/** Everything once more before it counts: what is answered, what is still open. */
export function ReviewPage({ shown, here }: { shown: AttemptShown; here: Here }) {
  const say = speaker(messages, here.locale)
  const { attempt, questions, answers } = shown
  const language = asLocale(attempt.language)
  const open = questions.filter(({ id }) => !answers.some(({ question }) => question === id))
  return (
    <Reading>
      <Opening title={say('review')} over={attempt.title[here.locale]} />
      <Deadline shown={shown} />
      <Answered shown={shown} />
      {open.length > 0 && <Notice kind="warn" title={say('unanswered', { count: open.length })}><p>{say('unanswered-hint')}</p></Notice>}
      <List>{questions.map(({ id, position, asked }) => {
        const isOpen = open.some(each => each.id === id)
        return <Row icon={isOpen ? 'circle' : 'circle-check'} title={asked.text[language]} note={say(isOpen ? 'is-unanswered' : 'is-answered')}
          end={<Link to={`/learn/${attempt.run}/test/${attempt.id}/${position}`}>{say(isOpen ? 'answer-number' : 'change-number', { number: position })}</Link>} />
      })}</List>
      <Post to={`/learn/${attempt.run}/test/${attempt.id}/submit`}><Actions><Button icon="send">{say('submit')}</Button></Actions></Post>
    </Reading>
  )
}
