import { speaker } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { Actions, Button, Crumbs, Disclosure, Facts, Notice, Opening, Reading, Tag, Time, type Here } from '#platform/ui/ui.ts'
import { LessonBody } from '#school/courses/courses.ts'
import { CompareTakes } from '../compare-takes.tsx'
import { Criteria, Feedback, Talk } from '../feedback.tsx'
import { MyConsent } from '../gallery/consent-part.tsx'
import { messages } from '../messages.ts'
import { aliasInWords } from '../nameless/nameless.ts'
import { ShownWork } from '../shown-work.tsx'
import { SendForm } from './send-form.tsx'
import type { AssignmentShown } from './show-assignment.ts'

export type Shown = Revealed<AssignmentShown>

/** The task, and everything one has sent and heard about it: what was said comes before what to send next. */
export function AssignmentPage({ shown, here }: { shown: Shown; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const { run, assignment, takes, state, why } = shown
  const last = takes.at(-1)
  return (
    <Reading>
      <Crumbs label={say('course')} items={[{ to: `/learn/${run.slug}`, label: run.about.title[locale] }]} />
      <Opening over={say('assignment')} title={assignment.title[locale]} />
      <StateLine shown={shown} here={here} />
      {last && !why && <Actions><Button to="#send" icon="upload">{say('send-again')}</Button></Actions>}
      {last && <Reviewed shown={shown} here={here} />}
      {last ? <Disclosure summary={say('task-again')}><Task shown={shown} here={here} /></Disclosure> : <Task shown={shown} here={here} />}
      {why ? <Notice kind={state === 'accepted' ? 'ok' : 'info'} title={say(why)} /> : <SendForm shown={shown} here={here} />}
      {shown.mayShow && !here.actor.guarded && <MyConsent consent={shown.consent} course={run.course} run={run.slug} here={here} />}
    </Reading>
  )
}

function Task({ shown: { assignment, run }, here }: { shown: Shown; here: Here }) {
  const { locale, prefix } = here
  const say = speaker(messages, locale)
  return (
    <>
      <section><h2>{say('task')}</h2><LessonBody blocks={assignment.task[locale]} figures={[]} locale={locale} check={() => null} lesson={slug => `${prefix}/learn/${run.slug}/${slug}`} /></section>
      <section><h2>{say('criteria')}</h2><p>{say('pass-at', { pass: assignment.pass_at })}</p><Criteria criteria={assignment.criteria} locale={locale} /></section>
    </>
  )
}

function StateLine({ shown: { state, assignment, takes, due, run, work, answerBy }, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  const last = takes.at(-1)
  return (
    <Facts items={[
      { name: say('state'), value: <><Tag kind={state === 'accepted' ? 'ok' : state === 'returned' ? 'warn' : 'info'}>{say(`state-${state}`)}</Tag>{work?.accepted_at && <> <Time at={work.accepted_at} as="moment" /></>}</> },
      ...last ? [{ name: say('sent-at'), value: <><Time at={last.sent_at} as="moment" />{due && last.sent_at > due && <> <Tag kind="warn">{say('late')}</Tag></>}</> }] : [],
      { name: say('due'), value: due ? <Time at={due} as="moment" /> : say('no-due') },
      { name: say('attempts-left'), value: String(assignment.attempts - takes.length) },
      ...work?.alias && (state === 'sent' || state === 'in-review') ? [{ name: say('who-sees'), value: say('nameless-mine', { name: aliasInWords(work.alias, here.locale) }) }] : [],
      ...answerBy ? [{ name: say('my-answer-by'), value: <Time at={answerBy} as="moment" /> }] : [{ name: say('answer-within'), value: String(run.answer_days) }],
    ]} />
  )
}

/** The newest version first; those before it are kept, folded away. */
function Reviewed({ shown, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  const [last, ...earlier] = shown.takes.toReversed()
  return (
    <>
      <One take={last!} shown={shown} here={here} />
      <CompareTakes takes={shown.takes} files={shown.files} locale={here.locale} />
      {earlier.length > 0 && <Disclosure summary={say('earlier')}>{earlier.map(take => <One take={take} shown={shown} here={here} />)}</Disclosure>}
      {shown.reviews.length > 0 && <Talk replies={shown.replies} people={shown.teachers} mine to={`/learn/${shown.run.slug}/assignment/reply`} locale={here.locale} />}
    </>
  )
}

function One({ take, shown, here }: { take: Shown['takes'][number]; shown: Shown; here: Here }) {
  const { locale } = here
  const { assignment: { kind, criteria }, teachers: people } = shown
  const file = shown.files.find(({ id }) => id === take.file)
  const review = shown.reviews.find(each => each.take === take.id)
  const of = <Piece extends { review: string }>(all: Piece[]) => all.filter(each => each.review === review?.id)
  if (review) return <Feedback {...{ take, review, file, kind, criteria, people, locale }} notes={of(shown.notes)} marks={of(shown.marks)} />
  return (
    <section>
      <h2>{speaker(messages, locale)('your-work')}: {speaker(messages, locale)('take', { number: take.number })}</h2>
      <ShownWork take={take} file={file} notes={[]} kind={kind} locale={locale} />
    </section>
  )
}
