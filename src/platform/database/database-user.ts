// PostgreSQL refuses to run as root, so root hands over to "nobody", who must be able to reach what it is given.
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const isRoot = process.getuid?.() === 0

/** Whom the database runs as: for child_process. */
export const databaseUser: { uid?: number; gid?: number } = isRoot ? { uid: 65534, gid: 65534 } : {}

export const give = (path: string) => { if (isRoot) chownSync(path, 65534, 65534) }

/** Whether the database's user can read a file or enter a folder, asked of the system itself: rights have more sources than mode bits. */
export function mayUse(path: string): boolean {
  const test = statSync(path).isDirectory() ? 'test -r "$0" && test -x "$0"' : 'test -r "$0"'
  return spawnSync('/bin/sh', ['-c', test, path], { ...databaseUser, cwd: '/', stdio: 'ignore' }).status === 0
}

/** Whether the database's user could work in this folder, were it made its own. Makes it when it is missing. */
export function mayReach(path: string): boolean {
  if (!isRoot) return true
  let there = path
  while (!existsSync(there)) there = dirname(there)
  const reached = spawnSync('/bin/sh', ['-c', 'cd "$0"', there], { ...databaseUser, cwd: '/', stdio: 'ignore' }).status === 0
  if (reached) mkdirSync(path, { recursive: true })
  return reached
}
