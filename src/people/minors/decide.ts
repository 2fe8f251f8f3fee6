// A guardian's own page: what is held, what has been done, and everything a guardian may decide. It opens by a key; no account is needed.
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { announce } from '#platform/events/events.ts'
import { queueMail } from '#platform/mail/mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { askingOf, command, isSystem, query, type Context } from '#trust/audit/audit.ts'
import { consentsFor, decideForMinor } from '#trust/consent/consent.ts'
import { accessCopy, heldCounts, startErasure } from '#trust/rights/rights.ts'
import { calledHow, setGuarded } from '#people/accounts/accounts.ts'
import { handed } from './given.ts'
import { byGuardian, guardianshipById, type Guardianship } from './guardianships.ts'
import { isGuardianKey } from './keys.ts'

export const Keyed = z.strictObject({ id: z.uuid(), key: z.string().max(100) })
export type Keyed = z.output<typeof Keyed>

/** @throws Refusal 404 for a wrong key, 410 once it has ended. */
export async function byKey({ db, site }: Context, { id, key }: Keyed): Promise<Guardianship> {
  const found = isGuardianKey(site, id, key) ? await guardianshipById(db, id) : undefined
  if (!found) throw new Refusal(404, 'common.not-found')
  if (found.ended_at || !found.confirmed_at) throw new Refusal(410, 'minors.over')
  return found
}

/** All that the page shows. What is held is counted by kind; words of the minor are in the copy alone. */
export const showGuarded = query('minors.show', {
  input: Keyed,
  async find(ctx: Context, input) {
    const found = await byKey(ctx, input)
    const [child, counts, consents, courses] = await Promise.all([calledHow(ctx, found.person), heldCounts(ctx, found.person), consentsFor(ctx, found.person), handed().coursesOf(ctx, found.person)])
    return { guardianship: found, child, counts, consents, courses }
  },
  may: () => true,
  reveals: ({ guardianship }) => [guardianship.person],
})

/** A consent that only a guardian can give while their child is a minor, or its end. */
export const decideConsent = command('minors.decide-consent', {
  input: Keyed.extend({ consent: z.string().max(60), given: z.boolean() }),
  load: (ctx: Context, { id, key }) => byKey(ctx, { id, key }),
  may: () => true,
  run: (ctx, { person }, { consent, given }) => decideForMinor(ctx, { person, consent, given }),
  audit: ({ person }, { consent, given }) => ({ subject: person, details: `${consent} ${given}`, thing: byGuardian }),
})

/** The consent to the account itself is taken back: it closes at once, and is erased as every account is. */
export const withdrawGuardian = command('minors.withdraw', {
  input: Keyed.extend({ sure: z.literal(true) }),
  load: (ctx: Context, { id, key }) => byKey(ctx, { id, key }),
  may: () => true,
  async run(ctx, { id, person }) {
    await queueMail(ctx.db, { person, template: 'minors.closed', about: id, now: ctx.now })
    return startErasure(ctx, person, 'asked')
  },
  audit: () => ({ subject: null, thing: byGuardian }),
})

/** Where the school knows no birth date the guardian says that the day has come. */
export const handOver = command('minors.hand-over', {
  input: Keyed.extend({ sure: z.literal(true) }),
  load: (ctx: Context, { id, key }) => byKey(ctx, { id, key }),
  may: () => true,
  run: end,
  audit: ({ person }) => ({ subject: person, thing: byGuardian }),
})

/** By the calendar. */
export const endByAge = command('minors.come-of-age', {
  input: z.strictObject({ id: z.uuid() }),
  load: (ctx: Context, { id }) => guardianshipById(ctx.db, id),
  may: isSystem,
  run: end,
  audit: ({ person }) => ({ subject: person }),
})

/** From this moment the conditions of minors bind no more, and the account is its owner's alone. Both hear of it. */
async function end(ctx: Context, { id, person, ended_at }: Guardianship) {
  if (ended_at) throw new Refusal(410, 'minors.over')
  await ctx.db.updateTable('minors.guardianships').set({ ended_at: ctx.now }).where('id', '=', id).execute()
  await setGuarded(ctx, person, null)
  await Promise.all(['minors.of-age', 'minors.of-age-guardian'].map(template => queueMail(ctx.db, { person, template, about: id, now: ctx.now })))
  await announce(ctx.db, 'minors.came-of-age', { person, about: id })
}

/** Everything that is held of the child, as the archive they would get themselves. */
export async function copyGuarded(ctx: Context, keyed: Keyed): Promise<Buffer> {
  const { person } = await noteCopy(ctx, keyed)
  await ctx.keys.fetch([person])
  return inSite(ctx.db, ctx.site, db => buffer(accessCopy({ ...ctx, db }, person, [])), { ...askingOf(ctx), isolation: 'repeatable read' })
}

const noteCopy = command('minors.take-copy', {
  input: Keyed,
  load: byKey,
  may: () => true,
  run: async (_: Context, { person }) => ({ person }),
  audit: ({ person }) => ({ subject: person, thing: byGuardian }),
})
