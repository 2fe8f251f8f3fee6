// A guardian's letters go somewhere else from now on: the new address counts once its own letter has been answered.
import { z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { open, seal } from '#platform/sealing/sealing.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { countTry } from '#people/sign-in/sign-in.ts'
import { byKey, Keyed } from './decide.ts'
import { byGuardian, guardianshipById, type Guardianship } from './guardianships.ts'
import { isMoveKey } from './keys.ts'

// Like every link of ours that confirms an address.
const lasts = 48 * 3_600_000

/** A letter goes to both: to the new one with a link, to the one that counts until then with word of it. */
export const askToMove = command('minors.ask-to-move', {
  input: Keyed.extend({ email: z.email().max(200) }),
  prepare: async (ctx: Context, { id }) => { await countTry(ctx, { name: `move ${id}` }) },
  load: byKey,
  may: () => true,
  async run(ctx, { id, person, email }, { email: next }) {
    if (open(ctx, email!)?.toLowerCase() === next.toLowerCase()) throw new Refusal(422, 'minors.same-address', {}, { field: 'email' })
    await ctx.db.updateTable('minors.guardianships')
      .set({ new_email_until: new Date(ctx.now.getTime() + lasts), ...seal(ctx, { table: 'minors.guardianships', row: id, person }, { new_email: next }) }).where('id', '=', id).execute()
    await Promise.all(['minors.move', 'minors.move-asked'].map(template => queueMail(ctx.db, { person, template, about: `${id}:${uuidv7()}`, now: ctx.now })))
  },
  audit: ({ person }) => ({ subject: person, thing: byGuardian }),
})

/** What the letter to the new address leads to. @throws Refusal 410 once it has been used, called off or is too old */
export async function moving(ctx: Context, { id, key }: Keyed): Promise<Guardianship> {
  const found = await guardianshipById(ctx.db, id)
  if (!found?.new_email || found.ended_at || !found.new_email_until || found.new_email_until <= ctx.now || !isMoveKey(ctx.site, id, found.new_email_until, key)) throw new Refusal(410, 'minors.link-gone')
  return found
}

/** The number changes along with the address, and the key of the page with it: the old letters open nothing any more. */
export const move = command('minors.move-address', {
  input: Keyed,
  load: moving,
  may: () => true,
  async run(ctx, { id: before, person, email: _, new_email, new_email_until: __, of_age_on, ...rest }) {
    const id = uuidv7()
    const kept = { email: open(ctx, new_email!), of_age_on: open(ctx, of_age_on) }
    await ctx.db.deleteFrom('minors.guardianships').where('id', '=', before).execute()
    await ctx.db.insertInto('minors.guardianships').values({ ...rest, id, person, ...seal(ctx, { table: 'minors.guardianships', row: id, person }, kept) as { email: never; of_age_on: never } }).execute()
    await queueMail(ctx.db, { person, template: 'minors.page', about: id, now: ctx.now })
    return { id }
  },
  audit: ({ person }) => ({ subject: person, thing: byGuardian }),
})

/** From the address that counts until then: nobody moves. */
export const stayHere = command('minors.stay', {
  input: Keyed,
  load: byKey,
  may: () => true,
  run: async ({ db }, { id }) => { await db.updateTable('minors.guardianships').set({ new_email: null, new_email_until: null }).where('id', '=', id).execute() },
  audit: ({ person }) => ({ subject: person, thing: byGuardian }),
})
