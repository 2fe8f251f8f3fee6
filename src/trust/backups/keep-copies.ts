import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { inSite, type Database } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { houseSite } from '#platform/jobs/jobs.ts'
import { sweepBlobs } from './blobs.ts'
import { filesIn, lostIn } from './copy-files.ts'
import { copiesIn } from './find-copies.ts'
import { verifyCopy } from './read-copy.ts'
import type { Room, Which } from './room.ts'
import { writeCopy, type Written } from './write-copy.ts'

/** For whom it is written down: every open school, and the house itself. */
export type Books = { db: Database; sites: readonly string[]; now: Date }

/** How many copies of each database stay; the oldest goes when there is one more. */
export const copiesKept = (setting = process.env.SENIM_BACKUPS_KEEP) => Math.max(2, Number(setting) || 14)

/** Makes a copy, opens and counts it again, and only then writes it down and lets go of the oldest. */
export async function makeCopy(room: Room, which: Which, books: Books): Promise<Written> {
  const made = await writeCopy(room, which, { now: books.now, sites: books.sites })
  const manifest = await verifyCopy(room.keys, made.file)
  // What was copied now was hashed on the way; the rest is read again by each drill.
  const lost = await lostIn(made.file, await filesIn(room.keys, made.file, manifest), { reading: false })
  if (lost.length) throw new Error(`A copy lacks ${lost.length} files, the first is ${lost[0]!.name}`)
  const { takenAt, bytes, rows, sha256, files } = manifest
  const row = { database: which, taken_at: new Date(takenAt), file: basename(made.file), bytes, row_count: rows, file_count: files?.count ?? 0, sha256, verified_at: books.now }
  await inEach(books, db => db.insertInto('backups.copies').values({ id: uuidv7(), ...row }).execute())
  await letGo(room, which, books)
  return made
}

async function letGo(room: Room, which: Which, books: Books) {
  const old = (await copiesIn(room)).filter(({ manifest }) => manifest?.database === which).slice(copiesKept())
  for (const { file } of old) await rm(file, { force: true })
  const names = old.map(({ file }) => basename(file))
  if (!names.length) return
  await inEach(books, db => db.updateTable('backups.copies').set({ removed_at: books.now }).where('file', 'in', names).where('removed_at', 'is', null).execute())
  if (which === 'main') await letGoOfFiles(room, books.now)
}

const day = 86_400_000

/** A copy that is being made at this moment has files that no copy names yet: what was touched within a day stays. */
async function letGoOfFiles(room: Room, now: Date) {
  const named = new Set<string>()
  for (const { file, manifest } of await copiesIn(room)) if (manifest) for (const { sha256 } of (await filesIn(room.keys, file, manifest)).values()) named.add(sha256)
  await sweepBlobs(room.folder, named, new Date(now.getTime() - day))
}

export async function inEach({ db, sites, now }: Books, work: (db: Database) => Promise<unknown>) {
  for (const site of [...sites, houseSite]) await inSite(db, site, work, { session: 'system', now })
}
