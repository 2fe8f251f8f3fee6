// Uploaded files in copies: each once, read again, brought back into a folder or a bucket, and nothing of whoever was erased since.
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { startFauxqs } from 'fauxqs'
import sharp from 'sharp'
import { inSite, openDatabases } from '#platform/database/database.ts'
import { fileFacts, fileStore, keepFiles, makeTicket, receiveForm, serveFile, storedFor, type Store } from '#platform/files/files.ts'
import { folderStore } from '#platform/files/folder-store.ts'
import { s3Store } from '#platform/files/s3-store.ts'
import { keyProvider, reveal, withKeys } from '#platform/sealing/sealing.ts'
import type { Context } from '#trust/audit/audit.ts'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { leaveFiles } from '#trust/processors/processors.ts'
import { noon, openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { workThrough } from '#test/working.ts'
import { layGround, openSite, readSite } from '../../site.ts'
import { bringFilesBack, cliCommands, controls, copiesIn, drill, filesIn, handRoom, loadCopy, lostIn, makeCopy, repairs, type Room } from './backups.ts'

const { school, databases, ground, main } = await openTestDatabases()
const folders: string[] = []
const newFolder = () => { const folder = mkdtempSync(join(tmpdir(), 'senim-copied-')); folders.push(folder); return folder }
const s3 = await startFauxqs({ port: 0, logger: false })
after(async () => { await s3.stop(); for (const folder of folders) rmSync(folder, { recursive: true, force: true }) })

const days = (count: number) => new Date(noon.getTime() + count * 86_400_000)
const stores = {
  'a folder': () => folderStore(newFolder()),
  'a bucket': async () => {
    const name = `works-${crypto.randomUUID()}`
    s3.createBucket(name)
    return s3Store(`s3://key:secret@127.0.0.1:${s3.port}/${name}?region=us-east-1&path-style&tls=no`)
  },
}
const photo = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#357' } }).jpeg().toBuffer()

function roomOf(store: Pick<Store, 'list' | 'read'>): Room {
  const room = { ...databases.benches, folder: newFolder(), keys: keyProvider('data/test'), ledger: ground.ledger, store }
  handRoom(room)
  return room
}
const booksOf = (here: School, now = noon) => ({ db: main, sites: [here.slug], now })
const over = (ctx: Context, store: Store): Context => ({ ...ctx, files: { ...ctx.files, store } })
/** As it is where the store is a bucket of somebody else: the gate is asked. */
const outside = (ctx: Context): Context => ({ ...ctx, files: { ...ctx.files, outside: { store: { setting: '$S3_URL', host: '127.0.0.1' } }, ask: leaveFiles } })

/** A file handed in as by a form, and kept; returns what is known about it. */
async function handIn(here: School, who: Member, store: Store, bytes: Uint8Array, name = 'work.jpg') {
  const ctx = over(who.ctx, store)
  const purpose = 'test.work'
  const ticket = await here.inside(inner => makeTicket(inner, { purpose, person: who.id, accepts: name.endsWith('.txt') ? ['text'] : ['jpeg'], most: 1_000_000 }), who.ctx)
  const form = new FormData()
  form.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name)
  const raw = new Request('http://probe.invalid/', { method: 'POST', body: form })
  const { files: [file] } = await receiveForm({ req: { raw, header: (name: string) => raw.headers.get(name) ?? undefined } }, ctx, ticket)
  await here.inside(inner => keepFiles(inner, { ids: [file!.id], person: who.id, purpose }), who.ctx)
  return file!.id
}
const factsIn = async (ctx: Context, inside: <R>(work: (ctx: Context) => Promise<R>) => Promise<R>, id: string) => (await reveal(ctx, await inside(inner => fileFacts(inner, [id]))))[0]
const blobsIn = ({ folder }: Room) => readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
const prove = (here: School, name: string, rule: object, now = noon) =>
  here.inside(ctx => controls.find(({ verb, subject }) => `${verb}/${subject}` === name)!.prove(rule as never, { ...ctx, now }), here.as({ person: null, role: 'system' }, now))

