import { sql } from 'kysely'
import { inSite } from '#platform/database/database.ts'
import { logFault } from '#platform/fault.ts'
import { Forgotten, seal, withKeys } from '#platform/sealing/sealing.ts'
import type { Context } from '#trust/audit/audit.ts'
import { stoppedUses } from '#trust/purposes/purposes.ts'
import type { Seen, Stayed } from './queue.ts'

/** One transaction for all of it. Whoever was erased meanwhile, or has stopped this use of their data, is left out, and keeps nobody else from being written. */
export async function writeNotes(ctx: Context, seen: Seen[], stayed: Stayed[]): Promise<void> {
  if (!seen.length && !stayed.length) return
  try {
    await ctx.keys.fetch(seen.flatMap(({ person }) => person ?? []))
    await withKeys(ctx, () => inSite(ctx.db, ctx.site, async db => {
      const inside = { ...ctx, db }
      const stopped = await stoppedUses(inside)
      const goesOn = ({ by, purpose }: Seen) => by === null || !stopped(by, purpose)
      const [pages, stays] = [seen.filter(goesOn), stayed.filter(({ of }) => goesOn(of))]
      await Promise.all([writeRows(inside, pages), writeStays(inside, stays), writeCounts(inside, pages, stays), writeNetworks(inside, pages), writeOutside(inside, pages.filter(({ by, outside }) => by === null || outside && !stopped(by, outside.purpose)))])
    }, { now: ctx.now }))
  } catch (error) {
    if (!(error instanceof Forgotten) && (error as { code?: string }).code !== noSuchPerson) return void logFault(`${ctx.site} interaction`, error)
    if (seen.length < 2) return writeNotes(ctx, [], stayed)
    const half = seen.length >> 1
    await writeNotes(ctx, seen.slice(0, half), stayed)
    await writeNotes(ctx, seen.slice(half), [])
  }
}

/** The row of accounts.people that it points at is gone. */
const noSuchPerson = '23503'

async function writeRows(ctx: Context, seen: Seen[]) {
  const rows = seen.flatMap(({ id, person, at, seconds, purpose, page, element, device, browser, system, address }) => person === null ? [] : [{
    id, person, at, seconds: seconds ?? null, purpose, ...seal(ctx, { table: 'interaction.visits', row: id, person }, { page, element, device, browser, system, address }),
  }])
  if (rows.length) await ctx.db.insertInto('interaction.visits').values(rows).execute()
}

async function writeStays({ db }: Context, stayed: Stayed[]) {
  const own = [...new Map(stayed.filter(({ of }) => of.person !== null).map(({ of }) => [of.id, of.seconds!]))]
  if (!own.length) return
  await sql`update interaction.visits as v set seconds = s.seconds from (values ${sql.join(own.map(([id, seconds]) => sql`(${id}::uuid, ${seconds}::int)`))}) as s (id, seconds) where v.id = s.id`.execute(db)
}

/** The same page in the same hour on the same kind of machine is one row, whoever it was. */
async function writeCounts({ db }: Context, seen: Seen[], stayed: Stayed[]) {
  const counts = new Map<string, ReturnType<typeof rowOf>>()
  const add = (of: Seen, views: number, seconds: number) => {
    const row = rowOf(of)
    const key = JSON.stringify(row)
    const known = counts.get(key) ?? counts.set(key, row).get(key)!
    known.views += views
    known.seconds += seconds
  }
  for (const each of seen) add(each, 1, each.seconds ?? 0)
  for (const { of, more } of stayed) add(of, 0, more)
  if (!counts.size) return
  await db.insertInto('interaction.counts').values([...counts.values()])
    .onConflict(clash => clash.columns(['site', 'hour', 'page', 'element', 'device', 'browser', 'system']).doUpdateSet({
      views: sql`interaction.counts.views + excluded.views`, seconds: sql`interaction.counts.seconds + excluded.seconds`,
    })).execute()
}

const hourOf = (at: Date) => new Date(at.getTime() - at.getTime() % 3_600_000)
const rowOf = ({ at, page, element = '', device = '', browser = '', system = '' }: Seen) =>
  ({ hour: hourOf(at), page, element, device, browser, system, views: 0, seconds: 0 })

/** By day and apart from pages: a network and its country say where from, and nothing of what was read. */
async function writeNetworks({ db, zone }: Context, seen: Seen[]) {
  const days = Map.groupBy(seen.filter(({ network }) => network), ({ at, network }) => `${at.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate()} ${network}`)
  if (!days.size) return
  const rows = [...days].map(([key, all]) => ({ day: key.split(' ')[0]!, network: key.split(' ')[1]!, country: all[0]!.country ?? '', views: all.length }))
  await db.insertInto('interaction.networks').values(rows)
    .onConflict(clash => clash.columns(['site', 'day', 'network']).doUpdateSet({ country: sql`excluded.country`, views: sql`interaction.networks.views + excluded.views` })).execute()
}

/** What the service outside will be told: the same page in the same hour in the same language is one row, whoever it was. */
async function writeOutside({ db }: Context, seen: Seen[]) {
  const counts = Map.groupBy(seen.filter(({ outside, element }) => outside && !element), ({ at, page, outside }) => JSON.stringify([hourOf(at), page, outside!.language]))
  const rows = [...counts.values()].map(alike => ({ hour: hourOf(alike[0]!.at), page: alike[0]!.page, language: alike[0]!.outside!.language, views: alike.length }))
  if (!rows.length) return
  await db.insertInto('interaction.outside').values(rows)
    .onConflict(clash => clash.columns(['site', 'hour', 'page', 'language']).doUpdateSet({ views: sql`interaction.outside.views + excluded.views` })).execute()
}
