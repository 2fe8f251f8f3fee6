// A running instance answers commands on a socket in its data folder, which only its own user can reach.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Locale } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'

/** A command as it was typed, by whom in which language, and where; `given` is what stood on its standard input, as base64. */
export type Order = { typed: string[]; locale: Locale; cwd: string; given?: string }
/** What the one who typed sees: lines for standard output and for standard error, and the exit code. */
export type Reply = { out: string[]; err: string[]; code: number }

/** A socket's path has at most about 100 bytes, so a deep data folder has its socket elsewhere, in a folder of one's own. */
export function socketIn(folder: string): string {
  const near = join(resolve(folder), 'control.sock')
  if (Buffer.byteLength(near) <= 100) return near
  const name = createHash('sha256').update(near).digest('hex').slice(0, 16)
  return join(tmpdir(), `senim-${process.getuid?.() ?? 0}-${name}`, 'control.sock')
}

/** Answers orders until closed. Resolves when listening; an instance that is already answering there keeps the socket. */
export async function listenForCommands(folder: string, answer: (order: Order, progress: (line: string) => void) => Promise<Reply>): Promise<() => Promise<void>> {
  const path = socketIn(folder)
  if (await isAnswering(path)) return async () => {}
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  rmSync(path, { force: true })
  const open = new Set<Socket>()
  const server = createServer(socket => {
    open.add(socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy()))
    createInterface(socket).once('line', async line => {
      const reply = await answer(JSON.parse(line) as Order, line => socket.write(`${JSON.stringify({ progress: line })}\n`))
      socket.end(`${JSON.stringify(reply)}\n`)
    })
  })
  const mask = process.umask(0o177)
  await new Promise<void>((done, fail) => server.once('error', fail).listen(path, done)).finally(() => process.umask(mask))
  return () => new Promise(done => {
    server.close(() => done())
    for (const socket of open) socket.end()
  })
}

/** Asks the instance that runs on this folder; undefined when none does. */
export async function askInstance(folder: string, order: Order, progress: (line: string) => void): Promise<Reply | undefined> {
  const socket = await reach(socketIn(folder))
  if (!socket) return undefined
  socket.write(`${JSON.stringify(order)}\n`)
  for await (const line of createInterface(socket)) {
    const heard = JSON.parse(line) as Reply | { progress: string }
    if (!('progress' in heard)) return heard
    progress(heard.progress)
  }
  throw new Refusal(503, 'cli.went-away')
}

async function isAnswering(path: string) {
  const socket = await reach(path)
  socket?.destroy()
  return socket !== undefined
}

const reach = (path: string) => new Promise<Socket | undefined>(done => {
  if (!existsSync(path)) return done(undefined)
  const socket = connect(path, () => done(socket)).once('error', () => done(undefined))
})
