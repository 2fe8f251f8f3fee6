// What a view of the log is narrowed by: the same words stand in the address, in a kept view and in the manifest of an export.
import { z } from 'zod'
import { midnightOf } from '#platform/clock/clock.ts'
import type { Database } from '#platform/database/database.ts'
import { acts } from './acts.ts'

const text = z.string().trim().max(80).optional()
const day = z.iso.date().optional()
export const filterNames = ['act', 'kind', 'role', 'outcome', 'from', 'to', 'actor', 'subject'] as const
export type FilterName = (typeof filterNames)[number]
export const filterShape = { act: text, kind: z.enum(['deed', 'look']).optional(), role: text, outcome: z.enum(['done', 'refused']).optional(), subject: text, actor: text, from: day, to: day }
export type Filters = { [Name in FilterName]?: string | undefined }

/** Only what narrows: other words of an address, and empty fields, are no filters. */
export const filtersIn = (query: Record<string, string | undefined>): Filters =>
  Object.fromEntries(filterNames.flatMap(name => query[name] ? [[name, query[name]]] : []))

/** What was typed into a filter and cannot be one, such as a day that no calendar has. */
export const wrongIn = (query: Record<string, string | undefined>): FilterName[] =>
  filterNames.filter(name => query[name] && !filterShape[name].safeParse(query[name]).success)

/** An address without what is wrong in it: the log is shown narrowed by the rest. */
export function withoutWrong(query: Record<string, string>): Record<string, string> {
  const wrong: readonly string[] = wrongIn(query)
  return Object.fromEntries(Object.entries(query).filter(([name]) => !wrong.includes(name)))
}

/** Typed by a person: what is no id is nobody's. */
const someone = (typed: string) => z.uuid().safeParse(typed).data ?? '00000000-0000-0000-0000-000000000000'

const facts = ['id', 'number', 'at', 'actor', 'role', 'act', 'subject', 'details', 'outcome', 'purpose', 'thing'] as const

/** The entries of a view with their places in the tree, the latest first. Days are those of the zone. */
export function entriesIn(db: Database, zone: string, { act, kind, role, outcome, subject, actor, from, to }: Filters) {
  return db.selectFrom('audit.entries')
    .select(eb => [...facts, eb.selectFrom('audit.leaves').select('position').whereRef('audit.leaves.entry', '=', 'audit.entries.id').as('position')])
    .$if(Boolean(act), query => query.where('act', 'like', `${act!.replaceAll(/[%_\\]/g, '\\$&')}%`))
    .$if(Boolean(kind), query => query.where('act', kind === 'deed' ? 'in' : 'not in', acts('deed')))
    .$if(Boolean(role), query => query.where('role', '=', role!))
    .$if(Boolean(outcome), query => query.where('outcome', '=', outcome!))
    .$if(Boolean(subject), query => query.where('subject', '=', someone(subject!)))
    .$if(Boolean(actor), query => query.where('actor', '=', someone(actor!)))
    .$if(Boolean(from), query => query.where('at', '>=', midnightOf(from!, zone)))
    .$if(Boolean(to), query => query.where('at', '<', midnightOf(to!, zone, 1)))
    .orderBy('number', 'desc')
}
