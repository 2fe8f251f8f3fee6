import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { bind, decrypt, encrypt, newKey, takeApart, unwrap, wrap } from './cipher.ts'

const hex = (text: string) => Buffer.from(text, 'hex')
const long = { key: 'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308', nonce: 'cafebabefacedbaddecaf888' }
const plain = 'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39'
const text = '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662'

// McGrew and Viega, "The Galois/Counter Mode of Operation", appendix B: test cases 13, 14 and 16.
const known = [
  { key: '00'.repeat(32), nonce: '00'.repeat(12), about: '', plain: '', text: '', tag: '530f8afbc74536b9a963b4f1c4cb738b' },
  { key: '00'.repeat(32), nonce: '00'.repeat(12), about: '', plain: '00'.repeat(16), text: 'cea7403d4d606b6e074ec5d3baf39d18', tag: 'd0d1c8a799996bf0265b98b5d48ab919' },
  { ...long, about: 'feedfacedeadbeeffeedfacedeadbeefabaddad2', plain, text, tag: '76fc6ece0f4e1768cddf8853bb2d551b' },
]

test('the cipher gives what the published test vectors give, in both directions', () => {
  for (const { key, nonce, about, plain, text, tag } of known) {
    const sealed = encrypt(hex(key), hex(about), hex(plain), hex(nonce))
    assert.equal(sealed.toString('hex'), nonce + text + tag)
    assert.equal(decrypt(hex(key), hex(about), sealed).toString('hex'), plain)
  }
})

test('whatever single bit is another, nothing opens', () => {
  const { key, nonce, about, text, tag } = known[2]!
  const sealed = hex(nonce + text + tag)
  const flipped = (bytes: Buffer, bit: number) => {
    const copy = Buffer.from(bytes)
    copy[bit >> 3]! ^= 1 << (bit & 7)
    return copy
  }
  for (let bit = 0; bit < sealed.length * 8; bit++) assert.throws(() => decrypt(hex(key), hex(about), flipped(sealed, bit)))
  for (let bit = 0; bit < 256; bit++) assert.throws(() => decrypt(flipped(hex(key), bit), hex(about), sealed))
  for (let bit = 0; bit < hex(about).length * 8; bit++) assert.throws(() => decrypt(hex(key), flipped(hex(about), bit), sealed))
})

test('a shortened tag, a tag of zeros and a text that is no text are refused', () => {
  const { key, nonce, about, text, tag } = known[2]!
  for (const wrong of [nonce + text + tag.slice(0, 24), nonce + text + '00'.repeat(16), nonce + text + 'ff'.repeat(16), nonce + tag, nonce, ''])
    assert.throws(() => decrypt(hex(key), hex(about), hex(wrong)))
})

test('no nonce is used twice', () => {
  const nonces = Array.from({ length: 5000 }, () => encrypt(hex(long.key), Buffer.of(), Buffer.of(1)).toString('hex', 0, 12))
  assert.equal(new Set(nonces).size, nonces.length)
})

test('what is bound together cannot be cut another way', () => {
  fc.assert(fc.property(fc.array(fc.string()), fc.array(fc.string()), (one, other) =>
    bind(...one).equals(bind(...other)) === (JSON.stringify(one) === JSON.stringify(other))))
  assert.notDeepEqual(bind('a', 'bc'), bind('ab', 'c'))
})

test('a wrapped key opens only for its site, person, kind, epoch and version, and only if it was committed to', () => {
  const [siteKey, key] = [randomBytes(32), newKey()]
  const place = { site: 'school', person: 'ann', kind: 'own', epoch: 3, version: 1 }
  const wrapped = wrap(siteKey, place, key)
  const { commitment } = takeApart(key)
  assert.ok(unwrap(siteKey, place, wrapped, commitment).key.equals(key))
  for (const other of [{ site: 'schoo1' }, { person: 'ben' }, { kind: 'law' }, { epoch: 4 }, { version: 2 }])
    assert.throws(() => unwrap(siteKey, { ...place, ...other }, wrapped, commitment), /authenticate/)
  assert.throws(() => unwrap(randomBytes(32), place, wrapped, commitment), /authenticate/)
  assert.throws(() => unwrap(siteKey, place, wrap(siteKey, place, newKey()), commitment), /not the one that was committed to/)
})
