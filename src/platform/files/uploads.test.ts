import assert from 'node:assert/strict'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import exifr from 'exifr'
import { startFauxqs } from 'fauxqs'
import sharp from 'sharp'
import { inSite } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { reveal, withKeys } from '#platform/sealing/sealing.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { openTestDatabases, noon, type Member } from '#test/fixtures.ts'
import { fileFacts, fileStore, finishUpload, healthOf, keepFiles, makeTicket, receiveForm, releaseFiles, serveFile, sweepFiles, type Wish } from './files.ts'
import { s3Store } from './s3-store.ts'
import { removeAll } from './store.ts'
import { append, beginUpload } from './uploads.ts'

const { ground, main, school, asAdmin } = await openTestDatabases()
const { store } = ground.files
const here = await school()

const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000)
const inside = <R>(ctx: Context, work: (ctx: Context) => Promise<R>) => withKeys(ctx, () => inSite(main, ctx.site, db => work({ ...ctx, db }), askingOf(ctx)))
const wish = (person: string, more: Partial<Wish> = {}): Wish => ({ purpose: 'assignments.photo', person, accepts: ['jpeg', 'png'], most: 5_000_000, ...more })
const ticketFor = ({ ctx, id }: Member, more?: Partial<Wish>) => inside(ctx, ctx => makeTicket(ctx, wish(id, more)))
const noise = (width: number, height: number) => sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
const photo = await noise(300, 200).jpeg().toBuffer()
async function* pieces(bytes: Uint8Array, size = 30_000) { for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size) }

