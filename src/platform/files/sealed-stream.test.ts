import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { openRange, plainLength, sealedLength, sealStream, Tampered } from './sealed-stream.ts'

const key = randomBytes(32)
const chunk = 65_536
const about = ['school/person/file/original']
async function* pieces(bytes: Buffer, size = 10_007) { for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size) }
const seal = (bytes: Buffer, size?: number) => buffer(sealStream(key, about, pieces(bytes, size)))

function stored(bytes: Buffer) {
  const reads: [number, number][] = []
  const read = (from: number, to: number) => { reads.push([from, to]); return pieces(bytes.subarray(from, to), 5000) as AsyncIterable<Buffer> }
  return { reads, open: (length: number, range: { from?: number; to?: number } = {}, words = about, with_ = key) => buffer(openRange(with_, words, read, { length, ...range })) }
}

test('what was sealed opens again, at every length around the end of a chunk', async () => {
  for (const length of [0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 17]) {
    const plain = randomBytes(length)
    const sealed = await seal(plain)
    assert.equal(sealed.length, sealedLength(length))
    assert.equal(plainLength(sealed.length), length)
    assert.deepEqual(await stored(sealed).open(length), plain)
    assert.ok(length < 16 || !sealed.includes(plain.subarray(0, 16)))
  }
})

test('it does not matter in which pieces the bytes came', async () => {
  const plain = randomBytes(200_000)
  for (const size of [1_000, chunk, 199_999, 500_000]) assert.deepEqual(await stored(await seal(plain, size)).open(plain.length), plain)
})

test('a range is read without the rest', async () => {
  const plain = randomBytes(10 * chunk + 500)
  const sealed = await seal(plain)
  for (const [from, to] of [[0, 1], [chunk - 1, chunk + 1], [5 * chunk, 6 * chunk], [9 * chunk + 7, plain.length], [plain.length - 1, plain.length]] as const) {
    const { open, reads } = stored(sealed)
    assert.deepEqual(await open(plain.length, { from, to }), plain.subarray(from, to))
    const bytes = reads.reduce((total, [start, end]) => total + end - start, 0)
    assert.ok(bytes <= 2 * (chunk + 16) + 24 + 500, `${bytes} bytes were read`)
  }
})

const refused = (bytes: Buffer, length: number, range?: { from?: number; to?: number }) => assert.rejects(stored(bytes).open(length, range), Tampered)

test('bytes that were cut off, moved, changed or added are refused', async () => {
  const plain = randomBytes(3 * chunk)
  const sealed = await seal(plain)
  const piece = (number: number) => sealed.subarray(24 + number * (chunk + 16), 24 + (number + 1) * (chunk + 16))
  const head = sealed.subarray(0, 24)
  await refused(sealed.subarray(0, -1), plain.length)
  await refused(sealed.subarray(0, 24 + 2 * (chunk + 16)), plain.length)
  await refused(sealed.subarray(0, 24 + 2 * (chunk + 16)), 2 * chunk) // cut exactly between two chunks, and the length as well
  await refused(Buffer.concat([head, piece(1), piece(0), piece(2)]), plain.length)
  await refused(Buffer.concat([head, piece(0), piece(0), piece(2)]), plain.length)
  await refused(Buffer.concat([sealed, piece(2)]), 4 * chunk)
  const changed = Buffer.from(sealed)
  changed[chunk + 100]! ^= 1
  await refused(changed, plain.length)
  assert.deepEqual(await stored(changed).open(plain.length, { from: 0, to: 10 }), plain.subarray(0, 10), 'the untouched chunk still opens')
})

test('a chunk of another object, another name or another key does not open', async () => {
  const [plain, other] = [randomBytes(2 * chunk), randomBytes(2 * chunk)]
  const [sealed, foreign] = [await seal(plain), await seal(other)]
  await refused(Buffer.concat([sealed.subarray(0, 24 + chunk + 16), foreign.subarray(24 + chunk + 16)]), plain.length)
  await assert.rejects(stored(sealed).open(plain.length, {}, ['school/person/file/thumb']), Tampered)
  await assert.rejects(stored(sealed).open(plain.length, {}, about, randomBytes(32)), Tampered)
  assert.notDeepEqual(await seal(plain), sealed, 'sealed twice, it never looks the same')
})

test('lengths that no sealed object has are refused', () => {
  for (const length of [0, 23, 24, 39, sealedLength(chunk) + 5]) assert.throws(() => plainLength(length), Tampered, String(length))
})
