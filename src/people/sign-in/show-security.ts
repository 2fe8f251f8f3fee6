import { z } from 'zod'
import { isSelf, query } from '#trust/audit/audit.ts'
import { sessionsOf } from './sessions.ts'

/** The sessions of the person who asks. */
export const showSecurity = query('sign-in.security', {
  input: z.strictObject({}),
  find: async ({ db, actor, session, now }) => actor.person ? {
    person: actor.person,
    sessions: (await sessionsOf(db, actor.person, now)).map(({ token_hash, ...one }) => ({ ...one, own: token_hash.toString('hex') === session })),
  } : undefined,
  may: (actor, { person }) => isSelf(actor, person),
  reveals: ({ person }) => [person],
})