for (const [kind, open] of Object.entries(stores)) {
  test(`a copy of the data names and holds every file of ${kind}, copies only what is new, and says which one is missing or damaged`, async () => {
    const here = await school()
    const [ann, store] = [await here.learner(), await open()]
    const canary = `canary-${crypto.randomUUID()}`
    await handIn(here, ann, store, Buffer.from(canary), 'words.txt')
    await handIn(here, ann, store, photo)
    const room = roomOf(store)
    const first = await makeCopy(room, 'main', booksOf(here))
    const stored = await Array.fromAsync(storedFor(store, here.slug))
    assert.equal(stored.length, 4, 'the words, and the photo in three sizes')
    const files = await filesIn(room.keys, first.file, first.manifest)
    assert.deepEqual([...files.values()].map(({ name, bytes }) => [name, bytes]).toSorted(), stored.map(({ name, size }) => [name, size]).toSorted())
    assert.deepEqual([first.manifest.files!.count, first.fresh, first.unread, blobsIn(room).length], [4, 4, [], 4])
    for (const place of [first.file, ...blobsIn(room)]) for (const words of [canary, ann.id]) assert.ok(!readFileSync(place).includes(words), place)

    const written = new Map(blobsIn(room).map(place => [place, readFileSync(place)]))
    const second = await makeCopy(room, 'main', booksOf(here, days(1)))
    assert.deepEqual([second.fresh, second.manifest.files!.count, blobsIn(room).length], [0, 4, 4])
    await handIn(here, ann, store, Buffer.from('more'), 'more.txt')
    const third = await makeCopy(room, 'main', booksOf(here, days(2)))
    assert.deepEqual([third.fresh, third.manifest.files!.count, blobsIn(room).length], [1, 5, 5])
    assert.deepEqual((await drill(room, third.file, booksOf(here, days(2)))).lost, [])
    await drill(room, (await makeCopy(room, 'vault', booksOf(here, days(2)))).file, booksOf(here, days(2)))
    const proved = await prove(here, 'back-up/restore', { every: 'P30D' }, days(2))
    assert.deepEqual([proved.state, /and 5\sfiles came back/.test(proved.figure.en)], ['kept', true], proved.figure.en)

    const [one, other] = [...files.values()]
    const placeOf = (sha256: string) => join(room.folder, 'files', sha256.slice(0, 2), sha256)
    rmSync(placeOf(one!.sha256))
    const changed = Buffer.from(written.get(placeOf(other!.sha256))!)
    changed[40]! ^= 1
    writeFileSync(placeOf(other!.sha256), changed)
    const lost = [{ name: one!.name, why: 'missing' }, { name: other!.name, why: 'damaged' }]
    assert.deepEqual(await lostIn(third.file, await filesIn(room.keys, third.file, third.manifest), { reading: true }), lost)
    assert.deepEqual((await drill(room, third.file, booksOf(here, days(3)))).lost, lost)
    assert.equal((await prove(here, 'back-up/restore', { every: 'P30D' }, days(3))).state, 'broken')
    // The store still has the missing one, so the next copy is whole again; what looks whole and is not, only reading finds.
    const fourth = await makeCopy(room, 'main', booksOf(here, days(3)))
    assert.equal(fourth.fresh, 1)
    assert.deepEqual((await drill(room, fourth.file, booksOf(here, days(3)))).lost, lost.slice(1))
  })

  test(`files come back into ${kind}: those of the living open again, those of whoever was erased after the copy stay away and open for nobody`, async () => {
    const here = await school()
    const [gone, stays, store] = [await here.learner(), await here.learner(), await open()]
    const canary = `canary-${crypto.randomUUID()}`
    const theirs = await handIn(here, gone, store, Buffer.from(canary), 'words.txt')
    const kept = await handIn(here, stays, store, photo)
    const before = Buffer.from(await (await serveFile(over(stays.ctx, store), (await factsIn(stays.ctx, work => here.inside(work, stays.ctx), kept))!)).arrayBuffer())
    const room = roomOf(store)
    const [older, vault] = [await makeCopy(room, 'main', booksOf(here)), await makeCopy(room, 'vault', booksOf(here))]
    await here.request('/me/data/erase', { as: gone, form: { sure: 'true' } })
    await workThrough(over(here.system, store))
    assert.deepEqual(await fileStore.listOf(over(here.system, store), gone.id), [])

    // The machine is lost with its store: the copies alone, without and with what the ledger knows.
    const name = `${databases.benches.main.database}_back`
    await loadCopy(room, older.file, name, repairs)
    await loadCopy(room, vault.file, `${name}_vault`)
    const back = await openDatabases('data/test', name)
    const laid = await layGround(back, 'data/test')
    try {
      const row = await inSite(laid.db, here.slug, db => db.selectFrom('files.files').select(['id', 'person', 'name', 'wrapped']).where('id', '=', theirs).executeTakeFirstOrThrow(), { session: 'system', now: noon })
      assert.ok(row.wrapped, 'the older copy has their row, sealed')
      const ring = { keys: laid.vault.ring(here.slug) }
      const site = await openSite(laid, { slug: here.slug, address: here.address, ...readSite('mexrontal') }, noon)
      const fresh = await open()
      const ctx: Context = outside(over({ ...here.system, ...laid, ...ring, policy: site.policy }, fresh))
      const inside = <R>(work: (ctx: Context) => Promise<R>) => withKeys(ctx, () => inSite(ctx.db, here.slug, db => work({ ...ctx, db }), { session: 'system', now: noon }))
      const transfers = () => inside(({ db }) => db.selectFrom('processors.transfers').select('fields').execute())
      const told = (await transfers()).length

      assert.deepEqual(await bringFilesBack(ctx, room.keys, older.file), { brought: 3, there: 0, unknown: 1, lost: [] })
      assert.deepEqual(await bringFilesBack(ctx, room.keys, older.file), { brought: 0, there: 3, unknown: 1, lost: [] }, 'once more does no harm')
      assert.deepEqual((await transfers()).slice(told).map(({ fields }) => fields), [['sealed-file']], 'what leaves the machine is written down')
      assert.deepEqual([await fileStore.listOf(ctx, gone.id), (await fileStore.listOf(ctx, stays.id)).length], [[], 3])
      const answer = await serveFile(ctx, (await factsIn(ctx, inside, kept))!)
      assert.deepEqual(Buffer.from(await answer.arrayBuffer()), before)

      assert.equal(await factsIn(ctx, inside, theirs), undefined)
      const sealed = [...(await filesIn(room.keys, older.file, older.manifest)).values()].find(({ name }) => name.includes(gone.id))!
      assert.ok(!readFileSync(join(room.folder, 'files', sealed.sha256.slice(0, 2), sealed.sha256)).includes(canary))
      const [opened] = await reveal(ctx, [row])
      assert.deepEqual([opened!.name, opened!.wrapped], [null, null], 'its key is gone from the restored vault too')
      await assert.rejects(serveFile(ctx, { ...opened!, parts: [{ name: 'original', media_type: 'text/plain', bytes: canary.length }] }), { status: 404 })

      const [one] = await fileStore.listOf(ctx, stays.id)
      await fresh.remove([one!.name])
      const { sha256 } = (await filesIn(room.keys, older.file, older.manifest)).get(one!.name)!
      rmSync(join(room.folder, 'files', sha256.slice(0, 2), sha256))
      assert.deepEqual(await bringFilesBack(ctx, room.keys, older.file), { brought: 0, there: 2, unknown: 1, lost: [{ name: one!.name, why: 'missing' }] })
    } finally {
      await laid.vault.close()
      await back.close()
    }
  })
}

