// Counts for the service that a school has named: about nobody, through the gate, hour by hour.
import { sql } from 'kysely'
import { inSite } from '#platform/database/database.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { passOut } from '#trust/processors/processors.ts'
import { givenService, recipientIn } from './outside.ts'

const hour = 3_600_000
const atOnce = 2000

/** Every hour that has ended, one message each, the oldest first. Returns how many hours went. @throws Refusal processors.closed */
export async function passOn(ctx: Context): Promise<number> {
  const service = givenService()
  const inside = <R>(work: (db: Context['db']) => Promise<R>) => inSite(ctx.db, ctx.site, work, askingOf(ctx))
  if (!service || !recipientIn(ctx.policy)) {
    await inside(db => db.deleteFrom('interaction.outside').execute()) // nobody is named any more: nothing waits for nobody
    return 0
  }
  const rows = await inside(db => db.selectFrom('interaction.outside').select(['hour', 'page', 'language', 'views'])
    .where('hour', '<=', new Date(ctx.now.getTime() - hour)).orderBy('hour').orderBy('page').orderBy('language').limit(atOnce).execute())
  const hours = [...Map.groupBy(rows, ({ hour }) => hour.toISOString())]
  for (const [at, all] of hours) {
    const payload = { hour: at, page: all.map(({ page }) => page), language: all.map(({ language }) => language), views: all.map(({ views }) => views) }
    await passOut(ctx, { setting: '$ANALYTICS_URL', host: service.host, person: null, payload }, declared => service.send(declared as typeof payload, ctx.address.origin))
    const gone = sql.join(all.map(({ page, language, views }) => sql`(${page}, ${language}, ${views}::int)`))
    await inside(db => sql`delete from interaction.outside as waiting using (values ${gone}) as gone (page, language, views)
      where waiting.hour = ${new Date(at)} and (waiting.page, waiting.language, waiting.views) = (gone.page, gone.language, gone.views)`.execute(db))
  }
  return hours.length
}