/** What is in a file; nothing, when a neighbouring test has removed it since it was listed. */
function stillThere(path: string) {
  try {
    return readFileSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

/** A form as a browser sends it, in pieces. */
function formOf(file: Uint8Array, { name = 'снимок.jpg', text = 'Рассвет', field = 'photo' } = {}) {
  const boundary = `----${randomUUID()}`
  const body = Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="words"\r\n\r\n${text}\r\n--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: image/jpeg\r\n\r\n`),
    file, Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return { type: `multipart/form-data; boundary=${boundary}`, body }
}
const webStream = (source: AsyncIterable<Uint8Array>) => Readable.toWeb(Readable.from(source)) as ReadableStream<Uint8Array>
const sent = ({ type, body }: { type: string; body: Uint8Array }) => {
  const raw = new Request('http://school.localhost/hand-in', { method: 'POST', headers: { 'content-type': type }, body: webStream(pieces(body)), duplex: 'half' } as RequestInit)
  return { req: { raw, header: (name: string) => raw.headers.get(name) ?? undefined } }
}
const receive = async (who: Member, file: Uint8Array, more: { wish?: Partial<Wish>; name?: string } = {}) => receiveForm(sent(formOf(file, more)), who.ctx, await ticketFor(who, more.wish))
const refused = (work: Promise<unknown>, code: string, status?: number) => assert.rejects(work, (error: Refusal) => {
  assert.ok(error instanceof Refusal, String(error))
  assert.equal(error.code, code)
  if (status) assert.equal(error.status, status)
  return true
})
const objectsOf = async (who: Member) => (await fileStore.listOf(who.ctx, who.id)).map(({ name }) => name.split('/').slice(3).join('/')).sort()
async function factsOf(who: Member, id: string) {
  const [file] = await reveal(who.ctx, await inside(who.ctx, ctx => fileFacts(ctx, [id])))
  return file!
}
async function handedIn(who: Member, bytes: Uint8Array = photo, more?: Parameters<typeof receive>[2]) {
  const { files: [file] } = await receive(who, bytes, more)
  await inside(who.ctx, ctx => keepFiles(ctx, { ids: [file!.id], person: who.id, purpose: 'assignments.photo' }))
  return factsOf(who, file!.id)
}

test('a photo sent by a plain form is ready in three sizes, with the words of the form', async () => {
  const ann = await here.learner()
  const { fields, files: [file] } = await receive(ann, photo)
  assert.equal(fields.get('words'), 'Рассвет')
  assert.deepEqual([file!.field, file!.name, file!.mediaType, file!.bytes], ['photo', 'снимок.jpg', 'image/jpeg', photo.length])
  assert.deepEqual(await objectsOf(ann), ['original', 'thumb', 'view'])
  const facts = await factsOf(ann, file!.id)
  assert.deepEqual(facts.parts.map(({ name, width }) => [name, width]).sort(), [['original', 300], ['thumb', 300], ['view', 300]])
  assert.equal(facts.scanned, 'not scanned')
})

test('an input left empty is no file, and several are as many as are allowed', async () => {
  const ann = await here.learner()
  assert.deepEqual((await receive(ann, Buffer.alloc(0), { name: '' })).files, [])
  const one = formOf(photo)
  const boundary = /boundary=(.+)$/.exec(one.type)![1]!
  const again = Buffer.concat([one.body.subarray(0, -boundary.length - 6), one.body])
  const ticket = await ticketFor(ann)
  assert.equal((await receiveForm(sent({ type: one.type, body: again }), ann.ctx, ticket, { files: 2 })).files.length, 2)
  await refused(receiveForm(sent({ type: one.type, body: again }), ann.ctx, ticket, { files: 1 }), 'files.too-many', 413)
})

test('what is refused leaves no byte behind, and says why', async () => {
  const ann = await here.learner()
  await refused(receive(ann, Buffer.from('<!doctype html><script>alert(1)</script>')), 'files.wrong-type', 422)
  await refused(receive(ann, photo.subarray(0, 20_000)), 'files.damaged', 422)
  await refused(receive(ann, Buffer.alloc(0)), 'files.empty', 422)
  await refused(receive(ann, Buffer.concat([photo, Buffer.from('<script>')])), 'files.hidden-content', 422)
  await refused(receive(ann, photo, { wish: { accepts: ['pdf'] } }), 'files.wrong-type', 422)
  assert.deepEqual(await objectsOf(ann), [])
  const rows = await inside(ann.ctx, ({ db }) => db.selectFrom('files.files').select(['refused_why', 'ready_at']).where('person', '=', ann.id).where('refused_at', 'is not', null).execute())
  assert.deepEqual(rows.map(row => row.refused_why).sort(), ['damaged', 'hidden-content', 'wrong-type', 'wrong-type'])
})

test('a file larger than allowed is refused while it is still coming', async () => {
  const ann = await here.learner()
  const ticket = await ticketFor(ann, { most: 2_000_000 })
  let given = 0
  async function* endless() { for (;;) { given += 50_000; yield randomBytes(50_000) } }
  const { type, body } = formOf(Buffer.alloc(0))
  const start = body.subarray(0, body.indexOf('\r\n\r\n', body.indexOf('filename')) + 4)
  const raw = new Request('http://school.localhost/', { method: 'POST', headers: { 'content-type': type }, body: webStream((async function* () { yield start; yield* endless() })()), duplex: 'half' } as RequestInit)
  await refused(receiveForm({ req: { raw, header: name => raw.headers.get(name) ?? undefined } }, ann.ctx, ticket), 'files.too-large', 413)
  assert.ok(given < 4_000_000, `${given} bytes were taken`)
  assert.deepEqual(await objectsOf(ann), [])
})

test('a form that breaks off leaves nothing', async () => {
  const ann = await here.learner()
  const { type, body } = formOf(photo)
  for (const end of [body.length - 20_000, body.length - 10, 60]) await refused(receiveForm(sent({ type, body: body.subarray(0, end) }), ann.ctx, await ticketFor(ann)), 'files.not-a-form', 400)
  assert.deepEqual(await objectsOf(ann), [])
  await refused(receiveForm(sent({ type: 'application/json', body: Buffer.from('{}') }), ann.ctx, await ticketFor(ann)), 'files.not-a-form', 415)
  await refused(receiveForm(sent({ type: 'multipart/form-data', body }), ann.ctx, await ticketFor(ann)), 'files.not-a-form', 400)
})

test('a name keeps its letters and loses what could mislead', async () => {
  const ann = await here.learner()
  assert.equal((await receive(ann, photo, { name: '../../etc/Қысқы таң\u202egpj.jpg' })).files[0]!.name, 'Қысқы таңgpj.jpg')
})

test('nothing readable of an upload lies on the disk, while it comes, in quarantine, or after', async () => {
  const ann = await here.learner()
  const canary = `canary-${randomUUID()}`
  const ticket = await ticketFor(ann, { accepts: ['text'] })
  const upload = await beginUpload(ann.ctx, ticket, { name: `${canary}.txt` })
  const text = Buffer.from(`${canary}\n`.repeat(50_000))
  await append(ann.ctx, upload, 0, pieces(text))
  // The server takes files of its log away while they are listed: such an entry is null, whatever its type says.
  const onDisk = () => globSync('data/test/{files/**/*,files/.incoming/*,postgres/**/base/**/*,postgres/**/pg_wal/*}', { withFileTypes: true }).filter(entry => (entry as typeof entry | null)?.isFile() && stillThere(`${entry.parentPath}/${entry.name}`).includes(canary)).map(({ name }) => name)
  await asAdmin(client => client.query('checkpoint'))
  assert.deepEqual([await fileStore.search(ann.ctx, Buffer.from(canary)), onDisk()], [[], []])
  const { id } = await finishUpload(ann.ctx, upload.id)
  await asAdmin(client => client.query('checkpoint'))
  assert.deepEqual([await fileStore.search(ann.ctx, Buffer.from(canary)), onDisk()], [[], []])
  await store.put(`${here.slug}/${ann.id}/planted/original`, pieces(text), text.length)
  assert.deepEqual([(await fileStore.search(ann.ctx, Buffer.from(canary))).length, onDisk().length], [1, 1], 'the search does find what is readable')
  await removeAll(store, `${here.slug}/${ann.id}/planted/`)
  assert.deepEqual(await buffer((await serveFile(ann.ctx, await factsOf(ann, id))).body as never), text)
})

test('place, serial number and owner of a photo are in none of its stored sizes; settings are kept only when asked for', async () => {
  const ann = await here.learner()
  const telling = await noise(200, 100).withExif({
    IFD0: { Make: 'Nikon', Model: 'Z 6', Artist: 'Canary Artist' }, IFD2: { BodySerialNumber: 'CANARY123', CameraOwnerName: 'Canary Owner', FNumber: '11/1' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 0/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '77/1 0/1 0/1' },
  }).jpeg().toBuffer()
  assert.equal((await exifr.gps(telling)).longitude, 77)
  for (const keep of ['nothing', 'exposure'] as const) {
    const file = await handedIn(ann, telling, { wish: { keep } })
    for (const part of ['original', 'view', 'thumb']) {
      const bytes = await buffer((await serveFile(ann.ctx, file, { part })).body as never)
      assert.ok(!bytes.includes('Canary') && !bytes.includes('CANARY123') && !bytes.includes('Exif'))
      assert.deepEqual([await exifr.gps(bytes), await exifr.parse(bytes, { icc: false, jfif: false })], [undefined, undefined])
    }
    assert.deepEqual(file.camera ? JSON.parse(file.camera) : null, keep === 'exposure' ? { camera: 'Nikon Z 6', aperture: 11 } : null)
  }
})

test('a file is answered with headers that let it be nothing but a file', async () => {
  const ann = await here.learner()
  const file = await handedIn(ann)
  const picture = await serveFile(ann.ctx, file, { part: 'view' })
  assert.deepEqual([picture.status, picture.headers.get('content-type'), picture.headers.get('x-content-type-options'), picture.headers.get('cache-control')], [200, 'image/jpeg', 'nosniff', 'private, no-store'])
  assert.match(picture.headers.get('content-security-policy')!, /default-src 'none'.*sandbox/)
  assert.equal(picture.headers.get('content-disposition'), `inline; filename*=UTF-8''${encodeURIComponent('снимок.jpg')}`)
  assert.match((await serveFile(ann.ctx, file, { download: true })).headers.get('content-disposition')!, /^attachment/)
  await refused(serveFile(ann.ctx, file, { part: '../secret' }), 'common.not-found', 404)
})

test('a range is answered as it was asked, and one that cannot be is not', async () => {
  const ann = await here.learner()
  const text = Buffer.from(Array.from({ length: 20_000 }, (_, line) => `line ${line}`).join('\n'))
  const file = await handedIn(ann, text, { wish: { accepts: ['text'] } })
  const ask = async (range: string) => {
    const answer = await serveFile(ann.ctx, file, { range })
    return [answer.status, answer.headers.get('content-range'), (await buffer(answer.body as never ?? pieces(Buffer.alloc(0)))).toString()]
  }
  const length = text.length
  assert.deepEqual(await ask('bytes=0-9'), [206, `bytes 0-9/${length}`, text.toString('utf8', 0, 10)])
  assert.deepEqual(await ask('bytes=100000-100009'), [206, `bytes 100000-100009/${length}`, text.toString('utf8', 100_000, 100_010)])
  assert.deepEqual(await ask('bytes=-5'), [206, `bytes ${length - 5}-${length - 1}/${length}`, text.toString('utf8', length - 5)])
  assert.deepEqual(await ask(`bytes=${length - 3}-`), [206, `bytes ${length - 3}-${length - 1}/${length}`, text.toString('utf8', length - 3)])
  assert.deepEqual(await ask(`bytes=${length}-`), [416, `bytes */${length}`, ''])
  assert.equal((await ask('bytes=0-1,5-6'))[0], 200)
  assert.equal((await ask('lines=1-2'))[0], 200)
})

test('a stored file that was changed is a fault, not half an answer', async () => {
  const ann = await here.learner()
  const file = await handedIn(ann)
  const name = `${here.slug}/${ann.id}/${file.id}/view`
  const bytes = await buffer(store.read(name, 0, 1e9))
  bytes[100]! ^= 1
  await store.put(name, pieces(bytes), bytes.length)
  await assert.rejects(serveFile(ann.ctx, file, { part: 'view' }), /not what was written/)
  await store.remove([name])
  await assert.rejects(serveFile(ann.ctx, file, { part: 'view' }), /has no/)
})

test('a reader who stops listening holds nothing open', async () => {
  const ann = await here.learner()
  const file = await handedIn(ann, Buffer.from('x'.repeat(3_000_000)), { wish: { accepts: ['text'] } })
  const reader = (await serveFile(ann.ctx, file)).body!.getReader()
  assert.ok((await reader.read()).value!.length > 0)
  await reader.cancel()
})

test('a file belongs to one person and one purpose: nobody else can keep it, and not before it is ready', async () => {
  const [ann, ben] = [await here.learner(), await here.learner()]
  const { files: [file] } = await receive(ann, photo)
  const keep = (who: Member, person: string, purpose = 'assignments.photo') => inside(who.ctx, ctx => keepFiles(ctx, { ids: [file!.id], person, purpose }))
  await refused(keep(ben, ben.id), 'files.not-ready', 409)
  await refused(keep(ann, ann.id, 'support.letter'), 'files.not-ready', 409)
  await keep(ann, ann.id)
  const upload = await beginUpload(ann.ctx, await ticketFor(ann), { name: 'b.jpg' })
  await append(ann.ctx, upload, 0, pieces(photo))
  await refused(inside(ann.ctx, ctx => keepFiles(ctx, { ids: [upload.id], person: ann.id, purpose: 'assignments.photo' })), 'files.not-ready', 409)
  await refused(finishUpload(ben.ctx, upload.id), 'files.no-ticket', 404)
})

test('asked to finish twice, or by two windows at once, it is one file', async () => {
  const ann = await here.learner()
  const upload = await beginUpload(ann.ctx, await ticketFor(ann), { name: 'b.jpg', length: photo.length })
  await refused(finishUpload(ann.ctx, upload.id), 'files.not-all-here', 409)
  await append(ann.ctx, upload, 0, pieces(photo))
  const [first, second] = await Promise.all([finishUpload(ann.ctx, upload.id), finishUpload(ann.ctx, upload.id)])
  assert.deepEqual([first, await finishUpload(ann.ctx, upload.id)], [second, first])
  assert.equal((await factsOf(ann, upload.id)).parts.length, 3)
})

test('what nobody keeps is gone after a day, what is given up at the next sweep, and the rest stays', async () => {
  const own = await school()
  const ann = await own.learner()
  const { files: [left] } = await receive(ann, photo)
  const [kept, given] = [await handedIn(ann), await handedIn(ann)]
  const sweep = (now: Date) => sweepFiles({ ...own.system, now })
  assert.deepEqual(await sweep(new Date(hours(24).getTime() - 1)), { expired: 0, orphans: 0, missing: [] })
  await inside({ ...ann.ctx, now: hours(2) }, ctx => releaseFiles(ctx, [given.id]))
  assert.deepEqual(await sweep(hours(2)), { expired: 1, orphans: 0, missing: [] })
  assert.deepEqual(await sweep(hours(24)), { expired: 1, orphans: 0, missing: [] })
  assert.deepEqual(await sweep(hours(24)), { expired: 0, orphans: 0, missing: [] })
  const ids = new Set((await fileStore.listOf(ann.ctx, ann.id)).map(({ name }) => name.split('/')[2]))
  assert.deepEqual([...ids], [kept.id])
  assert.ok(left!.id !== kept.id)
})

test('bytes without a row are removed once they are old, and a row without bytes is reported', async () => {
  const own = await school()
  const ann = await own.learner()
  const file = await handedIn(ann)
  await store.put(`${own.slug}/${ann.id}/${randomUUID()}/original`, pieces(photo), photo.length)
  await store.remove([`${own.slug}/${ann.id}/${file.id}/thumb`])
  const missing = [`${own.slug}/${ann.id}/${file.id}/thumb`]
  const later = (minutes: number) => ({ ...own.system, now: new Date(Date.now() + minutes * 60_000) })
  assert.deepEqual(await sweepFiles(later(59)), { expired: 0, orphans: 0, missing })
  assert.deepEqual(await sweepFiles(later(61)), { expired: 0, orphans: 1, missing })
})

test("the copy of a person's data has their works, and erasing them takes every byte and nobody else's", async () => {
  const own = await school()
  const [ann, ben] = [await own.learner(), await own.learner()]
  const text = Buffer.from('Моя работа\n')
  await handedIn(ann, text, { wish: { accepts: ['text'] }, name: 'работа.md' })
  await handedIn(ann)
  await handedIn(ben)
  const copy = await fileStore.exportOf(ann.ctx, ann.id)
  assert.deepEqual(copy.map(({ name }) => name).sort(), ['работа.md', 'снимок.jpg'])
  assert.deepEqual(await buffer(copy.find(({ name }) => name === 'работа.md')!.read()), text)
  const before = hashOf(await fileStore.listOf(ben.ctx, ben.id))
  assert.equal(await fileStore.eraseOf(own.system, ann.id), 4)
  assert.equal(await fileStore.eraseOf(own.system, ann.id), 0)
  assert.deepEqual([await fileStore.listOf(own.system, ann.id), hashOf(await fileStore.listOf(ben.ctx, ben.id))], [[], before])
})

const hashOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

test('a file with a virus is refused and deleted; while the scanner is away a file waits, and neither passes', async () => {
  const ann = await here.learner()
  const scanning = (found: () => Promise<string | null>) => ({ ...ann.ctx, files: { ...ground.files, scanner: { scan: found, version: async () => '' } } })
  const upload = await beginUpload(ann.ctx, await ticketFor(ann), { name: 'b.jpg' })
  await append(ann.ctx, upload, 0, pieces(photo))
  await refused(finishUpload(scanning(async () => { throw new Error('no answer') }), upload.id), 'files.scanner-away', 503)
  assert.equal((await objectsOf(ann)).length, 1)
  await refused(finishUpload(scanning(async () => 'Eicar'), upload.id), 'files.malware', 422)
  assert.deepEqual(await objectsOf(ann), [])
  await refused(finishUpload(ann.ctx, upload.id), 'files.malware', 422)
  const clean = await beginUpload(ann.ctx, await ticketFor(ann), { name: 'b.jpg' })
  await append(ann.ctx, clean, 0, pieces(photo))
  await finishUpload(scanning(async () => null), clean.id)
  assert.equal((await factsOf(ann, clean.id)).scanned, 'clean')
})

test('the health of files is tried, not assumed: the store, and a scanner where there is one', async () => {
  const { files } = ground
  assert.deepEqual(await healthOf(files, here.slug), { store: true, scanner: null })
  const scanner = (version: () => Promise<string>) => ({ ...files, scanner: { version, scan: async () => null } })
  assert.deepEqual((await healthOf(scanner(async () => 'ClamAV 1.4.6'), here.slug)).scanner, { version: 'ClamAV 1.4.6' })
  assert.equal((await healthOf(scanner(async () => { throw new Error('away') }), here.slug)).scanner, 'away')
  const forgetful = { ...files, store: { ...store, async *read() { yield Buffer.from('other') } } }
  assert.equal((await healthOf(forgetful, here.slug)).store, false)
  assert.deepEqual(await Array.fromAsync(store.list(`${here.slug}/probe/`)), [])
})

test('the same over a bucket: sent in parts, looked at, read in ranges, erased, and never readable there', async () => {
  const s3 = await startFauxqs({ port: 0, logger: false })
  s3.createBucket('works')
  try {
    const ann = await here.learner()
    const ctx = { ...ann.ctx, files: { ...ground.files, store: s3Store(`s3://key:secret@127.0.0.1:${s3.port}/works?region=us-east-1&path-style&tls=no`) } }
    const text = Buffer.from(`canary-${randomUUID()}\n`.repeat(60_000))
    const upload = await beginUpload(ctx, await ticketFor(ann, { accepts: ['text'] }), { name: 'a.txt', length: text.length })
    const half = await append(ctx, upload, 0, pieces(text.subarray(0, 1_500_000)))
    await append(ctx, upload, half, pieces(text.subarray(half)))
    assert.deepEqual(await fileStore.search(ctx, text.subarray(0, 30)), [])
    const { id } = await finishUpload(ctx, upload.id)
    const answer = await serveFile(ctx, await factsOf(ann, id), { range: 'bytes=1999990-2000009' })
    assert.deepEqual([answer.status, await buffer(answer.body as never)], [206, text.subarray(1_999_990, 2_000_010)])
    assert.deepEqual([await fileStore.search(ctx, text.subarray(0, 30)), await fileStore.eraseOf(ctx, ann.id), await fileStore.listOf(ctx, ann.id)], [[], 1, []])
  } finally {
    await s3.stop()
  }
})
