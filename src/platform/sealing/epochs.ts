// Deleting a row destroys nothing: it stays in dead tuples, logs, replicas, snapshots and backups. So all keys that are
// still wanted move under a new site key, and the old one is destroyed; with it goes whatever was left behind.
import { sql } from 'kysely'
import { unwrap, wrap, type KeyPlace } from './cipher.ts'
import { currentEpoch, epochKey, type SiteKeys } from './site-keys.ts'
import { inVault, inVaultAndCopy, siteKeysChange, type InVault, type VaultDatabase } from './vault-tables.ts'

export type Epoch = { number: number; openedAt: Date; closedAt: Date | null; destroyedAt: Date | null }
export type Turned = { from: number; to: number; rewrapped: number; verified: number; destroyed: boolean }
type Ground = { db: VaultDatabase; siteKeys: SiteKeys }
type KeyRow = Omit<KeyPlace, 'kind'> & { kind: 'own' | 'law'; wrapped: Buffer; commitment: Buffer }

const batch = 4000

export async function epochsOf({ db }: Ground, site: string): Promise<Epoch[]> {
  const rows = await inVault(db, site, db => db.selectFrom('sealing.epochs').selectAll().orderBy('number').execute())
  return rows.map(({ number, opened_at, closed_at, destroyed_at }) => ({ number, openedAt: opened_at, closedAt: closed_at, destroyedAt: destroyed_at }))
}

/** When the current window ends; null for a site that holds nothing yet. An interrupted turn is due at once. */
export async function nextTurn(ground: Ground, site: string, windowDays: number): Promise<Date | null> {
  const epochs = await epochsOf(ground, site)
  const unfinished = epochs.find(epoch => epoch.closedAt && !epoch.destroyedAt)
  const current = epochs.find(epoch => !epoch.closedAt)
  return unfinished?.closedAt ?? (current ? new Date(current.openedAt.getTime() + windowDays * 86_400_000) : null)
}

/**
 * Moves every key of the site to a new epoch and destroys the old one. May be killed anywhere and called again: each
 * row says which epoch it is under, and both site keys live until the last row has been seen to open.
 * `beforeDestroying` is where a copy of the vault is made and tried.
 */
export async function turnEpoch(ground: Ground, site: string, now: Date, beforeDestroying?: () => Promise<unknown>): Promise<Turned> {
  const { from, to } = await closeEpoch(ground, site, now)
  let rewrapped = 0
  for (let moved; (moved = await rewrapSome(ground, site, to)) > 0;) rewrapped += moved
  const verified = await verifyAll(ground, site, to)
  await beforeDestroying?.()
  const { provider } = ground.siteKeys
  await provider.destroy(site, epochKey(from))
  ground.siteKeys.drop(site, epochKey(from))
  // Some providers can only be asked to: then it counts once the key is seen to be gone.
  const destroyed = !(await provider.list(site)).includes(epochKey(from))
  if (destroyed) await inVault(ground.db, site, db => db.updateTable('sealing.epochs').set({ destroyed_at: now }).where('number', '=', from).execute())
  return { from, to, rewrapped, verified, destroyed }
}

/** From here on new keys are wrapped under the next epoch. A turn that was interrupted is taken up instead. */
async function closeEpoch({ db, siteKeys }: Ground, site: string, now: Date) {
  return inVaultAndCopy(db, site, async db => {
    await siteKeysChange(db, site)
    const left = await db.selectFrom('sealing.epochs').select('number').where('closed_at', 'is not', null).where('destroyed_at', 'is', null).orderBy('number').limit(1).executeTakeFirst()
    const current = await currentEpoch(db)
    if (left) return { from: left.number, to: current }
    const to = current + 1
    await siteKeys.provider.make(site, epochKey(to)) // safely stored before any row can need it
    await db.updateTable('sealing.epochs').set({ closed_at: now }).where('number', '=', current).execute()
    await db.insertInto('sealing.epochs').values({ site, number: to, opened_at: now, closed_at: null, destroyed_at: null }).execute()
    return { from: current, to }
  })
}

function rewrapSome({ db, siteKeys }: Ground, site: string, to: number): Promise<number> {
  return inVault(db, site, async db => {
    const rows: KeyRow[] = await db.selectFrom('sealing.keys').selectAll().where('epoch', '<', to).orderBy('epoch').orderBy('person').limit(batch).forUpdate().execute()
    const siteKey = await siteKeys.read(site, epochKey(to))
    const moved = []
    for (const row of rows) {
      const { key } = unwrap(await siteKeys.read(site, epochKey(row.epoch)), row, row.wrapped, row.commitment)
      moved.push({ ...row, wrapped: wrap(siteKey, { ...row, epoch: to }, key) })
    }
    if (moved.length) await sql`
      update sealing.keys set epoch = ${to}, wrapped = moved.wrapped
      from unnest(${moved.map(row => row.person)}::uuid[], ${moved.map(row => row.kind)}::text[], ${moved.map(row => row.version)}::int[], ${moved.map(row => row.wrapped)}::bytea[])
        as moved (person, kind, version, wrapped)
      where keys.person = moved.person and keys.kind = moved.kind and keys.version = moved.version`.execute(db)
    return moved.length
  })
}

/** Reads all rows back and opens each under the new epoch: only then is the old key worth nothing to us. */
function verifyAll({ db, siteKeys }: Ground, site: string, to: number): Promise<number> {
  return inVault(db, site, async db => {
    const siteKey = await siteKeys.read(site, epochKey(to))
    let verified = 0
    for (let last: KeyRow | undefined; ;) {
      const rows: KeyRow[] = await pageAfter(db, last)
      for (const row of rows) {
        if (row.epoch !== to) throw new Error(`A key of ${row.person} is still under epoch ${row.epoch}: epoch ${to} is not complete`)
        unwrap(siteKey, row, row.wrapped, row.commitment)
      }
      verified += rows.length
      if (rows.length < batch) return verified
      last = rows.at(-1)
    }
  })
}

function pageAfter(db: InVault, last: KeyRow | undefined) {
  const page = db.selectFrom('sealing.keys').selectAll().orderBy('person').orderBy('kind').orderBy('version').limit(batch)
  return (last ? page.where(sql<boolean>`(person, kind, version) > (${last.person}::uuid, ${last.kind}, ${last.version}::int)`) : page).execute()
}
