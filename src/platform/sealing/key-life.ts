import { sql } from 'kysely'
import { addKeys } from './admission.ts'
import { channel } from './listener.ts'
import type { Remembering } from './person-keys.ts'
import type { KeyKind } from './sealed-value.ts'
import type { SiteKeys } from './site-keys.ts'
import { inVault, inVaultAndCopy, siteKeysStay, type VaultDatabase } from './vault-tables.ts'

/**
 * Deletes the keys of everyone the ledger names: after a restore of an older vault, or an erasure that was cut short.
 * Set-wise, a page of people at a time; returns whom it found.
 */
export async function replayLedger({ db, ledger }: { db: VaultDatabase; ledger: Remembering }, site: string): Promise<string[]> {
  const found = new Set<string>()
  for (let last: string | undefined; ;) {
    const page = await inVault(db, site, db => {
      const people = db.selectFrom('sealing.people').select('person').orderBy('person').limit(5000)
      return (last ? people.where('person', '>', last) : people).execute()
    })
    const people = page.map(({ person }) => person)
    for (const kind of ['own', 'law'] as const) for (const person of (await ledger.forgottenAmong(site, people, kind)).keys()) {
      if (await deleteKeys(db, site, person, [kind])) found.add(person)
    }
    last = people.at(-1)
    if (people.length < 5000) return [...found]
  }
}

type Ground = { db: VaultDatabase; siteKeys: SiteKeys }

/** The ledger's own lock is one machine's; nodes that share its folder share the vault too, and take turns there. */
export function nameForgotten({ db, ledger }: { db: VaultDatabase; ledger: Remembering }, site: string, people: string[], entry: { kinds: KeyKind[]; reason: string; at: Date }) {
  return inVault(db, site, async db => {
    await sql`select pg_advisory_xact_lock(hashtextextended('senim erasure ledger', 0))`.execute(db)
    return ledger.append(site, people, entry)
  })
}

/** The rows of someone the ledger already names; how many keys they were. Every process that listens lets go of them with the commit. */
export function deleteKeys(db: VaultDatabase, site: string, person: string, kinds: KeyKind[]): Promise<number> {
  return inVaultAndCopy(db, site, async db => {
    const gone = await db.deleteFrom('sealing.keys').where('person', '=', person).where('kind', 'in', kinds).returning('version').execute()
    if (kinds.includes('own')) await db.deleteFrom('sealing.lookups').where('person', '=', person).execute()
    await db.deleteFrom('sealing.people').where('person', '=', person)
      .where(({ not, exists, selectFrom }) => not(exists(selectFrom('sealing.keys').select('person').where('person', '=', person)))).execute()
    await sql`select pg_notify(${channel}, ${`${site} ${person}`})`.execute(db)
    return gone.length
  })
}

/** A second version of each key a person has; the number of the version. */
export function renewKeys({ db, siteKeys }: Ground, site: string, person: string): Promise<number> {
  return inVaultAndCopy(db, site, async db => {
    await siteKeysStay(db, site)
    await db.selectFrom('sealing.people').select('person').where('person', '=', person).forUpdate().execute() // two at once would make one version twice
    const rows = await db.selectFrom('sealing.keys').select(['kind', 'version']).where('person', '=', person).execute()
    if (!rows.length) throw new Error(`${person} has no keys to renew`)
    const version = Math.max(...rows.map(row => row.version)) + 1
    await addKeys(db, siteKeys, site, person, version, [...new Set(rows.map(row => row.kind))])
    return version
  })
}

export function retireKeys({ db }: Ground, site: string, person: string, below: number) {
  return inVault(db, site, db => db.deleteFrom('sealing.keys').where('person', '=', person).where('version', '<', below).execute())
}
