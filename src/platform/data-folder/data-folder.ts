// Data folder: whose it is, which mode and version it was made in, and that only one process stands on it.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startClock, type Clock, type ClockMemory } from '#platform/clock/clock.ts'
import { Refusal } from '#platform/refusal.ts'
import { modes, settleMode, type Mode, type Settings } from '#platform/settings/settings.ts'
import { claim } from './claim.ts'

export { messages } from './messages.ts'
export { holderOf } from './claim.ts'
export { ownSites, siteFolder, siteFolders, slugOf, useSiteFolders } from './site-folders.ts'

/** Raised when a folder of this version could not be read by the version before it. */
const format = 1
/** Below this a first start runs out of room half-way; a folder that is there already can do with a quarter of it for a while. */
const roomNeeded = 200 * 1024 * 1024

type Memory = { format: number; mode: Mode; madeAt: string; demo?: false; clock?: ClockMemory; cluster?: string }

/** The folder as this process holds it: `release` lets go of it, `remember` writes down what the next start must know. */
export type DataFolder = {
  path: string
  mode: Mode
  host: string
  isNew: boolean
  /** False where the house was begun without the schools that come with Senim. */
  demo: boolean
  now: Clock
  cluster: string | undefined
  remember: (facts: { cluster?: string }) => void
  release: () => void
}

/** `exclusive` where the database lives in the folder; several nodes may share the rest of it beside a server of their own. */
export function openDataFolder(settings: Settings, { exclusive = !settings.databaseUrl, demo = true } = {}): DataFolder {
  const path = settings.folder
  return orSayWhy(path, () => {
    mkdirSync(path, { recursive: true })
    const found = readMemory(path)
    const { mode, host } = settleMode(settings, agreedMode(path, found, settings.mode))
    if (found && found.demo !== false && !demo) throw new Refusal(409, 'data-folder.has-demo', { folder: path })
    tryWriting(path, found ? roomNeeded / 4 : roomNeeded)
    const letGo = exclusive ? claim(path) : () => {}
    try {
      const clock = startClock(found?.clock, settings.now)
      let memory: Memory = { ...found, format, mode, madeAt: found?.madeAt ?? clock.now().toISOString(), ...!(found ? found.demo ?? true : demo) && { demo: false } }
      const write = () => {
        if (mode !== 'production') memory.clock = { reached: clock.now().toISOString(), ahead: clock.ahead }
        writeMemory(path, memory)
      }
      write()
      return {
        path, mode, host, isNew: !found, demo: memory.demo ?? true, now: clock.now, cluster: memory.cluster,
        remember(facts) { memory = { ...memory, ...facts }; write() },
        release() { write(); letGo() },
      }
    } catch (error) { letGo(); throw error }
  })
}

/** Turns what the operating system says about files into a sentence with a remedy. */
export function orSayWhy<R>(path: string, work: () => R): R {
  try { return work() } catch (error) { throw explained(error, path) }
}

export function explained(error: unknown, path: string): unknown {
  const { code, path: file } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return new Refusal(503, 'data-folder.full', { folder: path })
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR') return new Refusal(503, 'data-folder.unwritable', { folder: file ?? path })
  return error
}

export function readMode(folder: string): Mode | undefined {
  return readMemory(folder)?.mode
}

function readMemory(path: string): Memory | undefined {
  const file = join(path, 'senim.json')
  if (!existsSync(file)) return undefined
  let memory: Memory
  try { memory = JSON.parse(readFileSync(file, 'utf8')) as Memory } catch (error) {
    throw error instanceof SyntaxError ? new Refusal(409, 'data-folder.not-ours', { file }) : error
  }
  if (memory.format > format) throw new Refusal(409, 'data-folder.newer', { folder: path })
  if (!modes.includes(memory.mode)) throw new Refusal(409, 'data-folder.not-ours', { file })
  return memory
}

function agreedMode(folder: string, found: Memory | undefined, asked: Mode | undefined): Mode {
  if (found && asked && found.mode !== asked) throw new Refusal(409, 'data-folder.other-mode', { folder, mode: found.mode, asked })
  return found?.mode ?? asked ?? 'demo'
}

function tryWriting(path: string, room: number) {
  const probe = join(path, `.probe-${process.pid}`)
  writeFileSync(probe, Buffer.alloc(4096))
  rmSync(probe)
  const { bavail, bsize } = statfsSync(path)
  if (bavail * bsize < room) throw new Refusal(503, 'data-folder.full', { folder: path })
}

/** In one step, so that a power cut leaves the old file or the new one. */
function writeMemory(path: string, memory: Memory) {
  const next = join(path, `senim.json.${process.pid}`)
  writeFileSync(next, `${JSON.stringify(memory, null, 2)}\n`, { flush: true })
  renameSync(next, join(path, 'senim.json'))
}
