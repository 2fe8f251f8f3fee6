// The files of a copy of main: their bytes among the blobs, and the list that says which name each had.
import { dirname } from 'node:path'
import { NoSuchObject, storedFor, type Fingerprint } from '#platform/files/files.ts'
import { houseSite } from '#platform/jobs/jobs.ts'
import type { KeyProvider } from '#platform/sealing/sealing.ts'
import { Refusal } from '#platform/refusal.ts'
import { BlobLost, isKept, keepBlob, readBlob, touchBlob, type Why } from './blobs.ts'
import { readPart } from './closed-part.ts'
import { copyKeys } from './copy-keys.ts'
import type { Manifest } from './manifest.ts'
import type { Room } from './room.ts'

/** One stored object: its name in the store, and when it was written there, in milliseconds. */
export type Listed = Fingerprint & { name: string; at: number }
export type Files = Map<string, Listed>
/** An object of a copy that cannot be had any more. */
export type Lost = { name: string; why: Why }
/** `fresh` were copied now, `unread` are names of objects that the store would not give. */
export type CopiedFiles = { files: Files; fresh: number; unread: string[] }

/** Copies every file of these sites that is not among `known`, or has changed since, or whose copy is gone. */
export async function copyFiles({ folder, store }: Room, sites: readonly string[], known: Files, now: Date): Promise<CopiedFiles> {
  const copied: CopiedFiles = { files: new Map(), fresh: 0, unread: [] }
  for (const site of sites) {
    if (site === houseSite) continue
    for await (const { name, size, at } of storedFor(store, site)) {
      const before = known.get(name)
      if (before?.bytes === size && before.at === at.getTime() && await isKept(folder, before)) {
        await touchBlob(folder, before, now)
        copied.files.set(name, before)
        continue
      }
      const print = await keepBlob(folder, store.read(name, 0, size), now).catch(goneOrUnread)
      if (print === 'gone') continue // it was deleted since it was listed
      if (print === 'unread' || print.bytes !== size) { copied.unread.push(name); continue }
      copied.files.set(name, { name, at: at.getTime(), ...print })
      copied.fresh++
    }
  }
  return copied
}

/** One object that cannot be read keeps nothing else from being copied; a disk that is full does. */
function goneOrUnread(error: unknown): 'gone' | 'unread' {
  if (error instanceof NoSuchObject) return 'gone'
  if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error
  return 'unread'
}

/** The list as it is written into the copy: name, length, hash and moment of each, parted by tabs. */
export async function* linesOf(files: Files): AsyncGenerator<Buffer> {
  let lines: string[] = []
  for (const { name, bytes, sha256, at } of files.values()) {
    if (lines.push(`${name}\t${bytes}\t${sha256}\t${at}\n`) < 1000) continue
    yield Buffer.from(lines.join(''))
    lines = []
  }
  yield Buffer.from(lines.join(''))
}

/** The list of a copy; empty for one of the vault, which has none. */
export async function filesIn(keys: KeyProvider, file: string, { bytes, files: listed }: Manifest): Promise<Files> {
  const files: Files = new Map()
  if (!listed) return files
  const { identity } = await copyKeys(keys, { reading: true })
  const tampered = () => new Refusal(409, 'backups.tampered', { file })
  let rest = ''
  for await (const piece of readPart(file, bytes, listed.list, identity, tampered)) {
    const lines = (rest + piece.toString('latin1')).split('\n') // names, digits and hashes are ASCII
    rest = lines.pop()!
    for (const line of lines) {
      const [name, length, sha256, at] = line.split('\t') as [string, string, string, string]
      files.set(name, { name, bytes: Number(length), sha256, at: Number(at) })
    }
  }
  if (rest || files.size !== listed.count) throw tampered()
  return files
}

/** Which files of a copy cannot be had. `reading` opens and hashes every one of them; without it they are looked at. */
export async function lostIn(file: string, files: Files, { reading }: { reading: boolean }): Promise<Lost[]> {
  const folder = dirname(file)
  const lost: Lost[] = []
  for (const { name, ...print } of files.values()) {
    const why = reading ? await wrongWith(folder, print) : await isKept(folder, print) ? undefined : 'missing'
    if (why) lost.push({ name, why })
  }
  return lost
}

async function wrongWith(folder: string, print: Fingerprint): Promise<Why | undefined> {
  try { for await (const piece of readBlob(folder, print)) void piece } catch (error) {
    if (error instanceof BlobLost) return error.why
    throw error
  }
  return undefined
}
