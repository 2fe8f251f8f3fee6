import { sql } from 'kysely'
import { z } from 'zod'
import { midnightOf } from '#platform/clock/clock.ts'
import { uuidv7 } from '#platform/ids.ts'
import { owe, settle } from '#platform/obligations/obligations.ts'
import { Refusal } from '#platform/refusal.ts'
import { open, SealedValue } from '#platform/sealing/sealing.ts'
import { command, type Actor, type Context } from '#trust/audit/audit.ts'
import { rowsOf } from '#trust/data-map/data-map.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { given } from '../parts.ts'
import { endKind, liftKind } from './keep.ts'

/** The two roles whose people place a hold, confirm it, and lift it. */
export const mayHold = ({ role }: Pick<Actor, 'role'>): boolean => role === 'privacy-officer' || role === 'operator'

/** How somebody gets in is no evidence of anything, and the log keeps itself. */
const never = ['account.password', 'account.sessions', 'audit.details']

/** The kinds of data of which rows lead to a person, and go with them. */
export const holdable = ({ policy, map }: Pick<Context, 'policy' | 'map'>): Policy['data'] =>
  policy.data.filter(({ category }) => !never.includes(category) && map.some(table => rowsOf('', table, map) && table.columns.some(({ note }) => note.says === 'data' && note.category === category && note.erase !== 'hold' && note.erase !== 'shred')))

export const Placed = z.strictObject({ person: z.uuid(), category: z.string().max(60), ground: z.string().trim().min(8).max(300), until: z.iso.date() })

/** A hold stands before another person, who has to confirm it. It ends at the end of the day that is named. @throws Refusal 422 with its field. */
export const placeLegalHold = command('rights.place-legal-hold', {
  input: Placed,
  load: (ctx: Context, { person }) => nameOf(ctx, person),
  may: mayHold,
  async run(ctx, { name }, { person, category, ground, until }) {
    if (name === undefined) throw new Refusal(422, 'rights.legal-no-person', {}, { field: 'person' })
    if (!holdable(ctx).some(data => data.category === category)) throw new Refusal(422, 'rights.legal-no-kind', {}, { field: 'category' })
    const parts = name.toLowerCase().split(/[\s,]+/).filter(part => part.length > 2)
    if (ground.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.some(word => parts.includes(word))) throw new Refusal(422, 'rights.legal-names-somebody', {}, { field: 'ground' })
    const end = midnightOf(until, ctx.zone, 1)
    if (end <= ctx.now) throw new Refusal(422, 'rights.legal-day', {}, { field: 'until' })
    const id = uuidv7()
    await ctx.db.insertInto('rights.holds').values({ id, person, category, ground, until_at: end, asked_at: ctx.now, asked_by: ctx.actor.person }).execute()
    return id
  },
  audit: ({ name }, { person, category }) => ({ subject: name === undefined ? null : person, details: category }),
})

/** Without a name where there is no such person. */
async function nameOf(ctx: Context, person: string): Promise<{ name?: string }> {
  const [found] = await given().namesOf(ctx.db, sql<string>`(${person}::uuid)`)
  if (!found) return {}
  const { name, first_name, last_name } = found
  const opened = [name, first_name, last_name].map(each => each instanceof SealedValue ? open(ctx, each) : each)
  return { name: opened.filter(Boolean).join(' ') }
}

const Which = z.strictObject({ id: z.uuid() })
const holdById = ({ db }: Pick<Context, 'db'>, id: string) => db.selectFrom('rights.holds').selectAll().where('id', '=', id).executeTakeFirst()
type Hold = NonNullable<Awaited<ReturnType<typeof holdById>>>
// Of whoever has left there is no log of their own to write into.
const inLog = ({ person, kept_at, category }: Hold) => ({ subject: kept_at ? null : person, details: category })
const another = (first: string | null, { actor }: Context) => { if (first === actor.person) throw new Refusal(403, 'rights.legal-another-person') }
const load = (ctx: Context, { id }: { id: string }) => holdById(ctx, id)
const changed = (ctx: Context, { id }: Hold, set: Partial<Record<'begun_at' | 'until_at' | 'lift_asked_at' | 'ended_at', Date>> & Partial<Record<'begun_by' | 'lift_asked_by' | 'ended_by', string | null>>) =>
  ctx.db.updateTable('rights.holds').set(set).where('id', '=', id).execute()

/** The hand of another person: from this moment it stands, and the day of its end is owed. */
export const confirmLegalHold = command('rights.confirm-legal-hold', {
  input: Which, load, may: mayHold,
  async run(ctx, hold) {
    if (hold.begun_at || hold.ended_at || hold.until_at <= ctx.now || !hold.person) throw new Refusal(409, 'rights.legal-over')
    another(hold.asked_by, ctx)
    await changed(ctx, hold, { begun_at: ctx.now, begun_by: ctx.actor.person })
    // Not owed to the person by name: it must outlive their rows.
    await owe(ctx.db, { kind: endKind, about: hold.id, now: ctx.now, startAt: hold.until_at, promisedBy: afterwards(hold.until_at) })
  },
  audit: inLog,
})

/** The machine works every few minutes; what still lies there a day after its end is late. */
export const afterwards = (end: Date) => new Date(end.getTime() + 86_400_000)

/** One that nobody has confirmed is taken back; of one that stands it is asked that it end before its day. */
export const askToLift = command('rights.ask-to-lift-legal-hold', {
  input: Which, load, may: mayHold,
  async run(ctx, hold) {
    if (hold.ended_at || hold.lift_asked_at) throw new Refusal(409, 'rights.legal-over')
    await changed(ctx, hold, hold.begun_at ? { lift_asked_at: ctx.now, lift_asked_by: ctx.actor.person } : { ended_at: ctx.now, ended_by: ctx.actor.person })
  },
  audit: inLog,
})

/** The hand of another person: it ends now, and what it alone kept is deleted. */
export const liftLegalHold = command('rights.lift-legal-hold', {
  input: Which, load, may: mayHold,
  async run(ctx, hold) {
    if (hold.ended_at || !hold.lift_asked_at) throw new Refusal(409, 'rights.legal-over')
    another(hold.lift_asked_by, ctx)
    const end = hold.until_at < ctx.now ? hold.until_at : ctx.now
    await changed(ctx, hold, { until_at: end, ended_by: ctx.actor.person })
    await settle(ctx.db, { kind: endKind, about: hold.id, now: ctx.now, effect: 'lifted' })
    await owe(ctx.db, { kind: liftKind, about: hold.id, now: ctx.now, promisedBy: afterwards(end) })
  },
  audit: inLog,
})
