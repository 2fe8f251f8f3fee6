import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { headsInVault, missingSiteKey } from '#platform/sealing/sealing.ts'
import { subjectsIn } from '#trust/data-map/data-map.ts'
import { command, isSystem, repairRestoredLog, type Context } from '#trust/audit/audit.ts'
import { copiesIn } from './find-copies.ts'
import { loadCopy } from './load-copy.ts'
import { manifestOf, type Manifest } from './manifest.ts'
import type { Shelf } from './room.ts'
import { copiedTables } from './tables.ts'

/** What another cluster counts differently. */
export const repairs = { main: repairRestoredLog }

/**
 * Puts a copy in the place of a database nobody is working on. What stood there stays until the copy is whole, and is only
 * given up when `replace` says so. Refuses whatever would bring an erased person back.
 */
export async function restoreCopy(room: Shelf, file: string, { replace, beforeExchange }: { replace: boolean; beforeExchange?: () => void }): Promise<Manifest> {
  const manifest = await manifestOf(room.keys, file)
  const bench = room[manifest.database]
  await refuseOlderLedger(room, manifest)
  if (!replace && await isUsed(room, manifest.database)) throw new Refusal(409, 'backups.in-use', { database: bench.database })
  const beside = `${bench.database}_restoring`
  await loadCopy(room, file, beside, repairs)
  if (manifest.database === 'vault') {
    const missing = await bench.on(client => missingSiteKey(client, room.keys), beside)
    if (missing) {
      await bench.drop(beside)
      throw new Refusal(409, 'backups.key-destroyed', { key: missing, file })
    }
  }
  beforeExchange?.()
  await bench.replaceBy(beside)
  return manifest
}

/** The ledger must know every head that was ever published: in this copy, in the others, in the vault. */
async function refuseOlderLedger(room: Shelf, manifest: Manifest) {
  const published = [manifest.ledger, ...(await copiesIn(room)).flatMap(({ manifest }) => manifest ? [manifest.ledger] : []), ...await room.vault.on(headsInVault)]
  for (const head of published) if (!await room.ledger.has(head)) throw new Refusal(409, 'backups.ledger-behind', { number: head.number })
}

const isUsed = (room: Shelf, which: Manifest['database']) => room[which].on(async client => {
  // A file of rows without one page is empty, whoever may see its rows.
  for (const { table } of await copiedTables(client))
    if ((await client.query<{ used: boolean }>('select pg_relation_size($1::regclass) > 0 as used', [table])).rows[0]!.used) return true
  return false
})

/** Who stands on one side only, after main and vault were brought back from different moments. */
export type Reconciled = { people: number; lost: string[]; strangers: string[] }

/**
 * Main and vault are restored apart. Whoever the ledger names has gone by now from both. `lost`: rows whose key no vault has,
 * though nobody asked for it; they stay, in case a newer vault is found. `strangers`: keys of people whose rows are not there.
 */
export async function reconcile(ctx: Context): Promise<Reconciled> {
  const [rows, readable] = await Promise.all([
    inSite(ctx.db, ctx.site, db => subjectsIn(db, ctx.map), { session: 'system', now: ctx.now }),
    ctx.vault.readable(ctx.site),
  ])
  const [inMain, inVault] = [new Set(rows), new Set(readable)]
  return { people: rows.length, lost: rows.filter(id => !inVault.has(id)), strangers: readable.filter(id => !inMain.has(id)) }
}

/** That a copy was brought back stands in the log of every school it concerns. */
export const recordRestore = command('backups.restore', {
  input: z.strictObject({ file: z.string() }),
  load: async (_: Context, { file }) => file,
  may: isSystem,
  run: async () => {},
  audit: () => ({ subject: null }),
})
