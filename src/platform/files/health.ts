import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type { Files } from './context.ts'

/** Whether the store keeps what it is given, and what the scanner says of itself: null means that files are not scanned. */
export type FilesHealth = { store: boolean; scanner: { version: string } | 'away' | null }

/** Writes, reads and removes an object of its own, and asks the scanner for its version. */
export async function healthOf({ store, scanner }: Files, site: string): Promise<FilesHealth> {
  const name = `${site}/probe/${randomUUID()}/health`
  const text = Buffer.from(name)
  const kept = await store.put(name, (async function* () { yield text })(), text.length)
    .then(async () => (await buffer(store.read(name, 0, text.length))).equals(text), () => false)
  await store.remove([name]).catch(() => undefined) // the next sweep finds what stays behind
  return { store: kept, scanner: scanner && await scanner.version().then(version => ({ version }), () => 'away' as const) }
}
