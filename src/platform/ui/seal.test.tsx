import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { rosetteOf, type Engraving, type Fineness } from './rosette/rosette.ts'
import { sealInWords } from './seal.tsx'

const hashes = Array.from({ length: 10 }, (_, place) => `proof ${place}`)

/** As ink on paper, `size` by `size`, a share of darkness for each pixel. */
async function inked(lines: Engraving[], size: number): Promise<number[]> {
  const drawn = lines.flatMap(({ path, times, step = 360 / times, width }) => Array.from({ length: times }, (_, place) =>
    `<path d="${path}" transform="rotate(${step * place})" ${width ? `fill="none" stroke="#000" stroke-width="${width}"` : 'fill-rule="evenodd"'}/>`)).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-120 -120 240 240"><rect x="-120" y="-120" width="240" height="240" fill="#fff"/>${drawn}</svg>`
  const { data } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true })
  return [...data].map(light => 1 - light / 255)
}

const difference = (one: number[], other: number[]) => one.reduce((sum, ink, place) => sum + Math.abs(ink - other[place]!), 0) / one.reduce((sum, ink, place) => sum + Math.max(ink, other[place]!), 0)
const drawn = (fineness: Fineness, size: number) => Promise.all(hashes.map(hash => inked(rosetteOf(hash, fineness), size)))

test('the same hash draws the same seal, and another a visibly different one, as print, on a page and as a sign', async () => {
  assert.deepEqual(rosetteOf('proof 1', 'print'), rosetteOf('proof 1', 'print'))
  for (const [fineness, size, least] of [['print', 240, 0.3], ['seal', 112, 0.2], ['sign', 24, 0.1]] as const) {
    const seals = await drawn(fineness, size)
    const nearest = Math.min(...seals.flatMap((one, place) => seals.slice(place + 1).map(other => difference(one, other))))
    assert.ok(nearest > least, `${fineness} at ${size} pixels: the two most alike differ in ${nearest.toFixed(2)} of their ink`)
  }
})

test('a seal is mirrored, stays inside its ring and is neither empty nor a blot', async () => {
  for (const seal of await drawn('print', 240)) {
    const mirror = seal.map((_, place) => seal[place - place % 240 + 239 - place % 240]!)
    assert.ok(difference(seal, mirror) < 0.12)
    const ink = seal.reduce((sum, dark) => sum + dark, 0) / seal.length
    assert.ok(ink > 0.1 && ink < 0.6, String(ink))
    assert.equal(seal.filter((dark, place) => dark > 0.1 && Math.hypot(place % 240 - 119.5, Math.floor(place / 240) - 119.5) > 120).length, 0)
  }
})

test('a seal is light: at most 5 KB on a page, 9 KB in print, before it is packed', () => {
  const weight = (fineness: Fineness) => Math.max(...hashes.map(hash => rosetteOf(hash, fineness).reduce((sum, { path }) => sum + path.length, 0)))
  assert.ok(weight('sign') < 700 && weight('seal') < 5000 && weight('print') < 9000, `${weight('sign')} ${weight('seal')} ${weight('print')}`)
})

test('who cannot see a seal hears what it is told apart by', () => {
  assert.match(sealInWords('proof 1', 'ru'), /^Розетка из \d+ пар бараньих рогов; кайма: [а-яё ]+; в середине: [а-яё ]+\.$/)
  assert.match(sealInWords('proof 1', 'kk'), /^\d+ жұп қошқар мүйізден/)
  assert.ok(new Set(hashes.map(hash => sealInWords(hash, 'en'))).size > 7)
})
