import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { restrictionsOf } from './standing.ts'
import { disputable, objectable, waysOf } from './ways.ts'

/** What rests for whoever asks, and what they can put on hold here. */
export const showHolds = query('rights.show-holds', {
  input: z.strictObject({}),
  async find(ctx: Context) {
    const standing = ctx.actor.person ? await restrictionsOf(ctx.db, ctx.actor.person, ctx.now) : []
    const ways = waysOf(ctx.policy)
    return { ways, standing: standing.find(({ scope }) => scope === 'all'), fields: ways.includes('dispute') ? disputable(ctx) : [], uses: objectable(ctx.policy), purposes: ctx.policy.purposes }
  },
  may: actor => actor.person !== null,
  reveals: () => [],
})

/** @throws Refusal 404 where the school has no such page. */
export async function mustOffer<What extends 'fields' | 'uses' | 'ways'>(ctx: Context, what: What) {
  const shown = await showHolds(ctx, {})
  const none = what === 'ways' ? !shown.standing && !shown.ways.some(way => way !== 'dispute') : !shown[what].length
  if (none) throw new Refusal(404, 'common.not-found')
  return shown
}
