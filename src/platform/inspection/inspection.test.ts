// A corpus of files as people and attackers send them, made here so that each is what its sentence says.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, test } from 'node:test'
import exifr from 'exifr'
import sharp from 'sharp'
import { startInspection, type Finding, type Keep, type Kind } from './inspection.ts'

const inspection = startInspection()
after(() => inspection.close())
const look = (bytes: Uint8Array, accepts: Kind[] = ['jpeg', 'png', 'webp', 'avif'], keep: Keep = 'nothing') => inspection.inspect({ bytes, accepts, keep })
const why = (finding: Finding) => ('refused' in finding ? finding.refused : finding.kind)
const partOf = (finding: Finding, name: string) => ('parts' in finding ? Buffer.from(finding.parts.find(part => part.name === name)!.bytes) : assert.fail(`refused: ${finding.refused}`))

// Noise does not compress away, so there is something to cut off.
const landscape = (width = 640, height = 420) => sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
const plain = await landscape().jpeg().toBuffer()
const telling = await landscape().withExif({
  IFD0: { Make: 'Canon', Model: 'EOS R5', Artist: 'Canary Owner Name', Copyright: 'Canary Copyright' },
  IFD2: { BodySerialNumber: 'CANARY0SERIAL', CameraOwnerName: 'Canary Camera Owner', LensModel: 'RF24-70mm F2.8 L IS USM', FNumber: '8/1', ExposureTime: '1/125', ISOSpeedRatings: '100', FocalLength: '35/1' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 14/1 2400/100', GPSLongitudeRef: 'E', GPSLongitude: '76/1 56/1 4700/100' },
}).jpeg().toBuffer()
const canaries = ['Canary Owner', 'CANARY0SERIAL', 'Canary Camera Owner', 'Canary Copyright']

test('a photo is written anew in three sizes, and none of them tells where, with what or by whom it was taken', async () => {
  assert.ok(canaries.every(text => telling.includes(text)) && (await exifr.gps(telling)).latitude > 43, 'the sent file does tell')
  const finding = await look(telling)
  for (const name of ['original', 'view', 'thumb']) {
    const bytes = partOf(finding, name)
    assert.deepEqual(canaries.filter(text => bytes.includes(text)), [])
    assert.ok(!bytes.includes('Exif\0') && !bytes.includes('EOS R5'))
    assert.deepEqual([await exifr.gps(bytes), await exifr.parse(bytes, { icc: false, jfif: false })], [undefined, undefined])
  }
  const sizes = await Promise.all(['original', 'view', 'thumb'].map(async name => (await sharp(partOf(finding, name)).metadata()).width))
  assert.deepEqual(sizes, [640, 640, 480])
  assert.ok('parts' in finding && finding.camera === undefined)
})

test('a larger photo is shown at 2048 pixels, and its original keeps its size', async () => {
  const finding = await look(await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#4477aa' } }).jpeg().toBuffer())
  assert.deepEqual('parts' in finding && finding.parts.map(({ name, width, height }) => [name, width, height]), [['original', 3000, 1500], ['view', 2048, 1024], ['thumb', 480, 240]])
})

test('camera settings are kept beside the photo when asked for: six facts, and neither place nor serial number nor name', async () => {
  const finding = await look(telling, ['jpeg'], 'exposure')
  assert.deepEqual('parts' in finding && finding.camera, { camera: 'Canon EOS R5', lens: 'RF24-70mm F2.8 L IS USM', aperture: 8, shutter: 1 / 125, iso: 100, focalLength: 35 })
  assert.equal(await exifr.parse(partOf(finding, 'original'), { icc: false, jfif: false }), undefined)
})

test('a photo lying on its side is turned upright before its metadata is dropped', async () => {
  const turned = await landscape().withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const { width, height } = await sharp(partOf(await look(turned), 'original')).metadata()
  assert.deepEqual([width, height], [420, 640])
})

test('a wide colour profile stays wide, and the text of the sent profile does not stay', async () => {
  const wide = await landscape().withIccProfile('p3').jpeg().toBuffer()
  const profileOf = async (sent: Buffer) => (await sharp(partOf(await look(sent), 'view')).metadata()).icc!
  const [licence, owner] = ['CC0', 'Ann'].map(text => Buffer.from(text, 'utf16le').swap16()) as [Buffer, Buffer]
  const named = Buffer.from(wide)
  assert.ok(named.includes(licence)) // a text in the profile: were the sent profile copied, the change would come along
  owner.copy(named, named.indexOf(licence))
  assert.deepEqual(await profileOf(named), await profileOf(wide))
  assert.ok(!(await profileOf(named)).includes(owner) && !(await profileOf(plain)).equals(await profileOf(wide)))
})

test('png, webp and avif are read too', async () => {
  for (const kind of ['png', 'webp', 'avif'] as const) assert.equal(why(await look(await landscape(64, 64)[kind]().toBuffer())), kind)
})

test('a picture cut short is refused, in every format', async () => {
  assert.equal(why(await look(plain.subarray(0, plain.length >> 1))), 'damaged')
  for (const kind of ['png', 'webp', 'avif'] as const) {
    const bytes = await landscape(200, 200)[kind]().toBuffer()
    assert.equal(why(await look(bytes.subarray(0, bytes.length >> 1))), 'damaged', kind)
  }
})

test('a picture that declares more pixels than any camera has is refused without being unpacked', async () => {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } }).png().toBuffer()
  bytes.writeUInt32BE(50_000, 16)
  bytes.writeUInt32BE(50_000, 20)
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
  assert.equal(why(await look(bytes)), 'too-many-pixels')
  const bomb = await sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: '#000' }, limitInputPixels: false }).png().toBuffer()
  assert.ok(bomb.length < 2_000_000, 'small on the way')
  assert.equal(why(await look(bomb)), 'too-many-pixels')
})

