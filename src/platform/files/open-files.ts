import { readScanner, startInspection } from '#platform/inspection/inspection.ts'
import type { Files } from './context.ts'
import { folderStore } from './folder-store.ts'
import { s3Store } from './s3-store.ts'

/** The store of this installation: the bucket of S3_URL, else a folder beside the database. */
export async function openFiles(folder: string, { S3_URL, CLAMD_URL } = process.env): Promise<Files> {
  const store = S3_URL ? s3Store(S3_URL) : await folderStore(`${folder}/files`)
  const inspection = startInspection()
  return { store, inspection, scanner: readScanner(CLAMD_URL), close: () => inspection.close() }
}
