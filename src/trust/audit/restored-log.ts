import { sql } from 'kysely'
import type pg from 'pg'
import { inSite, type Database } from '#platform/database/database.ts'
import { setAside, type Witness } from '#platform/witness/witness.ts'

/** A restored log has transaction numbers of another cluster: what had not been sealed counts as older than everything here. */
export async function repairRestoredLog(client: pg.Client) {
  await client.query(`update audit.entries e set tx = '0' where not exists (select from audit.leaves l where l.site = e.site and l.entry = e.id)`)
  await client.query(`update audit.checkpoints set upto = '0'`)
}

/**
 * What was written after the copy is lost, and the checkpoints over it can be met by nobody: they are laid beside, to be seen.
 * Returns how many sealed entries are lost.
 */
export async function shortenWitness(sealer: Database, site: string, witness: Witness, now: Date): Promise<number> {
  const { rows: [leaves] } = await inSite(sealer, site, db => sql<{ n: number }>`select count(*)::int as n from audit.leaves`.execute(db))
  return Math.max(0, setAside(witness, site, leaves!.n, now) - leaves!.n)
}
