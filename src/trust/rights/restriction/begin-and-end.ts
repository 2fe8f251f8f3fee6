import type { Database } from '#platform/database/database.ts'
import { announce } from '#platform/events/events.ts'
import { uuidv7 } from '#platform/ids.ts'
import { duty, owe, settle } from '#platform/obligations/obligations.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Context } from '#trust/audit/audit.ts'
import { addDuration } from '#trust/law/law.ts'
import { restrictionsOf, type Scope } from './standing.ts'

type Begun = { person: string; scope: Scope; subject?: string; request?: string; until?: Date }
const kind = 'rights.restriction-end'
/** Whoever asked hears of the decision first: what rests goes on resting for a day after it. */
const afterDecision = 'P1D'

/** From this moment it rests. @throws Refusal 409 where it does already. */
export async function begin({ db, now }: Pick<Context, 'db' | 'now'>, { person, scope, subject = '', request, until }: Begun): Promise<string> {
  const standing = await restrictionsOf(db, person, now)
  if (standing.some(each => each.scope === scope && each.subject === subject)) throw new Refusal(409, 'rights.rests-already')
  const id = uuidv7()
  // One whose day has come may still wait for its end to be told.
  await db.updateTable('rights.restrictions').set(({ ref }) => ({ ended_at: ref('until_at') })).where('person', '=', person).where('until_at', '<=', now).where('ended_at', 'is', null).execute()
  await db.insertInto('rights.restrictions').values({ id, person, request: request ?? null, scope, subject, since: now, until_at: until ?? null }).execute()
  if (until) await oweEnd(db, { id, person, until, now })
  return id
}

const oweEnd = (db: Database, { id, person, until, now }: { id: string; person: string; until: Date; now: Date }) =>
  owe(db, { kind, about: id, person, now, startAt: until, promisedBy: addDuration(until, afterDecision) })

/** Lifted by the person before its day, or where it has none. */
export async function end({ db, now }: Pick<Context, 'db' | 'now'>, id: string): Promise<void> {
  await db.updateTable('rights.restrictions').set({ ended_at: now }).where('id', '=', id).execute()
  await settle(db, { kind, about: id, now, effect: 'lifted' })
}

/**
 * What a decision does to what rests because of the request: an objection that is granted stands for good, everything else is over,
 * a day after the person has been told. A restriction that is granted begins.
 */
export async function decide({ db, now }: Pick<Context, 'db' | 'now'>, { id, person, kind: right, granted }: { id: string; person: string; kind: string; granted: boolean }): Promise<void> {
  const resting = await db.selectFrom('rights.restrictions').select(['id', 'scope']).where('request', '=', id).where('ended_at', 'is', null).execute()
  const until = addDuration(now, afterDecision)
  for (const each of resting) {
    if (each.scope === 'use' && granted) continue
    await db.updateTable('rights.restrictions').set({ until_at: until }).where('id', '=', each.id).execute()
    await oweEnd(db, { id: each.id, person, until, now })
  }
  const all = right === 'restriction' && granted && !(await restrictionsOf(db, person, now)).some(({ scope }) => scope === 'all')
  if (all) await begin({ db, now }, { person, scope: 'all', request: id })
}

/** On its day a restriction is over by itself, and its person is told. */
export const endDuty = duty<Context>(kind, {
  async fulfil({ db }, { about, person }) {
    const ended = await db.updateTable('rights.restrictions').set(({ ref }) => ({ ended_at: ref('until_at') })).where('id', '=', about).where('ended_at', 'is', null).executeTakeFirst()
    if (ended.numUpdatedRows) await announce(db, 'rights.restriction-ended', { person, about })
    return { effect: 'ended' }
  },
})
