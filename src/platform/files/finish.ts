import { mediaTypes, type Camera, type Part, type Why } from '#platform/inspection/inspection.ts'
import { Refusal } from '#platform/refusal.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { refusalOfFile } from '#platform/typed/typed.ts'
import { askToLeave, briefly, type FilesContext } from './context.ts'
import { sealedLength, sealStream } from './sealed-stream.ts'
import { removeAll } from './store.ts'
import { arrived, emptyQuarantine, findUpload, folderOf, readQuarantine, type Upload } from './uploads.ts'

export type Finished = { id: string; name: string; mediaType: string; bytes: number; camera: Camera | null }

/**
 * Decides about an upload that has arrived. What passes is written anew and ready; what does not is refused with a
 * reason, and its bytes are deleted before this returns. A module that wants to keep the file calls keepFiles().
 */
export async function finish(ctx: FilesContext, upload: Upload): Promise<Finished> {
  if (upload.decided) return again(upload, upload.decided)
  const length = await arrived(ctx, upload)
  if (upload.length !== null && length !== upload.length) throw new Refusal(409, 'files.not-all-here')
  const { scanner, inspection } = ctx.files
  if (scanner) await askToLeave(ctx, 'scanner', upload.person)
  const malware = scanner ? await scanner.scan(readQuarantine(ctx, upload)).catch(waits) : null
  if (malware !== null) return refuse(ctx, upload, 'malware')
  const finding = await inspection.inspect({ bytes: await whole(readQuarantine(ctx, upload), length), accepts: upload.accepts, keep: upload.keep })
  if ('refused' in finding) return refuse(ctx, upload, finding.refused)
  const { kind, parts, camera = null } = finding
  if (kind === 'text' && refusalOfFile(ctx, new TextDecoder().decode(parts[0]!.bytes), 'words')) return refuse(ctx, upload, 'never-taken')
  for (const part of parts) await putPart(ctx, upload, part)
  await settle(ctx, upload, { parts, camera, length, mediaType: mediaTypes[kind], scanned: scanner ? 'clean' : 'not scanned' })
  await emptyQuarantine(ctx, upload)
  return { id: upload.id, name: upload.name, mediaType: mediaTypes[kind], bytes: length, camera }
}

/** The same for an upload named by its id, as a form names it after a resumable upload. */
export async function finishUpload(ctx: FilesContext, id: string): Promise<Finished> {
  const upload = await findUpload(ctx, id)
  if (!upload) throw new Refusal(404, 'files.no-ticket')
  return finish(ctx, upload)
}

/** Asked twice, it answers the same. */
function again({ id, name, length }: Upload, decided: NonNullable<Upload['decided']>): Finished {
  if ('refused' in decided) throw new Refusal(422, `files.${decided.refused}`)
  return { id, name, mediaType: decided.mediaType, bytes: length ?? 0, camera: decided.camera ? JSON.parse(decided.camera) as Camera : null }
}

// A scanner that is there and does not answer is no pass: the bytes wait in quarantine, and may be tried again.
function waits(cause: unknown): never {
  throw Object.assign(new Refusal(503, 'files.scanner-away', {}, { retryAfter: 60 }), { cause })
}

async function refuse(ctx: FilesContext, upload: Upload, why: Why | 'malware' | 'never-taken'): Promise<never> {
  await removeAll(ctx.files.store, `${folderOf(ctx.site, upload)}/`)
  await briefly(ctx, ({ db, now }) => db.updateTable('files.files').set({ refused_at: now, refused_why: why }).where('id', '=', upload.id).execute())
  throw new Refusal(422, `files.${why}`)
}

async function putPart({ files: { store }, site }: FilesContext, upload: Upload, { name: part, bytes }: Part) {
  const name = `${folderOf(site, upload)}/${part}`
  await store.put(name, sealStream(upload.key, [name], once(bytes)), sealedLength(bytes.byteLength))
}

async function settle(ctx: FilesContext, upload: Upload, { parts, camera, length, mediaType, scanned }: { parts: Part[]; camera: Camera | null; length: number; mediaType: string; scanned: string }) {
  await briefly(ctx, async ctx => {
    const sealed = camera ? seal(ctx, { table: 'files.files', row: upload.id, person: upload.person }, { camera: JSON.stringify(camera) }) : {}
    const settled = await ctx.db.updateTable('files.files').set({ ...sealed, bytes: length, media_type: mediaType, scanned, ready_at: ctx.now })
      .where('id', '=', upload.id).where('ready_at', 'is', null).where('refused_at', 'is', null).executeTakeFirst()
    if (!settled.numUpdatedRows) return // finished twice at the same time: the first has written it down
    await ctx.db.insertInto('files.parts').values(parts.map(({ name, mediaType, bytes, width = null, height = null }) => ({ file: upload.id, name, media_type: mediaType, bytes: bytes.byteLength, width, height }))).execute()
  })
}

async function whole(source: AsyncIterable<Buffer>, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  let at = 0
  for await (const piece of source) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

async function* once(bytes: Uint8Array) { yield bytes }
