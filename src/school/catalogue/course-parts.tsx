// Parts of the page of a course: its lessons, what one makes, how it is reviewed, which data it needs.
import { amount, speaker } from '#platform/locale.ts'
import { Card, DataTable, Grid, Link, List, PromiseChip, Row, Tag, useHere } from '#platform/ui/ui.ts'
import { withinText } from '#trust/law/law.ts'
import { LessonBody } from '#school/courses/courses.ts'
import { CourseCard, mineIn } from './course-card.tsx'
import { messages } from './messages.ts'
import type { CourseShown } from './show-catalogue.ts'

/** The tree of modules, each with its time, each lesson with its minutes. */
export function Syllabus({ shown: { course, outline } }: { shown: CourseShown }) {
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
export function Judged({ shown: { course, outline, reviewed } }: { shown: CourseShown }) {
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
export function DataNeeded({ shown: { data } }: { shown: CourseShown }) {
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

/** What one will make, and works that show it; each says whose it is and by what right it stands here. */
export function Making({ shown: { course, samples, gallery } }: { shown: CourseShown }) {
  const { locale, prefix } = useHere()
  const say = speaker(messages, locale)
  const { assignment } = course.about
  return (
    <section id="making">
      <h2>{say('making')}</h2>
      <p>{say(`work-${assignment.kind}`)}: <strong>{assignment.title[locale]}</strong></p>
      {samples.length > 0 && <h3>{say('samples')}</h3>}
      {samples.map(({ title, by, permission, work, figures }) => (
        <Card level={3} title={title[locale]} foot={<p class="quiet">{say('made-by')}: {by[locale]}. {permission[locale]}</p>}>
          <div class="sample"><LessonBody blocks={work[locale]} figures={figures} locale={locale} lesson={() => `${prefix}/courses/${course.slug}`} check={() => null} /></div>
        </Card>
      ))}
      {gallery && <p><Link to={`/courses/${course.slug}/works`}>{say('gallery')}</Link></p>}
    </section>
  )
}

/** Where one may go from here: paths that lead through this course, and courses near to it. */
export function Related({ shown: { related, paths, mine } }: { shown: CourseShown }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  if (!related.length && !paths.length) return null
  return (
    <section id="related">
      <h2>{say('related')}</h2>
      {paths.length > 0 && <List label={say('on-paths')}>{paths.map(({ slug, title, outcome }) => <Row icon="route" to={`/trajectories#${slug}`} title={title[locale]} note={outcome[locale]} />)}</List>}
      {related.length > 0 && <Grid>{related.map(course => <CourseCard course={course} mine={mineIn(mine, course.slug)} />)}</Grid>}
    </section>
  )
}
