import { speaker } from '#platform/locale.ts'
import { Button, Crumbs, EmptyState, Opening, Time, type Here } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'
import type { GalleryShown } from './show-gallery.ts'

type Work = GalleryShown['works'][number]

/** Works as they were made, never cropped; under each, whose it is if its learner wants that said. */
export function GalleryPage({ shown: { course, works }, here }: { shown: GalleryShown; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const to = `/courses/${course.slug}`
  return (
    <>
      <Crumbs label={say('gallery-where')} items={[{ to, label: course.title[locale] }]} />
      <Opening title={say('gallery')} lead={say('gallery-lead')} />
      {works.length
        ? <ul class="works">{works.map((work, index) => <li><Shown work={work} course={course.slug} first={index === 0} here={here} /></li>)}</ul>
        : <EmptyState title={say('gallery-empty')} action={<Button kind="secondary" to={to}>{say('to-course')}</Button>}>{say('gallery-empty-lead')}</EmptyState>}
    </>
  )
}

function Shown({ work, course, first, here }: { work: Work; course: string; first: boolean; here: Here }) {
  const say = speaker(messages, here.locale)
  const { id, view, words, described, signed, title } = work
  return (
    <figure class="figure">
      {view && <img src={`/courses/${course}/works/${id}/view`} width={view.width} height={view.height} alt={described || say('gallery-photo')} loading={first ? undefined : 'lazy'} fetchpriority={first ? 'high' : undefined} decoding="async" />}
      {words && <blockquote class="said-words">{words}</blockquote>}
      <figcaption>
        <strong>{signed || say('gallery-unsigned')}</strong> · {title[here.locale]} · <Time at={work.placed_at!} />
        {view && described && <><br />{described}</>}
      </figcaption>
    </figure>
  )
}
