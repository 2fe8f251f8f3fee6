import { createHash } from 'node:crypto'
import type { CourseFolder } from './course-folder.ts'

/**
 * SHA-256 of what a course says: its files may be laid out anew, commented or written by another program, and it is still the same course.
 * The address of the course is not part of it.
 */
export function fingerprintOf({ slug, ...course }: CourseFolder): string {
  const byName = <T extends { name: string }>(parts: T[]) => parts.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  const figures = byName(course.figures)
  const videos = byName(course.videos).map(video => ({ ...video, bytes: hashOf(video.bytes), poster: hashOf(video.poster) }))
  return createHash('sha256').update(JSON.stringify({ ...course, figures, videos }, ordered)).digest('hex')
}

/** SHA-256 of bytes, as which they are known and stored. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Names of fields stand in the order of the alphabet, wherever they came from; lists keep theirs. */
const ordered = (_: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value
