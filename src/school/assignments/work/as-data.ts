import { z } from 'zod'
import { reveal } from '#platform/sealing/sealing.ts'
import { isSelf, query, type Context } from '#trust/audit/audit.ts'
import { teaches } from '#school/courses/courses.ts'
import { givenOnly, piecesOf, stateOf, workNamed } from '../find-work.ts'
import { asAnnotation } from '../place.ts'

const showWork = query('assignments.show-work', {
  input: z.strictObject({ work: z.uuid() }),
  async find(ctx: Context, { work }) {
    const [pieces, asked] = await Promise.all([piecesOf(ctx.db, workNamed(work)),
      ctx.db.selectFrom('assignments.works').select(teaches(ctx.actor.person, 'assignments.works.run').as('teaches')).where('id', '=', work).executeTakeFirst()])
    return asked && { ...givenOnly(pieces), person: pieces.work!.person, teaches: asked.teaches, state: stateOf(pieces, ctx.now) }
  },
  may: (actor, { person, teaches }) => isSelf(actor, person) || teaches,
  reveals: ({ person }) => [person],
})

/** A work for programs: what was sent, and what was said as W3C annotations. */
export async function workAsData(ctx: Context, input: { work: string | undefined }) {
  const shown = await reveal(ctx, await showWork(ctx, input))
  return {
    state: shown.state, accepted: shown.work?.accepted_at ?? null,
    versions: shown.takes.map(take => {
      const review = shown.reviews.find(each => each.take === take.id)
      const source = new URL(`/works/${take.id}/${take.file ? 'view' : 'words'}`, ctx.address).href
      return {
        number: take.number, sent: take.sent_at, words: take.words, file: take.file && new URL(`/works/${take.id}/original`, ctx.address).href,
        review: review ? { given: review.given_at, accepted: review.accepted, points: review.points, outOf: review.out_of, words: review.words } : null,
        annotations: shown.notes.filter(note => note.review === review?.id)
          .map(({ id, place, words }) => asAnnotation({ id, place: place ?? '', words: words ?? '', source, at: review!.given_at })),
      }
    }),
    replies: shown.replies.map(({ by_learner, words, written_at }) => ({ by: by_learner ? 'learner' : 'teacher', words, at: written_at })),
  }
}
