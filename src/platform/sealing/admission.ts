import { sql } from 'kysely'
import { blindIndex, type LookupKind } from './blind-index.ts'
import { newKey, takeApart, wrap } from './cipher.ts'
import type { PersonKeys } from './person-keys.ts'
import type { KeyKind } from './sealed-value.ts'
import { currentEpoch, epochKey, indexKey, liveIndexes, onceMore, type SiteKeys } from './site-keys.ts'
import { inVault, inVaultAndCopy, siteKeysStay, type InVault, type VaultDatabase } from './vault-tables.ts'

export type Lookups = { [Kind in LookupKind]?: string | null | undefined }
type Ground = { db: VaultDatabase; siteKeys: SiteKeys }

const taken = Symbol('taken')
const unlessTaken = <R>(work: Promise<R>): Promise<R | undefined> => work.catch(error => {
  if (error === taken) return undefined
  throw error
})

/** First half of an admission: keys, and claims that lapse at `until`. Undefined when an address belongs to somebody else. */
export async function admit({ db, siteKeys }: Ground, site: string, person: string, lookups: Lookups, now: Date, until: Date) {
  await siteKeys.begin(site, now)
  return unlessTaken(inVaultAndCopy(db, site, async db => {
    await siteKeysStay(db, site)
    await db.insertInto('sealing.people').values({ site, person, state: 'pending', expires_at: until }).execute()
    const keys = await addKeys(db, siteKeys, site, person, 1)
    await claim(db, siteKeys, site, person, lookups, now, until)
    return keys
  }))
}

export async function addKeys(db: InVault, siteKeys: SiteKeys, site: string, person: string, version: number, kinds: KeyKind[] = ['own', 'law']): Promise<PersonKeys> {
  const made: PersonKeys = { own: new Map(), law: new Map(), forgotten: new Set() }
  const epoch = await currentEpoch(db)
  const siteKey = await siteKeys.read(site, epochKey(epoch))
  await db.insertInto('sealing.keys').values(kinds.map(kind => {
    const key = newKey()
    const place = { site, person, kind, epoch, version }
    const { seals, commitment } = takeApart(key)
    made[kind].set(version, seals)
    return { ...place, wrapped: wrap(siteKey, place, key), commitment }
  })).execute()
  return made
}

/** A claim of an address by someone who is known already. Their confirmed one stays until confirm(). */
export async function changeLookup({ db, siteKeys }: Ground, site: string, person: string, lookups: Lookups, now: Date, until: Date) {
  const claimed = await unlessTaken(inVaultAndCopy(db, site, async db => {
    await siteKeysStay(db, site)
    for (const kind of Object.keys(lookups) as LookupKind[])
      await db.deleteFrom('sealing.lookups').where('person', '=', person).where('kind', '=', kind).where('state', '=', 'pending').execute()
    await claim(db, siteKeys, site, person, lookups, now, until)
    return true
  }))
  return claimed ?? false
}

/** One statement, in one order for everybody, so that two who claim crosswise cannot wait for each other. */
async function claim(db: InVault, siteKeys: SiteKeys, site: string, person: string, lookups: Lookups, now: Date, until: Date) {
  const rows = []
  for (const index_version of await liveIndexes(db)) {
    const siteKey = await siteKeys.read(site, indexKey(index_version))
    for (const [kind, value] of Object.entries(lookups) as [LookupKind, string | null][])
      if (value) rows.push({ site, kind, index_version, blind: blindIndex(siteKey, kind, value), person, state: 'pending' as const, expires_at: until })
  }
  if (!rows.length) return
  rows.sort((one, other) => one.index_version - other.index_version || one.kind.localeCompare(other.kind))
  const claimed = await db.insertInto('sealing.lookups').values(rows)
    .onConflict(clash => clash.columns(['site', 'kind', 'index_version', 'blind']).doUpdateSet({
      person: sql`excluded.person`,
      state: sql`case when lookups.person = excluded.person then lookups.state else 'pending' end`,
      expires_at: sql`case when lookups.person = excluded.person and lookups.state = 'confirmed' then null else excluded.expires_at end`,
    }).where(sql<boolean>`lookups.person = excluded.person or (lookups.state = 'pending' and lookups.expires_at <= ${now})`))
    .returning('kind').execute()
  if (claimed.length < rows.length) throw taken
}

