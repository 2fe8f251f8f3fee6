// An enquiry from its first word to its last: what every way of writing to the school does alike.
import { randomUUID } from 'node:crypto'
import { announce } from '#platform/events/events.ts'
import { uuidv7 } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/mail.ts'
import { owe, settle } from '#platform/obligations/obligations.ts'
import { seal } from '#platform/sealing/sealing.ts'
import type { Context } from '#trust/audit/audit.ts'
import { owedAs } from './controls.ts'
import { sendsLetters, termOf, type Channel, type Topic } from './topics.ts'

export type Asked = {
  person: string; guest: boolean; topic: Topic; channel: Channel; words: string
  clause?: string | undefined; version?: number | undefined
  /** When it reached the school, if that was before now. */
  at?: Date | undefined
  /** Which of the offered times suits them, where it is about a consultation. */
  wished?: Date | null
  /** Names of what came with a letter and was not taken, and the hash of the letter's number. */
  leftOut?: string[]; letter?: Buffer | undefined
  /** It goes on as something else at once: nobody is told of it as an enquiry. */
  quiet?: boolean
  /** The term of an answer, where another rule than that of enquiries sets it. */
  term?: { promisedBy: Date; dueBy: Date } | undefined
}
export type Opened = { id: string; number: number }
export type Ticket = { id: string; number: number; person: string; guest: boolean; topic: string; channel: string; waits_for: string | null; answered_at: Date | null; closed_at: Date | null }

export const ticketColumns = ['id', 'number', 'person', 'guest', 'topic', 'channel', 'waits_for', 'answered_at', 'closed_at'] as const

/** The ticket, held so that two hands do not work on it at once. */
export const ticketById = ({ db }: Pick<Context, 'db'>, id: string): Promise<Ticket | undefined> =>
  db.selectFrom('support.tickets').select([...ticketColumns]).where('id', '=', id).forUpdate().executeTakeFirst()

/** A number, a term, the first message, a letter that says so, and word to whoever answers. */
export async function openTicket(ctx: Context, { person, guest, topic, channel, words, clause, version, at = ctx.now, wished = null, leftOut, letter, quiet = false, term = termOf(ctx.policy, topic, at) }: Asked): Promise<Opened> {
  const [id, spell] = [uuidv7(), uuidv7()]
  const { promisedBy, dueBy } = term
  const { number } = await ctx.db.insertInto('support.tickets')
    .values({ id, person, guest, topic, channel, clause: clause ?? null, clause_version: version ?? null, wished_at: wished, asked_at: at, waits_for: spell, due_by: dueBy, last_at: ctx.now })
    .returning('number').executeTakeFirstOrThrow()
  await write(ctx, { ticket: id, person, words, at, leftOut, letter })
  await owe(ctx.db, { kind: owedAs, about: spell, person, now: at, promisedBy, dueBy })
  if (!quiet) {
    await tellAsker(ctx, person, 'support.received', id)
    await announce(ctx.db, 'support.asked', { about: id })
  }
  return { id, number }
}

type Written = { ticket: string; person: string; words: string; author?: string | null; ofSchool?: boolean; at?: Date; leftOut?: string[] | undefined; letter?: Buffer | undefined }

/** One message of either side. Its words are sealed under the key of whoever asked. */
export async function write(ctx: Context, { ticket, person, words, author = null, ofSchool = false, at = ctx.now, leftOut = [], letter }: Written): Promise<string> {
  const id = uuidv7()
  await ctx.db.insertInto('support.messages').values({
    id, ticket, of_school: ofSchool, author, letter: letter ?? null, written_at: at,
    ...seal(ctx, { table: 'support.messages', row: id, person }, { words, left_out: leftOut.length ? leftOut.join(', ') : null }),
  }).execute()
  return id
}

/** The asker has written again, or says that it is not solved: from now on an answer is owed anew. One that is owed already keeps its day. */
export async function waitAgain(ctx: Context, { id, person, topic, waits_for, closed_at }: Ticket) {
  if (waits_for) return void await ctx.db.updateTable('support.tickets').set({ last_at: ctx.now }).where('id', '=', id).execute()
  const spell = uuidv7()
  const { promisedBy, dueBy } = termOf(ctx.policy, topic, ctx.now)
  await owe(ctx.db, { kind: owedAs, about: spell, person, now: ctx.now, promisedBy, dueBy })
  await ctx.db.updateTable('support.tickets')
    .set({ waits_for: spell, due_by: dueBy, alerted_at: null, closed_at: null, close_reason: null, last_at: ctx.now, ...closed_at && { reopened_at: ctx.now } })
    .where('id', '=', id).execute()
  await announce(ctx.db, 'support.asked', { about: id })
}

/** Nothing is owed any more: it was answered, or closed for a reason. */
export const endTerm = async (ctx: Context, { waits_for }: Ticket, effect: 'answered' | 'closed') => {
  if (waits_for) await settle(ctx.db, { kind: owedAs, about: waits_for, now: ctx.now, effect })
}

/** By letter where the school sends any; who has no address gets none. */
export async function tellAsker(ctx: Context, person: string, template: 'support.received' | 'support.answered' | 'support.closed', about: string) {
  if (sendsLetters(ctx.policy)) await queueMail(ctx.db, { person, template, about, now: ctx.now })
}

export type Guest = { name?: string | undefined; email?: string | undefined; phone?: string | undefined }

/** First half of taking a guest in, outside of the transaction: a key that is theirs alone. */
export async function admitGuest(ctx: Context): Promise<string> {
  const id = randomUUID()
  await ctx.vault.admit(ctx.site, id, {}, ctx.now)
  return id
}

/** Second half, inside; `ctx.vault.confirm` follows after it. */
export const addGuest = (ctx: Context, id: string, { name, email, phone }: Guest) =>
  ctx.db.insertInto('support.guests').values({
    id, locale: ctx.locale, written_at: ctx.now, ...seal(ctx, { table: 'support.guests', row: id, person: id }, { name: name || null, email: email || null, phone: phone || null }),
  }).execute()
