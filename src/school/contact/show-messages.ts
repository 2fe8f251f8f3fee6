import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, query, type Actor, type Context } from '#trust/audit/audit.ts'

const answers = ({ role }: Actor) => role === 'operator' || role === 'support'

/** The newest hundred, those that wait first. */
export const showMessages = query('contact.show', {
  input: z.strictObject({}),
  find: ({ db }: Context) => db.selectFrom('contact.messages').select(['id', 'name', 'reach', 'words', 'written_at', 'answered_at'])
    .orderBy(sql`answered_at is not null`).orderBy('written_at', 'desc').limit(100).execute(),
  may: answers,
  reveals: rows => rows.map(({ id }) => id),
})

/** Notes that somebody has answered, and who. */
export const markAnswered = command('contact.answer', {
  input: z.strictObject({ message: z.uuid() }),
  load: ({ db }: Context, { message }) => db.selectFrom('contact.messages').select(['id', 'answered_at']).where('id', '=', message).forUpdate().executeTakeFirst(),
  may: answers,
  async run({ db, now, actor }, { id, answered_at }) {
    if (answered_at) throw new Refusal(409, 'contact.answered-already')
    await db.updateTable('contact.messages').set({ answered_at: now, answered_by: actor.person }).where('id', '=', id).execute()
  },
  audit: ({ id }) => ({ subject: id }),
})

export const messagesWaiting = async (db: Database): Promise<number> =>
  Number((await db.selectFrom('contact.messages').select(({ fn }) => fn.countAll().as('waiting')).where('answered_at', 'is', null).executeTakeFirstOrThrow()).waiting)
