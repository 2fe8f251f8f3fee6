import { amount, speaker } from '#platform/locale.ts'
import { Actions, Avatar, Button, Card, Crumbs, DataTable, Facts, Icon, Link, List, Notice, Opening, Post, PromiseChip, Row, Tabs, Tag, useHere, type Here } from '#platform/ui/ui.ts'
import { withinText } from '#trust/law/law.ts'
import { messages } from './messages.ts'
import { ReviewCard } from './review-card.tsx'
import type { CourseShown } from './show-catalogue.ts'
import { howLong, languageNames } from './words.ts'

/** Everything one should know before enrolling: what, how long, how it is judged, which data it needs. */
export function CoursePage({ shown, here }: { shown: CourseShown; here: Here }) {
  const say = speaker(messages, here.locale)
  const { course, reviews, low, contact } = shown
  const { about } = course
  return (
    <>
      <Crumbs label={say('where')} items={[{ to: '/courses', label: say('courses') }]} />
      <div class="landing">
        <div>
          <Opening title={about.title[here.locale]} lead={about.outcome[here.locale]} />
          <p>{about.summary[here.locale]}</p>
        </div>
        <aside aria-label={say('join')}><Join shown={shown} /></aside>
        <div>
        {about.outcomes && about.outcomes.length > 0 && (
          <section id="outcomes"><h2>{say('outcomes')}</h2><ul class="outcomes">{about.outcomes.map(outcome => <li><Icon name="check" /><span>{outcome[here.locale]}</span></li>)}</ul></section>
        )}
        <Syllabus shown={shown} />
        <section id="teachers"><h2>{say('teachers')}</h2><ul class="people">{about.teachers.map(teacher => <li><Avatar name={teacher[here.locale]} /> {teacher[here.locale]}</li>)}</ul></section>
        <Judged shown={shown} />
        <DataNeeded shown={shown} />
        <section id="reviews">
          <h2>{say('reviews')}</h2>
          {reviews.length > 1 && <Tabs label={say('sort')} items={[{ to: `/courses/${course.slug}#reviews`, label: say('newest-first'), current: !low }, { to: `/courses/${course.slug}?sort=low#reviews`, label: say('lowest-first'), current: low }]} />}
          {reviews.length ? reviews.map(review => <ReviewCard review={review} />) : <p>{say('no-reviews')}</p>}
          <p><Link to="/reviews">{say('all-reviews')}</Link></p>
        </section>
        <section id="questions">
          <h2>{say('questions')}</h2>
          <p>{contact && say('questions-answered', { within: withinText(contact.answer, 'genitive')[here.locale] })} <Link to="/contacts">{say('write-to-us')}</Link> · <Link to="/help">{say('help-page')}</Link> · <Link to="/terms">{say('terms-page')}</Link></p>
        </section>
        </div>
      </div>
    </>
  )
}

function Join({ shown: { course, outline, enrolment, age } }: { shown: CourseShown }) {
  const { locale, actor } = useHere()
  const say = speaker(messages, locale)
  const free = outline.flatMap(({ lessons }) => lessons).find(lesson => lesson.free)
  return (
    <Card tone="soft" title={say('join')}>
      <Facts items={[
        { name: say('filter-level'), value: say(course.about.level) },
        { name: say('filter-length'), value: howLong(course.minutes, locale) },
        { name: say('lessons-word'), value: String(course.lessons) },
        { name: say('filter-language'), value: course.languages.map(language => languageNames[language]).join(', ') },
        { name: say('price'), value: say('price-free') },
        ...age === 'none' ? [] : [{ name: say('age'), value: say('age-from', { from: age.from }) }],
        { name: say('certificate'), value: say('certificate-yes') },
        { name: say('licence'), value: course.about.licence },
      ]} />
      {enrolment ? <Actions><Button to={`/learn/${enrolment.run_name}`} icon="play">{say('go-on')}</Button></Actions>
        : !course.run ? <Notice title={say('closed-now')} />
          : actor.role === 'learner' ? <Post to={`/courses/${course.slug}/enrol`}><Actions><Button>{say('enrol')}</Button></Actions></Post>
            : !actor.person ? <Actions><Button to={`/sign-in?next=${encodeURIComponent(`/courses/${course.slug}`)}`}>{say('enrol')}</Button></Actions> : null}
      {free && course.run && <Actions><Button kind="secondary" to={`/learn/${course.run}/${free.slug}`}>{say('try-lesson')}</Button></Actions>}
    </Card>
  )
}

