import { sql } from 'kysely'
import { inSite, type Database } from '#platform/database/database.ts'
import { isSigned, publishedIn, type Checkpoint, type Witness } from '#platform/witness/witness.ts'
import { leafOf, type StoredEntry } from './leaf.ts'
import { GrowingTree } from './merkle-tree.ts'

export type Verdict = {
  intact: boolean
  entries: number
  checkpoints: number
  /** Entries younger than the last checkpoint: for them nothing is claimed yet. */
  unsealed: number
  /** The first thing that is not what it was: which entry or checkpoint, and how. */
  fault?: { at: number; /** The first place that no sound checkpoint covers. */ from: number; what: 'entry-changed' | 'entry-missing' | 'root-differs' | 'bad-signature' | 'log-shortened' | 'place-silent' }
}

type Leaf = StoredEntry & { position: number; hash: Buffer; found: string | null }

/** Recomputes everything from the entries themselves, and compares with every signed checkpoint in every place outside. */
export async function verifyLog(sealer: Database, site: string, witness: Witness): Promise<Verdict> {
  const outside = witness.folders.map(folder => publishedIn(folder, site))
  return inSite(sealer, site, async db => {
    const [inside, unsealed, total] = await Promise.all([
      sql<Checkpoint>`select size, root, at, signature from audit.checkpoints order by size`.execute(db).then(({ rows }) => rows),
      count(db, sql`select count(*)::int as n from audit.entries e where not exists (select from audit.leaves l where l.entry = e.id)`),
      count(db, sql`select count(*)::int as n from audit.leaves`),
    ])
    const claims = [...inside, ...outside.flat()].sort((one, other) => one.size - other.size)
    const fault = outside.some(place => inside.length && !place.length) ? { at: 0, from: 0, what: 'place-silent' as const }
      : await firstFault(db, site, claims, total, witness)
    return { intact: !fault, entries: total, checkpoints: inside.length, unsealed, ...(fault && { fault }) }
  }, { isolation: 'repeatable read' })
}

async function firstFault(db: Database, site: string, claims: Checkpoint[], total: number, witness: Witness): Promise<Verdict['fault']> {
  const tree = new GrowingTree()
  let [next, from] = [0, 0]
  while (next < claims.length) {
    const claim = claims[next]!
    if (!isSigned(witness, site, claim)) return { at: claim.size, from, what: 'bad-signature' }
    if (claim.size > total) return { at: claim.size, from, what: 'log-shortened' }
    while (tree.size < claim.size)
      for (const leaf of await leavesFrom(db, tree.size, claim.size)) {
        if (leaf.position !== tree.size || !leaf.found) return { at: tree.size, from, what: 'entry-missing' }
        const hash = leafOf(leaf)
        if (!hash.equals(leaf.hash)) return { at: tree.size, from, what: 'entry-changed' }
        tree.add(hash)
      }
    if (!tree.root.equals(claim.root)) return { at: claim.size, from, what: 'root-differs' }
    from = claim.size
    next++
  }
  return undefined
}

const leavesFrom = async (db: Database, from: number, to: number) => {
  const { rows } = await sql<Leaf>`select l.position::int as position, l.hash, e.id as found, e.site, e.id, e.number, e.at, e.actor, e.role, e.act, e.subject, e.details, e.outcome, e.purpose, e.thing
    from audit.leaves l left join audit.entries e on e.id = l.entry
    where l.position >= ${from} and l.position < ${to} order by l.position limit 5000`.execute(db)
  return rows.length ? rows : [{ position: -1 } as Leaf]
}

const count = async (db: Database, query: ReturnType<typeof sql>) => ((await query.execute(db)).rows[0] as { n: number }).n
