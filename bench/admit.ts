import { sql } from 'kysely'
import type { LookupKind, Vault } from '#platform/sealing/sealing.ts'
import { blindIndex } from '#platform/sealing/blind-index.ts'
import { newKey, takeApart, wrap } from '#platform/sealing/cipher.ts'
import { currentEpoch, epochKey, indexKey, liveIndexes } from '#platform/sealing/site-keys.ts'
import { inVault, siteKeysStay } from '#platform/sealing/vault-tables.ts'

type Newcomer = { person: string; kind: LookupKind; value: string }

/** What the vault does for one person at a time, for thousands: two keys each, wrapped by the key of the epoch, and the address they sign in by. */
export async function admitAll({ db, siteKeys }: Vault, site: string, people: Newcomer[], now: Date) {
  await siteKeys.begin(site, now)
  await inVault(db, site, async db => {
    await siteKeysStay(db, site)
    const epoch = await currentEpoch(db)
    const [index] = await liveIndexes(db)
    const [sealing, finding] = [await siteKeys.read(site, epochKey(epoch)), await siteKeys.read(site, indexKey(index!))]
    const keys = people.flatMap(({ person }) => (['own', 'law'] as const).map(kind => {
      const key = newKey()
      return { person, kind, wrapped: wrap(sealing, { site, person, kind, epoch, version: 1 }, key), commitment: takeApart(key).commitment }
    }))
    const column = <Row, Name extends keyof Row>(rows: Row[], name: Name) => rows.map(row => row[name])
    await sql`insert into sealing.people (site, person, state) select ${site}, unnest(${column(people, 'person')}::uuid[]), 'confirmed'`.execute(db)
    await sql`insert into sealing.keys (site, person, kind, version, epoch, wrapped, commitment) select ${site}, person, kind, 1, ${epoch}, wrapped, commitment
      from unnest(${column(keys, 'person')}::uuid[], ${column(keys, 'kind')}::text[], ${column(keys, 'wrapped')}::bytea[], ${column(keys, 'commitment')}::bytea[]) as new (person, kind, wrapped, commitment)`.execute(db)
    await sql`insert into sealing.lookups (site, kind, index_version, blind, person, state) select ${site}, kind, ${index}, blind, person, 'confirmed'
      from unnest(${column(people, 'kind')}::text[], ${people.map(({ kind, value }) => blindIndex(finding, kind, value))}::bytea[], ${column(people, 'person')}::uuid[]) as new (kind, blind, person)`.execute(db)
  })
}
