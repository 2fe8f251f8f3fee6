import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { command, type Actor, type Context } from '#trust/audit/audit.ts'
import { queueWithdrawal } from './given.ts'
import { oneAtATime } from './publish.ts'
import { versionsOf } from './versions.ts'

/** Every node reads the book anew each minute: what is withdrawn later than this might still begin on one of them. */
const margin = 5 * 60_000

/** Takes an announced version back before it applies. It stays in the archive; whoever was written to is written to again. */
export const withdrawVersion = command('publication.withdraw', {
  input: z.strictObject({ version: z.coerce.number().int().positive() }),
  async load(ctx: Context, { version }) {
    await oneAtATime(ctx)
    const versions = await versionsOf(ctx.db)
    const found = versions.find(({ number }) => number === version)
    return found && { found, later: versions.some(({ number, withdrawnAt }) => number > version && !withdrawnAt) }
  },
  may: ({ role }: Actor) => role === 'privacy-officer',
  async run({ db, now }, { found: { number, inForceFrom, withdrawnAt }, later }) {
    if (withdrawnAt) throw new Refusal(409, 'publication.withdrawn-already')
    if (inForceFrom.getTime() - now.getTime() < margin) throw new Refusal(409, 'publication.too-late-to-withdraw')
    if (later) throw new Refusal(409, 'publication.withdraw-later-first')
    await db.insertInto('publication.withdrawals').values({ version: number, withdrawn_at: now }).execute()
    const written = await db.selectFrom('publication.notices').select('person').where('version', '=', number).where('by_email', '=', true).execute()
    for (const { person } of written) await queueWithdrawal(db, { person, version: number, now })
  },
  audit: ({ found: { number } }) => ({ subject: null, thing: `version:${number}` as const }),
})
