// Resumable uploads by the protocol tus 1.0 (https://tus.io/protocols/resumable-upload): core, creation, termination, expiration.
// Our own, because bytes must be sealed before they touch a disk; docs/decisions has the rest of the reasons.
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { Refusal } from '#platform/refusal.ts'
import { briefly, type FilesContext } from './context.ts'
import { findTicket } from './tickets.ts'
import { append, arrived, beginUpload, brokenOff, findUpload, removeUpload, type Upload } from './uploads.ts'

const spoken = { 'tus-resumable': '1.0.0', 'cache-control': 'no-store' }

/** What this server speaks, for a client that asks. */
export const tusOptions = () =>
  new Response(null, { status: 204, headers: { ...spoken, 'tus-version': '1.0.0', 'tus-extension': 'creation,termination,expiration' } })

/** Begins an upload under the ticket that `Upload-Metadata` names. */
export async function tusCreate(ctx: FilesContext, request: Request): Promise<Response> {
  speaks(request)
  const { ticket: id = '', filename: name = '' } = readMetadata(request.headers.get('upload-metadata'))
  const ticket = await briefly(ctx, ctx => findTicket(ctx, id))
  const upload = await beginUpload(ctx, ticket, { name, length: wholeNumber(request, 'upload-length') })
  return new Response(null, { status: 201, headers: { ...spoken, location: `/uploads/${upload.id}`, 'upload-expires': upload.expiresAt.toUTCString() } })
}

/** How far it has come. A request that still hangs on a dead line is let go first, so that the answer holds. */
export async function tusHead(ctx: FilesContext, request: Request, id: string): Promise<Response> {
  speaks(request)
  const upload = await find(ctx, id)
  await letGo(upload.id)
  return new Response(null, { status: 200, headers: { ...spoken, 'upload-offset': String(await progress(ctx, upload)), 'upload-length': String(upload.length), 'upload-expires': upload.expiresAt.toUTCString() } })
}

export async function tusPatch(ctx: FilesContext, request: Request, id: string): Promise<Response> {
  speaks(request)
  if (request.headers.get('content-type') !== 'application/offset+octet-stream') throw new Refusal(415, 'files.not-a-form')
  const upload = await find(ctx, id)
  await letGo(upload.id)
  const offset = wholeNumber(request, 'upload-offset')
  if (upload.decided || offset !== await progress(ctx, upload)) throw new Refusal(409, 'files.not-all-here')
  const at = await hold(upload.id, request, body => append(ctx, upload, offset, body))
  return new Response(null, { status: 204, headers: { ...spoken, 'upload-offset': String(at), 'upload-expires': upload.expiresAt.toUTCString() } })
}

export async function tusDelete(ctx: FilesContext, request: Request, id: string): Promise<Response> {
  speaks(request)
  const upload = await find(ctx, id)
  await letGo(upload.id)
  await removeUpload(ctx, upload)
  return new Response(null, { status: 204, headers: spoken })
}

const progress = (ctx: FilesContext, upload: Upload) => (upload.decided ? upload.length ?? 0 : arrived(ctx, upload))

async function find(ctx: FilesContext, id: string): Promise<Upload & { length: number }> {
  const upload = await findUpload(ctx, id)
  if (!upload || upload.length === null) throw new Refusal(404, 'files.no-ticket')
  return upload as Upload & { length: number }
}

// In this process the newer request wins; between processes the store lets a segment's name be taken only once.
const held = new Map<string, { body: Readable; ended: Promise<unknown> }>()

async function hold<Result>(id: string, request: Request, work: (body: AsyncIterable<Uint8Array>) => Promise<Result>): Promise<Result> {
  const body = request.body ? Readable.fromWeb(request.body as ReadableStream) : Readable.from([])
  const working = work(arriving(body))
  const holding = { body, ended: working.catch(() => undefined) }
  held.set(id, holding)
  return working.finally(() => { if (held.get(id) === holding) held.delete(id) })
}

async function* arriving(body: Readable): AsyncGenerator<Uint8Array> {
  try { yield* body } catch (error) { throw brokenOff(error) }
}

async function letGo(id: string) {
  const holding = held.get(id)
  holding?.body.destroy(new Refusal(409, 'files.sent-twice'))
  await holding?.ended
}

function speaks(request: Request) {
  if (request.headers.get('tus-resumable') !== '1.0.0') throw new Refusal(400, 'files.not-a-form')
}

function wholeNumber(request: Request, header: string): number {
  const value = request.headers.get(header) ?? ''
  if (!/^\d{1,15}$/.test(value)) throw new Refusal(400, 'files.not-a-form')
  return Number(value)
}

/** `key base64,key base64` as the protocol has it. */
const readMetadata = (header: string | null): Record<string, string> =>
  Object.fromEntries((header ?? '').split(',').map(pair => pair.trim().split(' ')).map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString()]))
