import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ask } from '#platform/jobs/jobs.ts'
import { command, isSystem, type Context } from '#trust/audit/audit.ts'
import type { SiteContext } from '#trust/policy/policy.ts'
import { eraseEverybody } from '#trust/rights/rights.ts'

/** A demonstration is somebody too: once the ledger names it, beside the databases and in every place, no start and no restore brings it back. */
const demoOf = (site: string) => createHash('sha256').update(`demo of ${site}`).digest('hex').slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

export const demoEnded = async ({ ledger, site }: Pick<SiteContext, 'ledger' | 'site'>): Promise<boolean> => (await ledger.forgottenAmong(site, [demoOf(site)])).size > 0

/**
 * Everybody goes, by the machinery of every erasure; then the end itself is written down. Cut short, it is finished by calling it again.
 * Once it is over nobody is erased by it any more: whoever comes then comes to a school of their own.
 */
export async function endDemo(ctx: Context, tell: (gone: number) => void): Promise<void> {
  if (await demoEnded(ctx)) return
  await eraseEverybody(ctx, 'demo', tell)
  await noteEnd(ctx, {})
  await ctx.vault.forget(ctx.site, demoOf(ctx.site), { kinds: ['own'], reason: 'demo' }, ctx.now)
}

/** What was found about the invented says nothing of the school without them: it is looked at anew, now. */
const noteEnd = command('demo.end', {
  input: z.strictObject({}),
  load: async () => true,
  may: isSystem,
  run: ({ db, now }) => ask(db, 'evidence.check', { now }),
  audit: () => ({ subject: null }),
})
