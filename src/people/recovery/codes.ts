// Recovery codes: for schools that know no address of a person. Ten, each good for once.
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command, isSelf, query, type Context } from '#trust/audit/audit.ts'

export const codesInAll = 10
/** They can be read again for so long, in case the page was closed too soon. */
const readableFor = 10 * 60_000
// Without 0, O, 1, I and L: they are copied by hand.
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** 80 bits: too many to guess, so a plain hash keeps them. */
export function newCode(): string {
  const text = Array.from({ length: 16 }, () => letters[fairIndex()]).join('')
  return text.match(/.{4}/g)!.join('-')
}

// A byte above the last whole round is thrown away, or the first letters would come more often.
function fairIndex(): number {
  const limit = 256 - 256 % letters.length
  for (;;) {
    const [byte = 255] = randomBytes(1)
    if (byte < limit) return byte % letters.length
  }
}

export const hashOfCode = (person: string, typed: string) =>
  createHash('sha256').update(`${person} ${typed.toUpperCase().replace(/[^0-9A-Z]/g, '')}`).digest()

/** Ten new ones; the old ones are void. */
export async function makeCodes(ctx: Context, person: string) {
  await ctx.db.deleteFrom('recovery.codes').where('person', '=', person).execute()
  await ctx.db.insertInto('recovery.codes').values(Array.from({ length: codesInAll }, () => {
    const [id, code] = [uuidv7(), newCode()]
    return { id, person, hash: hashOfCode(person, code), made_at: ctx.now, ...seal(ctx, { table: 'recovery.codes', row: id, person }, { code }) }
  })).execute()
}

const self = { load: async ({ actor }: Context) => actor.person ?? undefined, may: isSelf }

export const renewCodes = command('recovery.renew-codes', {
  ...self, input: z.strictObject({}),
  run: makeCodes,
  audit: person => ({ subject: person }),
})

/** "I have written them down": from now on only their hashes are left. */
export const acknowledgeCodes = command('recovery.acknowledge-codes', {
  ...self, input: z.strictObject({}),
  run: async ({ db }, person) => { await db.updateTable('recovery.codes').set({ code: null }).where('person', '=', person).execute() },
  audit: person => ({ subject: person }),
})

/** How many are left, and the codes themselves while they may still be read. */
export const codesOf = query('recovery.codes', {
  input: z.strictObject({}),
  find: async ({ db, actor, now }) => actor.person
    ? { person: actor.person, codes: await db.selectFrom('recovery.codes').select(['id', 'used_at', 'made_at', 'code'])
      .where('person', '=', actor.person).orderBy('id').execute().then(rows => rows.map(row => ({ ...row, code: now.getTime() - row.made_at.getTime() < readableFor ? row.code : null }))) }
    : undefined,
  may: (actor, { person }) => isSelf(actor, person),
  reveals: ({ person }) => [person],
})

export const forgetOldCodes = (db: Database, now: Date) =>
  db.updateTable('recovery.codes').set({ code: null }).where('code', 'is not', null).where('made_at', '<', new Date(now.getTime() - readableFor)).execute()
