import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import type { Text } from '#platform/locale.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import type { Evidence, Kind, Policy, Promised, State } from '#trust/policy/policy.ts'
import { defaultValidity } from './check-promises.ts'
import { messages } from './messages.ts'

export type Checked = Pick<Promised, 'id' | 'says' | 'chapter' | 'keeps'> & { name: string; evidence: Evidence; looked: boolean }
export type Result = { checkedAt: Date; state: State; figure: Text }

type Row = { promise: string; checked_at: Date; kind: Kind; state: State; figure: Text; valid_for_ms: number }

/** The last finding about each promise of a school, as it stands now. Not looked at yet, or too long ago, is unproven. */
export async function evidenceOf(db: Database, policy: Policy, now: Date): Promise<Checked[]> {
  const { rows } = await sql<Row>`
    select distinct on (promise) promise, checked_at, kind, state, figure, valid_for_ms::float as valid_for_ms
    from evidence.results where checked_at <= ${now} order by promise, checked_at desc`.execute(db)
  const stored = new Map(rows.map(row => [row.promise, row]))
  return policy.promises.map(({ id, says, chapter, keeps, verb, subject, control }) =>
    ({ id, says, chapter, keeps, name: `${verb}/${subject}`, evidence: standing(stored.get(id), control.kind, now), looked: stored.has(id) }))
}

function standing(row: Row | undefined, kind: Kind, now: Date): Evidence {
  if (!row) return { kind, state: 'unproven', figure: messages['not-yet'], checkedAt: now, validFor: defaultValidity }
  const old = now.getTime() - row.checked_at.getTime() > row.valid_for_ms
  return { kind, state: old ? 'unproven' : row.state, figure: old ? messages['too-old'] : row.figure, checkedAt: row.checked_at, validFor: row.valid_for_ms }
}

/** Since when each broken promise has been broken without a break, as far back as the results go. */
async function brokenSince(db: Database, now: Date): Promise<Map<string, Date>> {
  const { rows } = await sql<{ promise: string; since: Date }>`
    select promise, min(checked_at) as since from evidence.results broken where state = 'broken' and checked_at <= ${now}
      and not exists (select from evidence.results later where later.promise = broken.promise and later.state <> 'broken' and later.checked_at > broken.checked_at and later.checked_at <= ${now})
    group by promise`.execute(db)
  return new Map(rows.map(({ promise, since }) => [promise, since]))
}

/** All promises as they stand; the broken ones with the moment since when. */
export const showEvidence = query('evidence.show', {
  input: z.strictObject({}),
  async find({ db, policy, now }: Context) {
    const [promises, since] = await Promise.all([evidenceOf(db, policy, now), brokenSince(db, now)])
    return { promises, since }
  },
  may: () => true,
  reveals: () => [],
})

/** One promise with its last thirty results, the latest first. */
export const showPromise = query('evidence.show-promise', {
  input: z.strictObject({ id: z.string() }),
  async find({ db, policy, now }: Context, { id }) {
    const [all, rows] = await Promise.all([
      evidenceOf(db, policy, now),
      db.selectFrom('evidence.results').select(['checked_at', 'state', 'figure']).where('promise', '=', id).orderBy('checked_at', 'desc').limit(30).execute(),
    ])
    const checked = all.find(promise => promise.id === id)
    const promised = policy.promises.find(promise => promise.id === id)
    if (!checked || !promised) return undefined
    const results = rows.map((row): Result => ({ checkedAt: row.checked_at, state: row.state as State, figure: row.figure as unknown as Text }))
    return { checked, results, version: policy.version, chapter: { title: policy.chapters.find(({ id }) => id === promised.chapter)!.title }, rule: promised.rule, responsible: policy.operator.responsible }
  },
  may: () => true,
  reveals: () => [],
})

export const countStates = (all: readonly Checked[]) => {
  const count = (state: State) => all.filter(({ evidence }) => evidence.state === state).length
  return { all: all.length, kept: count('kept'), due: count('due'), broken: count('broken'), paused: count('paused'), unproven: count('unproven') }
}

/** What programs read: the same findings, nothing about people. */
export const evidenceAsJson = (site: string, all: readonly Checked[]) => all.map(({ id, name, keeps, says, evidence }) =>
  ({ site, id, name, ledger: keeps, says, kind: evidence.kind, state: evidence.state, figure: evidence.figure, checkedAt: evidence.checkedAt.toISOString(), validFor: evidence.validFor }))

/** The minute a moment is in, as pages print it. */
export const minuteOf = (at: Date | undefined) => at && Math.floor(at.getTime() / 60_000)

/** The moment most promises were looked at, to the minute; nothing when none was. */
export function usualMoment(promises: Pick<Checked, 'evidence' | 'looked'>[]): Date | undefined {
  const times = Map.groupBy(promises.filter(({ looked }) => looked).map(({ evidence }) => evidence.checkedAt), minuteOf)
  return [...times.values()].toSorted((a, b) => b.length - a.length)[0]?.[0]
}
