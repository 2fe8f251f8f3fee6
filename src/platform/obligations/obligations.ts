// Obligations: everything a promise or the law dates. Due moment, effect and "done" are one transaction, so none is done twice
// or forgotten; a late one stays in the table and is seen as a broken promise.
import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { Inside } from '#platform/events/events.ts'
import { logFault, pauseAfter } from '#platform/fault.ts'
import { uuidv7 } from '#platform/ids.ts'

/** `promisedBy` in the school's words, `dueBy` the stricter of these and the law (the same, unless given). The machine begins at `startAt`. */
export type Owing = { kind: string; about: string; person?: string | null; now: Date; startAt?: Date; promisedBy: Date; dueBy?: Date }
export type Owed = { id: string; kind: string; about: string; person: string | null; asked_at: Date; promised_by: Date; due_by: Date; step: string; attempts: number }
/** What came of it: the word that is kept as its effect, or the step that is now behind us, when more remain. */
export type Fulfilled = { effect: string } | { step: string }

/**
 * What the machine does about one kind. `prepare` does what cannot be undone (files, vault, mail) outside of any transaction, may run
 * twice, and is told the last finished step; `fulfil` does the rest in the transaction that marks it done. A kind without a duty
 * waits for a person, who settles it.
 */
export type Duty<Ctx = any, P = any> = { kind: string; prepare?: (ctx: Ctx, owed: Owed) => Promise<P>; fulfil: (ctx: Ctx, owed: Owed, prepared: P) => Promise<Fulfilled> }

export const duty = <Ctx, P = undefined>(kind: string, parts: Omit<Duty<Ctx, P>, 'kind'>): Duty<Ctx, P> => ({ kind, ...parts })

/** Owing the same twice is owing it once: the first date stands. */
export async function owe(db: Database, { kind, about, person = null, now, startAt = now, promisedBy, dueBy = promisedBy }: Owing) {
  await db.insertInto('obligations.owed')
    .values({ id: uuidv7(), kind, about, person, asked_at: now, start_at: startAt, promised_by: promisedBy, due_by: dueBy < promisedBy ? dueBy : promisedBy })
    .onConflict(clash => clash.doNothing()).execute()
}

/** A person has done it, or it is no longer owed: `effect` says which. False when there was nothing open. */
export async function settle(db: Database, { kind, about, now, effect }: { kind: string; about: string; now: Date; effect: string }): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('obligations.owed').set({ done_at: now, effect })
    .where('kind', '=', kind).where('about', '=', about).where('done_at', 'is', null).executeTakeFirst()
  return numUpdatedRows > 0n
}

/** How a kind stands: what a clock's evidence counts. `late` were done or are still open after their due moment. */
export async function standing(db: Database, kind: string, now: Date): Promise<{ all: number; open: number; late: number }> {
  const { rows } = await sql<{ all: number; open: number; late: number }>`
    select count(*)::int as all, count(*) filter (where done_at is null)::int as open,
      count(*) filter (where coalesce(done_at, ${now}) > due_by)::int as late
    from obligations.owed where kind = ${kind}`.execute(db)
  return rows[0]!
}

/** How fast a kind is answered: of those settled as `answered` how many came in time, and the median in milliseconds (null while there is none). */
export async function paceOf(db: Database, kind: string, now: Date): Promise<{ all: number; open: number; late: number; answered: number; inTime: number; median: number | null }> {
  const { rows } = await sql<{ answered: number; inTime: number; median: number | null }>`
    select count(*)::int as answered, count(*) filter (where done_at <= due_by)::int as "inTime",
      percentile_cont(0.5) within group (order by extract(epoch from done_at - asked_at)) * 1000 as median
    from obligations.owed where kind = ${kind} and effect = 'answered'`.execute(db)
  return { ...await standing(db, kind, now), ...rows[0]! }
}

/** What is still open past its moment, the oldest first: for the office and for alarms. */
export const overdue = (db: Database, now: Date): Promise<Owed[]> => db.selectFrom('obligations.owed')
  .select(['id', 'kind', 'about', 'person', 'asked_at', 'promised_by', 'due_by', 'step', 'attempts'])
  .where('done_at', 'is', null).where('due_by', '<', now).orderBy('due_by').execute()

/** Everything open whose day comes before this moment, by kind: for the calendar of what is to come. */
export const comingDue = (db: Database, until: Date): Promise<Pick<Owed, 'kind' | 'due_by'>[]> =>
  db.selectFrom('obligations.owed').select(['kind', 'due_by']).where('done_at', 'is', null).where('due_by', '<', until).orderBy('due_by').execute()

export const obligationsWaiting = async (db: Database, now: Date, kinds: string[]): Promise<boolean> =>
  (await sql<{ waiting: boolean }>`select exists (select from obligations.owed where ${due(now, kinds)}) as waiting`.execute(db)).rows[0]!.waiting

/** Does everything whose moment has come. One that fails is tried again later, and holds up nothing else. */
export async function fulfilDue<Ctx extends { db: Database; now: Date; site: string }>(outer: Ctx, inside: Inside<Ctx>, duties: readonly Duty<Ctx>[]): Promise<number> {
  let done = 0
  const failed: string[] = []
  for (;;) {
    // Only looked at, not held: what is prepared outside may take long. The row is locked when its effect is written.
    const owed = await inside(ctx => next(ctx.db, ctx.now, duties.map(({ kind }) => kind), failed))
    if (!owed) return done
    const { prepare, fulfil } = duties.find(({ kind }) => kind === owed.kind)!
    try {
      const prepared = await prepare?.(outer, owed)
      if (!await inside(ctx => finish(ctx, owed, () => fulfil(ctx, owed, prepared)))) failed.push(owed.id)
      else done++
    } catch (error) {
      failed.push(owed.id)
      const fault = logFault(`${outer.site} ${owed.kind}`, error)
      await inside(ctx => ctx.db.updateTable('obligations.owed')
        .set({ attempts: owed.attempts + 1, fault, next_try_at: new Date(ctx.now.getTime() + pauseAfter(owed.attempts + 1)) }).where('id', '=', owed.id).execute())
    }
  }
}

const due = (now: Date, kinds: string[]) =>
  sql<boolean>`done_at is null and start_at <= ${now} and coalesce(next_try_at <= ${now}, true) and kind = any (${kinds})`

async function next(db: Database, now: Date, kinds: string[], without: string[]): Promise<Owed | undefined> {
  const { rows: [owed] } = await sql<Owed>`
    select id, kind, about, person, asked_at, promised_by, due_by, step, attempts from obligations.owed
    where ${due(now, kinds)} and id <> all (${without}::uuid[]) order by due_by limit 1 for update skip locked`.execute(db)
  return owed
}

/** False when another worker has it in hand, has taken the step already, or is done. */
async function finish({ db, now }: { db: Database; now: Date }, { id, step }: Owed, fulfil: () => Promise<Fulfilled>): Promise<boolean> {
  const { rows: [held] } = await sql`select from obligations.owed where id = ${id} and done_at is null and step = ${step} for update skip locked`.execute(db)
  if (!held) return false
  const came = await fulfil()
  if ('step' in came && came.step === step) throw new Error(`The step "${step}" leads to itself`)
  const changed = 'effect' in came ? { done_at: now, effect: came.effect } : { step: came.step }
  await db.updateTable('obligations.owed').set({ ...changed, attempts: 0, next_try_at: null, fault: null }).where('id', '=', id).execute()
  return true
}
