import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { heldByOther, mayReview, workToReview } from './open-work.ts'

const term = 30 * 60_000

/** Tells the others who is at it. It lapses by itself, and may be taken over knowingly. */
export const holdWork = command('assignments.hold', {
  input: z.strictObject({ work: z.uuid(), over: z.boolean().optional() }),
  load: workToReview,
  may: mayReview,
  async run(ctx, { work, review }, { over = false }) {
    if (review?.given_at) throw new Refusal(409, 'assignments.already-given')
    if (heldByOther(work, ctx.actor, ctx.now) && !over) throw new Refusal(409, 'assignments.held-by-other')
    await hold(ctx, work.id)
  },
  audit: ({ work }) => ({ subject: work.person }),
})

/** Every deed at the desk holds the work a while longer. */
export const hold = ({ db, actor, now }: Context, work: string) =>
  db.updateTable('assignments.works').set({ held_by: actor.person, held_until: new Date(now.getTime() + term) }).where('id', '=', work).execute()

export const letGo = ({ db }: Context, work: string) =>
  db.updateTable('assignments.works').set({ held_by: null, held_until: null }).where('id', '=', work).execute()
