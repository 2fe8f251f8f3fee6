import { z } from 'zod'
import { query, type Context } from '#trust/audit/audit.ts'
import { clauseOf } from './clause.ts'
import { isAskers } from './go-on.ts'
import { messagesOf } from './show-desk.ts'

const columns = ['id', 'number', 'topic', 'channel', 'asked_at', 'due_by', 'waits_for', 'answered_at', 'closed_at'] as const

/** One's own enquiries, the newest first. */
export const showMine = query('support.mine', {
  input: z.strictObject({}),
  find: ({ db, actor }: Context) => db.selectFrom('support.tickets').select([...columns]).where('person', '=', actor.person).where('guest', '=', false).orderBy('last_at', 'desc').limit(100).execute(),
  may: actor => actor.person !== null,
  reveals: () => [],
})

/** The history as whoever asked sees it: the same words the school sees. `key`: what a guest has instead of an account. */
export const showThread = query('support.thread', {
  input: z.strictObject({ ticket: z.uuid(), key: z.string().max(100).optional() }),
  async find(ctx: Context, { ticket, key }) {
    const [found, messages] = await Promise.all([
      ctx.db.selectFrom('support.tickets').select([...columns, 'person', 'guest', 'clause', 'clause_version', 'close_reason', 'wished_at', 'settled_at', 'request']).where('id', '=', ticket).executeTakeFirst(),
      messagesOf(ctx.db, ticket),
    ])
    return found && isAskers(ctx, found, key) ? { ...found, messages, clauseNumber: clauseOf(ctx.policy, found.clause)?.number } : undefined
  },
  may: () => true, // decided by whose it is
  reveals: () => [],
})
