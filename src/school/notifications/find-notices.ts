import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import { query, type Context } from '#trust/audit/audit.ts'

const latest = 100

/** The latest notices of whoever asks, the newest first. */
export const myNotices = query('notifications.mine', {
  input: z.strictObject({}),
  find: ({ db, actor }: Context) => db.selectFrom('notifications.notices').select(['id', 'kind', 'place', 'made_at', 'read_at'])
    .where('person', '=', actor.person).orderBy('made_at', 'desc').orderBy('id', 'desc').limit(latest).execute(),
  may: actor => actor.person !== null,
  reveals: () => [],
})

export const unreadCount = async (db: Database, person: string): Promise<number> =>
  Number((await db.selectFrom('notifications.notices').select(({ fn }) => fn.countAll().as('all')).where('person', '=', person).where('read_at', 'is', null).executeTakeFirstOrThrow()).all)
