import { fileTypeFromBuffer } from 'file-type'
import { lookAtPdf, lookAtText, lookAtZip } from './documents.ts'
import { isPicture, mediaTypes, type Finding, type Kind, type Task } from './kinds.ts'
import { workPicture } from './picture.ts'

const byMime: Record<string, Kind> = {
  'image/jpeg': 'jpeg', 'image/png': 'png', 'image/apng': 'png', 'image/webp': 'webp', 'image/avif': 'avif', 'application/pdf': 'pdf', 'application/zip': 'zip',
}

/** Decides by the bytes alone: a name and a declared type are only what somebody says. */
export async function lookAt({ bytes: given, accepts, keep }: Task): Promise<Finding> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  if (!bytes.length) return { refused: 'empty' }
  const mime = (await fileTypeFromBuffer(bytes))?.mime
  const kind = mime ? byMime[mime] : 'text'
  if (!kind || !accepts.includes(kind)) return { refused: !kind && wantsPicture(accepts) && isUnreadablePicture(mime) ? 'export-jpeg' : 'wrong-type' }
  if (isPicture(kind)) return workPicture(bytes, kind, keep)
  const refused = kind === 'pdf' ? lookAtPdf(bytes) : kind === 'zip' ? lookAtZip(bytes) : lookAtText(bytes)
  return refused ? { refused } : { kind, parts: [{ name: 'original', mediaType: mediaTypes[kind], bytes }] }
}

const wantsPicture = (accepts: Kind[]) => accepts.some(isPicture)

const neverPhotos = ['image/svg+xml', 'image/gif']
// HEIC from telephones, raw files from cameras, TIFF from editors: real pictures, which their owner can export.
const isUnreadablePicture = (mime: string | undefined) => mime !== undefined && mime.startsWith('image/') && !neverPhotos.includes(mime)
