import { createHash, randomUUID, type Hash } from 'node:crypto'
import { chmodSync, mkdirSync } from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { houseSite } from '#platform/jobs/jobs.ts'
import { sitesInVault } from '#platform/sealing/sealing.ts'
import { writePart } from './closed-part.ts'
import { copyFiles, filesIn, linesOf, type CopiedFiles, type Files } from './copy-files.ts'
import { copyKeys } from './copy-keys.ts'
import { newestOf, type Made } from './find-copies.ts'
import { footerOf, type Manifest } from './manifest.ts'
import type { Room, Which } from './room.ts'
import { copiedTables, migrationsIn, walksThroughWalls, type Copied } from './tables.ts'

export type Written = Made & Pick<CopiedFiles, 'fresh' | 'unread'>
type Wanted = { now: Date; sites: readonly string[] }

/**
 * One database, as one snapshot shows it, in one file that is there whole or not at all; main with all stored files, which lie
 * beside it. `sites` are all schools, for servers whose administrator does not see through the walls between them.
 */
export async function writeCopy(room: Room, which: Which, { now, sites: open }: Wanted): Promise<Written> {
  const keys = await copyKeys(room.keys)
  mkdirSync(room.folder, { recursive: true, mode: 0o700 })
  const sites = await allSites(room, open)
  // What takes long comes before the snapshot; what was stored meanwhile, behind it. So no row of the copy lacks its file.
  const early = which === 'main' ? await copyFiles(room, sites, await knownFiles(room), now) : undefined
  return asOneFile(room.folder, `${which}-${now.toISOString().replace(/[:.]/g, '-')}.copy`, async handle => {
    // Before the snapshot: an erasure in between is then replayed once too often, never forgotten.
    const ledger = await room.ledger.head()
    const { migrations, tables, bytes, sha256 } = await room[which].on(client => pour(client, handle, keys.recipient, sites))
    const late = early && await copyFiles(room, sites, early.files, now)
    const files = late && { ...totalOf(late), list: await writePart(handle, linesOf(late.files), keys.recipient) }
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    const manifest: Manifest = { format: 1, database: which, takenAt: now.toISOString(), migrations, ledger, tables, rows, bytes, sha256, recipient: keys.recipient, ...files && { files } }
    await handle.writeFile(footerOf(manifest, keys))
    return { manifest, fresh: (early?.fresh ?? 0) + (late?.fresh ?? 0), unread: late?.unread ?? [] }
  })
}

const totalOf = ({ files, unread }: CopiedFiles) =>
  ({ count: files.size, bytes: files.values().reduce((sum, { bytes }) => sum + bytes, 0), unread: unread.length })

async function asOneFile<R>(folder: string, name: string, write: (handle: FileHandle) => Promise<R>): Promise<R & { file: string }> {
  const [draft, file] = [join(folder, `.${randomUUID()}`), join(folder, name)]
  const handle = await open(draft, 'wx', 0o600)
  try {
    const written = await write(handle)
    await handle.sync()
    await rename(draft, file)
    await syncFolder(folder)
    return { ...written, file }
  } finally {
    await handle.close()
    await rm(draft, { force: true })
  }
}

/** What the newest copy names need not be copied again. A list that cannot be read knows nothing. */
async function knownFiles(room: Room): Promise<Files> {
  const newest = await newestOf(room, 'main')
  return newest ? filesIn(room.keys, newest.file, newest.manifest).catch(() => new Map()) : new Map()
}

/** Whoever has people has keys; a school that is shut at the moment is copied too. */
async function allSites({ vault }: Room, open: readonly string[]): Promise<string[]> {
  return [...new Set([...open, ...await vault.on(sitesInVault), houseSite])]
}

/** The rows of one snapshot. */
async function pour(client: pg.Client, handle: FileHandle, recipient: string, sites: readonly string[]) {
  await client.query('begin isolation level repeatable read read only')
  const [migrations, copied] = [await migrationsIn(client), await copiedTables(client)]
  const places = await walksThroughWalls(client) ? undefined : sites
  const tables: Manifest['tables'] = []
  const part = await writePart(handle, sections(client, copied, places, tables), recipient)
  await client.query('commit')
  return { migrations, tables, ...part }
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
