import { amount } from '#platform/locale.ts'
import { Button, Icon, Link, Opening, useHere } from '#platform/ui/ui.ts'
import type { Course, Outline } from '#school/courses/courses.ts'
import { mineIn } from '../course-card.tsx'
import type { Home } from '../home-page.tsx'
import { howLong } from '../words.ts'
import { NextStep, PromiseStrip, Reviews, useSay } from './parts.tsx'

/** Promises as live lights, then every module as a shelf with its lessons on it. */
export function ShelvesFront({ home }: { home: Home }) {
  const { locale, school } = useHere()
  const say = useSay()
  return (
    <>
      <Opening big title={school.tagline[locale]} lead={say('home-lead')}><NextStep home={home} /></Opening>
      <PromiseStrip home={home} />
      {home.courses.map(course => (
        <section class="shelved">
          <h2><Link to={`/courses/${course.slug}`}>{course.about.title[locale]}</Link></h2>
          <p class="lead">{course.about.outcome[locale]}</p>
          <p class="quiet">{[say(course.about.level), howLong(course.minutes, locale), say('lessons', { count: course.lessons })].join(' · ')}</p>
          <Shelves course={course} outline={home.outlines.get(course.slug) ?? []} enrolled={mineIn(home.mine, course.slug)?.run_name} />
          <p><Button kind="secondary" to={`/courses/${course.slug}`}>{say('route-course')}</Button></p>
        </section>
      ))}
      <Reviews home={home} />
    </>
  )
}

/** A light says how a lesson stands: open to everyone, or waiting for enrolment. */
function Shelves({ course, outline, enrolled }: { course: Course; outline: Outline; enrolled: string | undefined }) {
  const { locale } = useHere()
  const say = useSay()
  return (
    <ol class="shelves">{outline.map(({ title, lessons }) => (
      <li class="shelf">
        <h3>{title[locale]} <span class="quiet">{amount(lessons.reduce((sum, { minutes }) => sum + minutes, 0), 'minute')[locale]}</span></h3>
        <ul>{lessons.map(({ slug, title, minutes, free }) => {
          const run = enrolled ?? (free ? course.run : null)
          return (
            <li class={run ? 'crate open' : 'crate'}>
              <p class="title">{run ? <Link to={`/learn/${run}/${slug}`}>{title[locale]}</Link> : title[locale]}</p>
              <p class="light"><Icon name={run ? 'circle-dot' : 'circle'} /> {run ? say('lesson-open') : say('lesson-later')} · {amount(minutes, 'minute')[locale]}</p>
            </li>
          )
        })}</ul>
      </li>
    ))}</ol>
  )
}
