import { amount, speaker } from '#platform/locale.ts'
import { Actions, Button, Crumbs, DataTable, Facts, Link, List, Notice, Opening, Reading, Row, Tag, useHere, type Here } from '#platform/ui/ui.ts'
import { LessonBody, LessonVideo, type CourseFolder } from '#school/courses/courses.ts'
import { AskedAsWritten } from './asked-as-written.tsx'
import { messages } from './messages.ts'
import type { TakenOut } from './take-out.ts'

type Lesson = CourseFolder['modules'][number]['lessons'][number]

const placeOf = ({ course, isDraft }: TakenOut, part = '') => `/office/courses/${course.slug}/preview${part && `/${part}`}${isDraft ? '?which=draft' : ''}`
const folderOf = ({ course, isDraft }: TakenOut) => `/office/courses/${course.slug}/folder.zip${isDraft ? '?which=draft' : ''}`

/** A course as learners will find it, before any of them does. */
export function PreviewPage({ taken, here }: { taken: TakenOut; here: Here }) {
  const say = speaker(messages, here.locale)
  const { course, isDraft, number, other } = taken
  const isOperator = here.actor.role === 'operator'
  return (
    <>
      <Crumbs label={say('where')} items={[isOperator ? { to: `/office/courses#${course.slug}`, label: say('courses') } : { to: '/teach/progress', label: say('groups') }]} />
      <Opening over={<>{say('preview')} · <Tag kind={isDraft ? 'info' : 'ok'}>{say(isDraft ? 'is-draft' : 'is-published', { number })}</Tag></>} title={course.title[here.locale]} lead={course.outcome[here.locale]} />
      <Notice><p>{say('only-staff')}</p></Notice>
      <p>{course.summary[here.locale]}</p>
      <Actions>
        {isDraft && isOperator && <Button to={`/office/courses#${course.slug}`}>{say('to-publish')}</Button>}
        <a class="button secondary" href={here.prefix + folderOf(taken)} download><span>{say('download')}</span></a>
        <Button kind="secondary" icon="upload" to="/office/courses/import">{say('new-version')}</Button>
        {other !== null && <Button kind="quiet" to={isDraft ? `/office/courses/${course.slug}/preview` : `/office/courses/${course.slug}/preview?which=draft`}>{say(isDraft ? 'see-published' : 'see-draft')}</Button>}
      </Actions>
      <AboutCourse course={course} />
      <section>
        <h2>{say('lessons')}</h2>
        {course.modules.map(({ title, lessons }) => (
          <>
            <h3>{title[here.locale]}</h3>
            <List>{lessons.map(({ slug, title, minutes, free }) => <Row icon="book-open" to={placeOf(taken, slug)} title={title[here.locale]} note={amount(minutes, 'minute')[here.locale]} {...free && { end: <Tag kind="ok">{say('free')}</Tag> }} />)}</List>
          </>
        ))}
      </section>
      <section>
        <h2>{say('judged')}</h2>
        <List>
          <Row icon="list-checks" to={placeOf(taken, 'test')} title={course.test.title[here.locale]} note={<TestFacts course={course} />} />
          <Row icon="clipboard-check" to={placeOf(taken, 'assignment')} title={course.assignment.title[here.locale]} note={say('work-facts', { pass: course.assignment.pass, attempts: course.assignment.attempts })} />
        </List>
      </section>
    </>
  )
}

function AboutCourse({ course }: { course: CourseFolder }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  return <Facts items={[
    { name: say('level'), value: say(course.level) },
    { name: say('hours'), value: new Intl.NumberFormat(locale).format(course.hours) },
    { name: say('teachers'), value: course.teachers.map(teacher => teacher[locale]).join(', ') },
    { name: say('licence'), value: course.licence },
    { name: say('completion'), value: String(course.completion.lessons) },
  ]} />
}

function TestFacts({ course: { test } }: { course: CourseFolder }) {
  const say = speaker(messages, useHere().locale)
  return <>{say('test-facts', { questions: test.questions.length, pass: test.pass, attempts: test.attempts })}{test.minutes !== null && ` ${say('time-limit', { minutes: test.minutes })}`}</>
}

