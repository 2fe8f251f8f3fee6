import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { command, type Actor, type Context } from '#trust/audit/audit.ts'
import { lawProfile, localDate } from '#trust/law/law.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { earliest, momentFor } from './lead.ts'
import { boundsOf, type Plan } from './plan-change.ts'
import { oneAtATime, publish, readManifest } from './publish.ts'
import { lastStanding, versionsOf, type PublishedVersion } from './versions.ts'

const Files = z.strictObject({ file: z.string().optional(), text: z.string(), next: z.strictObject({ file: z.string(), text: z.string() }).optional() })

/** Publishes a version. It cannot be changed afterwards, and applies from its own moment on. */
export const announceVersion = command('publication.announce', {
  input: Files,
  load: async (ctx, files) => {
    await oneAtATime(ctx)
    return { proposed: readManifest(files), versions: await versionsOf(ctx.db) }
  },
  may: (actor: Actor) => actor.role === 'system' || actor.role === 'operator',
  run: async (ctx, { proposed, versions }, files) => {
    const plan = versions.length ? planChange(ctx, proposed, versions) : planFirst(ctx, proposed)
    const number = versions.length + 1
    await publish(ctx, { number, policy: proposed, files, plan })
    return { number, from: plan.from }
  },
  audit: (_, __, { number }) => ({ subject: null, thing: `version:${number}` }),
})

// There is nobody yet who could be told, so the first version applies at once, under the date it bears.
function planFirst({ now }: Context, { effective, change, law }: Policy): Plan {
  const dated = effective === 'earliest' ? now : momentFor(effective, 'P0D', new Date(0), { law })!
  return { from: dated < now ? dated : now, reason: change?.reason ?? 'operation', affects: 'details' }
}

function planChange(ctx: Context, proposed: Policy, versions: PublishedVersion[]): Plan {
  const { reason, affects, lead } = boundsOf(ctx, proposed, versions)
  const from = momentFor(proposed.effective, lead, ctx.now, proposed)
  if (!from) throw new Refusal(409, 'publication.too-soon', { earliest: localDate(earliest(ctx.now, lead), lawProfile(proposed.law)) })
  // A version never begins before one that was announced earlier.
  const last = lastStanding(versions).inForceFrom
  return { from: from > last ? from : new Date(last.getTime() + 1000), reason, affects }
}
