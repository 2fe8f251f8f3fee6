import { speaker } from '#platform/locale.ts'
import { Actions, Button, Card, Crumbs, Link, List, Notice, Opening, Post, Reading, Row, Tag, Time, useHere, type Here } from '#platform/ui/ui.ts'
import { asLocale } from '#school/enrolment/enrolment.ts'
import { messages } from './messages.ts'
import { inWords, readGiven, rightInWords, type Placed } from './questions/questions.ts'
import type { ResultShown } from './show-attempt.ts'

/** The score, and for each question what was answered, what is right, why, and where to read on. */
export function ResultPage({ shown, here }: { shown: ResultShown; here: Here }) {
  const say = speaker(messages, here.locale)
  const { attempt, questions, title, mine } = shown
  const { grading } = attempt
  if (!attempt.submitted_at || !grading) return <NotYet shown={shown} here={here} />
  return (
    <Reading>
      <Crumbs label={say('where')} items={[{ to: mine ? `/learn/${attempt.run}/test` : `/teach/progress/${attempt.run}`, label: mine ? attempt.title[here.locale] : title[here.locale] }]} />
      <Opening over={say('attempt-number', { number: attempt.number })} title={say('result', { grade: grading.grade })}
        lead={say('points', { mark: round(grading.mark), all: round(grading.out_of) })} />
      <Notice kind={grading.passed ? 'ok' : 'info'} title={say(grading.passed ? 'passed-long' : 'not-passed-long', { pass: attempt.pass_at })}>
        <p><Time at={attempt.submitted_at} as="moment" />{grading.why === 'regraded' && <> · {say('regraded')} <Time at={new Date(grading.at)} as="moment" /></>}</p>
      </Notice>
      <p class="quiet">{say('who-sees')}</p>
      {mine && <ReadAgain shown={shown} />}
      {questions.map(question => <Question shown={shown} question={question} />)}
      {mine ? <Actions><Button to={`/learn/${attempt.run}`}>{say('to-course')}</Button><Button kind="secondary" to={`/learn/${attempt.run}/test`}>{say('to-test')}</Button></Actions>
        : <Post to={`/learn/${attempt.run}/test/${attempt.id}/regrade`}><p class="hint">{say('regrade-hint')}</p><Actions><Button kind="secondary" icon="refresh-cw">{say('regrade')}</Button></Actions></Post>}
    </Reading>
  )
}

/** The lessons behind what was not right yet, each once: where reading again helps most. */
function ReadAgain({ shown: { attempt, questions, marks, lessons } }: { shown: ResultShown }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const missed = questions.filter(({ id }) => (marks.find(({ asked }) => asked === id)?.fraction ?? 0) < 0.999_999)
  const again = Map.groupBy(missed.filter(({ key }) => key.lesson && lessons[key.lesson]), ({ key }) => key.lesson!)
  if (!again.size) return null
  return (
    <section>
      <h2>{say('what-next')}</h2>
      <List>{[...again].map(([lesson, of]) => (
        <Row icon="book-open" to={`/learn/${attempt.run}/${lesson}`} title={lessons[lesson]![locale]} note={say('for-questions', { numbers: of.map(({ position }) => position).join(', ') })} />
      ))}</List>
    </section>
  )
}

const round = (figure: number) => Math.round(figure * 100) / 100

function Question({ shown: { attempt, answers, marks, lessons }, question }: { shown: ResultShown; question: Placed }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const language = asLocale(attempt.language)
  const step = answers.find(each => each.question === question.id)
  const mark = marks.find(({ asked }) => asked === question.id)
  const fraction = mark?.fraction ?? 0
  const verdict = fraction > 0.999_999 ? 'right' : fraction > 0 ? 'partly' : step ? 'wrong' : 'is-unanswered'
  return (
    <Card title={`${question.position}. ${question.asked.text[language]}`} over={<Tag kind={verdict === 'right' ? 'ok' : verdict === 'partly' ? 'warn' : 'info'} icon={verdict === 'right' ? 'check' : 'circle-dot'}>{`${say(verdict)} · ${round(mark?.mark ?? 0)} / ${round(question.points)}`}</Tag>}>
      <dl class="facts">
        <div><dt>{say('your-answer')}</dt><dd><Lines lines={step ? inWords(question.asked, readGiven(step.answer ?? '[]'), language) : ['—']} /></dd></div>
        {verdict !== 'right' && <div><dt>{say('right-answer')}</dt><dd><Lines lines={rightInWords(question.asked, question.key, language)} /></dd></div>}
        <div><dt>{say('why')}</dt><dd>{question.key.explanation[language]}</dd></div>
      </dl>
      {question.key.lesson && <p><Link to={`/learn/${attempt.run}/${question.key.lesson}`}>{say('read-again', { lesson: lessons[question.key.lesson]?.[locale] ?? question.key.lesson })}</Link></p>}
    </Card>
  )
}

const Lines = ({ lines }: { lines: string[] }) => <>{lines.map(line => <span class="line">{line}<br /></span>)}</>

function NotYet({ shown: { attempt, mine }, here }: { shown: ResultShown; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('not-submitted')} over={attempt.title[here.locale]} />
      {mine && <Actions><Button to={`/learn/${attempt.run}/test/${attempt.id}/review`}>{say('resume')}</Button></Actions>}
    </Reading>
  )
}
