import { z } from 'zod'
import { isSelf, query, type Context } from '#trust/audit/audit.ts'

/** A copy opens for its own person and for seven days; for anyone else it does not exist. */
export const findCopy = query('rights.open-copy', {
  input: z.strictObject({ id: z.uuid() }),
  find: ({ db, now }: Context, { id }) => db.selectFrom('rights.copies').select(['id', 'person', 'file']).where('id', '=', id).where('file', 'is not', null).where('expires_at', '>', now).executeTakeFirst(),
  may: (actor, copy) => isSelf(actor, copy.person),
  reveals: copy => [copy.person],
})
