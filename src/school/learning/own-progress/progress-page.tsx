import { speaker } from '#platform/locale.ts'
import { Actions, Button, Card, Crumbs, EmptyState, Facts, Link, Notice, Opening, Reading, Time, useHere, type Here } from '#platform/ui/ui.ts'
import { Modules } from '../gradebook/learner-page.tsx'
import { TestCell, WorkCell } from '../gradebook/standing-words.tsx'
import { messages } from '../messages.ts'
import { CourseProgress } from '../outline.tsx'
import { Missing, Rules } from '../run-page.tsx'
import { nextStep } from '../way.ts'
import type { CourseShown, showProgress } from './show-progress.ts'

type Shown = Awaited<ReturnType<typeof showProgress>>

/** How far one is in each course, what counts and why, what comes next; and what of all this a teacher sees. */
export function ProgressPage({ shown: { courses, tellsSeen }, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Crumbs label={say('where')} items={[{ to: '/me', label: say('my-learning') }]} />
      <Opening title={say('my-progress')} lead={courses.length ? say('my-progress-lead') : undefined} />
      {courses.map(course => <Course course={course} here={here} />)}
      {courses.length > 0 ? <TeacherSees tellsSeen={tellsSeen} /> : <EmptyState title={say('no-courses')} action={<Button to="/courses">{say('catalogue')}</Button>} />}
    </Reading>
  )
}

function Course({ course, here: { locale } }: { course: CourseShown; here: Here }) {
  const say = speaker(messages, locale)
  const { run, enrolment, access, progress, modules, certificate } = course
  const lesson = (slug: string) => `/learn/${run.slug}/${slug}`
  return (
    <section>
      <h2><Link to={`/learn/${run.slug}`}>{run.about.title[locale]}</Link></h2>
      {access !== 'open' && <Notice kind="warn" title={say(`closed-${access}`)} />}
      {enrolment.completed_at && <Notice kind="ok" title={say('course-completed', { course: run.about.title[locale] })}><p><Time at={enrolment.completed_at} />{certificate && <> · <Link to={`/certificates/${certificate}`}>{say('show-certificate')}</Link></>}</p></Notice>}
      <CourseProgress shown={course} />
      {access === 'open' && !enrolment.completed_at && <Next course={course} />}
      <h3>{say(enrolment.completed_at ? 'how-completed' : run.about.certificate === false ? 'until-done' : 'until-completed')}</h3>
      {enrolment.completed_at
        ? <Rules about={run.about} lessons={progress.items.filter(({ kind }) => kind === 'lesson').length} needed={progress.lessonsNeeded} locale={locale} />
        : <Missing run={run} progress={progress} best={course.test?.grade ?? undefined} />}
      <h3>{say('by-module')}</h3>
      <Modules modules={modules} {...access === 'open' && { to: lesson }} />
      <h3>{say('results')}</h3>
      <Results course={course} />
    </section>
  )
}

/** The one thing to do next, and why it is this one. */
function Next({ course }: { course: CourseShown }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const { to, item, why } = nextStep(course)
  if (!item) return null
  return <Card tone="soft" level={3} over={say('next-step')} title={item.title[locale]} foot={<Actions><Button to={to} icon="play">{say(course.position ? 'continue' : 'begin')}</Button></Actions>}>{why && <p>{say(why)}</p>}</Card>
}

function Results({ course: { run, progress, test, work, due } }: { course: CourseShown }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const needed = (kind: string) => progress.items.some(each => each.kind === kind && each.needed)
  const aside = (kind: string) => needed(kind) ? null : <><br /><span class="quiet">{say('not-needed')}</span></>
  return (
    <Facts items={[
      { name: run.about.test.title[locale], value: <><TestCell test={test} about={run.about} to={`/learn/${run.slug}/test/${test?.attempt}/result`} say={say} />{aside('test')}</> },
      { name: run.about.assignment.title[locale], value: <><WorkCell work={work} nameless={false} to={`/learn/${run.slug}/assignment`} say={say} />{aside('assignment')}</> },
      ...due && !work?.accepted ? [{ name: say('due'), value: <Time at={due} as="moment" /> }] : [],
    ]} />
  )
}

/** Said where the figures stand, and held by the tests of the gradebook. */
function TeacherSees({ tellsSeen }: { tellsSeen: boolean }) {
  const say = speaker(messages, useHere().locale)
  return (
    <section id="teacher-sees">
      <h2>{say('teacher-sees')}</h2>
      <ul><li>{say('sees-name')}</li>{tellsSeen && <li>{say('sees-seen')}</li>}<li>{say('sees-test')}</li><li>{say('sees-work')}</li></ul>
      <p>{say('sees-not')}</p>
      <p>{say('teacher-sees-who')} <Link to="/me/data#looks">{say('who-looked')}</Link></p>
    </section>
  )
}
