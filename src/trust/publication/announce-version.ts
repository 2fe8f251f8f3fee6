import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, type Actor, type Context } from '#trust/audit/audit.ts'
import { lawProfile, localDate } from '#trust/law/law.ts'
import { readPolicy, rulesOf, type Policy } from '#trust/policy/policy.ts'
import { announcePolicyChange } from './announce-policy-change.ts'
import { controls, everyone, queueLetter } from './given.ts'
import { earliest, leadOf, momentFor } from './lead.ts'
import { publishedOf } from './published.ts'
import { versionAt, versionsOf, type Affects, type PublishedVersion, type Reason } from './versions.ts'

const Files = z.strictObject({ file: z.string().optional(), text: z.string(), next: z.strictObject({ file: z.string(), text: z.string() }).optional() })
type Files = z.infer<typeof Files>

/** Publishes a version. It cannot be changed afterwards, and applies from its own moment on. */
export const announceVersion = command('publication.announce', {
  input: Files,
  load: async (ctx, files) => {
    // Two that announce at once would each take the next number.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`publication ${ctx.site}`}, 0))`.execute(ctx.db)
    return { proposed: readPolicy(files, controls()), versions: await versionsOf(ctx.db) }
  },
  may: (actor: Actor) => actor.role === 'system' || actor.role === 'operator',
  run: async (ctx, { proposed, versions }, files) => {
    const plan = versions.length ? planChange(ctx, proposed, versions) : planFirst(ctx, proposed)
    const number = versions.length + 1
    await ctx.db.insertInto('publication.versions').values({
      number, manifest: files.text, next: files.next?.text ?? null, seal: proposed.seal, published: JSON.stringify(publishedOf(proposed)),
      reason: plan.reason, affects: plan.affects, announced_at: ctx.now, planned_from: plan.from,
    }).execute()
    await ctx.db.insertInto('publication.moments').values({ version: number, number: 1, in_force_from: plan.from, set_at: ctx.now, why: 'announced' }).execute()
    if (versions.length) await tell(ctx, proposed, number, plan.affects)
    return { number, from: plan.from }
  },
  audit: (_, __, { number }) => ({ subject: null, thing: `version:${number}` }),
})

type Plan = { from: Date; reason: Reason; affects: Affects }

// There is nobody yet who could be told, so the first version applies at once, under the date it bears.
function planFirst({ now }: Context, { effective, change, law }: Policy): Plan {
  const dated = effective === 'earliest' ? now : momentFor(effective, 'P0D', new Date(0), { law })!
  return { from: dated < now ? dated : now, reason: change?.reason ?? 'operation', affects: 'details' }
}

function planChange({ now }: Context, proposed: Policy, versions: PublishedVersion[]): Plan {
  const { change, effective, seal } = proposed
  if (versions.at(-1)!.seal === seal) throw new Refusal(409, 'publication.no-change')
  if (!change) throw new Refusal(422, 'publication.reason-needed')
  const current = versionAt(versions, now)!
  const lead = leadOf(current.published, change.affects)
  const from = momentFor(effective, lead, now, proposed)
  if (!from) throw new Refusal(409, 'publication.too-soon', { earliest: localDate(earliest(now, lead), lawProfile(proposed.law)) })
  // A version never begins before one that was announced earlier.
  const last = versions.at(-1)!.inForceFrom
  return { from: from > last ? from : new Date(last.getTime() + 1000), reason: change.reason, affects: change.affects }
}

/** A change of rights or uses is told to each person; where the school promised letters, by letter as well. */
async function tell({ db, now }: Context, proposed: Policy, version: number, affects: Affects) {
  const ways = new Set(rulesOf(proposed, announcePolicyChange).filter(({ of }) => of === 'all' || affects === 'rights-or-uses').flatMap(({ by }) => by))
  if (affects === 'rights-or-uses') ways.add('in-app')
  const people = ways.has('in-app') || ways.has('e-mail') ? await everyone(db) : []
  for (const way of ['in-app', 'e-mail'] as const) if (ways.has(way)) await writeNotices(db, people, version, way, now)
  if (ways.has('e-mail')) for (const person of people) await queueLetter(db, { person, version, now })
}

async function writeNotices(db: Database, people: string[], version: number, way: 'in-app' | 'e-mail', now: Date) {
  if (!people.length) return
  await sql`insert into publication.notices (version, person, by_email, made_at)
    select ${version}::int, person, ${way === 'e-mail'}::boolean, ${now}::timestamptz from unnest(${people}::uuid[]) as person on conflict do nothing`.execute(db)
}
