// A vault with keys and a ledger of its own, and two small tables with sealed columns: for tests of the ground itself.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { sql } from 'kysely'
import { inSite, openDatabases } from '#platform/database/database.ts'
import { ledgerPlaces, openLedger } from '#platform/ledger/ledger.ts'
import { keyProvider, openVault, withKeys, type Vault } from '#platform/sealing/sealing.ts'

export const noon = new Date('2026-12-03T12:00:00+05:00')
export const later = (milliseconds: number) => new Date(noon.getTime() + milliseconds)
export const aDay = 86_400_000

const probes = `
  create schema probe;
  create table probe.notes (site text not null, id uuid not null, person uuid not null, note database.sealed, title database.sealed, place int, primary key (site, id));
  create table probe.pairs (site text not null, learner uuid not null, course uuid not null, note database.sealed, primary key (site, learner, course));
  select database.isolate('probe.notes'), database.isolate('probe.pairs');`

export function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'senim-vault-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export async function openVaultGround() {
  const name = `senim_${process.pid}`
  await openDatabases('data/test', name).then(async ({ asAdmin, close }) => { await asAdmin(client => client.query(probes)); await close() })
  const databases = await openDatabases('data/test', name)
  const folder = newFolder()
  const keys = keyProvider(folder, '')
  const ledger = await openLedger(ledgerPlaces(folder, keys, ''), keys)
  const open = (clock?: () => number) => openVault(databases.vault, { keys, ledger, connect: databases.connectVault, ...clock && { clock } })
  const vault = await open()
  after(async () => { await vault.close(); await databases.close() })

  /** A site of its own, with as many people as asked for, already confirmed. */
  async function site(people = 0) {
    const slug = `site-${randomUUID().slice(0, 13)}`
    const ids = Array.from({ length: people }, () => randomUUID())
    for (const id of ids) await admit(vault, slug, id, { email: `${id}@school.example` })
    const ctx = (from = vault) => ({ site: slug, keys: from.ring(slug) })
    const inside = <R>(work: (db: typeof databases.main) => Promise<R>) => inSite(databases.main, slug, work)
    return { slug, ids, ctx, inside }
  }
  return { ...databases, name, folder, keys, ledger, vault, open, site, asVaultAdmin: <R>(work: Parameters<typeof databases.asAdmin<R>>[0]) => databases.asAdmin(work, `${name}_vault`) }
}

export async function admit(vault: Vault, site: string, person: string, lookups: Parameters<Vault['admit']>[2], now = noon) {
  if (!await vault.admit(site, person, lookups, now)) throw new Error('taken')
  await vault.confirm(site, person)
}

type Notes = { id: string; person: string; note: Buffer; title: Buffer | null; place: number }
export const addNote = (db: Parameters<Parameters<typeof inSite>[2]>[0], row: Partial<Notes>) =>
  sql`insert into probe.notes (${sql.join(Object.keys(row).map(name => sql.ref(name)))}) values (${sql.join(Object.values(row))})`.execute(db)

export { withKeys }
