import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { uuidv7 } from '#platform/ids.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { askToLeave, type FilesContext } from './context.ts'
import { sealedLength, sealStream } from './sealed-stream.ts'
import { folderOf } from './uploads.ts'

type Made = { person: string; purpose: string; name: string; mediaType: string; expiresAt: Date }

/**
 * Keeps what the system itself has made for a person: nothing to inspect, and its length known only at the end. So it
 * lies beside the store first, sealed already, and goes in from there. Swept after `expiresAt`.
 */
export async function putMade(ctx: FilesContext, { person, purpose, name, mediaType, expiresAt }: Made, source: AsyncIterable<Buffer>): Promise<{ file: string; bytes: number }> {
  await askToLeave(ctx, 'store', person)
  const file = uuidv7()
  const key = randomBytes(32)
  const object = `${folderOf(ctx.site, { id: file, person })}/original`
  const folder = await mkdtemp(join(tmpdir(), 'senim-made-'))
  try {
    let bytes = 0
    const counted = async function* () { for await (const piece of source) { bytes += piece.length; yield piece } }
    const sealed = join(folder, 'sealed')
    await pipeline(Readable.from(sealStream(key, [object], counted())), createWriteStream(sealed, { mode: 0o600 }))
    await ctx.files.store.put(object, createReadStream(sealed), sealedLength(bytes))
    const names = seal(ctx, { table: 'files.files', row: file, person }, { name, wrapped: key.toString('base64') })
    await ctx.db.insertInto('files.files').values({
      id: file, person, purpose, accepts: [], most_bytes: bytes, keep: 'nothing', ...names, bytes, media_type: mediaType, scanned: 'made here', made_at: ctx.now, ready_at: ctx.now, expires_at: expiresAt,
    }).execute()
    await ctx.db.insertInto('files.parts').values({ file, name: 'original', media_type: mediaType, bytes, width: null, height: null }).execute()
    return { file, bytes }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
