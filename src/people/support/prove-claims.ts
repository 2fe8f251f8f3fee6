import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { fill } from '#platform/locale.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { control, judge, seldom, type SiteContext } from '#trust/policy/policy.ts'
import { eraseAtOnce, walkerIn } from '#trust/rights/rights.ts'
import { askAsGuest } from './ask.ts'
import { claim, claimLasts, copyHeld, eraseHeld, heldBy, takesClaims, type Proof } from './claims.ts'
import { claimKey, guestKey } from './keys.ts'
import { proofs } from './proofs.ts'
import { topicsOf } from './topics.ts'

/**
 * Whoever writes without an account sees by a confirmed address what is held, takes it along and has it erased; where the school asks for no
 * address, by the key of the enquiry. Walked in a twin of the school: written, asked, taken, erased, and looked for afterwards.
 */
export const offerVisitorsRights = control('offer', 'visitors-rights', {
  rule: z.strictObject({}),
  kind: 'probe',
  async prove(_, site) {
    const steps = await walk(site)
    return judge(steps.length, steps.filter(each => !each).length, fill(proofs['found-visitor'], { all: steps.length, wrong: steps.filter(each => !each).length }))
  },
})

const walk = seldom(async (site: SiteContext): Promise<boolean[]> => {
  const { ctx, leave } = await walkerIn(site, 'learner')
  const { session: _, ...twin } = ctx
  const visitor: Context = { ...twin, actor: { person: null, role: 'visitor' } }
  const guests: string[] = []
  try {
    const topic = topicsOf(visitor.policy)?.[0]
    if (!topic) return [false]
    const mails = takesClaims(visitor)
    // An address of nobody, so that one probe does not slow the next.
    const client = { address: `2001:db8:${randomBytes(6).toString('hex').match(/.{4}/g)!.join(':')}::1` }
    const email = `probe-${randomBytes(6).toString('hex')}@example.invalid`
    const { id: ticket } = await askAsGuest(visitor, { topic, words: 'A probe of what a visitor may ask for', ...mails && { email }, client })
    const byKey = { ticket, key: guestKey(visitor.site, ticket) }
    guests.push(...(await heldBy(visitor, byKey)).map(({ person }) => person))
    const proof: Proof = mails ? await claimed(visitor, email, client) : byKey
    const held = await heldBy(visitor, proof)
    guests.push(...held.map(({ person }) => person))
    const asked = held.find(({ tickets }) => tickets.some(({ id }) => id === ticket))
    const copy = asked && await copyHeld(visitor, { ...proof, person: asked.person })
    const strange = await refused(() => heldBy(visitor, { ...proof, key: 'x'.repeat(proof.key.length) }))
    const over = !mails || await refused(() => heldBy({ ...visitor, now: new Date(visitor.now.getTime() + claimLasts) }, proof))
    await eraseHeld(visitor, proof)
    const { left } = await inSite(visitor.db, visitor.site, async db => ({ left: await db.selectFrom('support.tickets').select('id').where('id', '=', ticket).executeTakeFirst() }), askingOf(visitor))
    return [asked !== undefined, (copy?.length ?? 0) > 0, strange, over, left === undefined]
  } finally {
    for (const guest of new Set(guests)) await eraseAtOnce(visitor, guest)
    await leave()
  }
})

async function claimed(visitor: Context, email: string, client: { address: string }): Promise<Proof> {
  const { id } = await claim(visitor, { email, client })
  return { claim: id, key: claimKey(visitor.site, id) }
}

const refused = (work: () => Promise<unknown>) => work().then(() => false, () => true)
