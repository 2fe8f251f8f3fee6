// A server and its standby, made of the embedded programs: for what has to hold when a machine is lost.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { databaseUser, give } from '#platform/database/database-user.ts'
import { findBinaries } from '#platform/database/embedded-binaries.ts'
import { startPostgres } from '#platform/database/embedded.ts'

const password = 'test'

/** `first` answers; `second` follows it once it has been started. Both are killed, never stopped in order, as machines are lost. */
export async function twoServers(folder: string) {
  const made = await startPostgres(join(folder, 'first'), password)
  await made.stop()
  const [one, two] = [join(made.home, 'cluster'), join(folder, 'second')]
  const copied = spawnSync('cp', ['-a', one, two], { encoding: 'utf8' })
  if (copied.status !== 0) throw new Error(copied.stderr)
  const binaries = findBinaries(made.home)
  const first = await serverOn(binaries, one)
  appendFileSync(join(two, 'postgresql.auto.conf'), `primary_conninfo = 'host=${first.host} user=postgres password=${password} application_name=second'\n`)
  writeFileSync(join(two, 'standby.signal'), '')
  give(join(two, 'standby.signal'))
  return { first, startSecond: () => serverOn(binaries, two) }
}

async function serverOn(binaries: string, cluster: string) {
  const host = mkdtempSync('/tmp/senim-s-')
  give(host)
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
  const postgres: ChildProcess = spawn(join(binaries, 'bin/postgres'), ['-D', cluster, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${host}`, '-c', 'max_connections=100'], { ...databaseUser, cwd: '/', env: {}, stdio: 'ignore' })
  const ask = async <R extends object>(statement: string): Promise<R[]> => {
    const client = new pg.Client({ host, user: 'postgres', password, database: 'postgres' })
    client.on('error', () => {})
    await client.connect()
    try { return (await client.query<R>(statement)).rows } finally { await client.end() }
  }
  for (let patience = 400; ; patience--) {
    if (existsSync(join(host, '.s.PGSQL.5432')) && await ask('select 1').then(() => true, () => false)) break
    if (!patience || postgres.exitCode !== null) throw new Error(`PostgreSQL did not start on ${cluster}`)
    await pause(50)
  }
  return {
    host, ask, url: (database: string) => `postgres://postgres:${password}@localhost/${database}?host=${host}`,
    /** Gone between two instructions, as by a power cut. */
    async kill() {
      if (postgres.exitCode !== null || postgres.signalCode !== null) return
      const ended = new Promise(done => postgres.once('exit', done))
      postgres.kill('SIGQUIT')
      await ended
      rmSync(host, { recursive: true, force: true })
    },
  }
}
