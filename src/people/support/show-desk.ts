import { sql } from 'kysely'
import { z } from 'zod'
import type { Database, SealedValue } from '#platform/database/database.ts'
import { paceOf } from '#platform/obligations/obligations.ts'
import { query, type Actor, type Context } from '#trust/audit/audit.ts'
import { lawProfile, workingDaysLeft } from '#trust/law/law.ts'
import { fieldsById } from '#people/accounts/accounts.ts'
import { clauseOf } from './clause.ts'
import { freeTimes } from './consultations.ts'
import { owedAs } from './controls.ts'
import { attends, officersTopics, withinOf } from './topics.ts'

export const stages = ['waiting', 'late', 'answered', 'closed'] as const
export type Stage = (typeof stages)[number]
const state = { waiting: sql<boolean>`waits_for is not null`, late: (now: Date) => sql<boolean>`waits_for is not null and due_by < ${now}`, answered: sql<boolean>`waits_for is null and closed_at is null`, closed: sql<boolean>`closed_at is not null` }
const fits = (stage: Stage, now: Date) => stage === 'late' ? state.late(now) : state[stage]

const mine = ({ role }: Actor) => role === 'privacy-officer' ? sql<boolean>`topic = any (${officersTopics}::text[])` : sql<boolean>`topic <> all (${officersTopics}::text[])`
const staffed = ({ role }: Actor) => role === 'privacy-officer' || role === 'operator' || role === 'support'

/** The queue of whoever looks, the nearest day first. Nobody is named: who asks is seen on opening an enquiry, and that look is recorded. */
export const showDesk = query('support.desk', {
  input: z.strictObject({ stage: z.enum(stages).default('waiting') }),
  async find({ db, actor, now, policy }: Context, { stage }) {
    const own = mine(actor)
    const [rows, { rows: [counts] }, pace] = await Promise.all([
      db.selectFrom('support.tickets').select(['id', 'number', 'topic', 'channel', 'asked_at', 'due_by', 'answered_at', 'closed_at', 'waits_for', 'reopened_at'])
        .where(own).where(fits(stage, now)).orderBy(stage === 'waiting' || stage === 'late' ? sql`due_by` : sql`last_at desc`).limit(200).execute(),
      sql<Record<Stage, number>>`select count(*) filter (where ${state.waiting})::int as waiting, count(*) filter (where ${state.late(now)})::int as late,
        count(*) filter (where ${state.answered})::int as answered, count(*) filter (where ${state.closed})::int as closed from support.tickets where ${own}`.execute(db),
      paceOf(db, owedAs, now),
    ])
    const law = lawProfile(policy.law)
    return { stage, rows: rows.map(row => ({ ...row, daysLeft: workingDaysLeft(row.due_by, now, law) })), counts: counts!, pace, within: withinOf(policy), officer: actor.role === 'privacy-officer' }
  },
  may: staffed,
  reveals: () => [],
})

export type Contact = { name?: unknown; first_name?: unknown; last_name?: unknown; login?: unknown; email?: SealedValue | null; phone?: SealedValue | null; account: boolean }

/** One enquiry with its whole history. How to reach whoever asks is shown only while it is open. */
export const showTicket = query('support.show', {
  input: z.strictObject({ ticket: z.uuid() }),
  async find(ctx: Context, { ticket }) {
    const { db } = ctx
    const [found, messages, times] = await Promise.all([
      db.selectFrom('support.tickets').select(['id', 'number', 'person', 'guest', 'topic', 'channel', 'clause', 'clause_version', 'asked_at', 'waits_for', 'due_by', 'answered_at', 'closed_at', 'close_reason', 'reopened_at', 'wished_at', 'settled_at', 'request']).where('id', '=', ticket).executeTakeFirst(),
      messagesOf(db, ticket), freeTimes(ctx, ticket),
    ])
    if (!found) return undefined
    return { ...found, messages, times: found.topic === 'consultation' ? times : [], clauseNumber: clauseOf(ctx.policy, found.clause)?.number, contact: found.closed_at ? undefined : await contactOf(ctx, found), daysLeft: workingDaysLeft(found.due_by, ctx.now, lawProfile(ctx.policy.law)) }
  },
  may: attends,
  reveals: ({ person }) => [person],
})

export const messagesOf = (db: Database, ticket: string) =>
  db.selectFrom('support.messages').select(['id', 'of_school', 'words', 'left_out', 'written_at']).where('ticket', '=', ticket).orderBy('written_at').orderBy('id').execute()

async function contactOf({ db }: Context, { person, guest }: { person: string; guest: boolean }): Promise<Contact | undefined> {
  if (guest) {
    const known = await db.selectFrom('support.guests').select(['id', 'name', 'email', 'phone']).where('id', '=', person).executeTakeFirst()
    return known && { ...known, account: false }
  }
  const account = await fieldsById(db, person, ['name', 'first_name', 'last_name', 'login', 'email', 'phone'])
  return account && { ...account, account: true }
}

/** What waits for an answer in the queue of a role, and how much of it is late: counts alone. */
export async function enquiriesWaiting({ db, now }: Pick<Context, 'db' | 'now'>, role: 'operator' | 'privacy-officer'): Promise<{ waiting: number; late: number }> {
  const { rows } = await sql<{ waiting: number; late: number }>`
    select count(*)::int as waiting, count(*) filter (where due_by < ${now})::int as late from support.tickets where waits_for is not null and ${mine({ person: null, role })}`.execute(db)
  return rows[0]!
}

/** Whose desk a ticket stands on: the roles that answer it. */
export const deskRolesOf = async (db: Database, ticket: string): Promise<{ roles: ('operator' | 'support' | 'privacy-officer')[]; topic: string } | undefined> => {
  const found = await db.selectFrom('support.tickets').select('topic').where('id', '=', ticket).executeTakeFirst()
  return found && { topic: found.topic, roles: officersTopics.some(topic => topic === found.topic) ? ['privacy-officer'] : ['operator', 'support'] }
}
