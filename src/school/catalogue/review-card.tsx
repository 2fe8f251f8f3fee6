import { speaker, type Locale } from '#platform/locale.ts'
import { Avatar, Card, Link, Said, Time, useHere } from '#platform/ui/ui.ts'
import type { Course } from '#school/courses/courses.ts'
import { messages } from './messages.ts'
import type { PublicReview } from './show-catalogue.ts'

/** Words first; the stars are said as words too. */
export function ReviewCard({ review, courses }: { review: PublicReview; courses?: Course[] }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const language = languageIn(review.words ?? '')
  const course = courses?.find(({ slug }) => slug === review.course)
  return (
    <Card level={3} over={<><Stars count={review.stars} />{course && <> · <Link to={`/courses/${course.slug}`}>{course.about.title[locale]}</Link></>}</>}
      foot={<p class="quiet who-said">{review.signed && <Avatar name={review.signed} />}<span>{review.signed || say('unsigned')}<br /><Time at={review.written_at} /> · {say(review.completed ? 'has-completed' : 'is-learning')}{review.words && language !== locale && <> · {say(`written-${language}`)}</>}</span></p>}>
      {(review.words ?? '').split(/\n+/).map(paragraph => <Said lang={languageIn(paragraph)}>{paragraph}</Said>)}
    </Card>
  )
}

/** The language somebody wrote in, for a voice that reads it aloud and for whoever wonders why it is not theirs. */
const languageIn = (words: string): Locale => /[әғқңөұүһі]/i.test(words) ? 'kk' : /\p{Script=Cyrillic}/u.test(words) ? 'ru' : 'en'

export function Stars({ count }: { count: number }) {
  const say = speaker(messages, useHere().locale)
  return <span class="stars"><span aria-hidden="true">{'★'.repeat(count)}{'☆'.repeat(5 - count)}</span> <span>{say('stars-of', { count })}</span></span>
}
