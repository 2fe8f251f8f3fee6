import { existsSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { inSite, type Database } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { houseSite } from '#platform/jobs/jobs.ts'
import { copyKeys } from './copy-keys.ts'
import { loadCopy } from './load-copy.ts'
import { readManifest, type Manifest } from './manifest.ts'
import { verifyCopy } from './read-copy.ts'
import type { Room, Which } from './room.ts'
import { writeCopy, type Made } from './write-copy.ts'

/** For whom it is written down: every open school, and the house itself. */
export type Books = { db: Database; sites: readonly string[]; now: Date }
export type Kept = { file: string; manifest: Manifest } | { file: string; manifest: undefined }

/** How many copies of each database stay; the oldest goes when there is one more. */
export const copiesKept = (setting = process.env.SENIM_BACKUPS_KEEP) => Math.max(2, Number(setting) || 14)

/** Makes a copy, opens and counts it again, and only then writes it down and lets go of the oldest. */
export async function makeCopy(room: Room, which: Which, books: Books): Promise<Made> {
  const made = await writeCopy(room, which, { now: books.now, sites: books.sites })
  await verifyCopy(room.keys, made.file)
  const { takenAt, bytes, rows, sha256 } = made.manifest
  const row = { database: which, taken_at: new Date(takenAt), file: basename(made.file), bytes, row_count: rows, sha256, verified_at: books.now }
  await inEach(books, db => db.insertInto('backups.copies').values({ id: uuidv7(), ...row }).execute())
  await letGo(room, which, books)
  return made
}

async function letGo(room: Room, which: Which, books: Books) {
  const old = (await copiesIn(room)).filter(({ manifest }) => manifest?.database === which).slice(copiesKept())
  for (const { file } of old) await rm(file, { force: true })
  const names = old.map(({ file }) => basename(file))
  if (names.length) await inEach(books, db => db.updateTable('backups.copies').set({ removed_at: books.now }).where('file', 'in', names).where('removed_at', 'is', null).execute())
}

/** The files that lie there, the newest first. One that is not ours, or no longer as we wrote it, has no manifest. */
export async function copiesIn(room: Pick<Room, 'folder' | 'keys'>): Promise<Kept[]> {
  const names = existsSync(room.folder) ? readdirSync(room.folder).filter(name => name.endsWith('.copy')) : []
  if (!names.length) return []
  const keys = await copyKeys(room.keys, { reading: true })
  const kept = await Promise.all(names.map(async (name): Promise<Kept> => {
    const file = join(room.folder, name)
    return readManifest(file, keys).then(manifest => ({ file, manifest }), () => ({ file, manifest: undefined }))
  }))
  return kept.sort((one, other) => (other.manifest?.takenAt ?? '').localeCompare(one.manifest?.takenAt ?? ''))
}

export const newestOf = async (room: Room, which: Which) =>
  (await copiesIn(room)).find((kept): kept is Made => kept.manifest?.database === which)

/** Brings a copy back to life beside the running database, counts what came, and lets it go again. */
export async function drill(room: Room, file: string, books: Books, repairs: Parameters<typeof loadCopy>[3] = {}): Promise<Manifest> {
  const name = `${room.main.database}_drill`
  let manifest: Manifest | undefined
  try {
    manifest = await loadCopy(room, file, name, repairs)
    return manifest
  } finally {
    if (manifest) await room[manifest.database].drop(name)
    const tried = manifest ?? (await copiesIn(room)).find(kept => kept.file === file)?.manifest
    if (tried) await inEach(books, db => db.insertInto('backups.drills').values({
      id: uuidv7(), database: tried.database, ran_at: books.now, file: basename(file), row_count: manifest?.rows ?? 0, intact: manifest !== undefined,
    }).execute())
  }
}

async function inEach({ db, sites, now }: Books, work: (db: Database) => Promise<unknown>) {
  for (const site of [...sites, houseSite]) await inSite(db, site, work, { session: 'system', now })
}