test('what is called a photo and is none is refused by its bytes', async () => {
  assert.equal(why(await look(Buffer.from('<!doctype html><script>alert(1)</script>'))), 'wrong-type')
  assert.equal(why(await look(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))), 'wrong-type')
  assert.equal(why(await look(Buffer.from('%PDF-1.7\n%%EOF'))), 'wrong-type')
  assert.equal(why(await look(randomBytes(5000))), 'wrong-type')
  assert.equal(why(await look(Buffer.alloc(0))), 'empty')
})

test('a picture that is also a page, a document or an archive is refused', async () => {
  const comment = (text: string) => Buffer.concat([plain.subarray(0, 2), Buffer.of(0xff, 0xfe), Buffer.of((text.length + 2) >> 8, (text.length + 2) & 255), Buffer.from(text), plain.subarray(2)])
  assert.equal(why(await look(comment('a quiet comment'))), 'jpeg')
  assert.equal(why(await look(comment('<html><script>alert(1)</script>'))), 'hidden-content')
  assert.equal(why(await look(comment('%PDF-1.7'))), 'hidden-content')
  assert.equal(why(await look(Buffer.concat([plain, Buffer.from('<?php system($_GET[1]);')]))), 'hidden-content')
  assert.equal(why(await look(Buffer.concat([plain, zip([{ name: 'a', body: 'b' }])]))), 'hidden-content')
})

test('a film appended by a telephone is no second meaning: it is dropped', async () => {
  const film = Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42'), randomBytes(50_000)])
  const finding = await look(Buffer.concat([plain, film]))
  assert.ok(!partOf(finding, 'original').includes('ftypmp42'))
})

test('megabytes of metadata, or metadata that leads back to itself, do no harm', async () => {
  const segment = Buffer.concat([Buffer.of(0xff, 0xe1, 0xff, 0xff), Buffer.from('Exif\0\0MM\0*\0\0\0\b'), Buffer.alloc(0xffff - 2 - 14)])
  assert.equal(why(await look(Buffer.concat([plain.subarray(0, 2), ...Array<Buffer>(70).fill(segment), plain.subarray(2)]))), 'too-much-metadata')
  const loop = Buffer.from('Exif\0\0MM\0*\0\0\0\b\0\0\0\0\0\b', 'latin1')
  const looped = Buffer.concat([plain.subarray(0, 2), Buffer.of(0xff, 0xe1, 0, loop.length + 2), loop, plain.subarray(2)])
  assert.equal(why(await look(looped, ['jpeg'], 'exposure')), 'jpeg')
})

test('a picture from a telephone that we cannot read is refused with the way to save it as JPEG', async () => {
  const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1'), randomBytes(2000)])
  assert.equal(why(await look(heic)), 'export-jpeg')
  assert.equal(why(await look(await landscape(32, 32).tiff().toBuffer())), 'export-jpeg')
  assert.equal(why(await look(heic, ['pdf'])), 'wrong-type')
})

test('only what the ticket names is accepted', async () => {
  assert.equal(why(await look(plain, ['png'])), 'wrong-type')
  assert.equal(why(await look(plain, ['pdf', 'text'])), 'wrong-type')
})

