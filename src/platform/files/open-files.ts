import { readScanner, startInspection } from '#platform/inspection/inspection.ts'
import type { AskToLeave, Files } from './context.ts'
import { folderStore } from './folder-store.ts'

/** The store of this installation: the bucket of S3_URL, else a folder beside the database. `ask` is asked before anything leaves. */
export async function openFiles(folder: string, ask: AskToLeave, { S3_URL, CLAMD_URL } = process.env): Promise<Files> {
  // Only who keeps files in a bucket carries what speaks to one.
  const store = S3_URL ? (await import('./s3-store.ts')).s3Store(S3_URL) : await folderStore(`${folder}/files`)
  const inspection = startInspection()
  const outside: Files['outside'] = {
    ...S3_URL && { store: { setting: '$S3_URL', host: new URL(S3_URL).hostname } },
    ...CLAMD_URL && !CLAMD_URL.startsWith('unix:') && { scanner: { setting: '$CLAMD_URL', host: new URL(CLAMD_URL).hostname } },
  }
  return { store, inspection, scanner: readScanner(CLAMD_URL), outside, ask, close: () => inspection.close() }
}
