import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import { open, seal } from '#platform/sealing/sealing.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { requestByLetter } from '#trust/rights/rights.ts'
import { messages } from './messages.ts'
import { endTerm, ticketById, type Ticket } from './ticket.ts'
import { attends } from './topics.ts'

/**
 * An enquiry that is really a request about somebody's data goes where all such requests go, with the day it came. It was proved by a sign-in,
 * or its person is asked at the address of their account. Returns the request. @throws Refusal support.no-account, support.is-closed
 */
export async function becomeRequest(ctx: Context, ticket: Ticket & { asked_at: Date }, words: string): Promise<{ id: string; number: number }> {
  if (ticket.guest) throw new Refusal(409, 'support.no-account')
  if (ticket.closed_at) throw new Refusal(409, 'support.is-closed')
  const request = await requestByLetter(ctx, { person: ticket.person, wish: words, at: ticket.asked_at, proved: ticket.channel === 'form' })
  const reason = fill(messages['became-numbered'], { number: request.number })[ctx.locale]
  await endTerm(ctx, ticket, 'closed')
  await ctx.db.updateTable('support.tickets').set({ waits_for: null, closed_at: ctx.now, last_at: ctx.now, request: request.id, ...seal(ctx, { table: 'support.tickets', row: ticket.id, person: ticket.person }, { close_reason: reason }) }).where('id', '=', ticket.id).execute()
  return request
}

/** One press of whoever answers the enquiry: what its asker wrote becomes the request. */
export const makeRequest = command('support.make-request', {
  input: z.strictObject({ ticket: z.uuid() }),
  async load(ctx: Context, { ticket: id }) {
    const [ticket, times, said] = await Promise.all([
      ticketById(ctx, id), ctx.db.selectFrom('support.tickets').select('asked_at').where('id', '=', id).executeTakeFirst(),
      ctx.db.selectFrom('support.messages').select(['id', 'words']).where('ticket', '=', id).where('of_school', '=', false).orderBy('written_at').orderBy('id').execute(),
    ])
    return ticket && times && { ...ticket, ...times, said }
  },
  may: attends,
  run: (ctx, { said, ...ticket }) => becomeRequest(ctx, ticket, said.map(({ words }) => open(ctx, words) ?? '').join('\n\n')),
  audit: ({ person }) => ({ subject: person }),
})