test('a file that the store will not give keeps nothing else from being copied, is named, and breaks the promise', async () => {
  const here = await school()
  const [ann, store] = [await here.learner(), await stores['a folder']()]
  await handIn(here, ann, store, photo)
  const [bad] = await Array.fromAsync(storedFor(store, here.slug))
  const worn: Pick<Store, 'list' | 'read'> = { list: store.list, async *read(name, from, to) { if (name === bad!.name) throw new Error('EIO'); yield* store.read(name, from, to) } }
  const room = roomOf(worn)
  const made = await makeCopy(room, 'main', booksOf(here))
  assert.deepEqual([made.unread, made.manifest.files!.count, made.manifest.files!.unread], [[bad!.name], 2, 1])
  await makeCopy(room, 'vault', booksOf(here))
  assert.equal((await prove(here, 'back-up/databases', { every: 'P1D' })).state, 'broken')
  assert.deepEqual((await drill(room, made.file, booksOf(here))).lost, [{ name: bad!.name, why: 'missing' }], 'a row speaks of it')
  await makeCopy(roomOf(store), 'main', booksOf(here))
})

test('what no copy names any more goes with the oldest copy, and not before', async () => {
  const here = await school()
  const [ann, ben, store] = [await here.learner(), await here.learner(), await stores['a folder']()]
  await handIn(here, ann, store, Buffer.from('first'), 'first.txt')
  await handIn(here, ben, store, Buffer.from('second'), 'second.txt')
  const room = roomOf(store)
  process.env.SENIM_BACKUPS_KEEP = '2'
  try {
    const lying = []
    for (const day of [0, 1, 2, 3]) {
      if (day === 2) await fileStore.eraseOf(over(here.system, store), ann.id)
      await makeCopy(room, 'main', booksOf(here, days(day)))
      lying.push(blobsIn(room).length)
    }
    assert.deepEqual(lying, [2, 2, 2, 1])
    for (const { file, manifest } of await copiesIn(room)) assert.deepEqual(await lostIn(file, await filesIn(room.keys, file, manifest!), { reading: true }), [])
  } finally { delete process.env.SENIM_BACKUPS_KEEP }
})

