import { speaker } from '#platform/locale.ts'
import { Actions, Avatar, Button, Facts, Link, Opening, Photograph, Reading, type Here } from '#platform/ui/ui.ts'
import { withinText } from '#trust/law/law.ts'
import { LessonBody, type Course } from '#school/courses/courses.ts'
import { messages } from './messages.ts'
import type { AboutShown } from './show-catalogue.ts'
import { languageNames } from './words.ts'

/** What the school says of itself, then what anyone can count and check: who teaches, how much there is, how soon one is answered. */
export function AboutPage({ about: { title, body, courses, contact }, here }: { about: AboutShown; here: Here }) {
  const say = speaker(messages, here.locale)
  // The first one is the home page's.
  const [first, picture = first] = here.school.pictures ?? []
  const days = courses.flatMap(({ reviewDays }) => reviewDays ?? [])
  const languages = [...new Set(courses.flatMap(course => course.languages))]
  return (
    <Reading>
      <Opening title={title[here.locale]} lead={here.school.tagline[here.locale]} />
      {picture && <Photograph picture={picture} />}
      <LessonBody blocks={body[here.locale]} figures={[]} locale={here.locale} lesson={() => `${here.prefix}/courses`} check={() => null} />
      {courses.length > 0 && <>
        <h2>{say('teachers')}</h2>
        {courses.map(course => <Teachers course={course} here={here} />)}
        <h2>{say('in-figures')}</h2>
        <Facts items={[
          { name: say('courses'), value: String(courses.length) },
          { name: say('lessons-word'), value: String(courses.reduce((sum, { lessons }) => sum + lessons, 0)) },
          { name: say('filter-language'), value: languages.map(language => languageNames[language]).join(', ') },
          ...days.length ? [{ name: say('work-reviewed-in'), value: withinText({ 'working-days': Math.max(...days) })[here.locale] }] : [],
          ...contact ? [{ name: say('letter-answered-in'), value: withinText(contact.answer)[here.locale] }] : [],
        ]} />
        <p><Link to="/trust">{say('check-promises')}</Link></p>
      </>}
      <Actions><Button to="/courses">{say('choose-course')}</Button><Button kind="secondary" to="/contacts">{say('write-to-us')}</Button></Actions>
    </Reading>
  )
}

function Teachers({ course: { slug, about }, here }: { course: Course; here: Here }) {
  return (
    <>
      <ul class="people">{about.teachers.map(teacher => <li><Avatar name={teacher[here.locale]} /> <span>{teacher[here.locale]}, <Link to={`/courses/${slug}`}>{about.title[here.locale]}</Link></span></li>)}</ul>
      {about.teaching && <p>{about.teaching[here.locale]}</p>}
    </>
  )
}