/** The tree of modules, each with its time, each lesson with its minutes. */
function Syllabus({ shown: { course, outline } }: { shown: CourseShown }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  return (
    <section>
      <h2>{say('syllabus')}</h2>
      {outline.map(module => (
        <>
          <h3 id={module.slug}>{module.title[locale]} <span class="quiet">{amount(module.lessons.reduce((sum, { minutes }) => sum + minutes, 0), 'minute')[locale]}</span></h3>
          <List>{module.lessons.map(({ slug, title, minutes, free }) => (
            <Row title={title[locale]} note={amount(minutes, 'minute')[locale]} icon={free ? 'book-open' : 'circle'}
              {...free && course.run ? { to: `/learn/${course.run}/${slug}`, end: <Tag kind="ok">{say('free')}</Tag> } : {}} />
          ))}</List>
        </>
      ))}
      <List>
        <Row icon="list-checks" title={course.about.test.title[locale]} note={say('test-note', { questions: course.about.test.questions, pass: course.about.test.pass })} />
        <Row icon="clipboard-check" title={course.about.assignment.title[locale]} note={say(`work-${course.about.assignment.kind}`)} />
      </List>
    </section>
  )
}

/** How work is reviewed, and by which rules the course is completed. */
function Judged({ shown: { course, outline, reviewed } }: { shown: CourseShown }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const { completion, test, assignment } = course.about
  const lessons = outline.flatMap(module => module.lessons).length
  return (
    <section>
      <h2>{say('how-judged')}</h2>
      {course.reviewDays !== null && <p><strong>{say('reviewed-within', { within: withinText({ 'working-days': course.reviewDays }, 'genitive')[locale] })}</strong> {reviewed && <PromiseChip state={reviewed.evidence.state} to={`/trust/${reviewed.id}`} {...reviewed.looked ? { at: reviewed.evidence.checkedAt } : {}} />}</p>}
      <p>{say('criteria-known')}</p>
      <ul>{assignment.criteria.map(criterion => <li>{criterion[locale]}</li>)}</ul>
      <h3>{say('how-completed')}</h3>
      <ul>
        <li>{say('rule-lessons', { needed: Math.ceil(lessons * completion.lessons / 100), all: lessons })}</li>
        {completion.test && <li>{say('rule-test', { pass: test.pass, attempts: test.attempts })}</li>}
        {completion.assignment && <li>{say('rule-assignment', { pass: assignment.pass })}</li>}
      </ul>
    </section>
  )
}

/** From the manifest, in the school's own words: nothing here is written a second time. */
function DataNeeded({ shown: { data } }: { shown: CourseShown }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const alike = data.length > 0 && data.every(({ until }) => until.ru === data[0]!.until.ru)
  return (
    <section>
      <h2>{say('data-needed')}</h2>
      <DataTable caption={say('data-caption')} rows={data} columns={[
        { head: say('what'), cell: ({ what }) => what[locale] },
        { head: say('why'), cell: ({ why }) => why[locale] },
        ...alike ? [] : [{ head: say('kept-until'), cell: (row: CourseShown['data'][number]) => <Until of={row} /> }],
        { head: say('wish'), cell: ({ needed }) => say(needed ? 'needed' : 'by-wish') },
      ]} />
      {alike && <p>{say('kept-until')}: <Until of={data[0]!} /></p>}
      <p><Link to="/privacy">{say('read-policy')}</Link></p>
    </section>
  )
}

function Until({ of: { until, promise } }: { of: CourseShown['data'][number] }) {
  const { locale } = useHere()
  return promise ? <Link to={`/trust/${promise}`}>{until[locale]}</Link> : <>{until[locale]}</>
}
