import { sql } from 'kysely'
import { z } from 'zod'
import { inSite, type Database } from '#platform/database/database.ts'
import { fill } from '#platform/locale.ts'
import { control, judge, type SiteContext } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'

/** In the application's own role everything is tried that it must never be able to do; each must be refused by the database itself. */
export const protectDatabase = control('protect', 'database', {
  rule: z.strictObject({}),
  kind: 'probe',
  async prove(_, ctx) {
    const log = ctx.map.find(table => table.columns.some(({ note }) => note.says === 'data' && note.category === 'audit.trail'))!
    const table = sql.table(log.name)
    const refused = await Promise.all([
      sql`delete from ${table} where false`, sql`update ${table} set site = site where false`, sql`insert into ${table} default values`,
      sql`truncate ${table}`, sql`drop table ${table}`, sql`alter table ${table} disable row level security`, sql`create schema intruder`,
      sql`select set_config('app.site', 'another', true)`, sql`copy (select 1) to program 'true'`,
    ].map(attempt => isRefused(ctx, db => attempt.execute(db))))
    const strangers = await rowsOfOthers(ctx)
    const passed = refused.filter(no => !no).length
    return judge(refused.length, passed + strangers, fill(messages.database, { tried: refused.length, refused: refused.length - passed, tables: ctx.map.length, strangers }))
  },
})

const aside = Symbol('undone')

/** Whatever got through is undone. "Insufficient privilege" is the one answer that counts. */
async function isRefused(ctx: SiteContext, attempt: (db: Database) => Promise<unknown>): Promise<boolean> {
  try {
    await inSite(ctx.db, ctx.site, async db => { await attempt(db); throw aside })
    return false
  } catch (error) {
    if (error === aside) return false
    if ((error as { code?: string }).code === '42501') return true
    throw error
  }
}

/** Tables in which a row of another school can be seen from here. */
async function rowsOfOthers({ db, site, map }: SiteContext): Promise<number> {
  const seen = map.filter(({ columns }) => columns.some(({ name }) => name === 'site')).map(({ name }) => sql`exists (select from ${sql.table(name)} where site <> ${site})::int`)
  const { rows: [found] } = await inSite(db, site, db => sql<{ n: number }>`select ${sql.join(seen, sql` + `)} as n`.execute(db))
  return found!.n
}
