import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { request as open } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { inSite } from '#platform/database/database.ts'
import { reveal, withKeys } from '#platform/sealing/sealing.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { openTestDatabases, noon, type Member, type School } from '#test/fixtures.ts'
import { fileFacts, fileStore, finishUpload, keepFiles, makeTicket, serveFile, sweepFiles } from './files.ts'

const { main, school, at } = await openTestDatabases()
const here = await school()
const spoken = { 'tus-resumable': '1.0.0', origin: here.address.origin }
const inside = <R>(ctx: Context, work: (ctx: Context) => Promise<R>) => withKeys(ctx, () => inSite(main, ctx.site, db => work({ ...ctx, db }), askingOf(ctx)))
const ticketFor = (who: Member, most = 20_000_000) => inside(who.ctx, ctx => makeTicket(ctx, { purpose: 'assignments.work', person: who.id, accepts: ['text'], most }))
const text = Buffer.from(Array.from({ length: 300_000 }, (_, line) => `${line}: ${line * 7919 % 10_007}`).join('\n'))
const base64 = (value: string) => Buffer.from(value).toString('base64')

const create = (who: Member, ticket: string, length = text.length, at: School = here) =>
  at.request('/uploads', { method: 'POST', as: who, headers: { ...spoken, origin: at.address.origin, 'upload-length': String(length), 'upload-metadata': `ticket ${base64(ticket)},filename ${base64('жұмыс.txt')}` } })
const head = (who: Member, to: string, at: School = here) => at.request(to, { method: 'HEAD', as: who, headers: spoken })
const patch = (who: Member, to: string, offset: number, body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  here.request(to, { method: 'PATCH', as: who, body, headers: { ...spoken, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset), ...headers } })
const begun = async (who: Member) => (await create(who, (await ticketFor(who)).id)).headers.get('location')!
const idOf = (to: string) => to.split('/').at(-1)!
const part = (from: number, to = text.length) => new Uint8Array(text.subarray(from, to))
async function read(who: Member, id: string) {
  const [file] = await reveal(who.ctx, await inside(who.ctx, ctx => fileFacts(ctx, [id])))
  return buffer((await serveFile(who.ctx, file!)).body as never)
}

test('an upload is begun, sent in parts of any size, asked about, and finished', async () => {
  const ann = await here.learner()
  const answer = await create(ann, (await ticketFor(ann)).id)
  assert.equal(answer.status, 201)
  assert.equal(answer.headers.get('upload-expires'), new Date(noon.getTime() + 86_400_000).toUTCString())
  const to = answer.headers.get('location')!
  let offset = 0
  for (const end of [1, 1000, 70_000, 1_500_000, text.length]) {
    const sent = await patch(ann, to, offset, part(offset, end))
    assert.deepEqual([sent.status, sent.headers.get('upload-offset')], [204, String(end)])
    const asked = await head(ann, to)
    assert.deepEqual([asked.status, asked.headers.get('upload-offset'), asked.headers.get('upload-length'), asked.headers.get('cache-control')], [200, String(end), String(text.length), 'no-store'])
    offset = end
  }
  const file = await finishUpload(ann.ctx, idOf(to))
  assert.equal(file.name, 'жұмыс.txt')
  assert.deepEqual(await read(ann, file.id), text)
})

test('the server says what it speaks, and speaks nothing else', async () => {
  const ann = await here.learner()
  const options = await here.request('/uploads', { method: 'OPTIONS' })
  assert.deepEqual([options.status, options.headers.get('tus-version'), options.headers.get('tus-extension')], [204, '1.0.0', 'creation,termination,expiration'])
  const to = await begun(ann)
  assert.equal((await here.request(to, { method: 'HEAD', as: ann })).status, 400)
  assert.equal((await patch(ann, to, 0, part(0, 10), { 'content-type': 'text/plain' })).status, 415)
  assert.equal((await patch(ann, to, 5, part(5, 10))).status, 409)
  assert.equal((await patch(ann, to, 0, part(0, 10), { 'upload-offset': 'x' })).status, 400)
})

test('more than was announced, or than the ticket allows, is refused while it comes', async () => {
  const ann = await here.learner()
  assert.equal((await create(ann, (await ticketFor(ann, 1000)).id, 1001)).status, 413)
  const to = (await create(ann, (await ticketFor(ann, 1000)).id, 1000)).headers.get('location')!
  assert.equal((await patch(ann, to, 0, part(0, 1001))).status, 413)
})

test('without a ticket, with one of somebody else, or after its day, nothing begins', async () => {
  const [ann, ben] = [await here.learner(), await here.learner()]
  const { id } = await ticketFor(ann)
  assert.equal((await create(ann, 'none')).status, 404)
  assert.equal((await create(ben, id)).status, 404)
  const day = 86_400_000
  at(new Date(noon.getTime() + day))
  assert.equal((await create(ann, id)).status, 404)
  at(new Date(noon.getTime() + day - 1))
  assert.equal((await create(ann, id)).status, 201)
  at(noon)
})

