import { speaker } from '#platform/locale.ts'
import { Island } from '#platform/islands/island.tsx'
import { Actions, Button, Crumbs, Link, List, Notice, Opening, Post, Progress, Reading, Row, Tag, Time, useHere, type Here } from '#platform/ui/ui.ts'
import { asLocale } from '#school/enrolment/enrolment.ts'
import { AnswerKeeper } from './islands/answer-keeper.tsx'
import { messages } from './messages.ts'
import { askedHere, fieldLabels, inWords, QuestionFields, readGiven, type Given as GivenAnswer } from './questions/questions.ts'
import type { AttemptShown } from './show-attempt.ts'

/** One question on a page. The order of options is this attempt's own, the same on every device. */
export function AttemptPage({ shown, number, here }: { shown: AttemptShown; number: number; here: Here }) {
  const say = speaker(messages, here.locale)
  const { attempt, questions } = shown
  const language = asLocale(attempt.language)
  const labels = fieldLabels(language)
  const question = questions[number - 1]!
  const to = `/learn/${attempt.run}/test/${attempt.id}/${number}`
  const flagged = shown.flags.includes(question.id)
  const typed = here.failed?.values.answer
  const problem = here.failed && (here.failed.problems.answer ?? here.failed.refused)?.[here.locale]
  return (
    <Reading>
      <Crumbs label={say('where')} items={[{ to: `/learn/${attempt.run}/test`, label: attempt.title[here.locale] }]} />
      <Opening title={say('question-of', { number, all: questions.length })}>{flagged && <p><Tag kind="hi" icon="flag">{say('is-flagged')}</Tag></p>}</Opening>
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
          <Button kind="quiet" icon="flag" name="go" value={flagged ? 'unflag' : 'flag'}>{say(flagged ? 'unflag' : 'flag')}</Button>
        </Actions>
        <Actions>
          {number > 1 && <Button kind="secondary" to={`/learn/${attempt.run}/test/${attempt.id}/${number - 1}`}>{say('back')}</Button>}
          {number < questions.length && <Button kind="quiet" to={`/learn/${attempt.run}/test/${attempt.id}/${number + 1}`}>{say('skip')}</Button>}
          <Button kind="quiet" to={`/learn/${attempt.run}/test/${attempt.id}/review`}>{say('to-review')}</Button>
        </Actions>
      </Post>
    </Reading>
  )
}

function givenTo({ answers }: AttemptShown, question: string): GivenAnswer | undefined {
  const step = answers.find(each => each.question === question)
  return step && readGiven(step.answer ?? '[]')
}

function Deadline({ shown: { deadline, over } }: { shown: AttemptShown }) {
  const say = speaker(messages, useHere().locale)
  if (!deadline) return null
  return over ? <Notice kind="warn" title={say('time-over')} /> : <p class="quiet">{say('until')} <Time at={deadline} as="moment" /></p>
}

function Answered({ shown: { questions, answers, flags }, current }: { shown: AttemptShown; current?: number }) {
  const say = speaker(messages, useHere().locale)
  const isAnswered = (id: string) => answers.some(({ question }) => question === id)
  const counted = say('answered-of', { answered: questions.filter(({ id }) => isAnswered(id)).length, all: questions.length })
  return <Progress words={flags.length ? `${counted} · ${say('flagged-of', { count: flags.length })}` : counted}
    parts={questions.map(({ id, position }) => ({ size: 1, state: position === current ? 'now' as const : isAnswered(id) ? 'done' as const : 'next' as const }))} />
}

/** Everything once more before it counts: each answer as it will be sent, what is still open, what was to be looked at again. */
export function ReviewPage({ shown, here }: { shown: AttemptShown; here: Here }) {
  const say = speaker(messages, here.locale)
  const { attempt, questions, answers, flags } = shown
  const open = questions.filter(({ id }) => !answers.some(({ question }) => question === id))
  return (
    <Reading>
      <Opening title={say('review')} over={attempt.title[here.locale]} lead={say('review-lead')} />
      <Deadline shown={shown} />
      <Answered shown={shown} />
      {open.length > 0 && <Notice kind="warn" title={say('unanswered', { count: open.length })}><p>{say('unanswered-hint')}</p><Numbers shown={shown} of={open} /></Notice>}
      {flags.length > 0 && <Notice title={say('flagged', { count: flags.length })}><Numbers shown={shown} of={questions.filter(({ id }) => flags.includes(id))} /></Notice>}
      <List>{questions.map(question => <Given shown={shown} question={question} isOpen={open.includes(question)} />)}</List>
      <Post to={`/learn/${attempt.run}/test/${attempt.id}/submit`}>
        <p class="hint">{say('submit-hint')}</p>
        <Actions><Button icon="send">{say('submit')}</Button></Actions>
      </Post>
    </Reading>
  )
}

type OneQuestion = AttemptShown['questions'][number]

function Numbers({ shown: { attempt }, of }: { shown: AttemptShown; of: OneQuestion[] }) {
  const say = speaker(messages, useHere().locale)
  return <p>{of.map(({ position }, index) => <>{index > 0 && ', '}<Link to={`/learn/${attempt.run}/test/${attempt.id}/${position}`}>{say('question-number', { number: position })}</Link></>)}</p>
}

function Given({ shown, question: { id, position, asked }, isOpen }: { shown: AttemptShown; question: OneQuestion; isOpen: boolean }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const { attempt, flags } = shown
  const language = asLocale(attempt.language)
  const given = givenTo(shown, id)
  return (
    <Row icon={isOpen ? 'circle' : 'circle-check'} title={<span lang={language === locale ? undefined : language}>{`${position}. ${asked.text[language]}`}</span>}
      end={<Link to={`/learn/${attempt.run}/test/${attempt.id}/${position}`}>{say(isOpen ? 'answer-number' : 'change-number', { number: position })}</Link>}>
      {given ? <p class="said-words" lang={language === locale ? undefined : language}>{inWords(asked, given, language).join('\n')}</p> : <p><Tag kind="warn" icon="circle">{say('is-unanswered')}</Tag></p>}
      {flags.includes(id) && <p><Tag kind="hi" icon="flag">{say('is-flagged')}</Tag></p>}
    </Row>
  )
}
