import { connect, type Socket } from 'node:net'

/** A detector of malware. `null` says that there is none: then files are not scanned, and the health report says so. */
export type Scanner = {
  /** The name of what was found, or null. Throws when it cannot say: silence is never a pass. */
  scan(bytes: AsyncIterable<Uint8Array>): Promise<string | null>
  /** Version and age of its signatures, in its own words. */
  version(): Promise<string>
}

export const readScanner = (url = process.env.CLAMD_URL): Scanner | null => (url ? scannerAt(url) : null)

/** clamd at `unix:/run/clamav/clamd.ctl` or `tcp://host:3310`. */
export function scannerAt(url: string, deadline = 60_000): Scanner {
  const ask = async (command: string, body: AsyncIterable<Uint8Array> = nothing()) => {
    const socket = open(url)
    const timer = setTimeout(() => socket.destroy(new Error('The scanner did not answer in time')), deadline)
    try {
      const answer = answerOf(socket)
      answer.catch(() => undefined) // looked at below; a socket may fail while we still write
      await send(socket, Buffer.from(`z${command}\0`))
      if (command === 'INSTREAM') await stream(socket, body)
      return (await answer).replace(/\0.*$/s, '').trim()
    } finally {
      clearTimeout(timer)
      socket.destroy()
    }
  }
  return {
    version: () => ask('VERSION'),
    async scan(bytes) {
      const answer = await ask('INSTREAM', bytes)
      if (answer === 'stream: OK') return null
      const [, found] = /^stream: (.+) FOUND$/.exec(answer) ?? []
      if (!found) throw new Error(`The scanner could not say: ${answer.slice(0, 200)}`)
      return found
    },
  }
}

async function stream(socket: Socket, body: AsyncIterable<Uint8Array>) {
  for await (const bytes of body) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.byteLength)
    if (bytes.byteLength) await send(socket, Buffer.concat([length, bytes])) // a length of nothing would end the stream
  }
  await send(socket, Buffer.alloc(4))
}

const send = (socket: Socket, bytes: Buffer) =>
  new Promise<void>((done, fail) => socket.write(bytes, error => (error ? fail(error) : done())))

const answerOf = (socket: Socket) => new Promise<string>((done, fail) => {
  let text = ''
  socket.on('data', bytes => { text += bytes.toString() }).on('end', () => done(text)).on('error', fail).on('close', () => fail(new Error('The scanner hung up')))
})

function open(url: string) {
  const [, path] = /^unix:(?:\/\/)?(\/.+)$/.exec(url) ?? []
  if (path) return connect({ path })
  const { hostname, port } = new URL(url)
  return connect({ host: hostname, port: Number(port || 3310) })
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
