import { sql } from 'kysely'
import { inSite, type Database } from '#platform/database/database.ts'
import { publish, signCheckpoint, type Witness } from '#platform/witness/witness.ts'
import { leafOf, type StoredEntry } from './leaf.ts'
import { GrowingTree } from './merkle-tree.ts'

/**
 * Runs after the changes, never inside them: a chain in every transaction would queue all writers of a site. It takes
 * the entries whose transactions are older than every running one, so nothing can still appear before them.
 * `sealer` is connected in the sealer's own role; the application may not write leaves. Returns how many were sealed.
 */
export async function sealLog(sealer: Database, site: string, witness: Witness, now: Date, most = 50_000): Promise<number> {
  const made = await inSite(sealer, site, async db => {
    await sql`select pg_advisory_xact_lock(hashtext(${`audit ${site}`}))`.execute(db) // one sealer at a time
    const { rows: [last] } = await sql<{ size: number; edge: Buffer; upto: string }>`
      select size, edge, upto from audit.checkpoints order by size desc limit 1`.execute(db)
    const tree = new GrowingTree(Number(last?.size ?? 0), last?.edge)
    const { entries, upto } = await waiting(db, last?.upto ?? '0', most)
    if (!entries.length) return null
    const leaves = entries.map(entry => ({ position: tree.size, entry: entry.id, hash: grow(tree, entry) }))
    await sql`insert into audit.leaves (position, entry, hash) select * from unnest(${leaves.map(leaf => leaf.position)}::bigint[],
      ${leaves.map(leaf => leaf.entry)}::uuid[], ${leaves.map(leaf => leaf.hash)}::bytea[])`.execute(db)
    const facts = { size: tree.size, root: tree.root, at: now }
    const checkpoint = { ...facts, signature: signCheckpoint(witness, site, facts) }
    await db.insertInto('audit.checkpoints').values({ ...checkpoint, edge: tree.edge, upto }).execute()
    return { checkpoint, count: leaves.length }
  })
  if (!made) return 0
  publish(witness, site, made.checkpoint)
  return made.count
}

function grow(tree: GrowingTree, entry: StoredEntry) {
  const hash = leafOf(entry)
  tree.add(hash)
  return hash
}

/** A restored log has transaction numbers of another cluster: what has a leaf already is never sealed twice. */
async function waiting(db: Database, from: string, most: number) {
  const { rows } = await sql<StoredEntry & { xmin: string; tx: string }>`
    select e.site, e.id, e.number, e.at, e.actor, e.role, e.act, e.subject, e.details, e.outcome, e.purpose, e.thing, e.tx::text as tx, snapshot.xmin::text as xmin
    from audit.entries e, (select pg_snapshot_xmin(pg_current_snapshot()) as xmin) snapshot
    where e.tx >= ${from}::xid8 and e.tx < snapshot.xmin and not exists (select from audit.leaves l where l.entry = e.id)
    order by e.tx, e.number limit ${most}`.execute(db)
  // A full batch may end in the middle of a transaction: the next one begins with that transaction again.
  return { entries: rows, upto: rows.length === most ? rows.at(-1)!.tx : rows[0]?.xmin ?? from }
}
