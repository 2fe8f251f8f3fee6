import { speaker } from '#platform/locale.ts'
import { Card, dateInWords, Tag, useHere } from '#platform/ui/ui.ts'
import { CoverDrawing, type Course } from '#school/courses/courses.ts'
import type { Enrolment } from '#school/enrolment/enrolment.ts'
import { messages } from './messages.ts'
import { howLong, languageNames, pace } from './words.ts'

/** What a course is, in one card that is one link. */
export function CourseCard({ course, mine, level = 3 }: { course: Course; mine: Enrolment | undefined; level?: 2 | 3 }) {
  const { locale, school, actor } = useHere()
  const say = speaker(messages, locale)
  const { about, minutes, run, opens, cover } = course
  const facts = [say(about.level), howLong(minutes, locale), ...about.weeks ? [pace(minutes, about.weeks, locale)] : [], say('lessons', { count: course.lessons }), course.languages.map(language => languageNames[language]).join(', ')]
  const state = mine ? <Tag kind="accent" icon="book-open">{say('enrolled')}</Tag>
    : run ? undefined : <Tag kind="info" icon="clock">{opens ? `${say('opens-on')} ${dateInWords(opens, locale, 'date', actor.zone ?? school.zone)}` : say('not-open')}</Tag>
  return (
    <Card title={about.title[locale]} to={`/courses/${course.slug}`} level={level} picture={cover && <CoverDrawing figure={cover} course={course.slug} locale={locale} />} over={state} foot={<p class="quiet">{facts.join(' · ')}</p>}>
      <p>{about.outcome[locale]}</p>
      <p class="quiet">{about.teachers.map(teacher => teacher[locale]).join(', ')}</p>
    </Card>
  )
}

export const mineIn = (mine: Enrolment[], course: string) => mine.find(each => each.course === course && !each.left_at)
