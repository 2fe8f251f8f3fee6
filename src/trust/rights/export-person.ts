import type { Readable } from 'node:stream'
import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { askingOf, query, type Context } from '#trust/audit/audit.ts'
import { accessCopy, type FileOf } from './access-copy.tsx'
import { given } from './parts.ts'

/** For a request that came by another way than My data: only the officer takes somebody's copy, and that they did is in the log. */
const mayExport = query('rights.export', {
  input: z.strictObject({ person: z.uuid() }),
  find: async (_: Context, found) => found,
  may: actor => actor.role === 'privacy-officer',
  reveals: ({ person }) => [person],
})

/** Everything in the stores that is this person's. */
export const filesOf = async (ctx: Context, person: string): Promise<FileOf[]> =>
  (await Promise.all(given().stores.map(async store => (await store.exportOf(ctx, person)).map(file => ({ store: store.name, file }))))).flat()

/** The same archive as the person's own copy, handed to `keep` while the snapshot it is read from is open. */
export async function exportPerson<R>(ctx: Context, person: string, keep: (copy: Readable) => Promise<R>): Promise<R> {
  await mayExport(ctx, { person })
  await ctx.keys.fetch([person])
  const files = await filesOf(ctx, person)
  return inSite(ctx.db, ctx.site, db => keep(accessCopy({ ...ctx, db }, person, files)), { ...askingOf(ctx), isolation: 'repeatable read' })
}
