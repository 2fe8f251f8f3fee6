// The files of all copies, each once: sealed bytes under the name of their hash, beside the copies that name them. What is
// there already is not copied again, so a copy costs what is new; what no copy names any more goes.
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Fingerprint } from '#platform/files/files.ts'

/** Why an object of a copy cannot be had. */
export type Why = 'missing' | 'damaged'

export class BlobLost extends Error {
  readonly why: Why

  constructor(why: Why, sha256: string) {
    super(`The copy of ${sha256} is ${why}`)
    this.why = why
  }
}

const placeOf = (folder: string, sha256: string) => join(folder, 'files', sha256.slice(0, 2), sha256)

/** Keeps the bytes of a source; there whole, or not at all. Its date is `now`, so that it is not swept before a copy names it. */
export async function keepBlob(folder: string, source: AsyncIterable<Uint8Array>, now: Date): Promise<Fingerprint> {
  const draft = join(folder, 'files', `.${randomUUID()}`)
  await mkdir(dirname(draft), { recursive: true, mode: 0o700 })
  const handle = await open(draft, 'wx', 0o600)
  try {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const piece of source) {
      hash.update(piece)
      bytes += piece.byteLength
      await handle.writeFile(piece)
    }
    await handle.utimes(now, now)
    await handle.sync()
    const sha256 = hash.digest('hex')
    const place = placeOf(folder, sha256)
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    await rename(draft, place)
    await syncFolder(dirname(place))
    return { bytes, sha256 }
  } finally {
    await handle.close()
    await rm(draft, { force: true })
  }
}

/** Whether it lies there, as long as it should be. A look, not a proof: for that, read it. */
export const isKept = (folder: string, { sha256, bytes }: Fingerprint): Promise<boolean> =>
  stat(placeOf(folder, sha256)).then(({ size }) => size === bytes, () => false)

/** It is named again: keeps it from being swept before the copy that names it lies there. */
export const touchBlob = (folder: string, { sha256 }: Fingerprint, now: Date) => utimes(placeOf(folder, sha256), now, now)

/** The bytes, the last of them only when all were as they should be. @throws BlobLost */
export async function* readBlob(folder: string, { sha256, bytes }: Fingerprint): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let seen = 0
  let held: Buffer | undefined
  try {
    for await (const piece of createReadStream(placeOf(folder, sha256)) as AsyncIterable<Buffer>) {
      if (held) yield held
      held = piece
      seen += piece.length
      hash.update(piece)
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new BlobLost('missing', sha256) : error
  }
  if (seen !== bytes || hash.digest('hex') !== sha256) throw new BlobLost('damaged', sha256)
  if (held) yield held
}

/** Removes what is not among `named` and was neither written nor named since `before`. Returns how many went. */
export async function sweepBlobs(folder: string, named: ReadonlySet<string>, before: Date): Promise<number> {
  const entries = await readdir(join(folder, 'files'), { withFileTypes: true, recursive: true }).catch(() => [])
  let gone = 0
  for (const entry of entries) {
    if (!entry.isFile() || named.has(entry.name)) continue
    const place = join(entry.parentPath, entry.name)
    if ((await stat(place)).mtime >= before) continue
    await rm(place, { force: true })
    gone++
  }
  return gone
}

async function syncFolder(folder: string) {
  const handle = await open(folder, 'r')
  try { await handle.sync() } finally { await handle.close() }
}
