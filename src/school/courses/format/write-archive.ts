import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import type { CourseFolder } from './course-folder.ts'
import { writeCourseFolder } from './write-course-folder.ts'

// Dates of files say nothing about a course: with one for all of them the same course is the same archive, byte by byte. An archive knows no time zone.
const mtime = new Date(2000, 0, 1)

/** The folder of a course as a zip archive: one folder in it, named as the course is. */
export function zipOf(course: CourseFolder): Promise<Buffer> {
  const zip = new ZipFile()
  const { files, media } = writeCourseFolder(course)
  for (const [path, content] of [...files, ...media ?? []]) zip.addBuffer(Buffer.from(content), `${course.slug}/${path}`, { mtime, forceDosTimestamp: true })
  zip.end()
  return buffer(zip.outputStream as Readable)
}
