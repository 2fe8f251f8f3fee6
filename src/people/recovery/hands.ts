// A way back for somebody who has neither an address nor a code left: two halves in the hands of two who work here, and a day in which the person can say no.
import { z } from 'zod'
import { announce } from '#platform/events/events.ts'
import { inSite, type Database } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'
import { hashOf, isToken, newToken } from '#people/sign-in/sign-in.ts'
import { hashOfCode, newCode } from './codes.ts'

const hour = 3_600_000
/** So long nobody can use it, and so long after that it works. */
export const [waits, works] = [24 * hour, 48 * hour]

/** Inside the command of an operator. What was begun before for this person is void. The person is told at once. */
export async function beginHandover(ctx: Context, person: string): Promise<void> {
  const { db, now, actor } = ctx
  const [id, token] = [uuidv7(), newToken()]
  const opens = new Date(now.getTime() + waits)
  await dropHandover(db, person)
  await db.insertInto('recovery.handovers').values({
    id, person, asked_by: actor.person, token_hash: hashOf(token), asked_at: now, opens_at: opens, expires_at: new Date(opens.getTime() + works),
    ...seal(ctx, { table: 'recovery.handovers', row: id, person }, { token }),
  }).execute()
  await announce(db, 'recovery.handover-begun', { person, about: id })
}

/** Inside the command of a privacy officer who has made sure for themselves who is asking: makes the other half. Whoever began cannot. */
export async function vouchFor(ctx: Context, person: string): Promise<void> {
  const found = await handoverOf(ctx.db, person, ctx.now)
  if (!found || found.code) throw new Refusal(409, 'recovery.nothing-to-vouch')
  if (found.asked_by === ctx.actor.person) throw new Refusal(403, 'common.not-allowed')
  const code = newCode()
  await ctx.db.updateTable('recovery.handovers')
    .set({ code_hash: hashOfCode(person, code), ...seal(ctx, { table: 'recovery.handovers', row: found.id, person }, { code }) }).where('id', '=', found.id).execute()
}

/** What waits for this person, with both halves sealed: whoever shows it shows one half to each. */
export const handoverOf = (db: Database, person: string, now: Date) =>
  db.selectFrom('recovery.handovers').select(['id', 'asked_by', 'token', 'code', 'asked_at', 'opens_at', 'expires_at']).where('person', '=', person).where('expires_at', '>', now).executeTakeFirst()

/** By the token in the address; undefined when it is unknown, used or over. */
export const lookAtHandover = async (db: Database, token: string, now: Date) => isToken(token)
  ? db.selectFrom('recovery.handovers').select(['id', 'person', 'code_hash', 'opens_at']).where('token_hash', '=', hashOf(token)).where('expires_at', '>', now).executeTakeFirst()
  : undefined

export type Handover = NonNullable<Awaited<ReturnType<typeof lookAtHandover>>>
export const isRightHalf = ({ person, code_hash }: Handover, typed: string) => code_hash?.equals(hashOfCode(person, typed)) ?? false

export const dropHandover = (db: Database, person: string) => db.deleteFrom('recovery.handovers').where('person', '=', person).execute()
export const forgetHandovers = (db: Database, now: Date) => db.deleteFrom('recovery.handovers').where('expires_at', '<=', now).executeTakeFirst()

/** "This was not me", from the person's own page. */
export const stopHandover = command('recovery.stop-handover', {
  input: z.strictObject({}),
  load: async ({ actor }: Context) => actor.person ?? undefined,
  may: isSelf,
  run: ({ db }, person) => dropHandover(db, person),
  audit: person => ({ subject: person }),
})

/** For the page of the link: whether it works, and from when. */
export const stateOfHandover = async (ctx: Context, token: string): Promise<{ token: string; opens: Date | undefined; ready: boolean }> => {
  const found = await lookAtHandover(ctx.db, token, ctx.now)
  return { token, opens: found?.opens_at, ready: found !== undefined && found.opens_at <= ctx.now }
}

/** The token's owner, when its day of waiting is over. */
export async function readyHandover(ctx: Context, token: string): Promise<Handover> {
  const found = await inSite(ctx.db, ctx.site, db => lookAtHandover(db, token, ctx.now))
  if (!found) throw new Refusal(410, 'recovery.link-gone')
  if (found.opens_at > ctx.now) throw new Refusal(409, 'recovery.hands-wait')
  return found
}
