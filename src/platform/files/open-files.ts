import { readScanner, startInspection } from '#platform/inspection/inspection.ts'
import type { Files } from './context.ts'
import { folderStore } from './folder-store.ts'

/** The store of this installation: the bucket of S3_URL, else a folder beside the database. */
export async function openFiles(folder: string, { S3_URL, CLAMD_URL } = process.env): Promise<Files> {
  // Only who keeps files in a bucket carries what speaks to one.
  const store = S3_URL ? (await import('./s3-store.ts')).s3Store(S3_URL) : await folderStore(`${folder}/files`)
  const inspection = startInspection()
  return { store, inspection, scanner: readScanner(CLAMD_URL), close: () => inspection.close() }
}
