import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * One at a time, over all processes of this machine. The lock is a name in the kernel, which is free again the moment
 * its holder dies, however it died; a lock file would have to be judged.
 */
export async function exclusively<R>(name: string, work: () => Promise<R>): Promise<R> {
  const digest = createHash('sha256').update(resolve(name)).digest('hex').slice(0, 24)
  const address = process.platform === 'linux' ? `\0senim-${digest}` : join(tmpdir(), `senim-${digest}.lock`)
  const server = await held(address)
  try { return await work() } finally {
    await new Promise(done => server.close(done))
  }
}

async function held(address: string): Promise<Server> {
  for (let waited = 0; ; waited++) {
    const server = createServer().unref()
    const free = await new Promise<boolean>((resolve, reject) => {
      server.once('listening', () => resolve(true))
      server.once('error', (error: NodeJS.ErrnoException) => error.code === 'EADDRINUSE' ? resolve(false) : reject(error))
      server.listen(address)
    })
    if (free) return server
    // Elsewhere than on Linux the name is a file, which outlives a killed holder: after half a minute it is taken for left behind.
    if (!address.startsWith('\0') && waited > 6000) rmSync(address, { force: true })
    await pause(5)
  }
}
