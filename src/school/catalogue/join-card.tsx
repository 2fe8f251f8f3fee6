import { speaker } from '#platform/locale.ts'
import { Actions, Button, Card, Facts, Link, Notice, Post, Time, useHere } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'
import type { CourseShown } from './show-catalogue.ts'
import { howLong, languageNames, pace } from './words.ts'

/** What a visitor has said of their age may be too little for the school; then nothing here asks them to sign up. */
export type Landing = CourseShown & { tooYoung: boolean }

/** What it takes to join, and the one step that comes next: enrol, go on, wait, or a kind no. */
export function Join({ shown: { course, outline, enrolment, next, from, reminder, tooYoung } }: { shown: Landing }) {
  const { locale, actor } = useHere()
  const say = speaker(messages, locale)
  const { about } = course
  const age = Math.max(about.age ?? 0, from)
  const free = outline.flatMap(({ lessons }) => lessons).find(lesson => lesson.free)
  return (
    <Card tone="soft" title={say('join')}>
      <Facts items={[
        { name: say('filter-level'), value: say(about.level) },
        { name: say('filter-length'), value: howLong(course.minutes, locale) },
        ...about.weeks ? [{ name: say('advised-pace'), value: pace(course.minutes, about.weeks, locale) }] : [],
        { name: say('lessons-word'), value: String(course.lessons) },
        { name: say('filter-language'), value: course.languages.map(language => languageNames[language]).join(', ') },
        ...age ? [{ name: say('filter-age'), value: say('age-from', { from: age }) }] : [],
        { name: say('filter-certificate'), value: say(about.certificate ?? true ? 'certificate-yes' : 'certificate-no') },
        { name: say('licence'), value: about.licence },
      ]} />
      {enrolment ? <Continue enrolment={enrolment} next={next} run={course.run} />
        : tooYoung ? <Notice title={say('too-young', { from })}><p>{say('too-young-open')}</p><p>{say('too-young-wrong')} <Link to="/contacts">{say('write-to-us')}</Link></p></Notice>
        : !course.run ? <Closed course={course} reminded={reminder !== undefined} />
          : actor.role === 'learner' ? <Post to={`/courses/${course.slug}/enrol`}><Actions><Button>{say('enrol')}</Button></Actions></Post>
            : !actor.person ? <Actions><Button to={`/sign-in?next=${encodeURIComponent(`/courses/${course.slug}`)}`}>{say('enrol')}</Button></Actions> : null}
      {free && course.run && <Actions><Button kind="secondary" to={`/learn/${course.run}/${free.slug}`}>{say('try-lesson')}</Button></Actions>}
    </Card>
  )
}

/** To the lesson that comes next. A run of an older version has lessons of its own, so there the way leads to its first page. */
function Continue({ enrolment, next, run }: { enrolment: NonNullable<CourseShown['enrolment']>; next: CourseShown['next']; run: string | null }) {
  const say = speaker(messages, useHere().locale)
  const known = next && enrolment.run_name === run
  return <Actions><Button to={known ? `/learn/${enrolment.run_name}/${next.slug}` : `/learn/${enrolment.run_name}`} icon="play">{known ? say('go-on-lesson', { number: next.number }) : say('go-on')}</Button></Actions>
}

/** Nobody can enrol now: from when one can, and a word about it for whoever wants one. */
function Closed({ course: { slug, opens }, reminded }: { course: CourseShown['course']; reminded: boolean }) {
  const { locale, actor } = useHere()
  const say = speaker(messages, locale)
  return (
    <>
      <Notice title={say('closed-now')}>{opens && <p>{say('opens-on')} <Time at={opens} as="moment" /></p>}</Notice>
      {actor.role === 'learner' ? (
        <Post to={`/courses/${slug}/${reminded ? 'drop-reminder' : 'remind'}`}>
          <p class="hint">{say(reminded ? 'reminder-waits' : 'reminder-hint')}</p>
          <Actions><Button kind={reminded ? 'quiet' : 'primary'} icon="bell">{say(reminded ? 'drop-reminder' : 'remind-me')}</Button></Actions>
        </Post>
      ) : !actor.person && <Actions><Button kind="secondary" icon="bell" to={`/sign-in?next=${encodeURIComponent(`/courses/${slug}`)}`}>{say('remind-signed-out')}</Button></Actions>}
    </>
  )
}
