import assert from 'node:assert/strict'
import dns from 'node:dns'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, createServer as createPlain, type AddressInfo } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { connect as connectTls } from 'node:tls'
import { createTransport } from 'nodemailer'
import { s3Store } from '../files/s3-store.ts'
import { ClosedDoor, closeDoors, hostIn } from './doors.ts'

const refused: string[] = []
closeDoors(['store.example', hostIn('smtps://name:secret@mail.example:465'), hostIn('unix:/run/clamd.ctl'), hostIn(undefined)], host => refused.push(host))
const server = createServer((_, answer) => answer.end('here')).listen(0, '127.0.0.1')
await once(server, 'listening')
after(() => server.close())

/** The reason at the bottom of what a library throws. */
const cause = (error: unknown): unknown => error instanceof ClosedDoor ? error : error instanceof AggregateError ? cause(error.errors[0]) : error instanceof Error && error.cause ? cause(error.cause) : error
const isClosed = (error: unknown) => cause(error) instanceof ClosedDoor || String(error).includes('No setting names')

test('a host that no setting names is reached by nothing: fetch, a socket, TLS, mail, a bucket', async () => {
  await assert.rejects(fetch('http://tracker.example/x'), isClosed)
  await assert.rejects(fetch('https://198.51.100.7/x'), isClosed)
  for (const reach of [() => connect(80, 'tracker.example'), () => connect({ host: 'tracker.example', port: 80 }), () => connectTls({ host: 'tracker.example', port: 443 })]) {
    const [error] = await once(reach(), 'error') as [Error]
    assert.ok(isClosed(error))
  }
  await assert.rejects(createTransport('smtp://tracker.example:25').sendMail({ from: 'a@b.example', to: 'c@d.example', text: 'x' }), isClosed)
  await assert.rejects(Array.fromAsync(s3Store('s3://key:secret@tracker.example/works?region=us-east-1&path-style&tls=no').list('a/')), isClosed)
  assert.deepEqual([...new Set(refused)].sort(), ['198.51.100.7', 'tracker.example'])
})

test('this machine, the named hosts and names below them stay open; a longer name does not pass for them', async () => {
  const before = refused.length
  assert.equal(await (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)).text(), 'here')
  const path = join(tmpdir(), `senim-doors-${process.pid}`)
  const local = createPlain(socket => socket.end()).listen(path)
  await once(local, 'listening')
  await once(connect(path), 'close')
  local.close()
  for (const host of ['store.example', 'works.store.example', 'MAIL.example']) {
    const socket = connect(9, host)
    socket.destroy()
    await once(socket, 'close')
  }
  await new Promise(done => { dns.lookup('localhost', () => done(undefined)) })
  await assert.rejects(new Promise((done, fail) => { new dns.Resolver().resolve4('notstore.example', error => error ? fail(error) : done(undefined)) }), isClosed)
  assert.deepEqual(refused.splice(before), ['notstore.example'])
  for (const host of ['notstore.example', 'store.example.evil.example']) await once(connect(9, host), 'error')
  assert.deepEqual(refused.slice(before), ['notstore.example', 'store.example.evil.example'])
})

test('a number that a named host answered to is open, and no other', async () => {
  const { address } = await new Promise<{ address: string }>((done, fail) => { dns.lookup(hostname(), (error, address) => error ? fail(error) : done({ address })) }).catch(() => ({ address: '' }))
  assert.equal(address, '', 'this machine has a name that no setting names')
  closeDoors([hostname()], host => refused.push(host))
  const found = await new Promise<string>((done, fail) => { dns.lookup(hostname(), (error, address) => error ? fail(error) : done(address)) })
  const reached = async (host: string) => {
    const [error] = await once(connect(9, host), 'error') as [Error]
    return !isClosed(error)
  }
  assert.equal(await reached(found), true)
  assert.equal(await reached('198.51.100.9'), false)
})
