import { createHash } from 'node:crypto'
import type { KeyProvider } from '#platform/sealing/sealing.ts'
import { Refusal } from '#platform/refusal.ts'
import { readPart } from './closed-part.ts'
import { filesIn } from './copy-files.ts'
import { copyKeys } from './copy-keys.ts'
import { readManifest, type Manifest } from './manifest.ts'
import { linesIn } from './write-copy.ts'

/** One table of a copy. `rows` must be read to its end before the next table; what is wrong with it throws there. */
export type Section = { table: string; columns: string[]; rows: AsyncIterable<Buffer> }

/** Opens and counts everything in the file. Refuses one in which anything is not as it was written. What lies beside it, lostIn() looks at. */
export async function verifyCopy(keys: KeyProvider, file: string): Promise<Manifest> {
  const { manifest, sections } = await openCopy(keys, file)
  for await (const { rows } of sections) for await (const part of rows) void part
  return manifest
}

export async function openCopy(keys: KeyProvider, file: string): Promise<{ manifest: Manifest; sections: AsyncGenerator<Section> }> {
  const own = await copyKeys(keys, { reading: true })
  const manifest = await readManifest(file, own)
  const tampered = () => new Refusal(409, 'backups.tampered', { file })
  return { manifest, sections: sectionsOf(keys, file, manifest, own.identity, tampered) }
}

async function* sectionsOf(keys: KeyProvider, file: string, manifest: Manifest, identity: CryptoKey, tampered: () => Refusal): AsyncGenerator<Section> {
  const reader = new Reader(readPart(file, 0, manifest, identity, tampered))
  for (const expected of manifest.tables) {
    const head = await reader.piece().catch(() => { throw tampered() })
    const { table, columns } = readHead(head, tampered)
    if (table !== expected.table) throw tampered()
    yield { table, columns, rows: checkedRows(reader, expected, tampered) }
  }
  if ((await reader.piece().catch(() => { throw tampered() })).length || !await reader.ended()) throw tampered()
  await filesIn(keys, file, manifest)
}

function readHead(head: Buffer, tampered: () => Refusal) {
  try { return JSON.parse(head.toString()) as { table: string; columns: string[] } } catch { throw tampered() }
}

async function* checkedRows(reader: Reader, { rows, sha256 }: Manifest['tables'][number], tampered: () => Refusal) {
  const hash = createHash('sha256')
  let lines = 0
  for (let part; (part = await reader.piece()).length;) {
    hash.update(part)
    lines += linesIn(part)
    yield part
  }
  if (lines !== rows || hash.digest('hex') !== sha256) throw tampered()
}

/** Pieces that say their length, out of a stream that comes in parts of any length. */
class Reader {
  readonly #source: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) { this.#source = source[Symbol.asyncIterator]() }

  async piece(): Promise<Buffer> {
    const length = (await this.#take(4)).readUInt32BE(0)
    return length ? this.#take(length) : Buffer.alloc(0)
  }

  ended = async () => !this.#held.length && (await this.#source.next()).done === true

  async #take(length: number): Promise<Buffer> {
    const parts = [this.#held]
    let held = this.#held.length
    while (held < length) {
      const { done, value } = await this.#source.next()
      if (done) throw new Error('The copy ends in the middle of a piece')
      parts.push(value)
      held += value.length
    }
    const all = parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    this.#held = all.subarray(length)
    return all.subarray(0, length)
  }
}
