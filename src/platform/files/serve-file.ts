import { Refusal } from '#platform/refusal.ts'
import type { Files } from './context.ts'
import { readRange } from './range.ts'
import { openRange } from './sealed-stream.ts'
import { folderOf } from './uploads.ts'

export type PartName = 'original' | 'view' | 'thumb'
/** Facts of a file as a query has returned them, opened. */
export type Readable = { id: string; person: string; name: string | null; wrapped: string | null; parts: { name: string; media_type: string; bytes: number }[] }
type Wanted = { part?: string; range?: string | null | undefined; download?: boolean }

/**
 * The answer that carries a file. It asks no permission, that is the business of the query the facts come from, and no
 * database: the bytes are opened on the way, however slowly they are taken.
 */
export async function serveFile(ctx: { files: Files; site: string }, file: Readable, { part: name = 'original', range, download = false }: Wanted = {}): Promise<Response> {
  const part = file.parts.find(part => part.name === name)
  if (!part) throw new Refusal(404, 'common.not-found')
  const length = Number(part.bytes)
  const asked = readRange(range, length)
  if (asked === 'impossible') return new Response(null, { status: 416, headers: { ...guarded, 'content-range': `bytes */${length}` } })
  const { from, to } = asked ?? { from: 0, to: length }
  const bytes = readPart(ctx, file, { name, length, from, to })
  const first = await bytes.next() // before the headers: a file that does not open is a fault, not half an answer
  const inline = part.media_type.startsWith('image/') && !download
  return new Response(streamOf(first, bytes), {
    status: asked ? 206 : 200,
    headers: {
      ...guarded, 'content-type': part.media_type, 'content-length': String(to - from), 'accept-ranges': 'bytes',
      'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(nameFor(file.name ?? 'file', part.media_type))}`,
      ...(asked && { 'content-range': `bytes ${from}-${to - 1}/${length}` }),
    },
  })
}

/** The opened bytes of a part. */
export function readPart({ files: { store }, site }: { files: Files; site: string }, file: Pick<Readable, 'id' | 'person' | 'wrapped'>, { name, ...range }: { name: string; length: number; from?: number; to?: number }) {
  if (!file.wrapped) throw new Refusal(404, 'common.not-found') // its person has been forgotten, and the key with them
  const object = `${folderOf(site, file)}/${name}`
  return openRange(Buffer.from(file.wrapped, 'base64'), [object], (from, to) => store.read(object, from, to), range)
}

// Should a browser ever take it for a page, it is one without scripts, origin or address.
const guarded = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store', 'cross-origin-resource-policy': 'same-origin', 'referrer-policy': 'no-referrer',
}

const endings: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png' }

/** A picture was written anew, perhaps in another format: its name ends as it is. */
const nameFor = (name: string, mediaType: string) => (endings[mediaType] ? `${name.replace(/\.\w{1,5}$/, '')}.${endings[mediaType]}` : name)

function streamOf(first: IteratorResult<Buffer>, rest: AsyncGenerator<Buffer>): ReadableStream<Uint8Array> {
  let waiting: IteratorResult<Buffer> | undefined = first
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = waiting ?? await rest.next()
      waiting = undefined
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => { await rest.return(undefined) },
  }, { highWaterMark: 0 })
}
