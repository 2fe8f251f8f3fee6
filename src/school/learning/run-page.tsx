import { speaker, type Locale } from '#platform/locale.ts'
import { Actions, Button, Columns, Disclosure, Notice, Opening, Post, Steps, Time, useHere, type Here } from '#platform/ui/ui.ts'
import type { About } from '#school/courses/courses.ts'
import { languageForm } from './forms.ts'
import { messages } from './messages.ts'
import { CourseOutline, CourseProgress } from './outline.tsx'
import { nextStep, type RunShown } from './show-my-learning.ts'

/** A course from inside: how far, by which rules, and which row stands behind each mark. */
export function RunPage({ shown, here }: { shown: RunShown; here: Here }) {
  const say = speaker(messages, here.locale)
  const { run, enrolment, access, progress } = shown
  return (
    <Columns label={say('outline')} aside={<CourseOutline shown={shown} />}>
      <Opening title={run.about.title[here.locale]} lead={run.about.outcome[here.locale]} />
      {enrolment && access !== 'open' && <Notice kind="warn" title={say(`closed-${access}`)} />}
      {enrolment?.completed_at && <Notice kind="ok" title={say('course-completed', { course: run.about.title[here.locale] })}><p><Time at={enrolment.completed_at} as="moment" /></p></Notice>}
      {enrolment && <CourseProgress shown={shown} />}
      {enrolment && access === 'open' && <Actions><Button to={nextStep(shown)} icon="play">{say(enrolment.completed_at ? 'look-again' : shown.position ? 'continue' : 'begin')}</Button></Actions>}
      <section><h2>{say('how-completed')}</h2><Rules about={run.about} lessons={progress.items.filter(({ kind }) => kind === 'lesson').length} needed={progress.lessonsNeeded} locale={here.locale} /></section>
      {enrolment && <Evidence shown={shown} />}
      {enrolment && access === 'open' && <Settings shown={shown} />}
    </Columns>
  )
}

/** The rules of completion as sentences, the same on the landing page and here. */
export function Rules({ about, lessons, needed, locale }: { about: Pick<About, 'completion' | 'test' | 'assignment'>; lessons: number; needed: number; locale: Locale }) {
  const say = speaker(messages, locale)
  return (
    <ul>
      <li>{say('rule-lessons', { needed, all: lessons })}</li>
      {about.completion.test && <li>{say('rule-test', { pass: about.test.pass })}</li>}
      {about.completion.assignment && <li>{say('rule-assignment', { pass: about.assignment.pass })}</li>}
    </ul>
  )
}

function Evidence({ shown: { run, progress, attempts } }: { shown: RunShown }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const grades = attempts.flatMap(({ grading }) => grading ? [grading.grade] : [])
  const best = grades.length ? say('best-result', { grade: Math.max(...grades) }) : undefined
  return (
    <section>
      <h2>{say('what-is-done')}</h2>
      <Steps items={progress.items.filter(({ needed }) => needed).map(({ kind, item, title, done }) => ({
        title: title[locale], to: `/learn/${run.slug}/${item}`, state: done ? 'done' : 'next',
        note: <>{say(kind)}{kind === 'test' && best && <> · {best}</>}{done && <> · <Time at={done.at} as="moment" /></>}</>,
      }))} />
    </section>
  )
}

function Settings({ shown: { run, enrolment } }: { shown: RunShown }) {
  const say = speaker(messages, useHere().locale)
  return (
    <Disclosure summary={say('course-language')}>
      <Post to={`/learn/${run.slug}/language`}><languageForm.Fields values={{ language: enrolment!.language }} /><Actions><Button kind="secondary">{say('change')}</Button></Actions></Post>
      <Post to={`/learn/${run.slug}/leave`}><p class="hint">{say('leave-hint')}</p><Actions><Button kind="quiet" icon="log-out">{say('leave')}</Button></Actions></Post>
    </Disclosure>
  )
}

