import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command, type Context } from '#trust/audit/audit.ts'

/** Approves a review for publishing, or says to its author why not. A review without consent can be read, but not approved. */
export const judgeReview = command('catalogue.judge-review', {
  input: z.strictObject({ review: z.uuid(), approve: z.enum(['yes', 'no']), reason: z.string().trim().max(500).optional() }),
  load: ({ db }: Context, { review }) => db.selectFrom('catalogue.reviews').select(['id', 'person', 'approved', 'consented_at', 'withdrawn_at']).where('id', '=', review).forUpdate().executeTakeFirst(),
  may: actor => actor.role === 'operator',
  async run(ctx, { id, person, approved, consented_at, withdrawn_at }, { approve, reason }) {
    if (approved !== null) throw new Refusal(409, 'catalogue.judged-already')
    if (approve === 'yes' && (!consented_at || withdrawn_at)) throw new Refusal(409, 'catalogue.no-consent')
    if (approve === 'no' && !reason) throw new Refusal(422, 'catalogue.reason-needed', {}, { field: 'reason' })
    await ctx.db.updateTable('catalogue.reviews').set({
      approved: approve === 'yes', judged_at: ctx.now, moderator: ctx.actor.person,
      ...seal(ctx, { table: 'catalogue.reviews', row: id, person }, { reason: approve === 'no' ? reason : null }),
    }).where('id', '=', id).execute()
  },
  audit: ({ person }, { approve }) => ({ subject: person, details: approve }),
})
