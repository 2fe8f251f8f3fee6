// What becomes of held rows: put aside when their person goes, so that nothing but the hold leads to them, and deleted when the hold ends.
import { sql } from 'kysely'
import { inSite } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { duty, type Owed } from '#platform/obligations/obligations.ts'
import { open, seal, SealedValue, withKeys } from '#platform/sealing/sealing.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { rowsOf, type Table } from '#trust/data-map/data-map.ts'
import { legalHoldsOf } from './standing.ts'

export const endKind = 'rights.legal-hold-end'
export const liftKind = 'rights.legal-hold-lift'

/** Before the key of a person goes: what is held is sealed anew, under the key that stays for the law. Done twice, it is done once. Returns how many rows. */
export const keepHeld = (ctx: Context, person: string): Promise<number> => withKeys(ctx, () => inSite(ctx.db, ctx.site, async db => {
  let kept = 0
  for (const { id, category, kept_at } of await legalHoldsOf(db, person, ctx.now)) {
    if (kept_at) continue
    const rows = (await Promise.all(ctx.map.map(table => rowsIn({ ...ctx, db }, table, person, category)))).flat()
    for (const { source, content } of rows) {
      const row = uuidv7()
      await db.insertInto('rights.held_rows').values({ id: row, hold: id, source, ...seal(ctx, { table: 'rights.held_rows', row, person, hold: true }, { content }) }).execute()
    }
    if (rows.length) await db.updateTable('rights.holds').set({ kept_at: ctx.now }).where('id', '=', id).execute()
    kept += rows.length
  }
  return kept
}, askingOf(ctx)))

/** What stands of one kind in one table, with whatever the table says of it besides: other kinds are no matter of this hold. */
async function rowsIn(ctx: Context, table: Table, person: string, category: string): Promise<{ source: string; content: string }[]> {
  const theirs = rowsOf(person, table, ctx.map)
  const held = table.columns.filter(({ note }) => note.says === 'data' && note.category === category && note.erase !== 'hold')
  if (!theirs || !held.length) return []
  const shown = table.columns.filter(({ name, note }) => held.some(each => each.name === name) || (note.says === 'fact' && name !== 'site') || (note.says === 'key' && note.as === 'owner' && note.of !== 'site'))
  const { rows } = await sql<Record<string, unknown>>`select ${sql.join(shown.map(({ name }) => sql.ref(name)))} from ${sql.table(table.name)} where ${theirs}`.execute(ctx.db)
  ctx.keys.need([person])
  const plain = (value: unknown) => value instanceof SealedValue ? open(ctx, value) : Buffer.isBuffer(value) ? value.toString('hex') : value
  return rows.filter(row => held.some(({ name }) => row[name] !== null)).map(row => ({ source: table.name, content: JSON.stringify(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))) }))
}

/** With their rows a person's holds go that keep nothing: those that are over, that nobody confirmed, or that found no row. */
export const dropEmptyHolds = (db: Context['db'], person: string) => db.deleteFrom('rights.holds').where('person', '=', person).where('kept_at', 'is', null).execute()

/** Nothing is left of any hold: for whoever is erased at once, with both keys. */
export const dropAllHolds = (db: Context['db'], person: string) => db.deleteFrom('rights.holds').where('person', '=', person).execute()

type Ending = { person: string | null; kept: boolean }

/** First the rows, then the key if nothing else is kept of this person, then the last thread to them. */
const ending = {
  async prepare(ctx: Context, { about, step }: Owed): Promise<Ending> {
    const found = await inSite(ctx.db, ctx.site, async db => {
      const hold = await db.selectFrom('rights.holds').select(['person', 'kept_at']).where('id', '=', about).executeTakeFirst()
      const other = hold?.person && await db.selectFrom('rights.holds').select('id').where('person', '=', hold.person).where('id', '<>', about).where('kept_at', 'is not', null).where('ended_at', 'is', null).executeTakeFirst()
      return { person: hold?.person ?? null, kept: Boolean(hold?.kept_at), other }
    }, askingOf(ctx))
    if (step === 'rows-gone' && found.person && found.kept && !found.other) await ctx.vault.forget(ctx.site, found.person, { kinds: ['law'], reason: 'law' }, ctx.now)
    return found
  },
  async fulfil({ db, now }: Context, { about, step }: Owed, { kept }: Ending) {
    if (step === 'rows-gone') {
      await db.updateTable('rights.holds').set({ person: null }).where('id', '=', about).execute()
      return { effect: 'ended' }
    }
    await db.deleteFrom('rights.held_rows').where('hold', '=', about).execute()
    await db.updateTable('rights.holds').set({ ended_at: now }).where('id', '=', about).execute()
    return kept ? { step: 'rows-gone' } : { effect: 'ended' }
  },
}

/** On its day a hold is over by itself; one that two people lift is over at once. */
export const holdDuties = [duty<Context, Ending>(endKind, ending), duty<Context, Ending>(liftKind, ending)]
