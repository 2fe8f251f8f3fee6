import { sql, type RawBuilder } from 'kysely'
import { Refusal } from '#platform/refusal.ts'
import type { FilesContext } from './context.ts'

type Asking = Pick<FilesContext, 'db' | 'now'>

/**
 * What is known about files, for a module that shows them. Return it from a query: `name`, `wrapped` and `camera` are
 * sealed and open with the rest of its rows. The ids may be the answer of another question, in brackets, so that both travel together. Whoever holds the result may read the file, so the query's `may` decides.
 */
export async function fileFacts({ db }: Pick<Asking, 'db'>, ids: readonly string[] | RawBuilder<string>) {
  const asked = 'length' in ids ? sql<string>`(select unnest(${[...ids]}::uuid[]))` : ids
  const [files, parts] = await Promise.all([
    db.selectFrom('files.files').select(['id', 'person', 'purpose', 'name', 'wrapped', 'camera', 'media_type', 'bytes', 'ready_at', 'scanned']).where('id', 'in', asked).where('ready_at', 'is not', null).execute(),
    db.selectFrom('files.parts').select(['file', 'name', 'media_type', 'bytes', 'width', 'height']).where('file', 'in', asked).execute(),
  ])
  return files.map(file => ({ ...file, parts: parts.filter(part => part.file === file.id) }))
}

/** Takes files over for good, inside the command that hands them in. They must be ready, this person's, and for this purpose. */
export async function keepFiles({ db }: Asking, { ids, person, purpose }: { ids: readonly string[]; person: string; purpose: string }) {
  if (!ids.length) return
  const kept = await db.updateTable('files.files').set({ expires_at: null })
    .where('id', 'in', [...ids]).where('person', '=', person).where('purpose', '=', purpose).where('ready_at', 'is not', null).executeTakeFirst()
  if (Number(kept.numUpdatedRows) !== new Set(ids).size) throw new Refusal(409, 'files.not-ready')
}

/** Gives files up, inside a command: the next sweep deletes their bytes and then what is known about them. */
export async function releaseFiles({ db, now }: Asking, ids: readonly string[]) {
  if (ids.length) await db.updateTable('files.files').set({ expires_at: now }).where('id', 'in', [...ids]).execute()
}
