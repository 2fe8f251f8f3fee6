import { z } from 'zod'
import type { SealedValue } from '#platform/database/database.ts'
import type { Context } from './context.ts'
import { query } from './query.ts'

export type LogRow = { id: string; number: number; at: Date; actor: string | null; role: string; act: string; subject: string | null; details: SealedValue | null; outcome: string; purpose: string | null; position: number | null }
export type Log = { rows: LogRow[]; next: number | null; alarm: { at: Date; fault: string | null } | null }
const text = z.string().trim().max(80).optional()
const perPage = 50
/** Typed by a person: what is no id is nobody's. */
const someone = text.transform(typed => typed === undefined ? undefined : z.uuid().safeParse(typed).data ?? '00000000-0000-0000-0000-000000000000')
const day = z.iso.date().optional()
const facts = ['id', 'number', 'at', 'actor', 'role', 'act', 'subject', 'details', 'outcome', 'purpose'] as const

/** The whole log of the school, the latest first, fifty at a time. Days are those of the school. Whoever reads it is in it: a page of it is a look at those it names. */
export const showLog = query('audit.show-log', {
  input: z.object({ act: text, role: text, outcome: z.enum(['done', 'refused']).optional(), subject: someone, actor: someone, from: day, to: day, before: z.coerce.number().int().positive().optional() }),
  async find({ db, zone }: Context, { act, role, outcome, subject, actor, from, to, before }): Promise<Log> {
    const midnight = (date: string, days = 0) => new Date(Temporal.PlainDate.from(date).add({ days }).toZonedDateTime({ timeZone: zone }).epochMilliseconds)
    const [found, verdict] = await Promise.all([
      db.selectFrom('audit.entries')
        .select(eb => [...facts, eb.selectFrom('audit.leaves').select('position').whereRef('audit.leaves.entry', '=', 'audit.entries.id').as('position')])
        .$if(Boolean(act), query => query.where('act', 'like', `${act!.replaceAll(/[%_\\]/g, '\\$&')}%`))
        .$if(Boolean(role), query => query.where('role', '=', role!))
        .$if(Boolean(outcome), query => query.where('outcome', '=', outcome!))
        .$if(Boolean(subject), query => query.where('subject', '=', subject!))
        .$if(Boolean(actor), query => query.where('actor', '=', actor!))
        .$if(Boolean(from), query => query.where('at', '>=', midnight(from!)))
        .$if(Boolean(to), query => query.where('at', '<', midnight(to!, 1)))
        .$if(Boolean(before), query => query.where('number', '<', before!))
        .orderBy('number', 'desc').limit(perPage + 1).execute(),
      db.selectFrom('audit.verdicts').select(['at', 'intact', 'fault']).orderBy('at', 'desc').limit(1).executeTakeFirst(),
    ])
    const rows = found.slice(0, perPage)
    return { rows, next: found.length > perPage ? rows.at(-1)!.number : null, alarm: verdict && !verdict.intact ? { at: verdict.at, fault: verdict.fault } : null }
  },
  may: actor => actor.role === 'privacy-officer',
  reveals: ({ rows }) => rows.map(({ subject }) => subject),
})
