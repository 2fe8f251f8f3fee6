import { speaker } from '#platform/locale.ts'
import { Card, Tag, useHere } from '#platform/ui/ui.ts'
import type { Course } from '#school/courses/courses.ts'
import type { Enrolment } from '#school/enrolment/enrolment.ts'
import { messages } from './messages.ts'
import { howLong, languageNames } from './words.ts'

/** What a course is, in one card that is one link. */
export function CourseCard({ course, mine, level = 3 }: { course: Course; mine: Enrolment | undefined; level?: 2 | 3 }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  return (
    <Card title={course.about.title[locale]} to={`/courses/${course.slug}`} level={level} over={mine ? <Tag kind="accent" icon="book-open">{say('enrolled')}</Tag> : undefined}
      foot={<p class="quiet">{[say(course.about.level), howLong(course.minutes, locale), say('lessons', { count: course.lessons }), course.languages.map(language => languageNames[language]).join(', ')].join(' · ')}</p>}>
      <p>{course.about.outcome[locale]}</p>
      <p class="quiet">{course.about.teachers.map(teacher => teacher[locale]).join(', ')}</p>
    </Card>
  )
}

export const mineIn = (mine: Enrolment[], course: string) => mine.find(each => each.course === course && !each.left_at)
