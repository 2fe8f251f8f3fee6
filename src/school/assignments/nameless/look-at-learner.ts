import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { command } from '#trust/audit/audit.ts'
import { keepLook } from '#people/staff/staff.ts'
import { mayReview, workToReview } from '../desk/open-work.ts'
import { isCovered } from './nameless.ts'

export const Why = z.string().trim().min(10).max(500)

/** What the review does not need stays closed until a teacher says why; the reason is sealed for the learner, who can read it. Nothing opens before a promised grade. */
export const lookAtLearner = command('assignments.look-at-learner', {
  input: z.strictObject({ work: z.uuid(), why: Why }),
  load: workToReview,
  may: mayReview,
  async run(ctx, { work, review }, { why }) {
    if (isCovered(work, review?.given_at)) throw new Refusal(409, 'assignments.name-covered')
    await keepLook(ctx, work.person, why)
  },
  audit: ({ work }, { why }) => ({ subject: work.person, details: why }),
})
