import { z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'
import { command } from '#trust/audit/audit.ts'
import { askedIn, optional } from './choice.ts'

/** A member's choice is also written down, with its time and the version it was asked under. */
export const chooseCookies = command('consent.choose-cookies', {
  input: z.strictObject({ functional: z.boolean(), analytics: z.boolean() }),
  load: async ({ actor }) => actor.person ?? undefined,
  may: actor => actor.person !== null,
  async run(ctx, person, chosen) {
    const rows = askedIn(ctx).map(category => ({ id: uuidv7(), person, category, allowed: chosen[category], policy_version: ctx.policy.version.number, at: ctx.now }))
    if (rows.length) await ctx.db.insertInto('consent.choices').values(rows).execute()
  },
  audit: (person, chosen) => ({ subject: person, details: optional.filter(category => chosen[category]).join(' ') || 'necessary' }),
})
