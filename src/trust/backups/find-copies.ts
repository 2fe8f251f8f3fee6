import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { copyKeys } from './copy-keys.ts'
import { readManifest, type Manifest } from './manifest.ts'
import type { Room, Which } from './room.ts'

export type Made = { file: string; manifest: Manifest }
export type Kept = Made | { file: string; manifest: undefined }
type Place = Pick<Room, 'folder' | 'keys'>

/** The files that lie there, the newest first. One that is not ours, or no longer as we wrote it, has no manifest. */
export async function copiesIn(place: Place): Promise<Kept[]> {
  const names = existsSync(place.folder) ? readdirSync(place.folder).filter(name => name.endsWith('.copy')) : []
  if (!names.length) return []
  const keys = await copyKeys(place.keys, { reading: true })
  const kept = await Promise.all(names.map(async (name): Promise<Kept> => {
    const file = join(place.folder, name)
    return readManifest(file, keys).then(manifest => ({ file, manifest }), () => ({ file, manifest: undefined }))
  }))
  return kept.sort((one, other) => (other.manifest?.takenAt ?? '').localeCompare(one.manifest?.takenAt ?? ''))
}

export const newestOf = async (place: Place, which: Which) =>
  (await copiesIn(place)).find((kept): kept is Made => kept.manifest?.database === which)
