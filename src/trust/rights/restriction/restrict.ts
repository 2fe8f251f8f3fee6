import { z } from 'zod'
import { midnightOf } from '#platform/clock/clock.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'
import { placeRequest } from '../ask.ts'
import { begin, end } from './begin-and-end.ts'
import { disputable, objectable, waysOf } from './ways.ts'

const self = async ({ actor }: Context) => actor.person ?? undefined
const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const Words = z.string().trim().min(5).max(4000)

/** All use but storage rests, until it is lifted or, where the school offers a day, until the beginning of that day. */
export const restrict = command('rights.restrict', {
  input: z.strictObject({ until: Day.optional() }),
  load: self,
  may: actor => actor.person !== null,
  async run(ctx, person, { until }) {
    const ways = waysOf(ctx.policy)
    if (!ways.includes('switch') && !ways.includes('until')) throw new Refusal(409, 'rights.not-switched-here')
    if (ways.includes('until') !== (until !== undefined)) throw new Refusal(422, 'rights.until-when', {}, { field: 'until' })
    const moment = until && beginningOf(until, ctx)
    return begin(ctx, { person, scope: 'all', ...moment && { until: moment } })
  },
  audit: person => ({ subject: person, details: 'restriction' }),
})

/** @throws Refusal 422 for a day that is no day, or not to come. */
function beginningOf(day: string, { zone, now }: Pick<Context, 'zone' | 'now'>): Date {
  try {
    const moment = midnightOf(day, zone)
    if (moment > now) return moment
  } catch (error) { if (!(error instanceof RangeError)) throw error }
  throw new Refusal(422, 'rights.day-to-come', {}, { field: 'until' })
}

/** Whoever put it on hold takes it off, at any time. What rests while a request is decided is lifted the same way. */
export const lift = command('rights.lift', {
  input: z.strictObject({ id: z.uuid() }),
  load: ({ db }: Context, { id }) => db.selectFrom('rights.restrictions').select(['id', 'person', 'scope']).where('id', '=', id).where('ended_at', 'is', null).executeTakeFirst(),
  may: (actor, { person }) => isSelf(actor, person),
  run: (ctx, { id }) => end(ctx, id),
  audit: ({ person }) => ({ subject: person, details: 'restriction' }),
})

/** Somebody says that a kind of data about them is wrong, and why: nobody uses it until the officer has decided. */
export const dispute = command('rights.dispute', {
  input: z.strictObject({ field: z.string().max(60), wish: Words }),
  load: self,
  may: actor => actor.person !== null,
  async run(ctx, person, { field, wish }) {
    if (!waysOf(ctx.policy).includes('dispute')) throw new Refusal(409, 'rights.not-switched-here')
    if (!disputable(ctx).some(({ category }) => category === field)) throw new Refusal(422, 'rights.not-a-field', {}, { field: 'field' })
    const request = await placeRequest(ctx, person, 'rectification', wish)
    await begin(ctx, { person, scope: 'field', subject: field, request })
    return request
  },
  audit: person => ({ subject: person, details: 'rectification' }),
})

/** Somebody objects to one use: it stops for them from this moment, and a person of the school decides. */
export const object = command('rights.object', {
  input: z.strictObject({ use: z.string().max(60), wish: Words }),
  load: self,
  may: actor => actor.person !== null,
  async run(ctx, person, { use, wish }) {
    if (!objectable(ctx.policy).some(({ id }) => id === use)) throw new Refusal(422, 'rights.not-a-use', {}, { field: 'use' })
    const request = await placeRequest(ctx, person, 'objection', wish)
    await begin(ctx, { person, scope: 'use', subject: use, request })
    return request
  },
  audit: person => ({ subject: person, details: 'objection' }),
})
