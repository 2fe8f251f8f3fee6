// The house as `senim start` opens it, web and worker in one process with its five schools: what it holds when nobody asks for anything.
import { fork } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { ended, memoryOf } from './meters.ts'

const settling = 45_000

export async function memoryAtRest(folder: string) {
  const port = await freePort()
  const { DATABASE_URL: _, VAULT_URL: __, ...rest } = process.env
  const house = fork('src/cli.ts', ['start'], { env: { ...rest, SENIM_DATA: `${folder}/house`, PORT: String(port) }, execArgv: process.execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  while (!await isReady(port)) await pause(200)
  await pause(settling)
  const memory = memoryOf(house.pid!)
  house.kill('SIGTERM')
  await ended(house)
  return memory
}

const isReady = (port: number) => fetch(`http://127.0.0.1:${port}/readyz`).then(({ ok }) => ok, () => false)

function freePort(): Promise<number> {
  return new Promise(done => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
}
