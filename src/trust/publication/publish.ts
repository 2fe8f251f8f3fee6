import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { Context } from '#trust/audit/audit.ts'
import { readPolicy, rulesOf, type ManifestFiles, type Policy } from '#trust/policy/policy.ts'
import { announcePolicyChange } from './announce-policy-change.ts'
import { controls, everyone, queueLetter } from './given.ts'
import type { Plan } from './plan-change.ts'
import { publishedOf, type Published } from './published.ts'
import type { Affects } from './versions.ts'

/** Reads a manifest against everything this software can keep. @throws PolicyFaults */
export const readManifest = (files: ManifestFiles): Policy => readPolicy(files, controls())

/** Two that announce at once would each take the next number: until the end of the transaction there is one. */
export const oneAtATime = ({ db, site }: Pick<Context, 'db' | 'site'>) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`publication ${site}`}, 0))`.execute(db)

type Proposal = { number: number; policy: Policy; files: Pick<ManifestFiles, 'text' | 'next'>; plan: Plan }

/** Writes a version down for good, and tells of it, unless it is the first: there is nobody yet who could be told. */
export async function publish(ctx: Context, { number, policy, files, plan: { from, reason, affects } }: Proposal) {
  const { db, now } = ctx
  await db.insertInto('publication.versions').values({
    number, manifest: files.text, next: files.next?.text ?? null, seal: policy.seal, published: JSON.stringify(publishedOf(policy)), reason, affects, announced_at: now, planned_from: from,
  }).execute()
  await db.insertInto('publication.moments').values({ version: number, number: 1, in_force_from: from, set_at: now, why: 'announced' }).execute()
  if (number > 1) await tell(ctx, waysOf(publishedOf(policy), affects), number)
}

export type Way = 'in-app' | 'e-mail'

/** How each person is told of a change: where the school promised letters by letter, and of what touches rights or uses in the interface too. */
export function waysOf({ chapters }: Pick<Published, 'chapters'>, affects: Affects): Way[] {
  const said = rulesOf({ promises: chapters.flatMap(({ promises }) => promises) }, announcePolicyChange).filter(({ of }) => of === 'all' || affects === 'rights-or-uses').flatMap(({ by }) => by)
  return (['in-app', 'e-mail'] as const).filter(way => said.includes(way) || (way === 'in-app' && affects === 'rights-or-uses'))
}

async function tell({ db, now }: Context, ways: Way[], version: number) {
  const people = ways.length ? await everyone(db) : []
  for (const way of ways) await writeNotices(db, people, version, way, now)
  if (ways.includes('e-mail')) for (const person of people) await queueLetter(db, { person, version, now })
}

async function writeNotices(db: Database, people: string[], version: number, way: Way, now: Date) {
  if (!people.length) return
  await sql`insert into publication.notices (version, person, by_email, made_at)
    select ${version}::int, person, ${way === 'e-mail'}::boolean, ${now}::timestamptz from unnest(${people}::uuid[]) as person on conflict do nothing`.execute(db)
}
