import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'
import { Reply } from './forms.ts'
import { isGuestKey } from './keys.ts'
import { ticketById, waitAgain, write, type Ticket } from './ticket.ts'

const Which = z.strictObject({ ticket: z.uuid(), key: z.string().max(100).optional() })

/** Whose enquiry it is: the person's own, or that of the guest who has its key. */
export const isAskers = (ctx: Pick<Context, 'actor' | 'site'>, { id, person, guest }: Pick<Ticket, 'id' | 'person' | 'guest'>, key: string | undefined) =>
  guest ? isGuestKey(ctx.site, id, key) : isSelf(ctx.actor, person)

async function own(ctx: Context, { ticket, key }: z.output<typeof Which>): Promise<Ticket | undefined> {
  const found = await ticketById(ctx, ticket)
  return found && isAskers(ctx, found, key) ? found : undefined
}

/** The asker writes on. What was answered or closed is open again, with a term of its own. */
export const writeMore = command('support.write-more', {
  input: Which.extend(Reply.shape),
  load: own,
  may: () => true, // decided by whose it is: for anybody else there is no such ticket
  async run(ctx, ticket, { words }) {
    await write(ctx, { ticket: ticket.id, person: ticket.person, words })
    await waitAgain(ctx, ticket)
  },
  audit: ({ person }) => ({ subject: person }),
})

/** One press: the answer did not help. The enquiry goes back into the queue. */
export const notSolved = command('support.not-solved', {
  input: Which,
  load: own,
  may: () => true,
  async run(ctx, ticket) {
    if (ticket.waits_for) throw new Refusal(409, 'support.waits-already')
    await waitAgain(ctx, ticket)
  },
  audit: ({ person }) => ({ subject: person }),
})
