// The file of a copy: rows, and the list of stored files, each compressed and encrypted with age; behind them a manifest that
// anyone may read and nobody change.
import { open } from 'node:fs/promises'
import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import type { KeyProvider } from '#platform/sealing/sealing.ts'
import { copyKeys, type CopyKeys } from './copy-keys.ts'

const Manifest = z.strictObject({
  format: z.literal(1),
  database: z.enum(['main', 'vault']),
  takenAt: z.iso.datetime(),
  /** Names of the migrations that had run. */
  migrations: z.array(z.string()),
  /** How far the erasure ledger had come before the snapshot. */
  ledger: z.strictObject({ number: z.number(), hash: z.string() }),
  tables: z.array(z.strictObject({ table: z.string(), rows: z.number(), sha256: z.string() })),
  rows: z.number(),
  /** Of the encrypted rows. */
  bytes: z.number(),
  sha256: z.string(),
  recipient: z.string(),
  /** Of main: the stored files it names, which lie beside it, and how many the store would not give. Their list follows the rows, encrypted too. */
  files: z.strictObject({ count: z.number(), bytes: z.number(), unread: z.number(), list: z.strictObject({ bytes: z.number(), sha256: z.string() }) }).optional(),
})
export type Manifest = z.infer<typeof Manifest>

const mark = Buffer.from('SENIMCP1')

export function footerOf(manifest: Manifest, keys: CopyKeys): Buffer {
  const text = JSON.stringify(manifest)
  const body = Buffer.from(JSON.stringify({ manifest: text, seal: keys.seal(text) }))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([body, length, mark])
}

/** What a file says of itself. Refuses what is no copy, and what somebody else than we has written. */
export async function readManifest(file: string, keys: CopyKeys): Promise<Manifest> {
  const body = await readFooter(file)
  try {
    const { manifest, seal } = z.strictObject({ manifest: z.string(), seal: z.string() }).parse(JSON.parse(body.toString()))
    if (!keys.isSealed(manifest, seal)) throw new Error('not our seal')
    return Manifest.parse(JSON.parse(manifest))
  } catch { throw new Refusal(409, 'backups.tampered', { file }) }
}

/** The same for whoever has the keys of the installation and nothing else. */
export const manifestOf = async (keys: KeyProvider, file: string): Promise<Manifest> => readManifest(file, await copyKeys(keys, { reading: true }))

async function readFooter(file: string): Promise<Buffer> {
  const handle = await open(file, 'r').catch(() => { throw new Refusal(409, 'backups.no-such-file', { file }) })
  try {
    const { size } = await handle.stat()
    const tail = Buffer.alloc(12)
    if (size > 12) await handle.read(tail, 0, 12, size - 12)
    const length = tail.readUInt32BE(0)
    if (!tail.subarray(4).equals(mark) || length > size - 12) throw new Refusal(409, 'backups.not-a-copy', { file })
    const body = Buffer.alloc(length)
    await handle.read(body, 0, length, size - 12 - length)
    return body
  } finally { await handle.close() }
}
