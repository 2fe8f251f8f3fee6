import { speaker } from '#platform/locale.ts'
import { fullName } from '#people/accounts/accounts.ts'
import { Actions, Button, Card, Crumbs, Disclosure, Facts, List, Opening, Reading, Row, Steps, Tag, Time, useHere, type Here } from '#platform/ui/ui.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { messages } from '../messages.ts'
import { CourseProgress } from '../outline.tsx'
import type { ModuleDone } from './modules.ts'
import type { showLearner } from './show-learner.ts'
import { moduleWords, StateTags, WorkCell } from './standing-words.tsx'

type Shown = Revealed<Awaited<ReturnType<typeof showLearner>>>

export const learnerCalled = ({ name }: Shown, locale: Here['locale']): string => (name && fullName(name)) || messages.former[locale]

/** Everything a teacher needs for one learner of the course, each figure with what stands behind it. */
export function LearnerPage({ shown, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  const { run, enrolment, lastStep, lastSeen, tellsSeen } = shown
  return (
    <Reading>
      <Crumbs label={say('where')} items={[{ to: '/teach/progress', label: say('my-groups') }, { to: `/teach/progress/${run.slug}`, label: say('gradebook') }]} />
      <Opening over={run.about.title[here.locale]} title={learnerCalled(shown, here.locale)} lead={say('learner-lead')}><StateTags row={shown} say={say} /></Opening>
      <CourseProgress shown={shown} />
      <Facts items={[
        { name: say('enrolled-on'), value: <Time at={enrolment.enrolled_at} /> },
        ...enrolment.ends_at ? [{ name: say('open-until'), value: <Time at={enrolment.ends_at} as="moment" /> }] : [],
        { name: say('last-step'), value: lastStep ? <Time at={lastStep} /> : say('no-step') },
        ...tellsSeen ? [{ name: say('last-seen'), value: lastSeen ? <Time at={lastSeen} /> : say('not-opened') }] : [],
        ...enrolment.completed_at ? [{ name: say('completed-on'), value: <Time at={enrolment.completed_at} /> }] : [],
      ]} />
      <section><h2>{say('by-module')}</h2><Modules modules={shown.modules} /></section>
      <section><h2>{say('attempts')}</h2><Attempts shown={shown} here={here} /></section>
      <section><h2>{say('work-and-feedback')}</h2><Work shown={shown} here={here} /></section>
    </Reading>
  )
}

/** Each module with its lessons folded away, the same for a teacher and for whoever learns. `to` leads to a lesson, where the reader may go. */
export function Modules({ modules, to }: { modules: ModuleDone[]; to?: (lesson: string) => string }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  return <>{modules.map((module, place) => (
    <Disclosure summary={`${place + 1}. ${module.title[locale]} · ${moduleWords(module, say)}`}>
      <Steps items={module.lessons.map(({ slug, title, done }) => ({ title: title[locale], state: done ? 'done' as const : 'next' as const, ...to && { to: to(slug) }, ...done && { note: <Time at={done.at} /> } }))} />
    </Disclosure>
  ))}</>
}

function Attempts({ shown: { run, attempts, attemptsLeft }, here: { locale } }: { shown: Shown; here: Here }) {
  const say = speaker(messages, locale)
  if (!attempts.length) return <p>{say('attempts-none')} {say('attempts-left', { left: attemptsLeft })}</p>
  return (
    <>
      <List>{attempts.map(({ id, number, submitted_at, grading }) => (
        <Row icon={grading?.passed ? 'circle-check' : 'circle-dot'} title={say('attempt-number', { number })} {...submitted_at && { to: `/learn/${run.slug}/test/${id}/result` }}
          note={submitted_at ? <Time at={submitted_at} as="moment" /> : say('test-open')}
          {...grading && { end: <Tag kind={grading.passed ? 'ok' : 'warn'}>{`${grading.grade} % · ${say(grading.passed ? 'test-passed' : 'test-failed')}`}</Tag> }} />
      ))}</List>
      <p class="quiet">{say('attempts-left', { left: attemptsLeft })}</p>
    </>
  )
}

function Work({ shown: { work, nameless, due, reviews }, here: { locale } }: { shown: Shown; here: Here }) {
  const say = speaker(messages, locale)
  return (
    <>
      <p><WorkCell work={work} nameless={nameless} to={undefined} say={say} /></p>
      {reviews.map(({ number, words, points, out_of, given_at, accepted }) => (
        <Card level={3} title={say('feedback-on', { number })} over={<Tag kind={accepted ? 'ok' : 'warn'}>{say(accepted ? 'stands-accepted' : 'stands-returned')}</Tag>}>
          <p class="quiet">{points !== null && <>{say('work-points', { points, all: out_of })} · </>}<Time at={given_at!} /></p>
          {words && <p class="said-words">{words}</p>}
        </Card>
      ))}
      <Facts items={[{ name: say('due-of-run'), value: due ? <Time at={due} as="moment" /> : say('no-due') }]} />
      <Actions>{work?.mayOpen && <Button to={`/teach/submissions/${work.id}`}>{say('open-work')}</Button>}<Button kind="secondary" to="/teach">{say('change-due')}</Button></Actions>
    </>
  )
}
