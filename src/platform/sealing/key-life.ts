import { sql } from 'kysely'
import { addKeys } from './admission.ts'
import { channel } from './listener.ts'
import type { KeyKind } from './sealed-value.ts'
import type { SiteKeys } from './site-keys.ts'
import { inVault, siteKeysStay, type VaultDatabase } from './vault-tables.ts'

type Ground = { db: VaultDatabase; siteKeys: SiteKeys }

/** The rows of someone the ledger already names. Every process that listens lets go of the keys with the commit. */
export function deleteKeys(db: VaultDatabase, site: string, person: string, kinds: KeyKind[], head: { number: number; hash: string }) {
  return inVault(db, site, async db => {
    await db.deleteFrom('sealing.keys').where('person', '=', person).where('kind', 'in', kinds).execute()
    if (kinds.includes('own')) await db.deleteFrom('sealing.lookups').where('person', '=', person).execute()
    await db.deleteFrom('sealing.people').where('person', '=', person)
      .where(({ not, exists, selectFrom }) => not(exists(selectFrom('sealing.keys').select('person').where('person', '=', person)))).execute()
    await db.insertInto('sealing.ledger_heads').values(head).onConflict(clash => clash.doNothing()).execute()
    await sql`select pg_notify(${channel}, ${`${site} ${person}`})`.execute(db)
  })
}

/** A second version of each key a person has; the number of the version. */
export function renewKeys({ db, siteKeys }: Ground, site: string, person: string): Promise<number> {
  return inVault(db, site, async db => {
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
