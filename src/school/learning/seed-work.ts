import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '#trust/audit/audit.ts'
import { sendFile, submitWork } from '#school/assignments/assignments.ts'
import type { WorkDone } from './activity.ts'

/** Hands in a work as the form without script does: a picture or a file is uploaded, looked at and encrypted like any other. */
export async function seedWork(ctx: Context, run: string, work: WorkDone): Promise<string> {
  const { words, described } = work
  const upload = await bytesOf(work)
  const file = upload && await sendFile(ctx, run, upload.name, upload.bytes)
  return (await submitWork(ctx, { run, words, ...described && { described }, ...file && { file } })).work
}

type Upload = { name: string; bytes: Uint8Array }

/** A photograph that nobody took: drawn in the school's folder, and made into the JPEG that a camera would have made. */
async function bytesOf({ folder, picture, file, content }: WorkDone): Promise<Upload | undefined> {
  // Only a demonstration that is being made carries what draws.
  if (picture) return { name: 'IMG_2048.jpg', bytes: await (await import('sharp')).default(readFileSync(join(folder, picture))).jpeg({ quality: 88 }).toBuffer() }
  return file && content ? { name: file, bytes: Buffer.from(content) } : undefined
}
