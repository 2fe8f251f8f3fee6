import { speaker } from '#platform/locale.ts'
import { Actions, Button, Card, EmptyState, List, Opening, Post, Row, Tabs, useHere, type FieldsProps, type Here, type Html } from '#platform/ui/ui.ts'
import { suggestionForm } from './forms.ts'
import { messages } from './messages.ts'
import { ReviewCard } from './review-card.tsx'
import type { ReviewsShown } from './show-catalogue.ts'

/** Published reviews, the low ones as easy to reach as the rest; below, one's own. */
export function ReviewsPage({ shown, Fields, here }: { shown: ReviewsShown; Fields: (props: FieldsProps) => Html; here: Here }) {
  const say = speaker(messages, here.locale)
  const { reviews, courses, mine, low } = shown
  return (
    <>
      <Opening title={say('reviews')} lead={say('reviews-lead')} />
      <Tabs label={say('sort')} items={[{ to: '/reviews', label: say('newest-first'), current: !low }, { to: '/reviews?sort=low', label: say('lowest-first'), current: low }]} />
      {reviews.length > 1 && <Ratings reviews={reviews} />}
      {reviews.length ? reviews.map(review => <ReviewCard review={review} courses={courses} />) : <EmptyState title={say('no-reviews')} />}
      <Own shown={shown} />
      {(!here.actor.person || here.actor.role === 'learner' && !mine.length) && (
        <section id="who-writes">
          <h2>{say('who-writes')}</h2>
          <p>{say('who-writes-lead')}</p>
          <Actions><Button kind="secondary" to="/courses">{say('choose-course')}</Button></Actions>
        </section>
      )}
      {here.actor.role === 'learner' && mine.length > 0 && (
        <section id="write">
          <h2>{say('write-review')}</h2>
          <p>{say('write-review-lead')}</p>
          <Post to="/reviews"><Fields {...here.actor.guarded && { only: ['course', 'stars', 'words'] }} values={{ course: mine[0]!.course }} options={{ course: courses.filter(({ slug }) => mine.some(({ course }) => course === slug)).map(({ slug, about }) => ({ value: slug, label: about.title[here.locale] })) }} />
            <Actions><Button icon="send">{say('send-review')}</Button></Actions></Post>
        </section>
      )}
      {here.actor.person && (
        <section id="suggest">
          <h2>{say('suggestion')}</h2>
          <Post to="/reviews/suggestions"><suggestionForm.Fields /><Actions><Button kind="secondary" icon="send">{say('send-suggestion')}</Button></Actions></Post>
        </section>
      )}
    </>
  )
}

/** How the ratings are spread, all of them: no average hides a low one. */
function Ratings({ reviews }: { reviews: ReviewsShown['reviews'] }) {
  const say = speaker(messages, useHere().locale)
  const counts = ([5, 4, 3, 2, 1] as const).map(stars => ({ stars, count: reviews.filter(review => review.stars === stars).length })).filter(({ count }) => count)
  return <p class="quiet">{[say('reviews-count', { count: reviews.length }), ...counts.map(({ stars, count }) => `${say(`stars-${stars}`)}: ${count}`)].join(' · ')}</p>
}

function Own({ shown: { own, courses } }: { shown: ReviewsShown }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  if (!own.length) return null
  const state = ({ approved, consented_at, withdrawn_at }: ReviewsShown['own'][number]) =>
    withdrawn_at ? 'withdrawn-state' : approved === false ? 'declined' : !consented_at ? 'kept-only' : approved ? 'published' : 'waiting'
  return (
    <Card title={say('my-reviews')}>
      <List>{own.map(review => (
        <Row title={courses.find(({ slug }) => slug === review.course_slug)?.about.title[locale] ?? review.course_slug}
          note={<>{say(`review-${state(review)}`)}{review.reason && <>: {review.reason}</>}</>}
          end={review.consented_at && !review.withdrawn_at ? <Post to={`/reviews/${review.id}/withdraw`}><Button kind="secondary">{say('withdraw')}</Button></Post> : undefined}>
          <p>{review.words}</p>
        </Row>
      ))}</List>
    </Card>
  )
}
