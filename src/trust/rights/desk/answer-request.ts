import { z } from 'zod'
import { announce } from '#platform/events/events.ts'
import { settle } from '#platform/obligations/obligations.ts'
import { Refusal } from '#platform/refusal.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command } from '#trust/audit/audit.ts'
import { refuseUnproved } from '../by-letter/requests.ts'
import { decide } from '../restriction/begin-and-end.ts'

const Words = z.string().trim().min(10).max(4000)

/** A detailed answer: what was done, what is kept, and why. Without all three a request cannot be closed. */
export const answerRequest = command('rights.answer', {
  input: z.strictObject({ id: z.uuid(), granted: z.enum(['yes', 'no']), done: Words, kept: Words, why: Words }),
  load: ({ db }, { id }) => db.selectFrom('rights.requests').select(['id', 'person', 'kind', 'came', 'confirmed_at', 'answered_at', 'taken_at']).where('id', '=', id).executeTakeFirst(),
  may: actor => actor.role === 'privacy-officer',
  async run(ctx, { id, person, kind, came, confirmed_at, answered_at, taken_at }, { granted, done, kept, why }) {
    if (answered_at) throw new Refusal(409, 'rights.already-answered')
    if (granted === 'yes') refuseUnproved({ came, confirmed_at })
    await ctx.db.updateTable('rights.requests')
      .set({ answered_at: ctx.now, answered_by: ctx.actor.person, responsible: ctx.actor.person, taken_at: taken_at ?? ctx.now, granted: granted === 'yes', ...seal(ctx, { table: 'rights.requests', row: id, person }, { done, kept, why }) })
      .where('id', '=', id).execute()
    await settle(ctx.db, { kind: 'rights.request', about: id, now: ctx.now, effect: granted === 'yes' ? 'granted' : 'refused' })
    await decide(ctx, { id, person, kind, granted: granted === 'yes' })
    await announce(ctx.db, 'rights.answered', { person, about: id })
  },
  audit: ({ person }, { granted }) => ({ subject: person, details: granted }),
})

/** Whoever takes a case up answers for it from then on, and the person sees it. */
export const takeCase = command('rights.take', {
  input: z.strictObject({ id: z.uuid() }),
  load: ({ db }, { id }) => db.selectFrom('rights.requests').select(['id', 'person', 'answered_at']).where('id', '=', id).executeTakeFirst(),
  may: actor => actor.role === 'privacy-officer',
  async run({ db, actor, now }, { id, answered_at }) {
    if (answered_at) throw new Refusal(409, 'rights.already-answered')
    await db.updateTable('rights.requests').set({ responsible: actor.person, taken_at: now }).where('id', '=', id).execute()
  },
  audit: ({ person }) => ({ subject: person }),
})
