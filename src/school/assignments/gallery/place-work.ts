import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { mayReview, workToReview } from '../desk/open-work.ts'
import { isCovered } from '../nameless/nameless.ts'
import { mustHaveGallery, standingConsent } from './gallery.ts'

/** Puts a work into the gallery of its course, or takes it down. Without the learner's consent it is refused, and the attempt stands in the log. */
export const placeWork = command('assignments.place-work', {
  input: z.strictObject({ work: z.uuid(), place: z.enum(['yes', 'no']) }),
  load: (ctx: Context, { work }) => {
    mustHaveGallery(ctx)
    return workToReview(ctx, { work })
  },
  may: mayReview,
  async run({ db, now, actor }, { work, review }, { place }) {
    const consent = await standingConsent(db, work.id)
    if (!consent) throw new Refusal(403, 'assignments.no-consent')
    // A name in the gallery would tell whose work is still to be reviewed without one.
    if (place === 'yes' && isCovered(work, review?.given_at)) throw new Refusal(409, 'assignments.review-first')
    await db.updateTable('assignments.showings').set(place === 'yes' ? { placed_at: now, placed_by: actor.person } : { placed_at: null, placed_by: null }).where('id', '=', consent.id).execute()
  },
  audit: ({ work }, { place }) => ({ subject: work.person, details: place }),
})
