// The certificate in test/tls was made for these tests alone; it vouches for localhost and nothing else.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { createServer, type AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { connect } from 'node:tls'
import { after, before, test } from 'node:test'
import { readSettings } from '../src/site-settings.ts'
import { ask, dataFolder, spoken, senim } from './instance.ts'

const ca = readFileSync('test/tls/cert.pem')
const folder = dataFolder()
let run: ReturnType<typeof senim>
let [port, plain] = [0, 0]
let school: string

before(async () => {
  plain = await freePort()
  run = senim(['start'], { env: { SENIM_DATA: folder, SENIM_TLS_CERT: resolve('test/tls/cert.pem'), SENIM_TLS_KEY: resolve('test/tls/key.pem'), SENIM_HTTP_PORT: String(plain) } })
  port = Number(await spoken(run, /https:\/\/localhost:(\d+)/))
  school = `${await spoken(run, /https:\/\/([a-z-]+)\.localhost:\d+/)}.localhost`
})
after(async () => { run.child.kill('SIGTERM'); await run.ended })

function freePort(): Promise<number> {
  return new Promise(done => { const free = createServer().listen(0, () => { const found = (free.address() as AddressInfo).port; free.close(() => done(found)) }) })
}

const get = (path: string, host: string, form?: string) => new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; protocol: string | null }>((done, fail) => {
  const headers = { host: `${host}:${port}`, ...form && { 'content-type': 'application/x-www-form-urlencoded', origin: `https://${host}:${port}` } }
  const asking = request({ host: '127.0.0.1', port, path, ca, servername: host, method: form ? 'POST' : 'GET', headers }, answer => {
    const protocol = (answer.socket as ReturnType<typeof connect>).getProtocol()
    answer.resume().on('end', () => done({ status: answer.statusCode!, headers: answer.headers, protocol }))
  })
  asking.on('error', fail).end(form)
})

/** Somebody who speaks nothing newer than this knocks. */
const speaks = (version: 'TLSv1.2' | 'TLSv1.1', host: string) => new Promise((done, fail) => {
  const socket = connect({ host: '127.0.0.1', port, ca, servername: host, maxVersion: version, minVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' }, () => { socket.destroy(); done(undefined) })
  socket.on('error', fail)
})

test('CL-044 MX-034 WD-048 each school speaks TLS 1.3 under its own name and nothing older, leads there from plain HTTP, and tells browsers to stay', async () => {
  for (const host of ['cloudex-learning.localhost', 'mexrontal.localhost', 'webstapero-dev-notes.localhost']) {
    const { status, protocol, headers } = await get('/', host)
    assert.deepEqual([status, protocol], [200, 'TLSv1.3'])
    assert.match(String(headers['strict-transport-security']), /max-age=31536000/)
    for (const version of ['TLSv1.2', 'TLSv1.1'] as const) await assert.rejects(speaks(version, host), version)
    const plainly = await ask(plain, '/sign-in', { host })
    assert.deepEqual([plainly.status, plainly.headers.location], [308, `https://${host}:${port}/sign-in`])
  }
  assert.equal((await get('/readyz', school)).status, 200)
})

test('plain HTTP only leads to where the school really is, and a name that is not ours is led nowhere', async () => {
  const answer = await ask(plain, '/courses?q=1', { host: school })
  assert.deepEqual([answer.status, answer.headers.location], [308, `https://${school}:${port}/courses?q=1`])
  assert.equal((await ask(plain, '/', { host: 'evil.example' })).status, 421)
  const [domain] = readSettings(`sites/${school.split('.')[0]!}`).domains
  const led = async (path: string, host: string) => (await ask(plain, path, { host })).headers.location
  assert.equal(await led('/courses?q=1', domain!), `https://${school}:${port}/courses?q=1`)
  for (const path of ['//evil.example/courses', 'http://evil.example/courses']) assert.equal(new URL(String(await led(path, school))).host, `${school}:${port}`)
})

test('MQ-102 plain HTTP sets no cookie and leads away, old protocols fail, and the session is Secure because its address says so and not the request', async () => {
  const slug = 'masteryn-quest'
  const host = `${slug}.localhost`
  const plainly = await ask(plain, '/sign-in', { host })
  assert.deepEqual([plainly.status, plainly.headers['set-cookie']], [308, undefined])
  await assert.rejects(speaks('TLSv1.1', host))
  const [person] = readSettings(`sites/${slug}`).people
  const entered = await get('/demo/enter', 'localhost', new URLSearchParams({ site: slug, key: person!.key }).toString())
  assert.equal(entered.status, 303)
  const { headers } = await get(new URL(String(entered.headers.location)).pathname, host)
  const cookies = [headers['set-cookie'] ?? []].flat()
  assert.ok(cookies.length > 0)
  for (const cookie of cookies) assert.match(cookie, /; Secure/)
})
