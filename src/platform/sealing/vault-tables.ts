import { sql, type Kysely, type Transaction } from 'kysely'
import { secondCopyIn, secondCopyQuery, type SecondCopyRow } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { LookupKind } from './blind-index.ts'
import type { KeyKind } from './sealed-value.ts'

type State = 'pending' | 'confirmed'
export type VaultTables = {
  'sealing.sites': { site: string }
  'sealing.epochs': { site: string; number: number; opened_at: Date; closed_at: Date | null; destroyed_at: Date | null }
  'sealing.indexes': { site: string; version: number; opened_at: Date; retired_at: Date | null; destroyed_at: Date | null }
  'sealing.people': { site: string; person: string; state: State; expires_at: Date | null }
  'sealing.keys': { site: string; person: string; kind: KeyKind; version: number; epoch: number; wrapped: Buffer; commitment: Buffer }
  'sealing.lookups': { site: string; kind: LookupKind; index_version: number; blind: Buffer; person: string; state: State; expires_at: Date | null }
  'sealing.ledger_heads': { number: number; hash: string }
}
export type VaultDatabase = Kysely<VaultTables>
export type InVault = Transaction<VaultTables>

/** Everything the vault reads or writes for a site happens in here; outside, row security refuses. */
export function inVault<R>(db: VaultDatabase, site: string, work: (db: InVault) => Promise<R>): Promise<R> {
  if (!/^[a-z0-9-]{1,63}$/.test(site)) throw new Error('Not the name of a site') // SET takes no parameters
  return db.transaction().execute(async db => {
    await sql.raw(`set local app.site = '${site}'`).execute(db)
    return work(db)
  })
}

/**
 * For what makes or ends a key. Where a second copy of the vault is set up, a commit waits for it; while no copy is there
 * that would be for ever, so it is refused instead, before anything is done. Reading goes on.
 */
export function inVaultAndCopy<R>(db: VaultDatabase, site: string, work: (db: InVault) => Promise<R>): Promise<R> {
  return inVault(db, site, async db => {
    const { rows: [found] } = await sql.raw<SecondCopyRow>(secondCopyQuery).execute(db)
    if (secondCopyIn(found!).state === 'away') throw new Refusal(503, 'sealing.copy-away', {}, { retryAfter: 60 })
    return work(db)
  })
}

/**
 * Writers share this lock; whoever changes which site keys are in force takes it alone. So nothing can be written under
 * a key after it was closed. It is held for one short transaction.
 */
export async function siteKeysStay(db: InVault, site: string) {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`senim site keys ${site}`}, 0))`.execute(db)
}
export async function siteKeysChange(db: InVault, site: string) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`senim site keys ${site}`}, 0))`.execute(db)
}

export const anyOf = (people: string[]) => sql<string>`any (${people}::uuid[])`
