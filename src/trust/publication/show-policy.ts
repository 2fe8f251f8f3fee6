import { z } from 'zod'
import { query, type Context } from '#trust/audit/audit.ts'
import type { Table } from '#trust/data-map/data-map.ts'
import { evidenceOf, type Checked } from '#trust/evidence/evidence.ts'
import { complianceOf } from './compliance.ts'
import { changesBetween } from './changes.ts'
import { publishedOf, type Published } from './published.ts'
import { coming, versionAt, versionsOf, type PublishedVersion } from './versions.ts'

/** How a category is kept, as the database says it itself: sealed in every column, in some, or open. */
export type Kept = Record<string, 'sealed' | 'partly' | 'open'>
export type Standing = Pick<PublishedVersion, 'number' | 'announcedAt' | 'inForceFrom' | 'reason' | 'affects' | 'withdrawnAt'>
export type ShownPolicy = { published: Published; standing: Standing; states: Checked[]; coming: PublishedVersion[]; kept: Kept; current: boolean }

/** The policy page: the version in force, or one of the archive. */
export const showPolicy = query('publication.show', {
  input: z.strictObject({ version: z.coerce.number().int().positive().optional() }),
  async find(ctx: Context, { version }): Promise<ShownPolicy | undefined> {
    const [versions, states] = await Promise.all([versionsOf(ctx.db), evidenceOf(ctx.db, ctx.policy, ctx.now)])
    const now = versionAt(versions, ctx.now)
    const wanted = version === undefined ? now : versions.find(({ number }) => number === version)
    if (!wanted) return undefined
    const current = wanted === now
    return { published: current ? publishedOf(ctx.policy) : wanted.published, standing: wanted, states: current ? states : [], coming: coming(versions, ctx.now), kept: keptBy(ctx.map), current }
  },
  may: () => true,
  reveals: () => [],
})

export function keptBy(map: Table[]): Kept {
  const columns = map.flatMap(table => table.columns).flatMap(({ type, note }) => note.says === 'data' ? [{ category: note.category, sealed: type === 'database.sealed' }] : [])
  return Object.fromEntries(Map.groupBy(columns, ({ category }) => category).entries().map(([category, all]) =>
    [category, all.every(({ sealed }) => sealed) ? 'sealed' as const : all.some(({ sealed }) => sealed) ? 'partly' as const : 'open' as const]))
}

/** For the officer: duties, grounds, states. */
export const showCompliance = query('publication.show-compliance', {
  input: z.strictObject({}),
  find: async ({ db, policy, now }: Context) => complianceOf(policy, await evidenceOf(db, policy, now)),
  may: ({ role }) => role === 'privacy-officer' || role === 'operator' || role === 'system',
  reveals: () => [],
})

/** Every version with its reason and moments, and the difference between any two. */
export const showVersions = query('publication.show-versions', {
  input: z.strictObject({ from: z.coerce.number().int().positive().optional(), to: z.coerce.number().int().positive().optional() }),
  async find({ db, now }: Context, { from, to }) {
    const versions = await versionsOf(db)
    const latest = versions.at(-1)?.number ?? 0
    const [older, newer] = [from ?? Math.max(1, latest - 1), to ?? latest]
    const [before, after] = [versions.find(({ number }) => number === older), versions.find(({ number }) => number === newer)]
    if (!before || !after) return undefined
    return { versions, current: versionAt(versions, now)?.number, from: older, to: newer, changes: changesBetween(before.published, after.published), now }
  },
  may: () => true,
  reveals: () => [],
})
