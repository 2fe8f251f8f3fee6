// A letter that was lost is written again, to the address as it was named and to no other.
import { z } from 'zod'
import { networkOf } from '#platform/client/client.ts'
import { inSite } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { askingOf, command, type Context } from '#trust/audit/audit.ts'
import { countTry } from '#people/sign-in/sign-in.ts'
import { stillOpen, takesMinors } from './guardianships.ts'

/** The answer on the page is the same whether anything is known of the address. 404 where the school takes no minors. */
export const writeAgain = command('minors.write-again', {
  input: z.strictObject({ email: z.email().max(200), client: z.object({ address: z.string() }) }),
  async prepare(ctx: Context, { email, client }) {
    if (!takesMinors(ctx.policy)) throw new Refusal(404, 'common.not-found')
    await countTry(ctx, { name: `guardian from ${networkOf(client.address)}` })
    // Addresses lie sealed and no index knows them, so those of the school are opened and compared.
    const all = await reveal(ctx, await inSite(ctx.db, ctx.site, stillOpen, askingOf(ctx)))
    return all.filter(each => each.email?.toLowerCase() === email.toLowerCase() && (each.confirmed_at !== null || each.confirm_by > ctx.now))
  },
  load: async (_, __, found) => found,
  may: () => true,
  async run(ctx, found) {
    for (const { person, id, confirmed_at } of found) await queueMail(ctx.db, { person, template: confirmed_at ? 'minors.page' : 'minors.ask', about: `${id}:${uuidv7()}`, now: ctx.now })
  },
  audit: () => ({ subject: null }),
})
