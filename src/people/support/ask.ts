import { z } from 'zod'
import { networkOf } from '#platform/client/client.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { countTry } from '#people/sign-in/sign-in.ts'
import { Enquiry, GuestEnquiry } from './forms.ts'
import { addGuest, admitGuest, openTicket, type Opened } from './ticket.ts'
import { wishedTime } from './consultations.ts'
import { topicsOf, sendsLetters } from './topics.ts'

/** Somebody with an account asks; what they have told us before is not asked again. The suspended may, too. 404 where the school takes no enquiries. */
export const ask = command('support.ask', {
  input: Enquiry.omit({ right: true }),
  prepare: async (ctx: Context, { topic, wished }) => { mayBeAbout(ctx, topic); wishedTime(ctx, topic, wished) },
  load: async ({ actor }) => actor.person ?? undefined,
  may: actor => actor.person !== null,
  run: (ctx, person, { topic, words, clause, version, wished }): Promise<Opened> => openTicket(ctx, { person, guest: false, topic, channel: 'form', words, clause, version, wished: wishedTime(ctx, topic, wished) }),
  audit: person => ({ subject: person }),
})

const Sent = GuestEnquiry.extend({ client: z.object({ address: z.string() }) })

/** Somebody without an account asks, under a key of their own. 404 where the school takes none, 429 when a network sends too many. */
export async function askAsGuest(ctx: Context, raw: z.input<typeof Sent>): Promise<Opened> {
  const { guest, ...opened } = await asGuest(ctx, raw)
  await ctx.vault.confirm(ctx.site, guest) // a crash before this is made good by settling admissions
  return opened
}

const asGuest = command('support.ask-as-guest', {
  input: Sent,
  async prepare(ctx: Context, { topic, email, client, wished }) {
    mayBeAbout(ctx, topic)
    wishedTime(ctx, topic, wished)
    if (ctx.actor.person) throw new Refusal(403, 'common.not-allowed')
    if (sendsLetters(ctx.policy) ? !email : email) throw new Refusal(422, email ? 'support.no-letters' : 'support.needs-address', {}, { field: 'email' })
    await countSending(ctx, networkOf(client.address))
    return admitGuest(ctx)
  },
  load: async (_, __, guest) => guest,
  may: actor => actor.person === null,
  async run(ctx, guest, { topic, words, clause, version, name, email, wished }) {
    await addGuest(ctx, guest, { name, email })
    return { guest, ...await openTicket(ctx, { person: guest, guest: true, topic, channel: 'form', words, clause, version, wished: wishedTime(ctx, topic, wished) }) }
  },
  audit: guest => ({ subject: guest }),
})

function mayBeAbout({ policy }: Context, topic: string) {
  const offered = topicsOf(policy)
  if (!offered) throw new Refusal(404, 'common.not-found')
  if (!offered.some(each => each === topic)) throw new Refusal(422, 'support.no-such-topic', {}, { field: 'topic' })
}

/** A bucket of its own: whoever writes much is not kept from signing in. */
export async function countSending(ctx: Context, from: string) {
  try { await countTry(ctx, { name: `message from ${from}` }) } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 429) throw error
    throw new Refusal(429, 'support.too-many', error.facts, error.retryAfter ? { retryAfter: error.retryAfter } : {})
  }
}
