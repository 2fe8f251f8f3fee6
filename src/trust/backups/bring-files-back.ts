import { dirname } from 'node:path'
import { wayBack } from '#platform/files/files.ts'
import type { KeyProvider } from '#platform/sealing/sealing.ts'
import type { Context } from '#trust/audit/audit.ts'
import { BlobLost, readBlob } from './blobs.ts'
import { filesIn, type Lost } from './copy-files.ts'
import { manifestOf } from './manifest.ts'

/** How many objects were put into the store, how many lay there already, how many nobody's row speaks of any more, and what could not be had. */
export type BroughtBack = { brought: number; there: number; unknown: number; lost: Lost[] }

/**
 * Puts the files of a copy back into the store of this school, folder or bucket, once its rows are back and the ledger has been
 * replayed: who was erased since has no rows, so nothing of theirs returns. May run twice. Outside of a transaction.
 */
export async function bringFilesBack(ctx: Context, keys: KeyProvider, file: string): Promise<BroughtBack> {
  const manifest = await manifestOf(keys, file)
  const found: BroughtBack = { brought: 0, there: 0, unknown: 0, lost: [] }
  const putBack = await wayBack(ctx)
  for (const { name, ...print } of (await filesIn(keys, file, manifest)).values()) {
    if (!name.startsWith(`${ctx.site}/`)) continue
    try { found[await putBack(name, print, readBlob(dirname(file), print))]++ } catch (error) {
      if (!(error instanceof BlobLost)) throw error
      found.lost.push({ name, why: error.why })
    }
  }
  return found
}
