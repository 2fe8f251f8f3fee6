import { speaker } from '#platform/locale.ts'
import { Actions, Button, Checked, Grid, Link, PromiseChip, useHere } from '#platform/ui/ui.ts'
import { CourseCard, mineIn } from '../course-card.tsx'
import type { Home } from '../home-page.tsx'
import { messages } from '../messages.ts'
import { ReviewCard } from '../review-card.tsx'

type Shown = { home: Home }

export const useSay = () => speaker(messages, useHere().locale)

/** The lesson that anyone may read at once, and the course it opens. */
export function firstLesson({ courses, outlines }: Home): { to: string; title: Record<'ru' | 'kk' | 'en', string>; minutes: number } | undefined {
  for (const { slug, run } of courses) {
    const lesson = run && outlines.get(slug)?.flatMap(({ lessons }) => lessons).find(({ free }) => free)
    if (lesson) return { to: `/learn/${run}/${lesson.slug}`, title: lesson.title, minutes: lesson.minutes }
  }
  return undefined
}

/** The next step: for whoever learns here the way on, for everybody else a lesson to try at once. */
export function NextStep({ home }: Shown) {
  const say = useSay()
  const { actor } = useHere()
  const lesson = firstLesson(home)
  if (home.mine.some(({ left_at, completed_at }) => !left_at && !completed_at)) return <Actions><Button to="/me" icon="play">{say('go-on')}</Button></Actions>
  return (
    <Actions>
      {lesson ? <Button to={lesson.to} icon="play">{say('try-lesson')}</Button> : <Button to="/courses">{say('choose-course')}</Button>}
      {actor.person ? <Button kind="secondary" to="/courses">{say('choose-course')}</Button> : <Button kind="secondary" to="/sign-up">{say('sign-up')}</Button>}
    </Actions>
  )
}

/** How the school's promises stand at this moment. Those its policy stresses are named, each with what the last check found. */
export function PromiseStrip({ home: { evidence, states } }: Shown) {
  const { locale, school } = useHere()
  const say = useSay()
  const stressed = (school.stresses ?? []).flatMap(id => evidence.filter(each => each.id === id))
  // They are looked at together, so the time stands once: that of the one which was looked at first.
  const oldest = stressed.filter(({ looked }) => looked).map(({ evidence }) => evidence.checkedAt).toSorted((one, other) => one.getTime() - other.getTime())[0]
  return (
    <section class="strip-of-promises" aria-labelledby="promises">
      <h2 id="promises"><Link to="/trust">{say('promises', { kept: states.kept, all: states.all })}</Link></h2>
      <ul>{stressed.map(({ id, says, evidence: { state, checkedAt }, looked }) => (
        <li><p>{says[locale]}</p><PromiseChip state={state} to={`/trust/${id}`} /></li>
      ))}</ul>
      <p class="quiet"><Link to="/privacy">{say('read-policy')}</Link>{oldest && <> · <Checked at={oldest} /></>}</p>
    </section>
  )
}

export function Courses({ home: { courses, mine } }: Shown) {
  const say = useSay()
  return (
    <section>
      <h2>{say('courses')}</h2>
      <Grid>{courses.slice(0, 6).map(course => <CourseCard course={course} mine={mineIn(mine, course.slug)} />)}</Grid>
      {courses.length > 6 && <p><Link to="/courses">{say('all-courses')}</Link></p>}
    </section>
  )
}

/** The latest words of learners; the lowest ratings are one tap away. */
export function Reviews({ home: { reviews, courses } }: Shown) {
  const say = useSay()
  if (!reviews.length) return null
  return (
    <section>
      <h2>{say('reviews')}</h2>
      <Grid>{reviews.map(review => <ReviewCard review={review} courses={courses} />)}</Grid>
      <p><Link to="/reviews">{say('all-reviews')}</Link> · <Link to="/reviews?sort=low">{say('lowest-first')}</Link></p>
    </section>
  )
}
