// Bytes in chunks of 64 KiB, each sealed with its number and whether it is the last (the STREAM construction of
// Hoang, Reyhanitabar, Rogaway and Vizár, as age uses it): a part can be read without the rest, and no chunk can be
// left out, moved, cut off or taken from another object without the reader noticing.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const chunkLength = 65_536
const tagLength = 16
const magic = Buffer.from('senimf1\n')
const saltLength = 16
const headLength = magic.length + saltLength

/** Bytes that were changed, cut, or do not belong here. */
export class Tampered extends Error {
  constructor(why: string) {
    super(`A stored file is not what was written: ${why}`)
  }
}

const chunksIn = (length: number) => Math.max(1, Math.ceil(length / chunkLength))
export const sealedLength = (length: number) => headLength + length + chunksIn(length) * tagLength

/** How many bytes were sealed, from how many are stored. */
export function plainLength(stored: number): number {
  const body = stored - headLength
  const length = body - Math.ceil(body / (chunkLength + tagLength)) * tagLength
  if (body < tagLength || sealedLength(length) !== stored) throw new Tampered('its length cannot be')
  return length
}

/** `about` says which object this is; it opens only under the same words. The salt gives every writing a key of its own. */
export async function* sealStream(fileKey: Buffer, about: string[], source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltLength)
  const key = derive(fileKey, salt, about)
  yield Buffer.concat([magic, salt])
  let number = 0
  let waiting: Buffer = Buffer.alloc(0)
  for await (const bytes of source) {
    waiting = waiting.length ? Buffer.concat([waiting, bytes]) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    // A full chunk waits until more arrives: only the end tells that it was the last.
    while (waiting.length > chunkLength) {
      yield sealChunk(key, number++, false, waiting.subarray(0, chunkLength))
      waiting = waiting.subarray(chunkLength)
    }
  }
  yield sealChunk(key, number, true, waiting)
}

/** The bytes from `from` up to, not including, `to` of an object that held `length` bytes. Reads no chunk it does not need. */
export async function* openRange(fileKey: Buffer, about: string[], read: (from: number, to: number) => AsyncIterable<Buffer>,
  { length, from = 0, to = length }: { length: number; from?: number; to?: number }): AsyncGenerator<Buffer> {
  const last = chunksIn(length) - 1
  const [first, until] = [Math.floor(from / chunkLength), to >= length ? last : Math.floor((to - 1) / chunkLength)]
  if (to <= from && length > 0) return
  const place = (chunk: number) => headLength + chunk * (chunkLength + tagLength)
  const head = new Pieces(first === 0 ? read(0, Math.min(place(until + 1), sealedLength(length))) : read(0, headLength))
  const key = derive(fileKey, readHead(await head.take(headLength)), about)
  const body = first === 0 ? head : new Pieces(read(place(first), Math.min(place(until + 1), sealedLength(length))))
  try {
    for (let number = first; number <= until; number++) {
      const size = number === last ? length - last * chunkLength : chunkLength
      const plain = openChunk(key, number, number === last, await body.take(size + tagLength))
      const start = number * chunkLength
      yield plain.subarray(Math.max(0, from - start), Math.min(plain.length, to - start))
    }
  } finally {
    await Promise.all([head.close(), body.close()])
  }
}

function readHead(head: Buffer): Buffer {
  if (!head.subarray(0, magic.length).equals(magic)) throw new Tampered('it does not begin as ours do')
  return head.subarray(magic.length)
}

// The length in front of each part keeps ['a', 'bc'] and ['ab', 'c'] apart.
const derive = (fileKey: Buffer, salt: Buffer, about: string[]) =>
  Buffer.from(hkdfSync('sha256', fileKey, salt, ['senim file 1', ...about].map(part => `${Buffer.byteLength(part)}:${part}`).join(''), 32))

// The derived key is used for this one object, so a counter is a nonce: 11 bytes of number, one that says "last".
function nonceOf(number: number, isLast: boolean) {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(number, 5, 6)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

function sealChunk(key: Buffer, number: number, isLast: boolean, plain: Buffer) {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function openChunk(key: Buffer, number: number, isLast: boolean, sealed: Buffer) {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast), { authTagLength: tagLength })
  decipher.setAuthTag(sealed.subarray(-tagLength))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()])
  } catch {
    throw new Tampered(`piece ${number} does not open`)
  }
}

/** Takes exact lengths from a stream of any. */
class Pieces {
  readonly #source: AsyncIterator<Buffer>
  #waiting: Buffer[] = []
  #held = 0

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async take(length: number): Promise<Buffer> {
    while (this.#held < length) {
      const { value, done } = await this.#source.next()
      if (done) throw new Tampered('it ends too early')
      this.#waiting.push(value)
      this.#held += value.length
    }
    const all = this.#waiting.length === 1 ? this.#waiting[0]! : Buffer.concat(this.#waiting)
    this.#waiting = all.length > length ? [all.subarray(length)] : []
    this.#held = all.length - length
    return all.subarray(0, length)
  }

  async close() {
    await this.#source.return?.()
  }
}
