import { sql } from 'kysely'
import { readRange } from '#platform/files/files.ts'
import type { Database } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { locales } from '#platform/locale.ts'
import { writeCaptions, type CourseFolder, type VideoShown } from './format/format.ts'
import type { VideoKept } from './import-courses.ts'

/** The bytes under these hashes. */
export async function bytesOf(db: Database, hashes: string[]): Promise<Map<string, Uint8Array>> {
  if (!hashes.length) return new Map()
  const rows = await db.selectFrom('courses.media').select(['hash', 'bytes']).where('hash', 'in', hashes).execute()
  return new Map(rows.map(({ hash, bytes }) => [hash, new Uint8Array(bytes)]))
}

/** What a page has to know of a video. */
export const shownVideo = ({ media, poster: _, ...video }: VideoKept): VideoShown => ({ ...video, tag: media })

export type MediaWanted = { file: string; range: string | undefined }
export type MediaPart = { type: string; body: Uint8Array | string; length: number; from: number; to: number; asked: boolean } | 'impossible'

/** One file of a lesson's videos, "<name>.webm", ".mp4", ".jpg" or ".<language>.vtt", or the part of it that is asked for. Undefined where there is none. */
export async function mediaIn(db: Database, videos: VideoKept[], { file, range }: MediaWanted): Promise<MediaPart | undefined> {
  const [, name = '', ending = ''] = fileName.exec(file) ?? []
  const video = videos.find(each => each.name === name)
  const words = video && captionsIn(video, ending)
  if (words) return words
  const hash = video && (ending === 'jpg' ? video.poster : ending === video.type ? video.media : undefined)
  return hash ? partOf(db, hash, range) : undefined
}

/** The same from a course that is here whole. */
export function mediaOf({ videos }: CourseFolder, { file, range }: MediaWanted): MediaPart | undefined {
  const [, name = '', ending = ''] = fileName.exec(file) ?? []
  const video = videos.find(each => each.name === name)
  const words = video && captionsIn(video, ending)
  if (words) return words
  const body = video && (ending === 'jpg' ? video.poster : ending === video.type ? video.bytes : undefined)
  if (!body) return undefined
  const asked = readRange(range, body.length)
  if (asked === 'impossible') return 'impossible'
  const { from, to } = asked ?? { from: 0, to: body.length }
  return { type: ending === 'jpg' ? 'image/jpeg' : `video/${ending}`, body: body.subarray(from, to), length: body.length, from, to, asked: asked !== undefined }
}

const fileName = /^([a-z0-9-]+)\.(.+)$/

function captionsIn({ captions }: Pick<VideoKept, 'captions'>, ending: string): MediaPart | undefined {
  const locale = locales.find(each => ending === `${each}.vtt`)
  if (!locale) return undefined
  const body = writeCaptions(captions[locale])
  return { type: 'text/vtt; charset=utf-8', body, length: Buffer.byteLength(body), from: 0, to: Buffer.byteLength(body), asked: false }
}

/** No more than the part asked for leaves the database. */
async function partOf(db: Database, hash: string, range: string | undefined): Promise<MediaPart | undefined> {
  const found = await db.selectFrom('courses.media').select(['type', sql<number>`octet_length(bytes)`.as('length')]).where('hash', '=', hash).executeTakeFirst()
  if (!found) return undefined
  const asked = readRange(range, found.length)
  if (asked === 'impossible') return 'impossible'
  const { from, to } = asked ?? { from: 0, to: found.length }
  const { body } = await db.selectFrom('courses.media').select(sql<Buffer>`substring(bytes from ${from + 1}::int for ${to - from}::int)`.as('body')).where('hash', '=', hash).executeTakeFirstOrThrow()
  return { ...found, body: new Uint8Array(body), from, to, asked: asked !== undefined }
}

/** The answer that carries it; its address changes with its content, so a browser may keep it for itself, unless it is a draft that is being worked on. */
export function mediaAnswer(part: MediaPart | undefined, { file, download = false, kept = true }: { file: string; download?: boolean; kept?: boolean }): Response {
  if (!part) throw new Refusal(404, 'common.not-found')
  if (part === 'impossible') return new Response(null, { status: 416, headers: { 'content-range': 'bytes */*' } })
  const { type, body, length, from, to, asked } = part
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    status: asked ? 206 : 200,
    headers: {
      'content-type': type, 'content-length': String(to - from), 'accept-ranges': 'bytes', 'cache-control': kept ? 'private, max-age=86400' : 'no-store', 'x-content-type-options': 'nosniff',
      'content-disposition': `${download ? 'attachment' : 'inline'}; filename="${file}"`, ...asked && { 'content-range': `bytes ${from}-${to - 1}/${length}` },
    },
  })
}
