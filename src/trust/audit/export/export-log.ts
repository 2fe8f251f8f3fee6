import { sql } from 'kysely'
import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { actName, tellsWhy } from '../acts.ts'
import { command } from '../command.ts'
import type { Context } from '../context.ts'
import { entriesIn, filtersIn, filterShape, type Filters } from '../filters.ts'
import { messages } from '../messages.ts'
import { purposeName, purposes } from '../purposes.ts'
import { query } from '../query.ts'
import { writeLook } from '../write-entry.ts'
import { packed, writeExport, type ExportedEntry } from './archive.ts'

/** More in one file than a person can look through; a narrower view says more. */
const most = 20_000
export const Purpose = z.strictObject({ purpose: z.enum(purposes), words: z.string().trim().min(10).max(500) })

/** How much a view holds, before anybody takes it out: a count reveals nobody. */
export const countView = query('audit.count-view', {
  input: z.strictObject(filterShape),
  async find({ db, zone }: Context, filters) {
    const { count } = await db.selectFrom(entriesIn(db, zone, filters).clearOrderBy().as('view')).select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
    return { filters: filtersIn(filters), count: Number(count), most }
  },
  may: actor => actor.role === 'privacy-officer',
  reveals: () => [],
})

const takeOut = command('audit.export', {
  input: Purpose.extend({ filters: z.strictObject(filterShape) }),
  async load({ db, zone, actor }: Context, { filters }) {
    const [rows, [checkpoint]] = await Promise.all([
      entriesIn(db, zone, filters).select(eb => eb.selectFrom('audit.leaves').select('hash').whereRef('audit.leaves.entry', '=', 'audit.entries.id').as('hash')).limit(most + 1).execute(),
      sql<{ size: number; root: Buffer; at: Date }>`select size, root, at from audit.checkpoints order by size desc limit 1`.execute(db).then(({ rows }) => rows),
    ])
    return { rows, checkpoint, officer: actor.person }
  },
  may: actor => actor.role === 'privacy-officer',
  async run(ctx, { rows, checkpoint, officer }) {
    if (rows.length > most) throw new Refusal(422, 'audit.export-too-long', { most })
    writeLook(ctx, 'audit.export', [...new Set(rows.flatMap(({ subject }) => subject && subject !== officer ? [subject] : []))])
    return { rows, checkpoint }
  },
  audit: ({ rows, officer }, { filters, words }) => ({ subject: officer, details: `${words} (${rows.length}; ${new URLSearchParams(filtersIn(filters) as Record<string, string>)})` }),
})

export type Exported = { name: string; bytes: Buffer }

/**
 * A view of the log as a signed archive. The deed is written down with its purpose, and a look at everybody it names; what was sealed is opened
 * only for the entries whose reason the view shows.
 */
export async function exportLog(ctx: Context, { purpose, words, ...query }: z.input<typeof Purpose> & Filters): Promise<Exported> {
  const filters = filtersIn(query)
  const { rows, checkpoint } = await takeOut({ ...ctx, purpose }, { purpose, words, filters })
  const { locale, site, policy, now, zone, actor, witness: { key } } = ctx
  const reasons = new Map((await reveal(ctx, rows.filter(({ act }) => tellsWhy(act)))).map(({ id, details }) => [id, details as string | null]))
  const entries = rows.map((row): ExportedEntry => ({
    number: Number(row.number), at: row.at.toISOString(), actor: row.actor, role: row.role, act: row.act, words: actName(row.act, locale), subject: row.subject, thing: row.thing, outcome: row.outcome,
    reason: [row.purpose && purposeName(row.purpose, locale), reasons.get(row.id)].filter(Boolean).join(': ') || null,
    position: row.position === null ? null : Number(row.position) + 1, hash: row.hash?.toString('hex') ?? null,
  }))
  const readMe = fill(messages['export-read-me'], { school: policy.name[locale], address: new URL(keyPlace, ctx.address).href })[locale]
  const files = writeExport({
    site, school: policy.name[locale], madeAt: now.toISOString(), madeBy: { person: actor.person, role: actor.role }, purpose: { kind: purpose, words }, filters: filters as Record<string, string>, zone,
    checkpoint: checkpoint ? { size: Number(checkpoint.size), root: checkpoint.root.toString('hex'), at: checkpoint.at.toISOString() } : null,
  }, entries, readMe, key)
  return { name: `audit-${site}-${now.toISOString().slice(0, 19).replaceAll(/[:T]/g, '-')}.zip`, bytes: await packed(files) }
}

/** Where the school publishes the key that its exports are checked with. */
export const keyPlace = '/.well-known/senim-signing-key.pem'
