// A form is sent once, however often its button is pressed or its request repeated: every form carries a key,
// and the first change made under it writes the key's hash down in its own transaction. An answer may lead to an address that
// opens somebody's letter: it is sealed under the key itself, which only the form holds.
import { createHash, hkdfSync } from 'node:crypto'
import type { Database } from '../database/database.ts'
import { decrypt, encrypt } from '../sealing/sealing.ts'

/** Thrown by the second sending: what it asks for has happened already. */
export class AlreadyDone extends Error {
  readonly key: string
  constructor(key: string) {
    super('This form was sent before')
    this.key = key
  }
}

const hashOf = (key: string) => createHash('sha256').update(key).digest()
const sealerOf = (key: string) => Buffer.from(hkdfSync('sha256', key, '', 'senim answer of a form 1', 32))

/** A second sending that comes while the first is under way waits here for its end. */
export async function claimOnce(db: Database, key: string, now: Date) {
  const claimed = await db.insertInto('web.sendings').values({ hash: hashOf(key), done_at: now }).onConflict(clash => clash.doNothing()).executeTakeFirst()
  if (!claimed.numInsertedOrUpdatedRows) throw new AlreadyDone(key)
}

/** Where the first sending led, for whoever sends it again. */
export const rememberAnswer = (db: Database, key: string, to: string) =>
  db.updateTable('web.sendings').set({ leads_to: encrypt(sealerOf(key), hashOf(key), Buffer.from(to)) }).where('hash', '=', hashOf(key)).execute()

export async function answerOf(db: Database, key: string): Promise<string | undefined> {
  const found = await db.selectFrom('web.sendings').select('leads_to').where('hash', '=', hashOf(key)).executeTakeFirst()
  return found?.leads_to ? String(decrypt(sealerOf(key), hashOf(key), found.leads_to)) : undefined
}

export const forgetSendings = (db: Database, before: Date) =>
  db.deleteFrom('web.sendings').where('done_at', '<', before).execute()
