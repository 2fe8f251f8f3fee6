import { sql } from 'kysely'
import { z } from 'zod'
import type { SealedValue } from '#platform/database/database.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { daysBetween, lawProfile, workingDaysLeft } from '#trust/law/law.ts'
import { heldOf, type Held } from '../erasure-plan.ts'
import { countsOfAsker } from '../my-data.ts'
import { given, type Name } from '../parts.ts'

export type DeskRow = { id: string; number: number; kind: string; asked_at: Date; promised_by: Date; due_by: Date; taken_at: Date | null; answered_at: Date | null; granted: boolean | null; responsible: string | null }
export type Open = DeskRow & { daysLeft: number }
export type Case = DeskRow & {
  person: string; came: string; confirmed_at: Date | null; wish: SealedValue | null; done: SealedValue | null; kept: SealedValue | null; why: SealedValue | null
  /** Who asks, while whoever looks has said why. */
  who: { name: Name | undefined; until: Date } | undefined
  /** How much is held about them, by category, and what of it the law keeps. */
  counts: Record<string, number>
  held: Held[]
  /** What rests for them because of this request. */
  resting: { id: string; scope: string; subject: string }[]
}
export const stages = ['all', 'soon', 'received', 'work', 'done'] as const
export type Stage = (typeof stages)[number]
/** As few working days as this are "soon". */
const soon = 2

const columns = ['id', 'number', 'kind', 'asked_at', 'promised_by', 'due_by', 'taken_at', 'answered_at', 'granted', 'responsible'] as const

const fits: Record<Exclude<Stage, 'done'>, (row: Open) => boolean> = {
  all: () => true, soon: ({ daysLeft }) => daysLeft <= soon, received: ({ taken_at }) => !taken_at, work: ({ taken_at }) => Boolean(taken_at),
}

/** The line of waiting requests shows no names: who asks is seen on opening a case, for a reason, and that look is recorded. */
export const showDesk = query('rights.desk', {
  input: z.strictObject({ stage: z.enum(stages).default('all') }),
  async find({ db, policy, now }: Context, { stage }): Promise<{ stage: Stage; open: Open[]; answered: (DeskRow & { daysTaken: number })[]; counts: Record<Stage, number> }> {
    const requests = () => db.selectFrom('rights.requests').select([...columns])
    const [waiting, answered, all] = await Promise.all([
      requests().where('answered_at', 'is', null).orderBy('due_by').limit(200).execute(),
      requests().where('answered_at', 'is not', null).orderBy('answered_at', 'desc').limit(stage === 'done' ? 100 : 5).execute(),
      db.selectFrom('rights.requests').select(({ fn }) => fn.countAll<number>().as('n')).where('answered_at', 'is not', null).executeTakeFirstOrThrow(),
    ])
    const law = lawProfile(policy.law)
    const open = waiting.map(row => ({ ...row, daysLeft: workingDaysLeft(row.due_by, now, law) }))
    const count = (name: Exclude<Stage, 'done'>) => open.filter(fits[name]).length
    const daysTaken = (row: DeskRow) => daysBetween(row.asked_at, row.answered_at!, law).at(-1)?.count ?? daysBetween(row.asked_at, row.answered_at!, law).filter(day => day.count).length
    return {
      stage, open: stage === 'done' ? [] : open.filter(fits[stage]), answered: answered.map(row => ({ ...row, daysTaken: daysTaken(row) })),
      counts: { all: count('all'), soon: count('soon'), received: count('received'), work: count('work'), done: Number(all.n) },
    }
  },
  may: actor => actor.role === 'privacy-officer' || actor.role === 'system',
  reveals: () => [],
})

export const showCase = query('rights.case', {
  input: z.strictObject({ id: z.uuid() }),
  async find(ctx: Context, { id }): Promise<Case | undefined> {
    // Whoever asked is named by the request itself, so that nothing waits for it to be read.
    const asker = sql<string>`(select person from rights.requests where id = ${id})`
    const [found, until, names, counts, held, resting] = await Promise.all([
      ctx.db.selectFrom('rights.requests').select([...columns, 'person', 'came', 'confirmed_at', 'wish', 'done', 'kept', 'why']).where('id', '=', id).executeTakeFirst(),
      given().openedUntil(ctx, asker), given().namesOf(ctx.db, asker), countsOfAsker(ctx, id), heldOf(ctx, asker),
      ctx.db.selectFrom('rights.restrictions').select(['id', 'scope', 'subject']).where('request', '=', id).where('ended_at', 'is', null).execute(),
    ])
    return found && { ...found, who: until && { name: names[0], until }, counts, held, resting }
  },
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
