import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { checkedName, NoSuchObject, type Store, type Stored } from './store.ts'

/** A folder of this machine. What has a name there is whole and on the disk: it is written beside, synced, then named. */
export async function folderStore(root: string): Promise<Store> {
  const incoming = join(root, '.incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  // What a killed process was writing has no name, so nothing was promised about it.
  for (const left of await readdir(incoming)) await removeOld(join(incoming, left))
  const path = (name: string) => join(root, checkedName(name))

  async function put(name: string, source: AsyncIterable<Uint8Array>, _size: number, { onlyNew = false } = {}) {
    const [temporary, target] = [join(incoming, randomUUID()), path(name)]
    try {
      await writeSynced(temporary, source)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      if (onlyNew) await link(temporary, target)
      else await rename(temporary, target)
      await syncFolders(dirname(target), root)
      return true
    } catch (error) {
      if (onlyNew && (error as NodeJS.ErrnoException).code === 'EEXIST') return false
      throw error
    } finally {
      await rm(temporary, { force: true })
    }
  }

  async function* read(name: string, from: number, to: number) {
    if (to <= from) return
    try {
      yield* createReadStream(path(name), { start: from, end: to - 1, highWaterMark: 128 * 1024 }) as AsyncIterable<Buffer>
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new NoSuchObject(name)
      throw error
    }
  }

  async function* list(prefix: string): AsyncGenerator<Stored> {
    const below = checkedName(prefix.replace(/\/$/, ''))
    const entries = await readdir(join(root, below), { withFileTypes: true }).catch(nothingThere)
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = `${below}/${entry.name}`
      if (entry.isDirectory()) yield* list(name)
      else {
        const found = await stat(join(root, name)).catch(nothingThere)
        if ('size' in found) yield { name, size: found.size, at: found.mtime }
      }
    }
  }

  async function remove(names: string[]) {
    for (const name of names) await rm(path(name), { force: true })
    for (const folder of new Set(names.map(name => dirname(path(name))))) await removeEmpty(folder, root)
  }

  return { put, read, list, remove, where: `folder ${root}` }
}

async function writeSynced(file: string, source: AsyncIterable<Uint8Array>) {
  const handle = await open(file, 'wx', 0o600)
  try {
    for await (const bytes of source) await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A name is safe only when the folder that holds it is on the disk, and that folder's own name, up to the root. */
async function syncFolders(folder: string, root: string) {
  for (let at = folder; at.length >= root.length; at = dirname(at)) {
    const handle = await open(at, 'r')
    try { await handle.sync() } finally { await handle.close() }
  }
}

async function removeEmpty(folder: string, root: string) {
  for (let at = folder; at.length > root.length; at = dirname(at)) {
    const gone = await rmdir(at).then(() => true, (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return true
      if (error.code === 'ENOTEMPTY' || error.code === 'EEXIST') return false
      throw error
    })
    if (!gone) return
  }
}

const nothingThere = (error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return []
  throw error
}

// Another process of the same installation may be writing at this moment: only what has lain for an hour is left over.
async function removeOld(file: string) {
  const found = await stat(file).catch(nothingThere)
  if ('mtimeMs' in found && found.mtimeMs < Date.now() - 3_600_000) await rm(file, { force: true })
}
