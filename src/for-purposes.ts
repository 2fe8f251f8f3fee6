// Whatever works without a visitor says what for as well, and gets no other data than that opens: it runs under its own name.
import type { Listener } from '#platform/events/events.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import type { Templates } from '#platform/mail/mail.ts'
import type { Duty } from '#platform/obligations/obligations.ts'
import { handReads, type Database } from '#platform/database/database.ts'
import { handUse, type Context } from '#trust/audit/audit.ts'
import { hand, handRest, learnWhatRests, purposeNow, refuseResting, refuseUndeclared, restingFor, underPurpose, withholding, type Limit } from '#trust/purposes/purposes.ts'
import { limitsStanding } from '#trust/rights/rights.ts'
import { frozenNow } from '#people/accounts/accounts.ts'
import { goesOn, servesOf } from './act-purposes.ts'

/** From here on every read is held against the purpose of the function that asks. */
export function bindPurposes(functions: () => readonly string[]) {
  handReads(refuseUndeclared, withholding)
  handUse({ under: underPurpose, now: purposeNow, resting: learnWhatRests, refuse: refuseResting })
  hand({ serves: servesOf, functions })
  handRest({ limits: atRest, chief: name => servesOf(name)?.[0], goesOn })
}

/** What people have put on hold themselves, and everything of those whose account is frozen. */
async function atRest(db: Database, now: Date): Promise<Limit[]> {
  const [restricted, frozen] = await Promise.all([limitsStanding(db, now), frozenNow(db)])
  return [...restricted, ...frozen.map(person => ({ person, scope: 'all', subject: '' }))]
}

const rests = async (ctx: Context, name: string, person: string | null) => person !== null && (await restingFor(ctx, name))(person)

// The guardian of somebody whose account is frozen goes on reading.
const toGuardians = new Set(['minors.ask', 'minors.page', 'minors.closed', 'minors.move', 'minors.move-asked', 'minors.of-age-guardian'])

/** To an account that is frozen no letter goes at all, whatever it is about. */
const isShut = async ({ db }: Context, name: string, person: string | null) => person !== null && !toGuardians.has(name) && (await frozenNow(db)).includes(person)

/** Of whoever rests nothing is heard, and they are written nothing: what must be said all the same is named in act-purposes. */
export const heard = (all: readonly Listener<Context>[]) => all.map((each): Listener<Context> => ({ ...each, hear: (ctx, happened) => underPurpose(ctx, each.name, async () => await rests(ctx, each.name, happened.person) ? undefined : each.hear(ctx, happened)) }))

/** What runs for the whole house has no policy of a school, and enters each by itself. */
export const worked = (all: readonly Job[]) => all.map((each): Job => ({ ...each, run: (ctx, order) => each.perSchool ? underPurpose(ctx, each.name, () => each.run(ctx, order)) : each.run(ctx, order) }))

export const owed = (all: readonly Duty<Context>[]) => all.map((each): Duty<Context> => ({
  ...each,
  ...each.prepare && { prepare: (ctx, owing) => underPurpose(ctx, each.kind, () => each.prepare!(ctx, owing)) },
  fulfil: (ctx, owing, prepared) => underPurpose(ctx, each.kind, () => each.fulfil(ctx, owing, prepared)),
}))

export const written = (all: Templates<Context>): Templates<Context> =>
  Object.fromEntries(Object.entries(all).map(([name, write]) => [name, (ctx: Context, letter: Parameters<typeof write>[1]) => underPurpose(ctx, name, async () => await rests(ctx, name, letter.person) || await isShut(ctx, name, letter.person) ? undefined : write(ctx, letter))]))
