import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from './context.ts'
import { leafOf, type StoredEntry } from './leaf.ts'
import { query } from './query.ts'
import type { LogRow } from './show-log.ts'

export type Neighbour = { position: number; hash: string }
export type Entry = {
  row: LogRow
  /** Where it stands in the tree, between what was sealed before it and after it. None while it waits to be sealed. */
  chain?: { own: Neighbour; before: Neighbour | undefined; after: Neighbour | undefined; /** The entry as it stands gives the hash that was sealed. */ same: boolean }
  /** The first signed checkpoint that covers it. */
  checkpoint?: { size: number; at: Date; root: string }
}

const hex = (bytes: Buffer) => bytes.toString('hex')

/** One entry with its place in the tree, its hash worked out anew. */
export const showEntry = query('audit.show-entry', {
  input: z.strictObject({ id: z.uuid() }),
  async find({ db, site }: Context, { id }): Promise<Entry | undefined> {
    const position = sql<number>`(select position from audit.leaves where entry = ${id})`
    const [entry, leaves, signed] = await Promise.all([
      db.selectFrom('audit.entries').select(['id', 'number', 'at', 'actor', 'role', 'act', 'subject', 'details', 'outcome', 'purpose', 'thing']).where('id', '=', id).executeTakeFirst(),
      db.selectFrom('audit.leaves').select(['position', 'entry', 'hash']).where(sql<boolean>`position between ${position} - 1 and ${position} + 1`).execute(),
      db.selectFrom('audit.checkpoints').select(['size', 'at', 'root']).where(sql<boolean>`size > ${position}`).orderBy('size').limit(1).executeTakeFirst(),
    ])
    if (!entry) return undefined
    const leaf = leaves.find(each => each.entry === id)
    const place = leaf ? Number(leaf.position) : null
    const row = { ...entry, position: place }
    if (!leaf || place === null) return { row }
    const beside = (step: number) => leaves.filter(each => Number(each.position) === place + step).map(({ hash }) => ({ position: place + step, hash: hex(hash) }))[0]
    return {
      row, chain: { own: { position: place, hash: hex(leaf.hash) }, before: beside(-1), after: beside(1), same: leafOf({ ...entry, site } as StoredEntry).equals(leaf.hash) },
      ...signed && { checkpoint: { size: Number(signed.size), at: signed.at, root: hex(signed.root) } },
    }
  },
  may: actor => actor.role === 'privacy-officer',
  reveals: ({ row }) => [row.subject],
})
