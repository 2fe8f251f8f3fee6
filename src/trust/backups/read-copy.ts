import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createZstdDecompress } from 'node:zlib'
import { Decrypter } from 'age-encryption'
import type { KeyProvider } from '#platform/sealing/sealing.ts'
import { Refusal } from '#platform/refusal.ts'
import { copyKeys } from './copy-keys.ts'
import { readManifest, type Manifest } from './manifest.ts'
import { linesIn } from './write-copy.ts'

/** One table of a copy. `rows` must be read to its end before the next table; what is wrong with it throws there. */
export type Section = { table: string; columns: string[]; rows: AsyncIterable<Buffer> }

/** Opens and counts everything. Refuses a file in which anything is not as it was written. */
export async function verifyCopy(keys: KeyProvider, file: string): Promise<Manifest> {
  const { manifest, sections } = await openCopy(keys, file)
  for await (const { rows } of sections) for await (const part of rows) void part
  return manifest
}

export async function openCopy(keys: KeyProvider, file: string): Promise<{ manifest: Manifest; sections: AsyncGenerator<Section> }> {
  const own = await copyKeys(keys, { reading: true })
  const manifest = await readManifest(file, own)
  const tampered = () => new Refusal(409, 'backups.tampered', { file })
  return { manifest, sections: sectionsOf(file, manifest, own.identity, tampered) }
}

async function* sectionsOf(file: string, manifest: Manifest, identity: CryptoKey, tampered: () => Refusal): AsyncGenerator<Section> {
  const reader = new Reader(opened(file, manifest, identity, tampered))
  for (const expected of manifest.tables) {
    const head = await reader.piece().catch(() => { throw tampered() })
    const { table, columns } = readHead(head, tampered)
    if (table !== expected.table) throw tampered()
    yield { table, columns, rows: checkedRows(reader, expected, tampered) }
  }
  if ((await reader.piece().catch(() => { throw tampered() })).length || !await reader.ended()) throw tampered()
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

/** The encrypted bytes are counted and hashed on the way; age refuses what was changed, our hash also what was exchanged. */
async function* opened(file: string, { bytes, sha256 }: Manifest, identity: CryptoKey, tampered: () => Refusal): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let seen = 0
  async function* closed() {
    for await (const part of createReadStream(file, { end: bytes - 1 }) as AsyncIterable<Buffer>) {
      hash.update(part)
      seen += part.length
      yield part
    }
  }
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    const packed = await decrypter.decrypt(Readable.toWeb(Readable.from(closed(), { objectMode: false })) as ReadableStream<Uint8Array>)
    const unpacked = createZstdDecompress()
    const source = Readable.fromWeb(packed as never)
    source.on('error', error => unpacked.destroy(error))
    yield* source.pipe(unpacked) as AsyncIterable<Buffer>
  } catch { throw tampered() }
  if (seen !== bytes || hash.digest('hex') !== sha256) throw tampered()
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