test('LP-080 after a table was dropped the drill of the command line brings rows and photos back, as many as there were, and the page of measures says so', async () => {
  const here = await school('landscape-photo')
  const [ann, store] = [await here.learner(), await stores['a folder']()]
  await handIn(here, ann, store, photo)
  const room = roomOf(store)
  const tell = async (name: string, args: Record<string, string> = {}) => {
    const command = cliCommands.find(command => command.name === name)!
    const { json, said, broken } = await command.run({ args, flags: {}, locale: 'en', now: noon, sites: [here.slug], site: here.slug, system: () => here.system, path: (typed: string) => typed } as never)
    assert.ok(!broken, said.join('\n'))
    return { rows: json as { file: string; database: string; rows: number; files: number }[], said: said.join('\n') }
  }
  const made = (await tell('backup create')).rows
  const copy = made.find(({ database }) => database === 'main')!
  const scratch = `${databases.benches.main.database}_scratch`
  const rowsIn = () => room.main.on(async client => Number((await client.query('select count(*) as n from files.parts where site = $1', [here.slug])).rows[0].n), scratch)
  await loadCopy(room, copy.file, scratch, repairs)
  try {
    assert.equal(await rowsIn(), 3)
    await room.main.on(client => client.query('drop table files.parts cascade'), scratch)
    await assert.rejects(rowsIn(), /does not exist/)
    const { rows, said } = await tell('backup drill')
    const drilled = rows.find(({ database }) => database === 'main')!
    assert.deepEqual([drilled.rows, drilled.files], [copy.rows, 3])
    assert.match(said, /and 3\sfiles came back for trial/)
    await loadCopy(room, copy.file, scratch, repairs)
    assert.equal(await rowsIn(), 3)
  } finally { await room.main.drop(scratch) }
  assert.match((await tell('backup verify')).said, /and 3\sfiles are there and unchanged/)
  const promise = here.policy.promises.find(({ keeps }) => keeps.includes('LP-080'))!
  assert.equal((await checkPromise(here.system, promise)).state, 'kept')
  const page = (await (await here.request(`/en/trust/${promise.id}`)).text()).replaceAll(/<[^>]+>/g, '')
  assert.match(page, /Restored for trial on 3 December 2026 at 12:00 GMT\+5: \d+\srows and 3\sfiles came back/)
})
