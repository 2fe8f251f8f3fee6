import { z } from 'zod'
import type { SealedValue } from '#platform/database/database.ts'
import type { Context } from './context.ts'
import { entriesIn, filterShape } from './filters.ts'
import { query } from './query.ts'
import { viewsOf } from './keep-view.ts'

export type LogRow = { id: string; number: number; at: Date; actor: string | null; role: string; act: string; subject: string | null; details: SealedValue | null; outcome: string; purpose: string | null; thing: string | null; position: number | null }
/** Entries from `from` through `to`, counted from one, are vouched for by no sound checkpoint. */
export type Alarm = { at: Date; fault: string | null; from: number; to: number }
export type Log = { rows: LogRow[]; next: number | null; alarm: Alarm | null; views: { id: string; name: SealedValue; filters: SealedValue }[] }
const perPage = 50

/** The whole log of the school, the latest first, fifty at a time. Days are those of the school. Whoever reads it is in it: a page of it is a look at those it names. */
export const showLog = query('audit.show-log', {
  input: z.object({ ...filterShape, before: z.coerce.number().int().positive().optional() }),
  async find({ db, zone, actor: { person } }: Context, { before, ...filters }): Promise<Log> {
    const [found, verdict, views] = await Promise.all([
      entriesIn(db, zone, filters).$if(Boolean(before), query => query.where('number', '<', before!)).limit(perPage + 1).execute(),
      db.selectFrom('audit.verdicts').select(['at', 'intact', 'fault', 'fault_at', 'fault_from', 'entries']).orderBy('at', 'desc').limit(1).executeTakeFirst(),
      viewsOf(db, person),
    ])
    const rows = found.slice(0, perPage)
    return { rows, next: found.length > perPage ? rows.at(-1)!.number : null, views, alarm: verdict && !verdict.intact ? alarmOf(verdict) : null }
  },
  may: actor => actor.role === 'privacy-officer',
  reveals: ({ rows }) => rows.map(({ subject }) => subject),
})

/** An entry that differs leaves all after it without proof as well; a checkpoint that does not fit, all that it covers. */
function alarmOf({ at, fault, fault_at, fault_from, entries }: { at: Date; fault: string | null; fault_at: number | null; fault_from: number | null; entries: number }): Alarm {
  const from = (fault_from ?? 0) + 1
  return { at, fault, from, to: Math.max(from, entries, fault_at ?? 0) }
}
