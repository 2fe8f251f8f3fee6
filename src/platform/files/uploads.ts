// An upload on its way. Its bytes are sealed in memory and put into the store in segments of a megabyte, each durable
// when it has a name. How far an upload has come is not written down anywhere: it is what the store holds of it.
import { randomBytes } from 'node:crypto'
import type { Keep, Kind } from '#platform/inspection/inspection.ts'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { reveal, seal } from '#platform/sealing/sealing.ts'
import { refusalOfFile } from '#platform/typed/typed.ts'
import { askToLeave, briefly, type FilesContext } from './context.ts'
import { openRange, plainLength, sealedLength, sealStream } from './sealed-stream.ts'
import { removeAll, type Store } from './store.ts'
import type { Ticket } from './tickets.ts'

/** `length` is what was announced; a form announces nothing. `key` never leaves the process unwrapped. */
export type Upload = {
  id: string; person: string; purpose: string; accepts: Kind[]; most: number; keep: Keep
  length: number | null; name: string; key: Buffer; expiresAt: Date
  /** Once it is decided about: what it was found to be, or why it was refused. */
  decided?: { mediaType: string; camera: string | null } | { refused: string }
}

const segmentLength = 1024 * 1024
const mostSegments = 512 // the largest file, and some hundred interruptions
const abandonedAfter = 24 * 3_600_000

export const folderOf = (site: string, { person, id }: { person: string; id: string }) => `${site}/${person}/${id}`
const quarantineOf = (site: string, upload: Upload) => `${folderOf(site, upload)}/quarantine`

/** Opens an upload under a ticket. From here on there is a key, so that not one byte lies in the clear. @throws Refusal where its name says that the school never takes such a file */
export async function beginUpload(ctx: FilesContext, ticket: Ticket, { name, length = null }: { name: string; length?: number | null }): Promise<Upload> {
  if (length !== null && length > ticket.most) throw new Refusal(413, 'files.too-large', { most: megabytes(ticket.most) })
  const { person, purpose, accepts, most, keep } = ticket
  const unwanted = refusalOfFile(ctx, name, 'file-name')
  if (unwanted) throw unwanted
  await askToLeave(ctx, 'store', person)
  const upload: Upload = { id: uuidv7(), person, purpose, accepts, most, keep, length, name: cleanName(name), key: randomBytes(32), expiresAt: new Date(ctx.now.getTime() + abandonedAfter) }
  await briefly(ctx, async ctx => {
    const sealed = seal(ctx, { table: 'files.files', row: upload.id, person }, { name: upload.name, wrapped: upload.key.toString('base64') })
    await ctx.db.insertInto('files.files').values({ id: upload.id, person, ticket: ticket.id, purpose, accepts, most_bytes: most, keep, ...sealed, bytes: length, made_at: ctx.now, expires_at: upload.expiresAt }).execute()
  })
  return upload
}

/** The upload of whoever acts, until a module keeps the file. Then it is the module's to show and to delete. */
export async function findUpload(ctx: FilesContext, id: string): Promise<Upload | undefined> {
  const { person } = ctx.actor
  if (!/^[0-9a-f-]{36}$/.test(id) || !person) return undefined
  const [row] = await reveal(ctx, await briefly(ctx, ({ db }) => db.selectFrom('files.files').selectAll().where('id', '=', id).where('person', '=', person).execute()))
  if (!row?.wrapped || !row.expires_at || row.expires_at <= ctx.now) return undefined
  const decided = row.ready_at ? { mediaType: row.media_type!, camera: row.camera } : row.refused_at ? { refused: row.refused_why! } : undefined
  return {
    id, person, purpose: row.purpose, accepts: row.accepts as Kind[], most: Number(row.most_bytes), keep: row.keep as Keep, length: row.bytes === null ? null : Number(row.bytes),
    name: row.name ?? '', key: Buffer.from(row.wrapped, 'base64'), expiresAt: row.expires_at, ...(decided && { decided }),
  }
}

