// Blind indexes get a new key in three steps, because only the main database knows what was indexed:
// start (two keys live, all new claims are written under both), reindex (with plain values from main), finish (the old one dies).
import { sql } from 'kysely'
import { blindIndex, type LookupKind } from './blind-index.ts'
import { indexKey, liveIndexes, type SiteKeys } from './site-keys.ts'
import { anyOf, inVault, siteKeysChange, type VaultDatabase } from './vault-tables.ts'

type Ground = { db: VaultDatabase; siteKeys: SiteKeys }

/** The version that is being moved to. Called again during a rotation it changes nothing. */
export async function startIndex({ db, siteKeys }: Ground, site: string, now: Date): Promise<number> {
  await siteKeys.begin(site, now)
  return inVault(db, site, async db => {
    await siteKeysChange(db, site)
    const live = await liveIndexes(db)
    if (live.length > 1) return live.at(-1)!
    const version = live[0]! + 1
    await siteKeys.provider.make(site, indexKey(version))
    await db.insertInto('sealing.indexes').values({ site, version, opened_at: now, retired_at: null, destroyed_at: null }).execute()
    return version
  })
}

/** Writes the new index of known addresses. What is not indexed under the old key for that person is left out: this claims nothing. */
export async function reindex({ db, siteKeys }: Ground, site: string, entries: { person: string; kind: LookupKind; value: string }[]): Promise<number> {
  return inVault(db, site, async db => {
    const [old, next] = await liveIndexes(db)
    if (!next) throw new Error('No index is being replaced: call startIndex first')
    const [oldKey, nextKey] = [await siteKeys.read(site, indexKey(old!)), await siteKeys.read(site, indexKey(next))]
    const { numAffectedRows } = await sql`
      insert into sealing.lookups (site, kind, index_version, blind, person, state, expires_at)
      select site, known.kind, ${next}, entry.fresh, known.person, state, expires_at
      from unnest(${entries.map(({ person }) => person)}::uuid[], ${entries.map(({ kind }) => kind)}::text[],
        ${entries.map(({ kind, value }) => blindIndex(oldKey, kind, value))}::bytea[], ${entries.map(({ kind, value }) => blindIndex(nextKey, kind, value))}::bytea[]) as entry (person, kind, old, fresh)
      join sealing.lookups known on known.person = entry.person and known.kind = entry.kind and known.blind = entry.old and known.index_version = ${old}
      on conflict do nothing`.execute(db)
    return Number(numAffectedRows ?? 0)
  })
}

/** Destroys the old key once every address stands under the new one. Otherwise names who is missing, and changes nothing. */
export async function finishIndex({ db, siteKeys }: Ground, site: string, now: Date): Promise<{ missing: string[] }> {
  const missing = await inVault(db, site, async db => {
    await siteKeysChange(db, site)
    const [old, next] = await liveIndexes(db)
    if (!old || !next) return []
    await db.deleteFrom('sealing.lookups').where('state', '=', 'pending').where('expires_at', '<=', now).execute()
    const { rows } = await sql<{ person: string }>`
      select person from sealing.lookups where index_version = ${old}
      except all select person from sealing.lookups where index_version = ${next}`.execute(db)
    if (rows.length) return rows.map(row => row.person)
    await db.deleteFrom('sealing.lookups').where('index_version', '=', old).execute()
    await db.updateTable('sealing.indexes').set({ retired_at: now }).where('version', '=', old).execute()
    return []
  })
  if (!missing.length) await destroyRetired({ db, siteKeys }, site, now)
  return { missing: [...new Set(missing)] }
}

async function destroyRetired({ db, siteKeys }: Ground, site: string, now: Date) {
  const left = await inVault(db, site, db => db.selectFrom('sealing.indexes').select('version').where('retired_at', 'is not', null).where('destroyed_at', 'is', null).execute())
  for (const { version } of left) {
    await siteKeys.provider.destroy(site, indexKey(version))
    siteKeys.drop(site, indexKey(version))
    if ((await siteKeys.provider.list(site)).includes(indexKey(version))) continue
    await inVault(db, site, db => db.updateTable('sealing.indexes').set({ destroyed_at: now }).where('version', '=', version).execute())
  }
}

/** Who has which kinds of address, without the addresses: for the rotation to ask main for them. */
export const indexedPeople = ({ db }: Ground, site: string, people: string[]) =>
  inVault(db, site, db => db.selectFrom('sealing.lookups').select(['person', 'kind']).distinct().where('person', '=', anyOf(people)).execute())
