// The same promises of both stores: a folder of this machine, and a bucket spoken to over S3.
import assert from 'node:assert/strict'
import { once as listening } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { startFauxqs } from 'fauxqs'
import { folderStore } from './folder-store.ts'
import { s3Store } from './s3-store.ts'
import { NoSuchObject, removeAll, type Store } from './store.ts'

const folder = await mkdtemp(join(tmpdir(), 'senim-store-'))
const s3 = await startFauxqs({ port: 0, logger: false })
s3.createBucket('works')
const stores: Record<string, Store> = {
  'a folder': await folderStore(folder),
  'a bucket': s3Store(`s3://key:secret@127.0.0.1:${s3.port}/works?region=us-east-1&path-style&tls=no`),
}
after(async () => { await s3.stop(); await rm(folder, { recursive: true }) })

async function* once(text: string) { yield Buffer.from(text) }
const put = (store: Store, name: string, text: string, how?: { onlyNew?: boolean }) => store.put(name, once(text), Buffer.byteLength(text), how)
const get = async (store: Store, name: string, from = 0, to = 1_000) => (await buffer(store.read(name, from, to))).toString()
const names = async (store: Store, prefix: string) => (await Array.fromAsync(store.list(prefix))).map(({ name }) => name)

for (const kind of ['a folder', 'a bucket']) {
  test(`${kind} gives back what was put, whole and in part`, async () => {
    const store = stores[kind]!
    assert.equal(await put(store, 'school/ann/one/original', 'hello world'), true)
    assert.equal(await get(store, 'school/ann/one/original'), 'hello world')
    assert.equal(await get(store, 'school/ann/one/original', 6, 8), 'wo')
    assert.equal(await get(store, 'school/ann/one/original', 500, 900), '')
    await put(store, 'school/ann/one/original', 'again')
    assert.equal(await get(store, 'school/ann/one/original'), 'again')
    await assert.rejects(get(store, 'school/ann/one/missing'), NoSuchObject)
  })

  test(`${kind} lists by prefix in order, and removes for one person only`, async () => {
    const store = stores[kind]!
    for (const name of ['school/ann/two/000010', 'school/ann/two/000002', 'school/anna/three/original', 'other/ann/four/original']) await put(store, name, 'x')
    assert.deepEqual(await names(store, 'school/ann/two/'), ['school/ann/two/000002', 'school/ann/two/000010'])
    const [first] = await Array.fromAsync(store.list('school/ann/two/'))
    assert.equal(first!.size, 1)
    assert.ok(Math.abs(first!.at.getTime() - Date.now()) < 60_000)
    assert.ok(await removeAll(store, 'school/ann/') >= 2)
    assert.deepEqual(await names(store, 'school/ann/'), [])
    assert.deepEqual(await names(store, 'school/anna/'), ['school/anna/three/original'])
    assert.deepEqual(await names(store, 'other/'), ['other/ann/four/original'])
    await store.remove(['school/ann/two/000002']) // what is gone is not missed
  })

  test(`${kind} refuses a name that leaves its place`, async () => {
    for (const name of ['../outside', 'school/../../outside', '/etc/passwd', 'school//x', 'school/a b']) await assert.rejects(put(stores[kind]!, name, 'x'), /cannot be the name/, name)
  })
}

test('a folder gives a name only once when asked to', async () => {
  const store = stores['a folder']!
  const wins = await Promise.all(['a', 'b', 'c'].map(text => put(store, 'school/ann/race/000000', text, { onlyNew: true })))
  assert.equal(wins.filter(Boolean).length, 1)
  await removeAll(store, 'school/ann/')
})

// Not every bucket knows If-None-Match (the one above does not), so this one only knows that.
test('a bucket is asked to give a name only once, and its no is understood', async () => {
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    asked.push(request.headers['if-none-match'])
    request.resume().on('end', () => response.writeHead(412).end('<Error><Code>PreconditionFailed</Code></Error>'))
  }).listen(0, '127.0.0.1')
  await listening(server, 'listening')
  const store = s3Store(`s3://key:secret@127.0.0.1:${(server.address() as AddressInfo).port}/works?path-style&tls=no`)
  assert.equal(await put(store, 'school/ann/race/000000', 'x', { onlyNew: true }), false)
  await assert.rejects(put(store, 'school/ann/race/000000', 'x'), /PreconditionFailed/)
  assert.deepEqual(asked, ['*', undefined])
  server.close()
})

test('a folder keeps nothing of what broke off while it was written', async () => {
  async function* breaking() { yield Buffer.from('half'); throw new Error('line lost') }
  await assert.rejects(stores['a folder']!.put('school/ann/broken/original', breaking(), 8), /line lost/)
  assert.deepEqual(await names(stores['a folder']!, 'school/ann/'), [])
  assert.deepEqual(await readdir(join(folder, '.incoming')), [])
})

test('an address that names no bucket is refused at the start', () => {
  assert.throws(() => s3Store('s3://key:secret@127.0.0.1:1/'), /must look like/)
  assert.throws(() => s3Store('https://key:secret@127.0.0.1:1/works'), /must look like/)
})
