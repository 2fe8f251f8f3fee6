// A form is sent once, however often its button is pressed or its request repeated: every form carries a key,
// and the first change made under it writes the key down in its own transaction.
import type { Database } from '../database/database.ts'

/** Thrown by the second sending: what it asks for has happened already. */
export class AlreadyDone extends Error {
  readonly key: string
  constructor(key: string) {
    super('This form was sent before')
    this.key = key
  }
}

/** A second sending that comes while the first is under way waits here for its end. */
export async function claimOnce(db: Database, key: string, now: Date) {
  const claimed = await db.insertInto('web.sendings').values({ key, done_at: now }).onConflict(clash => clash.doNothing()).executeTakeFirst()
  if (!claimed.numInsertedOrUpdatedRows) throw new AlreadyDone(key)
}

/** Where the first sending led, for whoever sends it again. */
export const rememberAnswer = (db: Database, key: string, leads_to: string) =>
  db.updateTable('web.sendings').set({ leads_to }).where('key', '=', key).execute()

export const answerOf = async (db: Database, key: string) =>
  (await db.selectFrom('web.sendings').select('leads_to').where('key', '=', key).executeTakeFirst())?.leads_to

export const forgetSendings = (db: Database, before: Date) =>
  db.deleteFrom('web.sendings').where('done_at', '<', before).execute()
