// The way without a script: a plain form with a file in it. It is read as it comes, and nothing of it waits in a temporary file.
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import { Refusal } from '#platform/refusal.ts'
import { stopTyped } from '#platform/typed/typed.ts'
import type { FilesContext } from './context.ts'
import { finish, type Finished } from './finish.ts'
import type { Ticket } from './tickets.ts'
import { append, beginUpload, brokenOff, cleanName, megabytes, removeUpload } from './uploads.ts'

/** Text fields of the form, and the files that passed. A file input left empty is no file. `stopped`: what was typed and may not be kept; it is masked in the fields. */
export type Received = { fields: URLSearchParams; files: (Finished & { field: string })[]; stopped?: Refusal | undefined }
type TicketFor = (fields: URLSearchParams) => Promise<Ticket>
type Sent = { raw: Request; header(name: string): string | undefined }

const mostText = 256 * 1024

/**
 * Reads a `multipart/form-data` request into quarantine. The ticket is made just before, or by a function that is given the fields
 * that stand before the file. `files` bounds how many.
 */
export async function receiveForm({ req }: { req: Sent }, ctx: FilesContext, given: Ticket | TicketFor, { files: most = 1 } = {}): Promise<Received> {
  const type = req.header('content-type') ?? ''
  if (!/^multipart\/form-data\b/i.test(type) || !req.raw.body) throw new Refusal(415, 'files.not-a-form')
  const fields = new URLSearchParams()
  const received: Promise<Finished & { field: string } | undefined>[] = []
  const parser = parserFor(type, most)
  let stopped: Refusal | undefined
  parser.on('field', (name, value) => {
    const typed = new URLSearchParams([[name, value]])
    stopped ??= stopTyped(ctx, typed, 'beside-file')[0]
    fields.append(name, typed.get(name)!)
  })
  let ticket: Promise<Ticket> | undefined
  const permission = async () => {
    const permitted = await (ticket ??= typeof given === 'function' ? given(new URLSearchParams(fields)) : Promise.resolve(given))
    if (stopped) throw stopped // before the first byte of the file
    return permitted
  }
  parser.on('file', (field, stream, name) => {
    const taken = takeFile(ctx, permission, { field, name, bytes: piecesOf(stream) })
    taken.catch(error => parser.destroy(error)) // no need to hear the rest of what is refused
    received.push(taken)
  })
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.on(limit, () => parser.destroy(new Refusal(413, 'files.too-many')))
  try {
    await feed(Readable.fromWeb(req.raw.body as ReadableStream), parser)
    return { fields, files: (await Promise.all(received)).filter(each => each !== undefined), stopped }
  } catch (error) {
    const why = (await Promise.allSettled(received)).flatMap(each => (each.status === 'rejected' && !isBrokenOff(each.reason) ? [each.reason] : []))
    throw why[0] ?? brokenOff(error)
  }
}

export type Uploaded = { field: string; name: string; bytes: Buffer }

/**
 * For files that are read at once and kept nowhere: their bytes, in memory; `file` is the last of them. Whatever is longer than `most` bytes is not heard to its end.
 * @throws Refusal files.too-large, files.not-a-form, files.too-many
 */
export async function readUpload({ req }: { req: Sent }, most: number, count = 1): Promise<{ fields: URLSearchParams; files: Uploaded[]; file?: Uploaded }> {
  const type = req.header('content-type') ?? ''
  if (!/^multipart\/form-data\b/i.test(type) || !req.raw.body) throw new Refusal(415, 'files.not-a-form')
  const fields = new URLSearchParams()
  const parser = parserFor(type, count)
  const reading: Promise<Uploaded>[] = []
  parser.on('field', (name, value) => fields.append(name, value))
  parser.on('file', (field, stream, name) => {
    const read = bytesOf(stream, most).then(bytes => ({ field, name: cleanName(name ?? ''), bytes }))
    read.catch(error => parser.destroy(error))
    reading.push(read)
  })
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.on(limit, () => parser.destroy(new Refusal(413, 'files.too-many')))
  try { await feed(Readable.fromWeb(req.raw.body as ReadableStream), parser) } catch (error) { throw brokenOff(error) }
  const files = (await Promise.all(reading)).filter(({ bytes }) => bytes.length > 0)
  const file = files.at(-1)
  return { fields, files, ...file && { file } }
}

async function bytesOf(stream: BusboyFileStream, most: number): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of piecesOf(stream)) {
    size += piece.length
    if (size > most) throw new Refusal(413, 'files.too-large', { most: megabytes(most) })
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

const isBrokenOff = (error: unknown) => error instanceof Refusal && error.status === 400

async function* piecesOf(stream: BusboyFileStream): AsyncGenerator<Uint8Array> {
  stream.on('error', () => undefined) // it may fail once more after it was read; what counts is thrown below
  try { yield* stream as AsyncIterable<Uint8Array> } catch (error) { throw brokenOff(error) }
}

async function takeFile(ctx: FilesContext, permission: () => Promise<Ticket>, { field, name, bytes }: { field: string; name: string; bytes: AsyncGenerator<Uint8Array> }) {
  const first = await bytes.next()
  if (first.done && !name) return undefined
  const upload = await beginUpload(ctx, await permission(), { name })
  try {
    if (first.done) throw new Refusal(422, 'files.empty')
    await append(ctx, upload, 0, joined(first.value, bytes))
  } catch (error) {
    await removeUpload(ctx, upload)
    throw error
  }
  return { field, ...await finish(ctx, upload) }
}

async function* joined(first: Uint8Array, rest: AsyncIterable<Uint8Array>) {
  yield first
  yield* rest
}

function parserFor(type: string, files: number) {
  try {
    return new Busboy({ headers: { 'content-type': type }, limits: { files, fields: 200, fieldSize: mostText, parts: 220, headerPairs: 32 } })
  } catch {
    throw new Refusal(400, 'files.not-a-form')
  }
}

const feed = (body: Readable, parser: InstanceType<typeof Busboy>) => new Promise<void>((done, fail) => {
  const stop = (error: Error) => { fail(error); body.destroy(); parser.destroy() }
  parser.once('finish', done).on('error', stop)
  body.on('error', stop).pipe(parser)
})
