import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { countTry, networkOf } from '#people/sign-in/sign-in.ts'
import { termOf } from './controls.ts'
import { Message } from './forms.ts'

const Sent = Message.extend({ client: z.object({ address: z.string() }) })

/** Keeps a visitor's message under a key of its own. 404 where the manifest names no term for it, 429 when a network sends too many. */
export async function sendMessage(ctx: Context, raw: z.input<typeof Sent>): Promise<string> {
  const id = await writeDown(ctx, raw)
  await ctx.vault.confirm(ctx.site, id) // a crash before this is made good by settling admissions
  return id
}

const writeDown = command('contact.send', {
  input: Sent,
  prepare,
  load: async (_: Context, __, id) => id,
  may: actor => actor.person === null,
  async run(ctx, id, { name, reach, words }) {
    await ctx.db.insertInto('contact.messages').values({
      id, written_at: ctx.now, ...seal(ctx, { table: 'contact.messages', row: id, person: id }, { name: name || null, reach, words }),
    }).execute()
    return id
  },
  audit: subject => ({ subject }),
})

/** What may be refused is refused before a key is made. */
async function prepare(ctx: Context, { client }: z.output<typeof Sent>): Promise<string> {
  if (!termOf(ctx.policy)) throw new Refusal(404, 'common.not-found')
  if (ctx.actor.person) throw new Refusal(403, 'common.not-allowed')
  await countSending(ctx, client.address)
  const id = randomUUID()
  await ctx.vault.admit(ctx.site, id, {}, ctx.now)
  return id
}

/** A bucket of its own: whoever writes much is not kept from signing in. */
async function countSending(ctx: Context, address: string) {
  try { await countTry(ctx, { name: `message from ${networkOf(address)}` }) } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 429) throw error
    throw new Refusal(429, 'contact.too-many', error.facts, error.retryAfter ? { retryAfter: error.retryAfter } : {})
  }
}

/** Of these, which are messages that were written down. */
export const arrived = async (db: Database, ids: readonly string[]) =>
  (await db.selectFrom('contact.messages').select('id').where('id', '=', sql<string>`any (${ids}::uuid[])`).execute()).map(({ id }) => id)
