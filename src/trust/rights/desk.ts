import { z } from 'zod'
import type { SealedValue } from '#platform/database/database.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { lawProfile, workingDaysLeft } from '#trust/law/law.ts'

export type DeskRow = { id: string; number: number; kind: string; asked_at: Date; promised_by: Date; due_by: Date; taken_at: Date | null; answered_at: Date | null; granted: boolean | null }
export type Case = DeskRow & { person: string; wish: SealedValue | null; done: SealedValue | null; kept: SealedValue | null; why: SealedValue | null }

const columns = ['id', 'number', 'kind', 'asked_at', 'promised_by', 'due_by', 'taken_at', 'answered_at', 'granted'] as const

/** The line of waiting requests shows no names: who asks is seen on opening a case, and that look is recorded. */
export const showDesk = query('rights.desk', {
  input: z.strictObject({}),
  async find({ db, policy, now }: Context): Promise<{ open: (DeskRow & { daysLeft: number })[]; answered: DeskRow[] }> {
    const requests = () => db.selectFrom('rights.requests').select([...columns])
    const [open, answered] = await Promise.all([
      requests().where('answered_at', 'is', null).orderBy('due_by').limit(200).execute(),
      requests().where('answered_at', 'is not', null).orderBy('answered_at', 'desc').limit(20).execute(),
    ])
    const law = lawProfile(policy.law)
    return { open: open.map(row => ({ ...row, daysLeft: workingDaysLeft(row.due_by, now, law) })), answered }
  },
  may: actor => actor.role === 'privacy-officer' || actor.role === 'system',
  reveals: () => [],
})

export const showCase = query('rights.case', {
  input: z.strictObject({ id: z.uuid() }),
  find: ({ db }: Context, { id }): Promise<Case | undefined> =>
    db.selectFrom('rights.requests').select([...columns, 'person', 'wish', 'done', 'kept', 'why']).where('id', '=', id).executeTakeFirst(),
  may: actor => actor.role === 'privacy-officer',
  reveals: ({ person }) => [person],
})

/** Open requests and, of these, the late ones: counts, for the office. */
export const requestsWaiting = async ({ db, now }: Pick<Context, 'db' | 'now'>): Promise<{ open: number; late: number }> =>
  db.selectFrom('rights.requests').where('answered_at', 'is', null)
    .select(eb => [eb.fn.countAll<number>().as('open'), eb.fn.countAll<number>().filterWhere('due_by', '<', now).as('late')]).executeTakeFirstOrThrow()

export type RunningRequest = { id: string; number: number; /** Working days begun since it was asked, 0 on the day itself, of how many there are. */ day: number; days: number; dueBy: Date; late: boolean }

/** The open request that is due first, and how far its clock has come. Nobody is named. */
export async function firstRequest({ db, policy, now }: Pick<Context, 'db' | 'policy' | 'now'>): Promise<RunningRequest | undefined> {
  const found = await db.selectFrom('rights.requests').select(['id', 'number', 'asked_at', 'due_by']).where('answered_at', 'is', null).where('kind', '<>', 'access').orderBy('due_by').limit(1).executeTakeFirst()
  if (!found) return undefined
  const law = lawProfile(policy.law)
  const days = workingDaysLeft(found.due_by, found.asked_at, law)
  return { id: found.id, number: found.number, day: Math.min(days, workingDaysLeft(now, found.asked_at, law)), days, dueBy: found.due_by, late: found.due_by < now }
}
