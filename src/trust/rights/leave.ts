import { z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'
import { owe } from '#platform/obligations/obligations.ts'
import { command, isSystem, type Context } from '#trust/audit/audit.ts'
import { heldOf } from './erasure-plan.ts'
import { given } from './parts.ts'
import { termsFor } from './terms.ts'

type Why = 'asked' | 'retention' | 'law'

/** The proof's number is the only thread to the erasure, and it leads to no person. */
export async function startErasure(ctx: Context, person: string, reason: Why): Promise<string> {
  const kept = JSON.stringify(await heldOf(ctx, person))
  // Their account is taken in hand first: of two windows that ask at once the second waits here, and finds the erasure of the first.
  await given().leave(ctx, person)
  const underWay = await ctx.db.selectFrom('rights.erasures').select('id').where('person', '=', person).where('completed_at', 'is', null).executeTakeFirst()
  if (underWay) return underWay.id
  const id = uuidv7()
  await ctx.db.insertInto('rights.erasures').values({ id, person, asked_at: ctx.now, reason, kept }).execute()
  // Not owed to the person by name: the obligation must outlive their rows.
  await owe(ctx.db, { kind: 'rights.erasure', about: id, now: ctx.now, ...termsFor(ctx.policy, 'erasure', ctx.now) })
  return id
}

/** `sure` is a tick the person sets: an account is not lost by a slip. */
export const eraseMe = command('rights.erase-me', {
  input: z.strictObject({ sure: z.literal(true) }),
  load: async ({ actor }: Context) => actor.person ?? undefined,
  may: actor => actor.person !== null,
  run: (ctx, person) => startErasure(ctx, person, 'asked'),
  audit: () => ({ subject: null }),
})

/** The same for someone whose term has ended, or at an officer's word after a request by another way. */
export const erase = command('rights.erase', {
  input: z.strictObject({ person: z.uuid(), reason: z.enum(['asked', 'retention', 'law']) }),
  load: async (_, { person }) => person,
  may: actor => isSystem(actor) || actor.role === 'privacy-officer',
  run: (ctx, person, { reason }) => startErasure(ctx, person, reason),
  audit: () => ({ subject: null }),
})
