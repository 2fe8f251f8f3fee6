import { z } from 'zod'
import { announce } from '#platform/events/events.ts'
import { Refusal } from '#platform/refusal.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { settledTime } from './consultations.ts'
import { endTerm, tellAsker, ticketById, write } from './ticket.ts'
import { Answer, Closing, Move } from './desk-forms.ts'
import { attends, isOfficers, termOf } from './topics.ts'

const which = z.strictObject({ ticket: z.uuid() })

/** The answer stands in the history, and goes by letter to the asker's own address alone. `close`: nothing more is expected. `settled`: for when the consultation is settled. */
export const answerTicket = command('support.answer', {
  input: which.extend(Answer.shape),
  load: (ctx: Context, { ticket }) => ticketById(ctx, ticket),
  may: attends,
  async run(ctx, ticket, { words, close, settled }) {
    if (ticket.closed_at) throw new Refusal(409, 'support.is-closed')
    const time = settled ? await settledTime(ctx, ticket, settled) : undefined
    const message = await write(ctx, { ticket: ticket.id, person: ticket.person, words, author: ctx.actor.person, ofSchool: true })
    await endTerm(ctx, ticket, 'answered')
    await ctx.db.updateTable('support.tickets').set({ waits_for: null, answered_at: ctx.now, last_at: ctx.now, ...time && { settled_at: time }, ...close && { closed_at: ctx.now } }).where('id', '=', ticket.id).execute()
    await tellAsker(ctx, ticket.person, 'support.answered', message)
    if (!ticket.guest) await announce(ctx.db, 'support.answered', { person: ticket.person, about: ticket.id })
  },
  audit: ({ person }) => ({ subject: person }),
})

/** Without an answer it is closed only for a reason, which the asker reads. */
export const closeTicket = command('support.close', {
  input: which.extend(Closing.shape),
  load: (ctx: Context, { ticket }) => ticketById(ctx, ticket),
  may: attends,
  async run(ctx, ticket, { reason }) {
    if (ticket.closed_at) throw new Refusal(409, 'support.is-closed')
    if (ticket.waits_for && !reason) throw new Refusal(422, 'support.needs-reason', {}, { field: 'reason' })
    await endTerm(ctx, ticket, 'closed')
    await ctx.db.updateTable('support.tickets')
      .set({ waits_for: null, closed_at: ctx.now, last_at: ctx.now, ...reason && seal(ctx, { table: 'support.tickets', row: ticket.id, person: ticket.person }, { close_reason: reason }) })
      .where('id', '=', ticket.id).execute()
    if (reason) await tellAsker(ctx, ticket.person, 'support.closed', ticket.id)
    if (reason && !ticket.guest) await announce(ctx.db, 'support.answered', { person: ticket.person, about: ticket.id })
  },
  audit: ({ person }) => ({ subject: person }),
})

/** Into the queue of whoever has to answer it. Its day only ever comes nearer by this. */
export const moveTicket = command('support.move', {
  input: which.extend(Move.shape),
  load: ({ db }: Context, { ticket }) => db.selectFrom('support.tickets').select(['id', 'person', 'topic', 'asked_at', 'due_by', 'waits_for', 'closed_at']).where('id', '=', ticket).forUpdate().executeTakeFirst(),
  may: attends,
  async run(ctx, { id, topic: before, asked_at, due_by, closed_at }, { topic }) {
    if (closed_at) throw new Refusal(409, 'support.is-closed')
    const { dueBy } = termOf(ctx.policy, topic, asked_at)
    await ctx.db.updateTable('support.tickets').set({ topic, ...dueBy < due_by && { due_by: dueBy } }).where('id', '=', id).execute()
    if (isOfficers(topic) !== isOfficers(before)) await announce(ctx.db, 'support.asked', { about: id })
  },
  audit: ({ person }, { topic }) => ({ subject: person, details: topic }),
})