/** Second half: the main database has them. What was claimed counts, and takes the place of what counted before. */
export function confirm({ db }: Ground, site: string, person: string): Promise<LookupKind[]> {
  return inVault(db, site, async db => {
    const known = await db.updateTable('sealing.people').set({ state: 'confirmed', expires_at: null }).where('person', '=', person).returning('person').executeTakeFirst()
    if (!known) return []
    const claims = await db.selectFrom('sealing.lookups').select('kind').distinct().where('person', '=', person).where('state', '=', 'pending').execute()
    const kinds = claims.map(({ kind }) => kind)
    if (!kinds.length) return []
    await db.deleteFrom('sealing.lookups').where('person', '=', person).where('kind', 'in', kinds).where('state', '=', 'confirmed').execute()
    await db.updateTable('sealing.lookups').set({ state: 'confirmed', expires_at: null }).where('person', '=', person).where('state', '=', 'pending').execute()
    return kinds
  })
}

/** The main transaction was undone: who is only pending goes with their keys, who is known loses only the new claim. */
export function release({ db }: Ground, site: string, person: string) {
  return inVault(db, site, async db => {
    await db.deleteFrom('sealing.people').where('person', '=', person).where('state', '=', 'pending').execute()
    await db.deleteFrom('sealing.lookups').where('person', '=', person).where('state', '=', 'pending').execute()
  })
}

export function dropLookup({ db }: Ground, site: string, person: string, kind: LookupKind) {
  return inVault(db, site, db => db.deleteFrom('sealing.lookups').where('person', '=', person).where('kind', '=', kind).execute())
}

/** Who holds an address. Claims count only when asked for, and only those that have not lapsed at that moment. */
export async function find({ db, siteKeys }: Ground, site: string, kind: LookupKind, value: string, pendingAt?: Date): Promise<string | undefined> {
  return onceMore(() => inVault(db, site, async db => {
    const versions = await liveIndexes(db)
    if (!versions.length) return undefined
    const blinds = await Promise.all(versions.map(async version => blindIndex(await siteKeys.read(site, indexKey(version)), kind, value)))
    const found = await db.selectFrom('sealing.lookups').select('person').where('kind', '=', kind).where('blind', 'in', blinds)
      .where(({ or, eb }) => or([eb('state', '=', 'confirmed'), ...pendingAt ? [eb('expires_at', '>', pendingAt)] : []])).limit(1).executeTakeFirst()
    return found?.person
  }))
}

export async function readable({ db }: Ground, site: string): Promise<string[]> {
  const rows = await inVault(db, site, db => db.selectFrom('sealing.keys').select('person').distinct().where('kind', '=', 'own').execute())
  return rows.map(({ person }) => person)
}

/** Admissions that were begun and neither confirmed nor released: main knows which of them happened. */
export async function pending({ db }: Ground, site: string, now: Date): Promise<{ person: string; expired: boolean }[]> {
  const rows = await inVault(db, site, db => db.selectFrom('sealing.people').select(['person', 'expires_at']).where('state', '=', 'pending').execute())
  return rows.map(({ person, expires_at }) => ({ person, expired: expires_at! <= now }))
}

export async function settle(vault: { pending: Pending; confirm: Act; release: Act }, site: string, now: Date, inMain: (people: string[]) => Promise<Iterable<string>>) {
  const waiting = await vault.pending(site, now)
  const arrived = new Set(waiting.length ? await inMain(waiting.map(({ person }) => person)) : [])
  const lapsed = waiting.filter(({ person, expired }) => expired && !arrived.has(person)).map(({ person }) => person)
  for (const person of arrived) await vault.confirm(site, person)
  for (const person of lapsed) await vault.release(site, person)
  return { confirmed: [...arrived], released: lapsed }
}

type Pending = (site: string, now: Date) => Promise<{ person: string; expired: boolean }[]>
type Act = (site: string, person: string) => Promise<unknown>