test('an upload is seen, continued, finished and deleted by the one who began it, in that school', async () => {
  const [ann, ben] = [await here.learner(), await here.learner()]
  const there = await school()
  const carl = await there.learner()
  const to = await begun(ann)
  assert.deepEqual([(await head(ben, to)).status, (await patch(ben, to, 0, part(0, 10))).status, (await here.request(to, { method: 'DELETE', as: ben, headers: spoken })).status], [404, 404, 404])
  assert.deepEqual([(await head(carl, to, there)).status, (await create(carl, (await ticketFor(ann)).id, 10, there)).status], [404, 404])
  assert.ok([401, 303].includes((await here.request(to, { method: 'HEAD', headers: spoken })).status))
  assert.equal((await patch(ann, to, 0, part(0, 10))).status, 204)
  assert.equal((await here.request(to, { method: 'DELETE', as: ann, headers: spoken })).status, 204)
  assert.deepEqual([(await head(ann, to)).status, await fileStore.listOf(ann.ctx, ann.id)], [404, []])
})

test('a file that a module keeps is no upload any more: nobody deletes it behind its back', async () => {
  const ann = await here.learner()
  const to = await begun(ann)
  await patch(ann, to, 0, part(0))
  await finishUpload(ann.ctx, idOf(to))
  assert.equal((await patch(ann, to, text.length, part(0, 1))).status, 409)
  await inside(ann.ctx, ctx => keepFiles(ctx, { ids: [idOf(to)], person: ann.id, purpose: 'assignments.work' }))
  assert.equal((await here.request(to, { method: 'DELETE', as: ann, headers: spoken })).status, 404)
  assert.deepEqual(await read(ann, idOf(to)), text)
})

test('an abandoned upload is gone after its day', async () => {
  const own = await school()
  const ann = await own.learner()
  const to = (await create(ann, (await ticketFor(ann)).id, text.length, own)).headers.get('location')!
  assert.equal((await sweepFiles({ ...own.system, now: new Date(noon.getTime() + 86_400_000 - 1) })).expired, 0)
  assert.equal((await sweepFiles({ ...own.system, now: new Date(noon.getTime() + 86_400_000) })).expired, 1)
  assert.equal((await head(ann, to, own)).status, 404)
})

test('a newer request takes over from one that hangs on a dead line, and loses none of its bytes', async () => {
  const ann = await here.learner()
  const to = await begun(ann)
  let feed: (bytes: Uint8Array) => void = () => undefined
  const hanging = new ReadableStream<Uint8Array>({ start(controller) { feed = bytes => controller.enqueue(bytes) } })
  const first = here.request(to, { method: 'PATCH', as: ann, body: hanging, duplex: 'half', headers: { ...spoken, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' } } as RequestInit)
  feed(part(0, 100_000))
  await wait(50)
  assert.equal((await head(ann, to)).headers.get('upload-offset'), '100000')
  assert.equal((await first).status, 409)
  assert.equal((await patch(ann, to, 100_000, part(100_000))).status, 204)
  await finishUpload(ann.ctx, idOf(to))
  assert.deepEqual(await read(ann, idOf(to)), text)
})

test('an upload whose server is killed in the middle goes on from where it was, and nothing is lost', async () => {
  const ann = await here.learner()
  const to = await begun(ann)
  const server = spawn(process.execPath, ['--import', './src/platform/tsx-hook.ts', 'test/upload-server.ts', `senim_${process.pid}`, here.slug, 'mexrontal'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(server.stdout, 'data')
  const port = Number(/port (\d+)/.exec(String(line))![1])
  const sending = open({ port, method: 'PATCH', path: to, headers: { 'tus-resumable': '1.0.0', cookie: ann.cookie, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0', 'content-length': text.length } })
  sending.on('error', () => undefined) // the line breaks: that is the point
  sending.write(text.subarray(0, 2_500_000))
  const reached = async () => Number((await head(ann, to)).headers.get('upload-offset'))
  for (let tries = 0; tries < 100 && await reached() < 2_000_000; tries++) await wait(30)
  server.kill('SIGKILL')
  await once(server, 'exit')
  const offset = await reached()
  assert.ok(offset >= 2_000_000 && offset < text.length, `${offset} bytes were safe`)
  assert.equal((await patch(ann, to, offset, part(offset))).status, 204)
  await finishUpload(ann.ctx, idOf(to))
  assert.deepEqual(await read(ann, idOf(to)), text)
})

test('an upload in crumbs is stopped before it fills the store with names', async () => {
  const ann = await here.learner()
  const to = await begun(ann)
  const folder = `data/test/files/${here.slug}/${ann.id}/${idOf(to)}/quarantine`
  await mkdir(folder, { recursive: true })
  for (let at = 0; at < 512; at++) await writeFile(`${folder}/${String(at).padStart(12, '0')}`, randomBytes(24 + 1 + 16))
  assert.equal((await head(ann, to)).headers.get('upload-offset'), '512')
  assert.equal((await patch(ann, to, 512, part(512, 513))).status, 204)
  assert.equal((await patch(ann, to, 513, part(513, 514))).status, 409)
})

test('a request forged on another site begins nothing', async () => {
  const ann = await here.learner()
  const forged = await here.request('/uploads', { method: 'POST', as: ann, headers: { ...spoken, origin: 'https://elsewhere.example', 'upload-length': '10', 'upload-metadata': `ticket ${base64((await ticketFor(ann)).id)}` } })
  assert.equal(forged.status, 403)
})
