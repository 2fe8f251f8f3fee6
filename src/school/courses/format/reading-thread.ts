// Runs in a thread of its own.
import { parentPort, workerData } from 'node:worker_threads'
import { FaultyFolder } from './faults.ts'
import { folderOf } from './folder.ts'
import { folderInArchive } from './read-archive.ts'
import type { ReadCourse, Source } from './read-apart.ts'
import { readCourseFolder } from './read-course-folder.ts'

const source = workerData as Source

async function read(): Promise<ReadCourse> {
  try {
    return { course: readCourseFolder('folder' in source ? folderOf(source.folder) : await folderInArchive(Buffer.from(source.archive), source.file)) }
  } catch (error) {
    if (error instanceof FaultyFolder) return { faults: error.faults }
    throw error
  }
}

parentPort!.postMessage(await read())
