// The server process: started, waited for, brought up again when it dies without being asked to.
import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from '#platform/refusal.ts'
import { databaseUser } from './database-user.ts'
import { end, postmaster } from './postmaster.ts'

type Place = { binaries: string; cluster: string; socket: string; log: string; settings: Record<string, string> }

/** Its log never holds what was written into a table: no statements, no details of a violated key. */
const settings = {
  listen_addresses: '', unix_socket_permissions: '0700', max_connections: '100',
  log_min_messages: 'warning', log_min_error_statement: 'panic', log_error_verbosity: 'terse', log_statement: 'none',
}
const logLimit = 10 * 1024 * 1024

/** Between two attempts to bring it up again, in milliseconds; the last one for as long as it takes. */
const patience = [0, 200, 500, 1000, 2000, 5000, 10_000, 30_000]
/** Having lived so long, it counts as well again. */
const WELL_AFTER = 60_000

/** Resolves when it answers, to the way of stopping it. Dead without being asked to, it is brought up again, however many attempts that takes. */
export async function superviseServer(place: Place): Promise<() => Promise<void>> {
  const stopping = new AbortController()
  let postgres = await launch(place)
  let up = Date.now()
  let attempts = 0
  let reviving: Promise<void> | undefined
  const watch = () => postgres.once('exit', () => { if (!stopping.signal.aborted) reviving = revive() })
  const revive = async () => {
    console.error('PostgreSQL died and is being started again')
    if (Date.now() - up > WELL_AFTER) attempts = 0
    while (!stopping.signal.aborted) {
      await pause(patience[Math.min(attempts++, patience.length - 1)], undefined, { signal: stopping.signal }).catch(() => {})
      const again = stopping.signal.aborted ? undefined : await launch(place).catch(error => { console.error(error) })
      if (!again) continue
      [postgres, up] = [again, Date.now()]
      return void watch()
    }
  }
  watch()
  process.once('exit', () => { if (!stopping.signal.aborted) postgres.kill('SIGINT') })
  return async () => {
    stopping.abort()
    await reviving
    if (postgres.exitCode === null && postgres.signalCode === null) await end(postgres.pid!, place.cluster)
  }
}

async function launch(place: Place): Promise<ChildProcess> {
  if (existsSync(place.log) && statSync(place.log).size > logLimit) renameSync(place.log, `${place.log}.1`)
  const asked = Object.entries({ ...settings, ...place.settings, unix_socket_directories: place.socket }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // Killed with its children still busy, the old server holds its memory for a moment longer.
  for (let attempt = 0; ; attempt++) {
    const from = existsSync(place.log) ? statSync(place.log).size : 0
    const log = openSync(place.log, 'a', 0o600)
    const postgres = spawn(join(place.binaries, 'bin/postgres'), ['-D', place.cluster, ...asked], { ...databaseUser, cwd: '/', env: {}, stdio: ['ignore', log, log], detached: true })
    closeSync(log)
    if (await isReady(postgres, place.cluster)) {
      postgres.unref()
      return postgres
    }
    const said = readFileSync(place.log).subarray(from).toString()
    if (attempt > 50 || !/pre-existing shared memory|lock file .* (already exists|is empty)/.test(said)) throw failureIn(said, place.cluster)
    await pause(200)
  }
}

async function isReady(postgres: ChildProcess, cluster: string) {
  let ended = false
  for (const event of ['error', 'exit']) postgres.once(event, () => { ended = true })
  while (!ended) {
    const { pid, state } = postmaster(cluster)
    if (pid === postgres.pid && state === 'ready') return true
    await pause(10)
  }
  return false
}

/** What PostgreSQL said when it could not start, as a sentence with a remedy where there is one. */
export function failureIn(said: string, cluster: string): Error {
  if (/No space left|File too large|Disk quota/.test(said)) return new Refusal(503, 'data-folder.full', { folder: cluster })
  if (/Permission denied|Read-only file system/.test(said)) return new Refusal(503, 'data-folder.unwritable', { folder: cluster })
  if (/incompatible with server|not initialized by/.test(said)) return new Refusal(409, 'data-folder.newer', { folder: cluster })
  return new Error(`PostgreSQL did not start on ${cluster}: ${said.trim().split('\n').slice(-5).join(' | ')}`)
}
