import { createHash, randomUUID, type Hash } from 'node:crypto'
import { chmodSync, mkdirSync } from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { constants, createZstdCompress } from 'node:zlib'
import { Encrypter } from 'age-encryption'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { houseSite } from '#platform/jobs/jobs.ts'
import { sitesInVault } from '#platform/sealing/sealing.ts'
import { copyKeys } from './copy-keys.ts'
import { footerOf, type Manifest } from './manifest.ts'
import type { Room, Which } from './room.ts'
import { copiedTables, migrationsIn, walksThroughWalls, type Copied } from './tables.ts'

export type Made = { file: string; manifest: Manifest }
type Wanted = { now: Date; sites: readonly string[] }

/**
 * One database, as one snapshot shows it, in one file that is there whole or not at all. `sites` are all schools, for servers
 * whose administrator does not see through the walls between them.
 */
export async function writeCopy(room: Room, which: Which, wanted: Wanted): Promise<Made> {
  const keys = await copyKeys(room.keys)
  mkdirSync(room.folder, { recursive: true, mode: 0o700 })
  const name = `${which}-${wanted.now.toISOString().replace(/[:.]/g, '-')}.copy`
  const draft = join(room.folder, `.${randomUUID()}`)
  const handle = await open(draft, 'wx', 0o600)
  try {
    // Before the snapshot: an erasure in between is then replayed once too often, never forgotten.
    const ledger = await room.ledger.head()
    const sites = await allSites(room, wanted.sites)
    const { migrations, tables, bytes, sha256 } = await room[which].on(client => pour(client, handle, keys.recipient, sites))
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    const manifest: Manifest = { format: 1, database: which, takenAt: wanted.now.toISOString(), migrations, ledger, tables, rows, bytes, sha256, recipient: keys.recipient }
    await handle.writeFile(footerOf(manifest, keys))
    await handle.sync()
    const file = join(room.folder, name)
    await rename(draft, file)
    await syncFolder(room.folder)
    return { file, manifest }
  } finally {
    await handle.close()
    await rm(draft, { force: true })
  }
}

/** Whoever has people has keys; a school that is shut at the moment is copied too. */
async function allSites({ vault }: Room, open: readonly string[]): Promise<string[]> {
  return [...new Set([...open, ...await vault.on(sitesInVault), houseSite])]
}

/** From the database through compression and encryption into the file, as fast as the slowest of them takes it. */
async function pour(client: pg.Client, handle: FileHandle, recipient: string, sites: readonly string[]) {
  await client.query('begin isolation level repeatable read read only')
  const [migrations, copied] = [await migrationsIn(client), await copiedTables(client)]
  const places = await walksThroughWalls(client) ? undefined : sites
  const tables: Manifest['tables'] = []
  const packed = Readable.from(sections(client, copied, places, tables), { objectMode: false }).pipe(createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } }))
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  const closed = Readable.fromWeb(await encrypter.encrypt(Readable.toWeb(packed) as ReadableStream<Uint8Array>) as never) as AsyncIterable<Uint8Array>
  const hash = createHash('sha256')
  let bytes = 0
  for await (const part of closed) {
    hash.update(part)
    bytes += part.length
    await handle.writeFile(part)
  }
  await client.query('commit')
  return { migrations, tables, bytes, sha256: hash.digest('hex') }
}

/** Each table: its name and columns, then its rows in pieces that say their length, then a piece of no length. */
async function* sections(client: pg.Client, copied: Copied[], sites: readonly string[] | undefined, tally: Manifest['tables']) {
  for (const { table, columns, walled } of copied) {
    yield piece(Buffer.from(JSON.stringify({ table, columns })))
    const hash = createHash('sha256')
    const count = { rows: 0 }
    for (const site of walled && sites ? sites : [undefined]) {
      if (site) await client.query(`set local app.site = '${site.replace(/[^a-z0-9-]/g, '')}'`)
      yield* rowsOf(client, site ? `copy (select ${columns.join(', ')} from ${table}) to stdout` : `copy ${table} (${columns.join(', ')}) to stdout`, hash, count)
    }
    yield piece(Buffer.alloc(0))
    tally.push({ table, rows: count.rows, sha256: hash.digest('hex') })
  }
  yield piece(Buffer.alloc(0))
}

async function* rowsOf(client: pg.Client, statement: string, hash: Hash, count: { rows: number }) {
  for await (const part of client.query(copyTo(statement)) as AsyncIterable<Buffer>) {
    hash.update(part)
    count.rows += linesIn(part)
    yield piece(part)
  }
}

/** In COPY's text format a line feed ends a row and occurs nowhere else. */
export function linesIn(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++
  return lines
}

function piece(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

async function syncFolder(folder: string) {
  chmodSync(folder, 0o700)
  const handle = await open(folder, 'r')
  try { await handle.sync() } finally { await handle.close() }
}
