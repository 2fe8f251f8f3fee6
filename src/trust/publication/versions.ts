// The versions of a school's policy, as they were published.
import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import { readPolicy, type Policy } from '#trust/policy/policy.ts'
import { controls } from './given.ts'
import type { Published } from './published.ts'

export type Reason = 'operation' | 'law' | 'functions'
export type Affects = 'rights-or-uses' | 'details'
export type PublishedVersion = {
  number: number; seal: string; published: Published; reason: Reason; affects: Affects
  announcedAt: Date; plannedFrom: Date; inForceFrom: Date
  /** It was taken back before it applied, and never will. */
  withdrawnAt: Date | null
}

type Row = { number: number; seal: string; published: Published; reason: Reason; affects: Affects; announced_at: Date; planned_from: Date; in_force_from: Date; withdrawn_at: Date | null }

/** Every version, the first one first, each with the moment that counts now. */
export async function versionsOf(db: Database): Promise<PublishedVersion[]> {
  const { rows } = await sql<Row>`
    select v.number, v.seal, v.published, v.reason, v.affects, v.announced_at, v.planned_from, m.in_force_from, w.withdrawn_at
    from publication.versions v
    cross join lateral (select in_force_from from publication.moments m where m.site = v.site and m.version = v.number order by number desc limit 1) m
    left join publication.withdrawals w on w.site = v.site and w.version = v.number
    order by v.number`.execute(db)
  return rows.map(row => ({
    number: row.number, seal: row.seal, published: row.published, reason: row.reason, affects: row.affects,
    announcedAt: row.announced_at, plannedFrom: row.planned_from, inForceFrom: row.in_force_from, withdrawnAt: row.withdrawn_at,
  }))
}

type Timed = { inForceFrom: Date; withdrawnAt: Date | null }

/** The version that applies at a moment: of those that have begun, the latest announced. */
export const versionAt = <V extends Timed>(versions: readonly V[], now: Date): V | undefined =>
  versions.findLast(version => version.inForceFrom <= now && !version.withdrawnAt)

/** The latest that is in force or will be: what a change follows. A school has one from its opening on. */
export const lastStanding = <V extends Timed>(versions: readonly V[]): V => versions.findLast(({ withdrawnAt }) => !withdrawnAt)!

/** Announced, and not yet in force. */
export const coming = <V extends Timed>(versions: readonly V[], now: Date): V[] => versions.filter(version => version.inForceFrom > now && !version.withdrawnAt)

/** The policies a running school needs: the one in force, and those to come. */
export type Book = { policies: Policy[]; versions: PublishedVersion[] }

const read = new Map<string, Policy>()

/** The school's own book, read from the database. A version's text never changes, so it is parsed once. */
export async function readBook(db: Database, site: string, now: Date): Promise<Book> {
  const versions = await versionsOf(db)
  const current = versionAt(versions, now)
  const needed = [...current ? [current] : [], ...coming(versions, now)]
  const policies = await Promise.all(needed.map(async version => ({ ...await parsed(db, site, version), version: standing(version) })))
  return { policies, versions }
}

const standing = ({ number, announcedAt, inForceFrom }: PublishedVersion) => ({ number, announcedAt, inForceFrom })

async function parsed(db: Database, site: string, { number, seal }: PublishedVersion): Promise<Policy> {
  const key = `${site} ${number} ${seal}`
  const known = read.get(key)
  if (known) return known
  const { manifest, next } = await db.selectFrom('publication.versions').select(['manifest', 'next']).where('number', '=', number).executeTakeFirstOrThrow()
  const policy = readPolicy({ file: `${site}, version ${number}`, text: manifest, next: next ? { file: `${site}, version ${number}, changes`, text: next } : undefined }, controls())
  read.set(key, policy)
  return policy
}

/** The latest standing version as it was written: where a change begins. */
export const manifestOf = (db: Database) => db.selectFrom('publication.versions').select(['number', 'manifest', 'next'])
  .where('number', 'not in', db.selectFrom('publication.withdrawals').select('version')).orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow()

/** The policy that applies at a moment; no question to the database. */
export function policyAt({ policies }: Pick<Book, 'policies'>, now: Date): Policy {
  const policy = policies.findLast(({ version }) => version.inForceFrom <= now)
  if (!policy) throw new Error('No version of this policy is in force')
  return policy
}
