import { speaker, type Locale } from '#platform/locale.ts'
import { Actions, Button, Columns, Disclosure, Notice, Opening, Post, Steps, Time, useHere, type Here } from '#platform/ui/ui.ts'
import type { About } from '#school/courses/courses.ts'
import type { Progress } from '#school/enrolment/enrolment.ts'
import { languageForm } from './forms.ts'
import { messages } from './messages.ts'
import { CourseOutline, CourseProgress } from './outline.tsx'
import { Route } from './route.tsx'
import type { RunShown } from './show-my-learning.ts'
import { nextStep, wayThrough } from './way.ts'

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
      {enrolment && access === 'open' && <Going shown={shown} />}
      {enrolment && <section><h2>{say('my-way')}</h2><Route stages={wayThrough(shown)} label={run.about.title[here.locale]} /></section>}
      <section>
        <h2>{say(!enrolment || enrolment.completed_at ? 'how-completed' : run.about.certificate === false ? 'until-done' : 'until-completed')}</h2>
        {enrolment && !enrolment.completed_at ? <Missing run={run} progress={progress} best={bestOf(shown)} />
          : <Rules about={run.about} lessons={progress.items.filter(({ kind }) => kind === 'lesson').length} needed={progress.lessonsNeeded} locale={here.locale} />}
      </section>
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

function Going({ shown }: { shown: RunShown }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const { to, item, why } = nextStep(shown)
  return (
    <>
      {item && why && <p>{say(why)} <strong>{item.title[locale]}</strong></p>}
      <Actions><Button to={to} icon="play">{say(shown.enrolment!.completed_at ? 'look-again' : shown.position ? 'continue' : 'begin')}</Button></Actions>
    </>
  )
}

/** What the certificate, or where there is none the end of the course, still waits for: each rule, how it stands, and where it is met. */
export function Missing({ run, progress: { items, lessonsNeeded }, best }: { run: Pick<RunShown['run'], 'slug' | 'about'>; progress: Progress; best: number | undefined }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const lessons = items.filter(({ kind }) => kind === 'lesson')
  const read = lessons.filter(({ done }) => done).length
  const open = lessons.find(({ done }) => !done)
  const rest = items.filter(({ kind, needed }) => kind !== 'lesson' && needed)
  const rule = (kind: string) => kind === 'test' ? say('rule-test', { pass: run.about.test.pass }) : say('rule-assignment', { pass: run.about.assignment.pass })
  return (
    <>
      <p>{say(run.about.certificate === false ? 'until-done-hint' : 'until-completed-hint')}</p>
      <Steps label={say('until-completed')} items={[
        { title: say('rule-lessons', { needed: lessonsNeeded, all: lessons.length }), state: read >= lessonsNeeded ? 'done' as const : 'next' as const, note: say('lessons-done', { done: read, all: lessons.length }), ...read < lessonsNeeded && open ? { to: `/learn/${run.slug}/${open.item}` } : {} },
        ...rest.map(({ kind, item, done }) => ({
          title: rule(kind), to: `/learn/${run.slug}/${item}`, state: done ? 'done' as const : 'next' as const, note: kind === 'test' && best !== undefined ? say('best-result', { grade: best }) : say(kind),
        })),
      ]} />
    </>
  )
}

const bestOf = ({ attempts }: Pick<RunShown, 'attempts'>): number | undefined => {
  const grades = attempts.flatMap(({ grading }) => grading ? [grading.grade] : [])
  return grades.length ? Math.max(...grades) : undefined
}

/** Which row stands behind each mark, and when it was made. */
function Evidence({ shown: { run, progress, attempts } }: { shown: RunShown }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const grade = bestOf({ attempts })
  const best = grade === undefined ? undefined : say('best-result', { grade })
  return (
    <Disclosure summary={say('what-is-done')}>
      <Steps items={progress.items.filter(({ needed }) => needed).map(({ kind, item, title, done }) => ({
        title: title[locale], to: `/learn/${run.slug}/${item}`, state: done ? 'done' : 'next',
        note: <>{say(kind)}{kind === 'test' && best && <> · {best}</>}{done && <> · <Time at={done.at} as="moment" /></>}</>,
      }))} />
    </Disclosure>
  )
}

function Settings({ shown: { run, enrolment } }: { shown: RunShown }) {
  const say = speaker(messages, useHere().locale)
  return (
    <>
      <Disclosure summary={say('course-language')}>
        <Post to={`/learn/${run.slug}/language`}><languageForm.Fields values={{ language: enrolment!.language }} /><Actions><Button kind="secondary">{say('change')}</Button></Actions></Post>
      </Disclosure>
      {/* Not behind anything: to leave is as short as to join. */}
      <Post to={`/learn/${run.slug}/leave`}><p class="hint">{say('leave-hint')}</p><Actions><Button kind="quiet" icon="log-out">{say('leave')}</Button></Actions></Post>
    </>
  )
}

