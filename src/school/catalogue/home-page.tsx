import { speaker } from '#platform/locale.ts'
import { Actions, Button, Card, Grid, Link, Opening, PromiseChip, useHere, type Here } from '#platform/ui/ui.ts'
import { CourseCard, mineIn } from './course-card.tsx'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { messages } from './messages.ts'
import { ReviewCard } from './review-card.tsx'
import type { showHome } from './show-catalogue.ts'

type Home = Revealed<Awaited<ReturnType<typeof showHome>>>

/** What this school teaches and what it promises; for whoever learns here, the way on comes first. */
export function HomePage({ home, here }: { home: Home; here: Here }) {
  const say = speaker(messages, here.locale)
  const { courses, trajectories, mine, reviews } = home
  const learning = mine.some(({ left_at, completed_at }) => !left_at && !completed_at)
  return (
    <>
      <Opening big title={here.school.tagline[here.locale]} lead={say('home-lead', { count: courses.length })}>
        <Actions>
          {learning ? <Button to="/me" icon="play">{say('go-on')}</Button> : <Button to="/courses">{say('choose-course')}</Button>}
          {!here.actor.person && <Button kind="secondary" to="/sign-up">{say('sign-up')}</Button>}
        </Actions>
      </Opening>
      <Promises states={home.states} />
      <section>
        <h2>{say('courses')}</h2>
        <Grid>{courses.slice(0, 6).map(course => <CourseCard course={course} mine={mineIn(mine, course.slug)} />)}</Grid>
        {courses.length > 6 && <p><Link to="/courses">{say('all-courses')}</Link></p>}
      </section>
      {trajectories.length > 0 && (
        <section>
          <h2>{say('trajectories')}</h2>
          <Grid>{trajectories.slice(0, 3).map(({ slug, title, outcome }) => <Card level={3} title={title[here.locale]} to={`/trajectories#${slug}`} icon="route"><p>{outcome[here.locale]}</p></Card>)}</Grid>
        </section>
      )}
      {reviews.length > 0 && <section><h2>{say('reviews')}</h2>{reviews.map(review => <ReviewCard review={review} courses={courses} />)}<p><Link to="/reviews">{say('all-reviews')}</Link></p></section>}
    </>
  )
}

/** How the school's promises stand at this moment, taken from what the job found. */
function Promises({ states }: { states: Home['states'] }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const shown = (['kept', 'due', 'broken', 'unproven'] as const).filter(state => states[state] > 0)
  return (
    <Card tone="soft" title={say('promises', { kept: states.kept, all: states.all })} icon="shield-check">
      <p>{shown.map(state => <PromiseChip state={state} note={String(states[state])} to="/trust" />)}</p>
      <p><Link to="/privacy">{say('read-policy')}</Link></p>
    </Card>
  )
}
