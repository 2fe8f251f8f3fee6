import { briefly, type FilesContext } from './context.ts'
import { removeAll, type Stored } from './store.ts'
import { folderOf } from './uploads.ts'

/** What a sweep deleted, and what it found wrong: ready files whose bytes are missing. */
export type Sweep = { expired: number; orphans: number; missing: string[] }

// A row is written before its bytes, so bytes without a row are old; an hour covers any clock that is off.
const orphanAfter = 3_600_000

/** Deletes what nobody kept and what belongs to no row, and looks whether all that should be there is. May run twice. */
export async function sweepFiles(ctx: FilesContext): Promise<Sweep> {
  const expired = await removeExpired(ctx)
  const objects = Map.groupBy(await Array.fromAsync(ctx.files.store.list(`${ctx.site}/`)), ({ name }) => name.split('/')[2]!)
  const known = await briefly(ctx, ({ db }) => db.selectFrom('files.files').leftJoin('files.parts', 'files.parts.file', 'files.files.id').select(['files.files.id', 'files.files.person', 'ready_at', 'files.parts.name']).execute())
  const ids = new Set(known.map(({ id }) => id))
  const orphans = [...objects].filter(([id, found]) => !ids.has(id) && isOld(found, ctx.now)).flatMap(([, found]) => found.map(({ name }) => name))
  if (orphans.length) await ctx.files.store.remove(orphans)
  const stored = new Set([...objects.values()].flat().map(({ name }) => name))
  const missing = known.filter(({ ready_at, name }) => ready_at && name).map(row => `${folderOf(ctx.site, row)}/${row.name}`).filter(name => !stored.has(name))
  return { expired, orphans: orphans.length, missing }
}

/** Bytes first: a row without bytes can be met again, bytes without a row would have to be found. */
async function removeExpired(ctx: FilesContext) {
  const due = await briefly(ctx, ({ db, now }) => db.selectFrom('files.files').select(['id', 'person']).where('expires_at', '<=', now).limit(1000).execute())
  for (const file of due) await removeAll(ctx.files.store, `${folderOf(ctx.site, file)}/`)
  await briefly(ctx, async ({ db, now }) => {
    if (due.length) await db.deleteFrom('files.files').where('id', 'in', due.map(({ id }) => id)).execute()
    await db.deleteFrom('files.tickets').where('expires_at', '<=', now).execute()
  })
  return due.length
}

const isOld = (found: Stored[], now: Date) => found.every(({ at }) => at.getTime() < Math.max(now.getTime(), Date.now()) - orphanAfter)