/** What stands at an address below the preview: a lesson, the test or the assignment. */
export function PreviewPart({ taken, part, here }: { taken: TakenOut; part: string; here: Here }) {
  const say = speaker(messages, here.locale)
  const { course, isDraft, number } = taken
  const lesson = lessonIn(course, part)
  return (
    <Reading>
      <Crumbs label={say('where')} items={[{ to: placeOf(taken), label: course.title[here.locale] }]} />
      <Opening over={<>{say('preview')} · {say(isDraft ? 'is-draft' : 'is-published', { number })}</>} title={titleOf(course, part)[here.locale]} {...lesson && { lead: amount(lesson.minutes, 'minute')[here.locale] }} />
      {lesson ? <LessonAsWritten taken={taken} lesson={lesson} /> : part === 'test' ? <TestAsWritten course={course} /> : <AssignmentAsWritten taken={taken} />}
    </Reading>
  )
}

const lessonsOf = ({ modules }: CourseFolder) => modules.flatMap(({ lessons }) => lessons)
const lessonIn = (course: CourseFolder, slug: string) => lessonsOf(course).find(lesson => lesson.slug === slug)

/** No lesson is called as these two: the format sees to it. */
export const hasPart = (course: CourseFolder, part: string) => part === 'test' || part === 'assignment' || lessonIn(course, part) !== undefined
export const titleOf = (course: CourseFolder, part: string) => part === 'test' ? course.test.title : part === 'assignment' ? course.assignment.title : lessonIn(course, part)!.title

function LessonAsWritten({ taken, lesson }: { taken: TakenOut; lesson: Lesson }) {
  const { locale, prefix } = useHere()
  const say = speaker(messages, locale)
  const lessons = lessonsOf(taken.course)
  const at = lessons.indexOf(lesson)
  const [previous, next] = [lessons[at - 1], lessons[at + 1]]
  return (
    <>
      <article class="lesson">
        <LessonBody blocks={lesson.body[locale]} figures={taken.course.figures} locale={locale} lesson={slug => prefix + placeOf(taken, slug)}
          video={(name, title) => { const video = taken.course.videos.find(each => each.name === name); return video && <LessonVideo video={{ ...video, size: video.bytes.length, tag: taken.isDraft ? 'draft' : 'published' }} title={title} locale={locale} at={`${prefix}/office/courses/${taken.course.slug}/preview/${lesson.slug}/media`} report="/contacts" /> }}
          check={id => { const check = lesson.checks.find(each => each.id === id); return check && <AskedAsWritten question={check} over={say('check')} /> }} />
      </article>
      <nav class="pagination" aria-label={say('neighbours')}>
        {previous && <Link to={placeOf(taken, previous.slug)} class="button quiet" rel="prev">{previous.title[locale]}</Link>}
        {next && <Link to={placeOf(taken, next.slug)} class="button secondary" rel="next">{next.title[locale]}</Link>}
      </nav>
    </>
  )
}

function TestAsWritten({ course }: { course: CourseFolder }) {
  const say = speaker(messages, useHere().locale)
  return (
    <>
      <p><TestFacts course={course} /></p>
      {course.test.questions.map((question, index) => <AskedAsWritten question={question} over={say('question', { number: index + 1, points: question.points })} />)}
    </>
  )
}

function AssignmentAsWritten({ taken }: { taken: TakenOut }) {
  const { locale, prefix } = useHere()
  const say = speaker(messages, locale)
  const { assignment } = taken.course
  return (
    <>
      <LessonBody blocks={assignment.task[locale]} figures={[]} locale={locale} check={() => null} lesson={slug => prefix + placeOf(taken, slug)} />
      <p>{say('work-facts', { pass: assignment.pass, attempts: assignment.attempts })}</p>
      <DataTable caption={say('criteria')} rows={assignment.criteria} columns={[
        { head: say('criterion'), cell: ({ title }) => title[locale] },
        { head: say('levels'), cell: ({ levels }) => <ul>{levels.map(({ points, text }) => <li><strong>{points}</strong>: {text[locale]}</li>)}</ul> },
      ]} />
    </>
  )
}
