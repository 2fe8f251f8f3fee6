// A part of a copy's file: compressed, encrypted with age, hashed as it lies there.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import type { Refusal } from '#platform/refusal.ts'

/** Length and hash of the encrypted bytes. */
export type Part = { bytes: number; sha256: string }

/** From the source through compression and encryption into the file, as fast as the slowest of them takes it. */
export async function writePart(handle: FileHandle, source: AsyncIterable<Uint8Array>, recipient: string): Promise<Part> {
  const packed = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } })
  const open = Readable.from(source, { objectMode: false })
  open.on('error', error => packed.destroy(error))
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  const closed = Readable.fromWeb(await encrypter.encrypt(Readable.toWeb(open.pipe(packed)) as ReadableStream<Uint8Array>) as never) as AsyncIterable<Uint8Array>
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of closed) {
    hash.update(piece)
    bytes += piece.length
    await handle.writeFile(piece)
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** The bytes as they were written. Counted and hashed on the way; age refuses what was changed, our hash also what was exchanged. */
export async function* readPart(file: string, start: number, { bytes, sha256 }: Part, identity: CryptoKey, tampered: () => Refusal): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let seen = 0
  async function* closed() {
    for await (const piece of createReadStream(file, { start, end: start + bytes - 1 }) as AsyncIterable<Buffer>) {
      hash.update(piece)
      seen += piece.length
      yield piece
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
