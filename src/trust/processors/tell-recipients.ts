import { z } from 'zod'
import { sql } from 'kysely'
import { owe, settle } from '#platform/obligations/obligations.ts'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { deadline, lawProfile, termOf, type Within } from '#trust/law/law.ts'

const otherwise: Within = { 'working-days': 10 }

type Why = { reason: 'erasure' } | { reason: 'correction'; categories: readonly string[] }

/**
 * Whoever outside holds something of a person is to be told: to erase it, or that it was wrong. A correction concerns those who were
 * given data of these categories. Call it before the rows of the person go. Returns how many are to be told.
 */
export async function tellRecipients(ctx: Context, person: string, why: Why): Promise<number> {
  const { db, now, policy } = ctx
  const { rows } = await sql<{ recipient: string; numbers: string[] }>`
    select recipient, array_agg(reference order by at) as numbers from processors.transfers where person = ${person} group by recipient`.execute(db)
  const told = rows.filter(({ recipient }) => why.reason === 'erasure' || policy.recipients.some(({ id, data }) => id === recipient && data.some(category => why.categories.includes(category))))
  const law = lawProfile(policy.law)
  const promisedBy = deadline(now, termOf(law, why.reason === 'erasure' ? 'erasure' : 'rectification') ?? otherwise, law)
  for (const { recipient, numbers } of told) {
    const id = uuidv7()
    await db.insertInto('processors.notices').values({ id, recipient, reason: why.reason, reference_numbers: numbers, made_at: now }).execute()
    await owe(db, { kind: 'processors.tell', about: id, now, promisedBy })
  }
  return told.length
}

const noticeById = ({ db }: Pick<Context, 'db'>, { id }: { id: string }) => db.selectFrom('processors.notices').select(['id', 'recipient', 'reason', 'told_at', 'confirmed_at']).where('id', '=', id).executeTakeFirst()
const Words = z.string().trim().min(5).max(300)

/** The officer has told them; `way` says how, so that it can be shown. Whoever has to erase still owes an answer. */
export const markTold = command('processors.tell', {
  input: z.strictObject({ id: z.uuid(), way: Words }),
  load: noticeById,
  may: actor => actor.role === 'privacy-officer',
  async run({ db, actor, now }, { id, reason, told_at }, { way }) {
    if (told_at) throw new Refusal(409, 'processors.already-told')
    await db.updateTable('processors.notices').set({ told_at: now, told_by: actor.person, way }).where('id', '=', id).execute()
    if (reason !== 'erasure') await settle(db, { kind: 'processors.tell', about: id, now, effect: 'told' })
  },
  audit: ({ recipient }) => ({ subject: null, thing: `recipient:${recipient}` }),
})

/** They have said that it is erased; `confirmation` says where that can be read. Only now is the call over. */
export const markErased = command('processors.confirm-erased', {
  input: z.strictObject({ id: z.uuid(), confirmation: Words }),
  load: noticeById,
  may: actor => actor.role === 'privacy-officer',
  async run({ db, actor, now }, { id, reason, told_at, confirmed_at }, { confirmation }) {
    if (reason !== 'erasure' || !told_at || confirmed_at) throw new Refusal(409, 'processors.not-to-confirm')
    await db.updateTable('processors.notices').set({ confirmed_at: now, confirmed_by: actor.person, confirmation }).where('id', '=', id).execute()
    await settle(db, { kind: 'processors.tell', about: id, now, effect: 'erased' })
  },
  audit: ({ recipient }) => ({ subject: null, thing: `recipient:${recipient}` }),
})
