// Against a clamd of our own that speaks its protocol, and knows one virus: the harmless EICAR test text.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { after, test } from 'node:test'
import { readScanner, scannerAt } from './scanner.ts'

const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'

async function clamd(answer: (bytes: Buffer, socket: Socket) => string | undefined) {
  const server = createServer(socket => {
    let held: Buffer = Buffer.alloc(0)
    socket.on('error', () => undefined).on('data', (bytes: Buffer) => {
      held = Buffer.concat([held, bytes])
      if (held.toString().startsWith('zVERSION\0')) socket.end('ClamAV 1.4.6/28123/Sun Nov 22 08:00:00 2026\0')
      const body = streamed(held)
      const said = body && answer(body, socket)
      if (said !== undefined) socket.end(`${said}\0`)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => server.close())
  return `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** The bytes of a stream that has ended, or undefined. */
function streamed(held: Buffer): Buffer | undefined {
  const pieces: Buffer[] = []
  for (let at = 'zINSTREAM\0'.length; at + 4 <= held.length;) {
    const length = held.readUInt32BE(at)
    if (!length) return Buffer.concat(pieces)
    pieces.push(held.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
const look = (bytes: Buffer) => (bytes.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK')
async function* pieces(text: string) { for (let at = 0; at < text.length; at += 20) yield Buffer.from(text.slice(at, at + 20)); yield Buffer.alloc(0) }

test('a clean file passes, a known virus is named, even across pieces', async () => {
  const scanner = scannerAt(await clamd(look))
  assert.equal(await scanner.scan(pieces('Обычный текст. '.repeat(500))), null)
  assert.equal(await scanner.scan(pieces(`начало ${eicar} конец`)), 'Eicar-Test-Signature')
  assert.match(await scanner.version(), /^ClamAV 1\.4\.6\//)
})

test('whatever is no clear answer is no pass', async () => {
  const scan = async (url: string, deadline?: number) => scannerAt(url, deadline).scan(pieces('text'))
  await assert.rejects(scan(await clamd(() => 'INSTREAM size limit exceeded. ERROR')), /could not say/)
  await assert.rejects(scan(await clamd(() => '')), /could not say/)
  await assert.rejects(scan(await clamd((_, socket) => { socket.destroy(); return undefined })), /hung up|could not say/)
  await assert.rejects(scan(await clamd(() => undefined), 50), /in time/)
  await assert.rejects(scan('tcp://127.0.0.1:1'), /ECONNREFUSED|closed before/)
  await assert.rejects(scan('unix:/nowhere/clamd.ctl'), /ENOENT|closed before/)
})

test('without an address there is no scanner', () => {
  assert.equal(readScanner(''), null)
  assert.notEqual(readScanner('unix:/run/clamav/clamd.ctl'), null)
})
