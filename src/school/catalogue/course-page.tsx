import { speaker } from '#platform/locale.ts'
import { Avatar, Crumbs, Icon, Link, Opening, Tabs, type Here } from '#platform/ui/ui.ts'
import { CoverDrawing } from '#school/courses/courses.ts'
import { SupplementLinks } from '#trust/supplements/supplements.ts'
import { withinText } from '#trust/law/law.ts'
import { DataNeeded, Judged, Making, Related, Syllabus } from './course-parts.tsx'
import { Join, type Landing } from './join-card.tsx'
import { messages } from './messages.ts'
import { ReviewCard } from './review-card.tsx'

/** Everything one should know before enrolling: what, how long, how it is judged, which data it needs. */
export function CoursePage({ shown, here }: { shown: Landing; here: Here }) {
  const say = speaker(messages, here.locale)
  const { course, reviews, low, contact } = shown
  const { about } = course
  return (
    <>
      <Crumbs label={say('where')} items={[{ to: '/courses', label: say('courses') }]} />
      <div class="landing">
        <div>
          <Opening title={about.title[here.locale]} lead={about.outcome[here.locale]} />
          <p>{about.summary[here.locale]}</p>
          {course.cover && <CoverDrawing figure={course.cover} course={course.slug} locale={here.locale} />}
        </div>
        <aside aria-label={say('join')}><Join shown={shown} /></aside>
        <div>
        {about.outcomes && about.outcomes.length > 0 && (
          <section id="outcomes"><h2>{say('outcomes')}</h2><ul class="outcomes">{about.outcomes.map(outcome => <li><Icon name="check" /><span>{outcome[here.locale]}</span></li>)}</ul></section>
        )}
        <Syllabus shown={shown} />
        <Making shown={shown} />
        <section id="teachers"><h2>{say('teachers')}</h2><ul class="people">{about.teachers.map(teacher => <li><Avatar name={teacher[here.locale]} /> {teacher[here.locale]}</li>)}</ul>{about.teaching && <p>{about.teaching[here.locale]}</p>}</section>
        <Judged shown={shown} />
        <DataNeeded shown={shown} />
        {shown.supplements.length > 0 && <section id="rules"><h2>{say('own-rules')}</h2><SupplementLinks of={shown.supplements} here={here} /></section>}
        <section id="reviews">
          <h2>{say('reviews')}</h2>
          {reviews.length > 1 && <Tabs label={say('sort')} items={[{ to: `/courses/${course.slug}#reviews`, label: say('newest-first'), current: !low }, { to: `/courses/${course.slug}?sort=low#reviews`, label: say('lowest-first'), current: low }]} />}
          {reviews.length ? reviews.map(review => <ReviewCard review={review} />) : <p>{say('no-reviews')}. {say('no-reviews-hint')}</p>}
          <p><Link to="/reviews">{say('all-reviews')}</Link></p>
        </section>
        <section id="questions">
          <h2>{say('questions')}</h2>
          <p>{contact && say('questions-answered', { within: withinText(contact.answer, 'genitive')[here.locale] })} <Link to="/contacts">{say('write-to-us')}</Link> · <Link to="/help">{say('help-page')}</Link> · <Link to="/terms">{say('terms-page')}</Link></p>
        </section>
        <Related shown={shown} />
        </div>
      </div>
    </>
  )
}
