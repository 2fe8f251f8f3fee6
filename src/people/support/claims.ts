// The rights of somebody who has no account: by an address they have confirmed, or by the key of one enquiry, they take what is held, or have it erased.
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { z } from 'zod'
import { networkOf } from '#platform/client/client.ts'
import { inSite, isInside, type Database } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { askingOf, command, type Context } from '#trust/audit/audit.ts'
import { accessCopy, eraseAtOnce } from '#trust/rights/rights.ts'
import { countSending } from './ask.ts'
import { Claim } from './forms.ts'
import { isClaimKey, isGuestKey } from './keys.ts'
import { addGuest, admitGuest } from './ticket.ts'
import { sendsLetters, topicsOf } from './topics.ts'

/** So long the link in the letter works. */
export const claimLasts = 48 * 3_600_000

const Asked = Claim.extend({ client: z.object({ address: z.string() }) })

/** A letter goes to the address, whatever is known of it here: the answer on the page is the same. 404 where the school takes no enquiries or writes no letters. */
export async function claim(ctx: Context, raw: z.input<typeof Asked>): Promise<{ id: string }> {
  const { guest, id } = await claimByAddress(ctx, raw)
  await ctx.vault.confirm(ctx.site, guest) // a crash before this is made good by settling admissions
  return { id }
}

const claimByAddress = command('support.claim', {
  input: Asked,
  async prepare(ctx: Context, { email, client }) {
    if (!takesClaims(ctx)) throw new Refusal(404, 'common.not-found')
    if (ctx.actor.person) throw new Refusal(403, 'common.not-allowed')
    await countSending(ctx, networkOf(client.address))
    const behind = await behindAddress(ctx, email)
    return { behind, guest: await admitGuest(ctx) }
  },
  load: async (_, __, found) => found,
  may: actor => actor.person === null,
  async run(ctx, { behind, guest }, { email }) {
    const claim = uuidv7()
    const expires_at = new Date(ctx.now.getTime() + claimLasts)
    await addGuest(ctx, guest, { email })
    await ctx.db.insertInto('support.claims')
      .values([guest, ...behind].map(person => ({ id: uuidv7(), claim, person, is_claimant: person === guest, asked_at: ctx.now, expires_at }))).execute()
    await queueMail(ctx.db, { person: guest, template: 'support.claim', about: claim, now: ctx.now })
    return { guest, id: claim }
  },
  audit: ({ guest }) => ({ subject: guest }),
})

/** Addresses lie sealed and no index knows them, so those of the school are opened and compared: before the transaction, and alike whether one is known. */
async function behindAddress(ctx: Context, typed: string): Promise<string[]> {
  const all = await reveal(ctx, await inSite(ctx.db, ctx.site, db => db.selectFrom('support.guests').select(['id', 'email']).where('email', 'is not', null).execute(), askingOf(ctx)))
  return all.filter(({ email }) => email?.toLowerCase() === typed.toLowerCase()).map(({ id }) => id)
}

export const takesClaims = ({ policy }: Pick<Context, 'policy'>) => topicsOf(policy) !== undefined && sendsLetters(policy)

/** How one shows that it is theirs: a claim whose letter has arrived, or an enquiry, each with its key. */
export const Proof = z.strictObject({ claim: z.uuid().optional(), ticket: z.uuid().optional(), key: z.string().max(100) })
export type Proof = z.output<typeof Proof>
export type Held = { person: string; claimant: boolean; tickets: { id: string; number: number; topic: string; asked_at: Date }[] }

/** Everybody without an account whose enquiries whoever has this key may ask for: by a claim all those of the address, by an enquiry that one. @throws Refusal 404, 410 */
export async function heldBy(ctx: Context, { claim, ticket, key }: Proof): Promise<Held[]> {
  return inside(ctx, async db => {
    const people = claim && isClaimKey(ctx.site, claim, key) ? await behindClaim(db, claim, ctx.now) : ticket && isGuestKey(ctx.site, ticket, key) ? await behindTicket(db, ticket) : []
    if (!people.length) throw new Refusal(404, 'common.not-found')
    return Promise.all(people.map(async ({ person, is_claimant: claimant }) => ({ person, claimant, tickets: await ticketsOf(db, person) })))
  })
}

const inside = <R>(ctx: Context, work: (db: Database) => Promise<R>): Promise<R> => isInside(ctx.db) ? work(ctx.db) : inSite(ctx.db, ctx.site, work, askingOf(ctx))
const ticketsOf = (db: Database, person: string) => db.selectFrom('support.tickets').select(['id', 'number', 'topic', 'asked_at']).where('person', '=', person).orderBy('number').execute()
const behindTicket = async (db: Database, id: string) =>
  (await db.selectFrom('support.tickets').select('person').where('id', '=', id).where('guest', '=', true).execute()).map(({ person }) => ({ person, is_claimant: false }))

async function behindClaim(db: Database, claim: string, now: Date) {
  const found = await db.selectFrom('support.claims').select(['person', 'is_claimant']).where('claim', '=', claim).where('expires_at', '>', now).execute()
  if (!found.length) throw new Refusal(410, 'support.claim-over')
  return found
}

/** Whether it is one of those held, and no staff stands behind it: the key decides. */
const among = (held: Held[], person: string) => held.some(each => each.person === person)

/** One enquiry with all that belongs to it, as the archive that an account would get. */
export async function copyHeld(ctx: Context, { person, ...proof }: Proof & { person: string }): Promise<Buffer> {
  if (!among(await heldBy(ctx, proof), person)) throw new Refusal(404, 'common.not-found')
  await noteCopy(ctx, { person })
  await ctx.keys.fetch([person])
  return inSite(ctx.db, ctx.site, db => buffer(accessCopy({ ...ctx, db }, person, [])), { ...askingOf(ctx), isolation: 'repeatable read' })
}

/** What somebody without an account does with their own stands in the log, under them. */
const noted = {
  input: z.strictObject({ person: z.uuid() }),
  load: async (_: Context, { person }: { person: string }) => person,
  may: ({ person }: Context['actor']) => person === null,
  run: async () => {},
  audit: (person: string) => ({ subject: person }),
}
const noteCopy = command('support.take-copy', noted)
const noteErasure = command('support.erase-own', noted)

/** All of it goes: keys, words, address. The claim goes last, so that an erasure cut short can be asked for again by the same link. Returns how many enquiries went. */
export async function eraseHeld(ctx: Context, proof: Proof): Promise<number> {
  const held = (await heldBy(ctx, proof)).toSorted((one, other) => Number(one.claimant) - Number(other.claimant))
  for (const { person } of held) {
    await noteErasure(ctx, { person })
    await eraseAtOnce(ctx, person, 'asked')
  }
  return held.reduce((sum, { tickets }) => sum + tickets.length, 0)
}

/** Claims that nobody used, with the address that was typed for them. */
export async function eraseOldClaims(ctx: Context): Promise<number> {
  const old = await inSite(ctx.db, ctx.site, db => db.selectFrom('support.claims').select(['id', 'person', 'is_claimant']).where('expires_at', '<=', ctx.now).limit(1000).execute(), askingOf(ctx))
  for (const { person, is_claimant } of old) if (is_claimant) await eraseAtOnce(ctx, person, 'retention')
  const ids = old.map(({ id }) => id)
  if (ids.length) await inside(ctx, db => db.deleteFrom('support.claims').where('id', '=', sql<string>`any (${ids}::uuid[])`).execute())
  return old.length
}
