import { Link, Photograph, Tag, useHere } from '#platform/ui/ui.ts'
import { mineIn } from '../course-card.tsx'
import type { Home } from '../home-page.tsx'
import { howLong } from '../words.ts'
import { NextStep, PromiseStrip, Reviews, useSay } from './parts.tsx'

/** The photograph is the page: it fills the window, and every other one carries the line of its exposure. */
export function PicturesFront({ home }: { home: Home }) {
  const { locale, school } = useHere()
  const say = useSay()
  const [first, second, ...more] = school.pictures ?? []
  const title = <h1>{school.tagline[locale]}</h1>
  return (
    <div class="light-table">
      {first ? <Photograph picture={first} first>{title}<NextStep home={home} /></Photograph> : <header class="opening big">{title}<NextStep home={home} /></header>}
      <p class="lead">{say('home-lead')}</p>
      {home.courses.map(course => (
        <section class="feature">
          {second && <Photograph picture={second} />}
          <div>
            {mineIn(home.mine, course.slug) && <p><Tag kind="accent" icon="book-open">{say('enrolled')}</Tag></p>}
            <h2><Link to={`/courses/${course.slug}`}>{course.about.title[locale]}</Link></h2>
            <p class="lead">{course.about.outcome[locale]}</p>
            <p class="exposure">{[say(course.about.level), howLong(course.minutes, locale), say('lessons', { count: course.lessons })].join(' · ')}</p>
            <p>{course.about.teachers.map(teacher => teacher[locale]).join(', ')}</p>
          </div>
        </section>
      ))}
      {more.length > 0 && <div class="hung">{more.map(picture => <Photograph picture={picture} />)}</div>}
      <PromiseStrip home={home} />
      <Reviews home={home} />
    </div>
  )
}
