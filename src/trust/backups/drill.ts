import { basename } from 'node:path'
import type pg from 'pg'
import { keptObjects } from '#platform/files/files.ts'
import { uuidv7 } from '#platform/ids.ts'
import { filesIn, lostIn, type Files, type Lost } from './copy-files.ts'
import { copiesIn } from './find-copies.ts'
import { inEach, type Books } from './keep-copies.ts'
import { loadCopy, type Repair } from './load-copy.ts'
import type { Manifest } from './manifest.ts'
import type { Room } from './room.ts'

/** `lost` are files that did not come back: damaged or missing beside the copy, or spoken of in a row and not named by it. */
export type Drilled = { manifest: Manifest; lost: Lost[] }

/** Brings a copy back to life beside the running database, reads every file of it, counts what came, and lets it go again. */
export async function drill(room: Room, file: string, books: Books, repairs: Partial<Record<Manifest['database'], Repair>> = {}): Promise<Drilled> {
  const name = `${room.main.database}_drill`
  let manifest: Manifest | undefined
  let lost: Lost[] | undefined
  let came = 0
  try {
    manifest = await loadCopy(room, file, name, repairs)
    const files = await filesIn(room.keys, file, manifest)
    lost = await lostIn(file, files, { reading: true })
    came = files.size - lost.length
    if (manifest.database === 'main') lost.push(...await unnamedIn(room, name, files, books.sites))
    return { manifest, lost }
  } finally {
    if (manifest) await room[manifest.database].drop(name)
    const tried = manifest ?? (await copiesIn(room)).find(kept => kept.file === file)?.manifest
    if (tried) await inEach(books, db => db.insertInto('backups.drills').values({
      id: uuidv7(), database: tried.database, ran_at: books.now, file: basename(file), row_count: manifest?.rows ?? 0,
      file_count: came, intact: lost?.length === 0,
    }).execute())
  }
}

/** What rows of the copy and rows of today both speak of must be in it. What only the copy speaks of was deleted while it was made. */
async function unnamedIn({ main }: Room, copy: string, files: Files, sites: readonly string[]): Promise<Lost[]> {
  const keptIn = async (client: pg.Client) => {
    const names: string[] = []
    for (const site of sites) names.push(...await keptObjects(client, site)) // one after the other: each sets whose rows are seen
    return names
  }
  const [then, now] = [await main.on(keptIn, copy), new Set(await main.on(keptIn))]
  return then.filter(name => now.has(name) && !files.has(name)).map(name => ({ name, why: 'missing' }))
}
