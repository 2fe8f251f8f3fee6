// The PostgreSQL of the system, on a socket of its own, beside the embedded one: everything has to hold on both.
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const bin = '/usr/lib/postgresql/15/bin'
const owner = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

/** undefined where version 15, the oldest that is promised, is not installed and SENIM_TEST_DATABASE_URL names no other. */
export async function oldestServer(): Promise<{ url: string; stop: () => Promise<void> } | undefined> {
  if (process.env.SENIM_TEST_DATABASE_URL) return { url: process.env.SENIM_TEST_DATABASE_URL, stop: async () => {} }
  if (!existsSync(`${bin}/postgres`)) return undefined
  const folder = mkdtempSync('/tmp/senim-postgres15-')
  const [cluster, password] = [join(folder, 'cluster'), join(folder, 'password')]
  writeFileSync(password, 'test')
  if (owner.uid) for (const path of [folder, password]) chownSync(path, owner.uid, owner.gid!)
  const made = spawnSync(`${bin}/initdb`, ['-D', cluster, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${password}`, '--encoding=UTF8', '--locale=C', '--lc-ctype=C.UTF-8'], { ...owner, cwd: '/', encoding: 'utf8' })
  if (made.status !== 0) throw new Error(made.stderr)
  const postgres = spawn(`${bin}/postgres`, ['-D', cluster, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`, '-c', 'max_connections=100', '-c', 'fsync=off'], { ...owner, cwd: '/', stdio: 'ignore' })
  while (!existsSync(join(folder, '.s.PGSQL.5432'))) await pause(50)
  return {
    url: `postgres://postgres:test@localhost/postgres?host=${folder}`,
    async stop() {
      const ended = new Promise(done => postgres.once('exit', done))
      postgres.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