test('text is text in UTF-8, a PDF is whole and nothing else', async () => {
  assert.equal(why(await look(Buffer.from('# Жұмыс\n\nconst ә = 1\n'), ['text'])), 'text')
  assert.equal(why(await look(Buffer.from([0xd6, 0xe5, 0xeb, 0xfc]), ['text'])), 'wrong-type')
  assert.equal(why(await look(Buffer.from('a\0b'), ['text'])), 'wrong-type')
  assert.equal(why(await look(Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n'), ['pdf'])), 'pdf')
  assert.equal(why(await look(Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n'), ['pdf'])), 'damaged')
  assert.equal(why(await look(Buffer.concat([Buffer.from('%PDF-1.7\n%%EOF\n'), zip([{ name: 'a', body: 'b' }])]), ['pdf'])), 'hidden-content')
})

test('an archive may not be a bomb, leave its folder, overlap or hide behind a password', async () => {
  const zips = (entries: Entry[]) => look(zip(entries), ['zip']).then(why)
  assert.equal(await zips([{ name: 'src/index.js', body: 'export {}' }, { name: 'readme.md', body: '# hi' }]), 'zip')
  assert.equal(await zips([{ name: 'bomb', body: 'x', declares: 4_000_000_000 }]), 'unsafe-archive')
  assert.equal(await zips([{ name: 'many', body: 'x'.repeat(20_000), declares: 20_000 * 200 }]), 'unsafe-archive')
  assert.equal(await zips([{ name: '../../etc/passwd', body: 'x' }]), 'unsafe-archive')
  assert.equal(await zips([{ name: 'a', body: 'x', flags: 1 }]), 'unsafe-archive')
  assert.equal(await zips([{ name: 'a', body: 'x'.repeat(99) }, { name: 'b', body: 'y', at: 0 }]), 'unsafe-archive')
  assert.equal(why(await look(zip([{ name: 'a', body: 'b' }]).subarray(0, -10), ['zip'])), 'damaged')
})

test('a file that takes too long costs only itself', async () => {
  const slow = startInspection({ deadline: 1, threads: 1 })
  assert.equal(why(await slow.inspect({ bytes: await landscape(2000, 2000).jpeg().toBuffer(), accepts: ['jpeg'], keep: 'nothing' })), 'took-too-long')
  assert.equal(why(await look(plain)), 'jpeg')
  await slow.close()
})

test('many at once are looked at in turn, and each answer belongs to its file', async () => {
  const widths = [40, 50, 60, 70, 80, 90]
  const findings = await Promise.all(widths.map(async width => look(await landscape(width, 30).jpeg().toBuffer())))
  assert.deepEqual(findings.map(finding => 'parts' in finding && finding.parts[0]!.width), widths)
})

type Entry = { name: string; body: string; declares?: number; flags?: number; at?: number }

/** A stored archive, byte by byte, so that it can lie. */
function zip(entries: Entry[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, body, declares = body.length, flags = 0, at: place = at } of entries) {
    const sizes = (header: Buffer, offset: number) => { header.writeUInt32LE(body.length, offset); header.writeUInt32LE(declares, offset + 4); header.writeUInt16LE(name.length, offset + 8); return header }
    const local = sizes(Buffer.concat([Buffer.from('PK\x03\x04\x14\0'), Buffer.alloc(24)]), 18)
    const entry = sizes(Buffer.concat([Buffer.from('PK\x01\x02\x14\0\x14\0'), Buffer.alloc(38)]), 20)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt32LE(place, 42)
    locals.push(local, Buffer.from(name), Buffer.from(body))
    central.push(entry, Buffer.from(name))
    at += local.length + name.length + body.length
  }
  const end = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)])
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(Buffer.concat(central).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...central, end])
}

function crc32(bytes: Buffer): number {
  let crc = ~0
  for (const byte of bytes) for (let bit = (crc ^= byte, 0); bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  return ~crc >>> 0
}

test('a thread that nobody needs any more is ended, and the next file begins another', async () => {
  const impatient = startInspection({ patience: 20, threads: 1 })
  const running = () => process.report.getReport() as unknown as { workers: unknown[] }
  const before = running().workers.length
  for (let time = 0; time < 2; time++) {
    assert.equal(why(await impatient.inspect({ bytes: plain, accepts: ['jpeg'], keep: 'nothing' })), 'jpeg')
    assert.equal(running().workers.length, before + 1)
    while (running().workers.length > before) await new Promise(done => setTimeout(done, 20))
  }
  await impatient.close()
})
