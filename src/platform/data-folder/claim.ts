// Two servers on one folder would stop each other's database, so the second one does not start.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '#platform/refusal.ts'

/** Takes the folder, also from a process that was killed, and returns how to let go of it. */
export function claim(folder: string): () => void {
  const file = join(folder, 'owner')
  const own = `${process.pid} ${birthOf(process.pid)}\n`
  for (let attempt = 0; attempt < 5; attempt++) {
    const holder = holderOf(folder)
    if (holder) throw new Refusal(409, 'data-folder.in-use', { folder, pid: holder })
    // Of two that find a dead owner only one can move it away, and of two that find none only one can write.
    if (existsSync(file)) try { renameSync(file, `${file}.${process.pid}`); rmSync(`${file}.${process.pid}`) } catch { continue }
    try {
      writeFileSync(file, own, { flag: 'wx', mode: 0o600 })
      return () => { if (existsSync(file) && readFileSync(file, 'utf8') === own) rmSync(file) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  throw new Refusal(409, 'data-folder.in-use', { folder, pid: holderOf(folder) ?? 0 })
}

/** The living process that stands on the folder. A number alone may by now belong to another process, so its birth counts too. */
export function holderOf(folder: string): number | undefined {
  const file = join(folder, 'owner')
  if (!existsSync(file)) return undefined
  const [pid = '', ...birth] = readFileSync(file, 'utf8').trim().split(' ')
  return pid && birth.join(' ') !== '' && birthOf(Number(pid)) === birth.join(' ') && Number(pid) !== process.pid ? Number(pid) : undefined
}

function birthOf(pid: number): string {
  const stat = `/proc/${pid}/stat`
  // The name in brackets may hold anything; the twentieth field after it is the start in ticks since the machine's own.
  if (existsSync('/proc/self/stat')) return existsSync(stat) ? bootId() + (readFileSync(stat, 'utf8').split(') ').at(-1)!.split(' ')[19] ?? '') : ''
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
}

function bootId() {
  const file = '/proc/sys/kernel/random/boot_id'
  return existsSync(file) ? `${readFileSync(file, 'utf8').trim().slice(0, 8)}-` : ''
}
