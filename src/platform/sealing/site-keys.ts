import { BriefCache } from './brief-cache.ts'
import { inVault, siteKeysChange, type InVault, type VaultDatabase } from './vault-tables.ts'
import { KeyMissing, type KeyProvider } from './key-provider.ts'

export const epochKey = (number: number) => `epoch-${number}`
export const indexKey = (version: number) => `blind-${version}`

/** The keys of whole sites: those that wrap the keys of people, and those that make blind indexes. */
export class SiteKeys {
  readonly #db: VaultDatabase
  readonly #provider: KeyProvider
  readonly #recent = new BriefCache<Buffer>(5000)
  readonly #begun = new Set<string>()

  constructor(db: VaultDatabase, provider: KeyProvider) {
    this.#db = db
    this.#provider = provider
  }

  async read(site: string, name: string): Promise<Buffer> {
    const known = this.#recent.get(`${site} ${name}`)
    if (known) return known
    const key = await this.#provider.read(site, name)
    this.#recent.set(`${site} ${name}`, key)
    return key
  }

  /** A new site gets its first keys; one that is known must have its own. */
  async begin(site: string, now: Date) {
    if (this.#begun.has(site)) return
    await inVault(this.#db, site, async db => {
      await siteKeysChange(db, site)
      if (await db.selectFrom('sealing.epochs').select('number').limit(1).executeTakeFirst()) return
      await Promise.all([this.#provider.make(site, epochKey(1)), this.#provider.make(site, indexKey(1))])
      await db.insertInto('sealing.sites').values({ site }).onConflict(clash => clash.doNothing()).execute()
      await db.insertInto('sealing.epochs').values({ site, number: 1, opened_at: now, closed_at: null, destroyed_at: null }).execute()
      await db.insertInto('sealing.indexes').values({ site, version: 1, opened_at: now, retired_at: null, destroyed_at: null }).execute()
    })
    this.#begun.add(site)
  }

  /** Every key that something in the vault still needs must be there: throws KeyMissing with the name of the first that is not. */
  async check() {
    for (const { site } of await this.#db.selectFrom('sealing.sites').select('site').execute()) {
      const names = await inVault(this.#db, site, async db => [
        ...(await db.selectFrom('sealing.epochs').select('number')
          .where(({ or, eb, exists, selectFrom }) => or([eb('closed_at', 'is', null),
            exists(selectFrom('sealing.keys').select('person').whereRef('sealing.keys.epoch', '=', 'sealing.epochs.number'))])).execute())
          .map(({ number }) => epochKey(number)),
        ...(await liveIndexes(db)).map(indexKey),
      ])
      for (const name of names) await this.#provider.read(site, name)
    }
  }

  drop(site: string, name: string) {
    this.#recent.delete(`${site} ${name}`)
  }

  get provider() { return this.#provider }
}

export async function currentEpoch(db: InVault): Promise<number> {
  return (await db.selectFrom('sealing.epochs').select('number').where('closed_at', 'is', null).executeTakeFirstOrThrow()).number
}

export async function liveIndexes(db: InVault): Promise<number[]> {
  return (await db.selectFrom('sealing.indexes').select('version').where('retired_at', 'is', null).orderBy('version').execute()).map(row => row.version)
}

/** A key can be destroyed between the question for a row and the reading of the key; the row has moved by then. */
export async function onceMore<R>(work: () => Promise<R>): Promise<R> {
  try { return await work() } catch (error) {
    if (!(error instanceof KeyMissing)) throw error
    return work()
  }
}
