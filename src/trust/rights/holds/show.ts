import { sql } from 'kysely'
import { z } from 'zod'
import { query, type Context } from '#trust/audit/audit.ts'
import { given } from '../parts.ts'
import { holdable, mayHold } from './place.ts'

const columns = ['id', 'number', 'person', 'category', 'ground', 'until_at', 'asked_at', 'asked_by', 'begun_at', 'kept_at', 'lift_asked_at', 'lift_asked_by', 'ended_at'] as const

/** Every hold there is or was, the latest first, who answers for each, and of what a new one can be made. */
export const showLegalHolds = query('rights.legal-holds', {
  input: z.strictObject({}),
  async find(ctx: Context) {
    const [holds, owners] = await Promise.all([
      ctx.db.selectFrom('rights.holds').select(columns).orderBy('number', 'desc').limit(200).execute(),
      given().namesOf(ctx.db, sql<string>`(select asked_by from rights.holds)`),
    ])
    return { holds, owners, kinds: holdable(ctx).map(({ category, what }) => ({ category, what })) }
  },
  may: mayHold,
  reveals: ({ holds }) => holds.flatMap(({ person, kept_at }) => person && !kept_at ? [person] : []),
})
export type ShownHolds = Awaited<ReturnType<typeof showLegalHolds>>
