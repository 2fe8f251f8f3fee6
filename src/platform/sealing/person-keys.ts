import type { KeyObject } from 'node:crypto'
import { unwrap } from './cipher.ts'
import type { KeyKind } from './sealed-value.ts'
import { epochKey, onceMore, type SiteKeys } from './site-keys.ts'
import { anyOf, inVault, type VaultDatabase } from './vault-tables.ts'

/** What is known of one person's keys: those that are there, by version, and the kinds that the ledger says are gone. */
export type PersonKeys = { own: Map<number, KeyObject>; law: Map<number, KeyObject>; forgotten: Set<KeyKind> }

/** What the vault asks of the erasure ledger. */
export type Remembering = {
  append(site: string, people: string[], entry: { kinds: KeyKind[]; reason: string; at: Date }): Promise<{ number: number; hash: string }>
  forgottenAmong(site: string, people: Iterable<string>, kind?: KeyKind): Promise<Map<string, Date>>
  has(head: { number: number; hash: string }): Promise<boolean>
  head(): Promise<{ number: number; hash: string }>
}
type Ground = { db: VaultDatabase; siteKeys: SiteKeys; ledger: Remembering }

/** All these people's keys, in one question to the database. Everyone asked for is in the answer. */
export async function loadKeys({ db, siteKeys, ledger }: Ground, site: string, people: string[]): Promise<Map<string, PersonKeys>> {
  const found = new Map(people.map((person): [string, PersonKeys] => [person, { own: new Map(), law: new Map(), forgotten: new Set() }]))
  await onceMore(async () => {
    const rows = await inVault(db, site, db => db.selectFrom('sealing.keys').selectAll().where('person', '=', anyOf(people)).execute())
    for (const row of rows) {
      const { seals } = unwrap(await siteKeys.read(site, epochKey(row.epoch)), row, row.wrapped, row.commitment)
      found.get(row.person)![row.kind].set(row.version, seals)
    }
  })
  for (const kind of ['own', 'law'] as const) {
    const missing = people.filter(person => !found.get(person)![kind].size)
    if (!missing.length) continue
    for (const person of (await ledger.forgottenAmong(site, missing, kind)).keys()) found.get(person)!.forgotten.add(kind)
  }
  return found
}
