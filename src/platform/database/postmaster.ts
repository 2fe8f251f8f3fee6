// The server process of a cluster, as its own pid file tells of it: also when we were killed and it was not.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export function postmaster(cluster: string) {
  const file = join(cluster, 'postmaster.pid')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return { pid: Number(lines[0] ?? 0), socket: lines[4], state: lines[7]?.trim() }
}

/** If we were killed, PostgreSQL is still running without us: end it in order before starting our own. */
export async function stopLeftover(cluster: string) {
  const { pid, socket } = postmaster(cluster)
  if (!pid || !isServerOf(pid, cluster)) return
  await end(pid, cluster)
  if (socket) rmSync(socket, { recursive: true, force: true })
}

/** Asks to stop, then insists: SIGINT ends in order, SIGQUIT leaves the rest to the recovery of the next start, and loses nothing. */
export async function end(pid: number, cluster: string) {
  for (const [signal, patience] of [['SIGINT', 6000], ['SIGQUIT', 2000], ['SIGKILL', 2000]] as const) {
    try { process.kill(pid, signal) } catch { return }
    for (const until = Date.now() + patience; Date.now() < until; await pause(10)) if (!isServerOf(pid, cluster)) return
  }
}

function isServerOf(pid: number, cluster: string) {
  const command = commandOf(pid)
  return command.includes('postgres') && command.includes(cluster)
}

function commandOf(pid: number) {
  if (existsSync('/proc/self/cmdline')) try { return readFileSync(`/proc/${pid}/cmdline`, 'utf8') } catch { return '' }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
}
