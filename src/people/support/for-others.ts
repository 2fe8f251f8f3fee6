// What modules above do with enquiries: how reports about children stand, one answer in the language of whoever asked, and answers that need nobody.
import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { Text } from '#platform/locale.ts'
import type { Context } from '#trust/audit/audit.ts'
import { localeOf, personById } from '#people/accounts/accounts.ts'
import { answerTicket } from './answer.ts'
import { endTerm, openTicket, ticketById, write, type Asked, type Opened } from './ticket.ts'

/** How many reports there have been, and how many of these are unanswered past their day. */
export async function childReportsStanding(db: Database, now: Date): Promise<{ all: number; late: number }> {
  const { rows: [found] } = await sql<{ all: number; late: number }>`
    select count(*)::int as all, count(*) filter (where waits_for is not null and due_by < ${now})::int as late from support.tickets where topic = 'child'`.execute(db)
  return found!
}

/** Of these, which there are, with number and day. */
export const ticketsAmong = async (db: Database, ids: readonly string[]) =>
  ids.length ? db.selectFrom('support.tickets').select(['id', 'number', 'asked_at', 'due_by', 'waits_for', 'closed_at']).where('id', 'in', [...ids]).execute() : []

/** What can be answered without anybody looking: question and answer stand in one exchange, and nothing is owed. */
export async function openAnswered(ctx: Context, asked: Asked, answer: string): Promise<Opened> {
  const opened = await openTicket(ctx, { ...asked, quiet: true })
  await write(ctx, { ticket: opened.id, person: asked.person, words: answer, ofSchool: true })
  await endTerm(ctx, (await ticketById(ctx, opened.id))!, 'answered')
  await ctx.db.updateTable('support.tickets').set({ waits_for: null, answered_at: ctx.now, last_at: ctx.now }).where('id', '=', opened.id).execute()
  return opened
}

/** The same answer closes each of these that is still open. */
export async function answerInTheirLanguage(ctx: Context, tickets: readonly string[], words: Text): Promise<void> {
  for (const id of tickets) {
    const ticket = await ticketById(ctx, id)
    if (!ticket || ticket.closed_at) continue
    const asker = ticket.guest ? await ctx.db.selectFrom('support.guests').select('locale').where('id', '=', ticket.person).executeTakeFirst() : await personById(ctx.db, ticket.person)
    await answerTicket(ctx, { ticket: id, words: words[localeOf(asker?.locale)], close: 'yes' })
  }
}
