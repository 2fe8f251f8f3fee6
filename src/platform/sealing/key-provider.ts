// Where the keys lie that wrap everything else. They are in no database and in no database's backup.
import { closeSync, existsSync, fsyncSync, linkSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs'
import { randomBytes, randomUUID } from 'node:crypto'
import { join, resolve, sep } from 'node:path'
import { Refusal } from '#platform/refusal.ts'

/** `site` is null for keys of the whole installation. */
export interface KeyProvider {
  readonly kind: 'file' | 'systemd'
  /** Whether the keys lie outside the data folder. While they do not, a copy of that folder carries them. */
  readonly outside: boolean
  /** A folder of the provider's own, for what must not lie beside the data; null when it has none. */
  readonly folder: string | null
  /** The 32 bytes of a key. Throws KeyMissing: a key is never silently made anew. */
  read(site: string | null, name: string): Promise<Buffer>
  /** Makes a key and returns when it is safely stored. One that an interrupted start has left is returned as it is. */
  make(site: string | null, name: string): Promise<Buffer>
  /** Overwrites and removes. What is not there is already destroyed. */
  destroy(site: string | null, name: string): Promise<void>
  list(site: string | null): Promise<string[]>
}

/** Both stop a start with a sentence of their own; `message` is for the log. */
export class KeyMissing extends Refusal {
  constructor(file: string, { message = `${file} is missing, and there is data that only it can open: bring it back`, cause }: { message?: string; cause?: unknown } = {}) {
    super(503, 'sealing.key-missing', { file })
    this.message = message
    this.cause = cause
  }
}
class KeyOpen extends Refusal {
  constructor(file: string, mode: number) {
    super(503, 'sealing.key-open', { file, mode: (mode & 0o777).toString(8) })
    this.message = `${file} can be read by others (mode ${(mode & 0o777).toString(8)}): run "chmod 600" on it, and turn the key if others may have seen it`
  }
}

/** By SENIM_KEYS: `file:/path`, `systemd`, or nothing for a folder `keys` among the data. */
export function keyProvider(data: string, setting = process.env.SENIM_KEYS): KeyProvider {
  if (setting === 'systemd') return new CredentialKeys(process.env.CREDENTIALS_DIRECTORY)
  return new FileKeys(keysFolder(data, setting), data)
}

export function keysFolder(data: string, setting = process.env.SENIM_KEYS): string {
  if (!setting) return join(data, 'keys')
  if (!setting.startsWith('file:')) throw new Error(`SENIM_KEYS is ${setting.split(':')[0]}: this version knows "file:/path" and "systemd"`)
  return setting.slice('file:'.length)
}

class FileKeys implements KeyProvider {
  readonly kind = 'file'
  readonly outside: boolean
  readonly folder: string

  constructor(folder: string, data: string) {
    this.folder = resolve(folder)
    this.outside = !`${this.folder}${sep}`.startsWith(`${resolve(data)}${sep}`)
  }

  async read(site: string | null, name: string) {
    return readKey(this.#file(site, name))
  }

  async make(site: string | null, name: string) {
    return makeKey(this.#file(site, name), this.folder)
  }

  async destroy(site: string | null, name: string) {
    const file = this.#file(site, name)
    if (!existsSync(file)) return
    const handle = openSync(file, 'r+')
    writeSync(handle, randomBytes(statSync(file).size), 0, undefined, 0)
    fsyncSync(handle)
    closeSync(handle)
    unlinkSync(file)
    syncFolder(join(file, '..'))
  }

  async list(site: string | null) {
    const folder = site === null ? this.folder : join(this.folder, safe(site))
    return existsSync(folder) ? readdirSync(folder).filter(file => file.endsWith('.key')).map(file => file.slice(0, -4)).sort() : []
  }

  #file(site: string | null, name: string) {
    return join(this.folder, ...site === null ? [] : [safe(site)], `${safe(name)}.key`)
  }
}

/** Read-only: the service manager hands the keys over at start, as credentials `senim.<name>` and `senim.<site>.<name>`. */
class CredentialKeys implements KeyProvider {
  readonly kind = 'systemd'
  readonly outside = true
  readonly folder = null
  readonly #directory: string

  constructor(directory: string | undefined) {
    if (!directory) throw new Error('SENIM_KEYS is systemd, but CREDENTIALS_DIRECTORY is not set: start Senim as a unit with LoadCredentialEncrypted=')
    this.#directory = directory
  }

  async read(site: string | null, name: string) {
    return readKey(this.#file(site, name), 0o037) // systemd's own mode is 0440, for root and the service
  }

  async make(site: string | null, name: string) {
    try { return await this.read(site, name) } catch (cause) {
      throw new KeyMissing(this.#name(site, name), { message: `systemd hands no credential ${this.#name(site, name)}: make 32 random bytes with systemd-creds and add it to the unit`, cause })
    }
  }

  async destroy() {} // only the unit can let go of a credential; list() shows when it has

  async list(site: string | null) {
    const prefix = this.#name(site, '')
    return readdirSync(this.#directory).filter(file => file.startsWith(prefix) && !file.slice(prefix.length).includes('.')).map(file => file.slice(prefix.length)).sort()
  }

  #name(site: string | null, name: string) {
    return ['senim', ...site === null ? [] : [site], name].join('.')
  }

  #file(site: string | null, name: string) {
    return join(this.#directory, this.#name(site, name))
  }
}

/** Refuses a key that others on this machine can read: it has to be taken for known to them. */
export function readKey(file: string, closedTo = 0o077): Buffer {
  if (!existsSync(file)) throw new KeyMissing(file)
  const { mode } = lstatSync(file)
  if (mode & closedTo) throw new KeyOpen(file, mode)
  const key = readFileSync(file)
  if (key.length !== 32) throw new Error(`${file} holds ${key.length} bytes, and a key has 32`)
  return key
}

// Written whole under another name first, so that a crash leaves either no key or all of it.
export function makeKey(file: string, root = join(file, '..')): Buffer {
  const folder = join(file, '..')
  if (existsSync(file)) return readKey(file)
  // The folder above on its own: a recursive mkdir would give its mode to that one too, and shut the database out.
  mkdirSync(join(root, '..'), { recursive: true })
  for (const each of [root, folder]) mkdirSync(each, { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomUUID()}`
  const handle = openSync(draft, 'wx', 0o600)
  writeSync(handle, randomBytes(32))
  fsyncSync(handle)
  closeSync(handle)
  try { linkSync(draft, file) } catch (error) { if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error }
  unlinkSync(draft)
  syncFolder(folder)
  return readKey(file)
}

export function syncFolder(folder: string) {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

function safe(name: string) {
  if (!/^[a-z0-9-]{1,63}$/.test(name)) throw new Error('Not the name of a site or a key')
  return name
}
