import { z } from 'zod'
import { command, isSelf } from '#trust/audit/audit.ts'

/** Marks a notice as read and answers where it leads. Read twice, it stays read since the first time. */
export const readNotice = command('notifications.read', {
  input: z.strictObject({ notice: z.uuid() }),
  load: ({ db }, { notice }) => db.selectFrom('notifications.notices').select(['id', 'person', 'place', 'read_at']).where('id', '=', notice).executeTakeFirst(),
  may: (actor, { person }) => isSelf(actor, person),
  async run({ db, now }, { id, place, read_at }) {
    if (!read_at) await db.updateTable('notifications.notices').set({ read_at: now }).where('id', '=', id).execute()
    return { place }
  },
  audit: ({ person }, { notice }) => ({ subject: person, details: notice }),
})

export const readAll = command('notifications.read-all', {
  input: z.strictObject({}),
  load: async ({ actor }) => actor.person ?? undefined,
  may: (actor, person) => isSelf(actor, person),
  run: ({ db, now }, person) => db.updateTable('notifications.notices').set({ read_at: now }).where('person', '=', person).where('read_at', 'is', null).execute(),
  audit: person => ({ subject: person }),
})
