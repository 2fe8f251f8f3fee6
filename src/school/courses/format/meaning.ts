import { createHash } from 'node:crypto'
import type { CourseFolder } from './course-folder.ts'

/**
 * SHA-256 of what a course says: its files may be laid out anew, commented or written by another program, and it is still the same course.
 * The address of the course is not part of it.
 */
export function fingerprintOf({ slug, ...course }: CourseFolder): string {
  const figures = course.figures.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  return createHash('sha256').update(JSON.stringify({ ...course, figures }, ordered)).digest('hex')
}

/** Names of fields stand in the order of the alphabet, wherever they came from; lists keep theirs. */
const ordered = (_: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value
