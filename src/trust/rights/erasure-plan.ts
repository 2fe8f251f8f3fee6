import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { query, type Context } from '#trust/audit/audit.ts'
import { rowsOf } from '#trust/data-map/data-map.ts'
import { addDuration } from '#trust/law/law.ts'
import { legalHoldsOf } from './holds/standing.ts'

/** A category of which the law keeps something, and until when the last of it goes; `ground`: the law and article of a hold that was placed for this person. */
export type Held = { category: string; until: Date; ground?: string }

/** From the data map: the columns marked `hold`, with this person's newest row in each of their tables. */
export const planErasure = query('rights.plan-erasure', {
  input: z.strictObject({}),
  find: (ctx: Context): Promise<Held[]> => heldOf(ctx, ctx.actor.person!),
  may: actor => actor.person !== null,
  reveals: () => [],
})

/** The same for anybody: what an officer has to know before an answer. */
export async function heldOf(ctx: Context, person: string | RawBuilder<string>): Promise<Held[]> {
  const placed = legalHoldsOf(ctx.db, person, ctx.now)
  const held = ctx.map.map(async table => {
    const theirs = rowsOf(person, table, ctx.map)
    const kept = table.columns.flatMap(({ note }) => note.says === 'data' && note.term ? [{ category: note.category, term: note.term }] : [])
    if (!theirs || !kept.length) return []
    const { rows: [found] } = await sql<{ any: boolean }>`select exists (select from ${sql.table(table.name)} where ${theirs}) as any`.execute(ctx.db)
    return found!.any ? kept.map(({ category, term }) => ({ category, until: addDuration(ctx.now, term) })) : []
  })
  const [holds, ...byTable] = await Promise.all([placed, ...held])
  return [...new Map(byTable.flat().map(each => [each.category, each])).values(), ...holds.map(({ category, until_at, ground }): Held => ({ category, until: until_at, ground }))]
}

export const showErasure = query('rights.show-erasure', {
  input: z.strictObject({ id: z.uuid() }),
  async find({ db }: Context, { id }) {
    const found = await db.selectFrom('rights.erasures').select(['id', 'asked_at', 'completed_at', 'rows_removed', 'files_removed', 'looked_through', 'recipients_told', 'kept']).where('id', '=', id).executeTakeFirst()
    return found && { ...found, kept: (found.kept as (Omit<Held, 'until'> & { until: string })[]).map((each): Held => ({ ...each, until: new Date(each.until) })) }
  },
  may: () => true,
  reveals: () => [],
})
