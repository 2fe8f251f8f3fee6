import { z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'
import { announce } from '#platform/events/events.ts'
import { owe } from '#platform/obligations/obligations.ts'
import { Refusal } from '#platform/refusal.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { given } from './parts.ts'
import { termsFor } from './terms.ts'

/** Rights that a person decides: asked for here, answered in the privacy office. */
export const asked = ['rectification', 'restriction', 'objection', 'withdrawal', 'portability', 'complaint'] as const
export type Asked = (typeof asked)[number]

const self = async ({ actor }: Context) => actor.person ?? undefined

type Opening = { person: string; kind: string; wish: string | null; came?: 'account' | 'letter'; confirmedAt?: Date | null }

async function open(ctx: Context, { person, kind, wish, came = 'account', confirmedAt = null }: Opening) {
  const id = uuidv7()
  const { promisedBy, dueBy } = termsFor(ctx.policy, kind, ctx.now)
  const responsible = wish === null && kind === 'access' ? null : await given().officer(ctx.db) ?? null // the machine answers for copies
  const { number } = await ctx.db.insertInto('rights.requests').values({
    id, person, kind, responsible, came, confirmed_at: confirmedAt, asked_at: ctx.now, promised_by: promisedBy, due_by: dueBy, ...seal(ctx, { table: 'rights.requests', row: id, person }, { wish }),
  }).returning('number').executeTakeFirstOrThrow()
  return { id, number, promisedBy, dueBy }
}

/** Writes it down with its dates, and tells the office. */
export async function openRequest(ctx: Context, opening: Opening): Promise<{ id: string; number: number }> {
  const { person } = opening
  const { id, number, promisedBy, dueBy } = await open(ctx, opening)
  await owe(ctx.db, { kind: 'rights.request', about: id, person, now: ctx.now, promisedBy, dueBy })
  await announce(ctx.db, 'rights.asked', { person, about: id })
  return { id, number }
}

export const placeRequest = async (ctx: Context, person: string, kind: Asked, wish: string | null): Promise<string> => (await openRequest(ctx, { person, kind, wish })).id

/** Any right can be asked for in one's own words. It reaches the privacy office with its deadline. */
export const askForRight = command('rights.ask', {
  input: z.strictObject({ kind: z.enum(asked), wish: z.string().trim().min(5).max(4000) }),
  load: self,
  may: actor => actor.person !== null,
  run: (ctx, person, { kind, wish }) => placeRequest(ctx, person, kind, wish),
  audit: (person, { kind }) => ({ subject: person, details: kind }),
})

/** A request that came on paper or by telephone: its term runs from the day it came, whoever writes it down and whenever. */
export const recordRequest = command('rights.record', {
  input: z.strictObject({ person: z.uuid(), kind: z.enum(asked), wish: z.string().trim().min(5).max(4000), at: z.date() }),
  load: async (_, { person }) => person,
  may: actor => actor.role === 'privacy-officer' || actor.role === 'operator' || actor.role === 'support',
  run: (ctx, person, { kind, wish, at }) => placeRequest({ ...ctx, now: at }, person, kind, wish),
  audit: (person, { kind }) => ({ subject: person, details: kind }),
})

/** One press stands for the words: nothing about the person may be used until the school has decided. */
export const askForRestriction = command('rights.ask-restriction', {
  input: z.strictObject({}),
  load: self,
  may: actor => actor.person !== null,
  async run(ctx, person) {
    const waiting = await ctx.db.selectFrom('rights.requests').select('id').where('person', '=', person).where('kind', '=', 'restriction').where('answered_at', 'is', null).executeTakeFirst()
    if (waiting) throw new Refusal(409, 'rights.already-asked')
    return placeRequest(ctx, person, 'restriction', null)
  },
  audit: person => ({ subject: person, details: 'restriction' }),
})

/** The copy is built by a job, so asking costs nothing; one at a time. */
export const askForCopy = command('rights.ask-copy', {
  input: z.strictObject({}),
  load: self,
  may: actor => actor.person !== null,
  async run(ctx, person) {
    const waiting = await ctx.db.selectFrom('rights.copies').select('id').where('person', '=', person).where('ready_at', 'is', null).executeTakeFirst()
    if (waiting) throw new Refusal(409, 'rights.copy-on-its-way')
    const { id: request, promisedBy, dueBy } = await open(ctx, { person, kind: 'access', wish: null })
    const id = uuidv7()
    await ctx.db.insertInto('rights.copies').values({ id, person, request, asked_at: ctx.now }).execute()
    await owe(ctx.db, { kind: 'rights.copy', about: id, person, now: ctx.now, promisedBy, dueBy })
    return id
  },
  audit: person => ({ subject: person, details: 'access' }),
})