/** Puts what comes after `offset` into quarantine and says how far the upload has come. What was sealed before the line broke is kept. */
export async function append({ files: { store }, site }: FilesContext, upload: Upload, offset: number, source: AsyncIterable<Uint8Array>): Promise<number> {
  const most = upload.length ?? upload.most
  let [at, held, waiting] = [offset, 0, [] as Uint8Array[]]
  const flush = async () => {
    if (!held) return
    const [bytes, start] = [waiting, at]
    at += held
    ;[held, waiting] = [0, []]
    await putSegment(store, site, upload, start, bytes)
  }
  try {
    for await (const bytes of source) {
      if (at + held + bytes.byteLength > most) throw new Refusal(413, 'files.too-large', { most: megabytes(most) })
      waiting.push(bytes)
      held += bytes.byteLength
      if (held >= segmentLength) await flush()
    }
  } catch (error) {
    if (!isTooLarge(error)) await flush()
    throw error
  }
  await flush()
  return at
}

const isTooLarge = (error: unknown) => error instanceof Refusal && error.status === 413

/** A line that broke or a form that ended too early: the sender's, and no fault of ours. */
export const brokenOff = (cause: unknown) => (cause instanceof Refusal ? cause : Object.assign(new Refusal(400, 'files.not-a-form'), { cause }))

async function putSegment(store: Store, site: string, upload: Upload, start: number, bytes: Uint8Array[]) {
  const name = `${quarantineOf(site, upload)}/${String(start).padStart(12, '0')}`
  const length = bytes.reduce((total, each) => total + each.byteLength, 0)
  const isNew = await store.put(name, sealStream(upload.key, [name], asStream(bytes)), sealedLength(length), { onlyNew: true })
  // Two senders of one upload: the name can be taken only once.
  if (!isNew) throw new Refusal(409, 'files.sent-twice')
}

async function* asStream(bytes: Uint8Array[]) { yield* bytes }

/** How many bytes have arrived for good: the segments that follow one another from the start. */
export async function arrived(ctx: Pick<FilesContext, 'files' | 'site'>, upload: Upload): Promise<number> {
  return (await segmentsOf(ctx, upload)).reduce((total, { length }) => total + length, 0)
}

async function segmentsOf({ files: { store }, site }: Pick<FilesContext, 'files' | 'site'>, upload: Upload) {
  const segments: { name: string; length: number }[] = []
  let end = 0
  for await (const { name, size } of store.list(`${quarantineOf(site, upload)}/`)) {
    if (Number(name.slice(-12)) !== end) break
    segments.push({ name, length: plainLength(size) })
    end += segments.at(-1)!.length
    if (segments.length > mostSegments) throw new Refusal(409, 'files.in-crumbs')
  }
  return segments
}

/** The bytes in quarantine, opened as they are read. For whoever decides about them, and nobody else. */
export async function* readQuarantine(ctx: Pick<FilesContext, 'files' | 'site'>, upload: Upload): AsyncGenerator<Buffer> {
  for (const { name, length } of await segmentsOf(ctx, upload))
    yield* openRange(upload.key, [name], (from, to) => ctx.files.store.read(name, from, to), { length })
}

export const emptyQuarantine = ({ files: { store }, site }: Pick<FilesContext, 'files' | 'site'>, upload: Upload) => removeAll(store, `${quarantineOf(site, upload)}/`)

/** Deletes an upload that nobody keeps, its bytes first: a row without bytes can be deleted again, bytes without a row are lost sight of. */
export async function removeUpload(ctx: FilesContext, upload: Upload) {
  await removeAll(ctx.files.store, `${folderOf(ctx.site, upload)}/`)
  await briefly(ctx, ({ db }) => db.deleteFrom('files.files').where('id', '=', upload.id).execute())
}

export const megabytes = (bytes: number) => Math.max(0.1, Math.round(bytes / 104_857.6) / 10)

/** A name for people: no path, no control or direction marks, so that it reads as what it is. */
export const cleanName = (name: string) =>
  name.normalize('NFC').replace(/^.*[/\\]/s, '').replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim().slice(-120) || 'file'
