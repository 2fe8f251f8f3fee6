// An account that a report holds closed: since when, and what it was before.
import type { Database } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { personById, setState, type PersonState } from '#people/accounts/accounts.ts'
import { closeSessionsOf, voidLinks } from '#people/sign-in/sign-in.ts'
import { z } from 'zod'

export type Hold = { id: string; person: string; ticket: string | null; state_before: string; began_at: Date; ended_at: Date | null }
const all = (db: Database) => db.selectFrom('child_reports.holds').select(['id', 'person', 'ticket', 'state_before', 'began_at', 'ended_at'])

export const openHolds = (db: Database): Promise<Hold[]> => all(db).where('ended_at', 'is', null).orderBy('began_at').limit(500).execute()
export const holdById = (db: Database, id: string): Promise<Hold | undefined> => all(db).where('id', '=', id).executeTakeFirst()
export const holdsOf = (db: Database, person: string): Promise<Hold[]> => all(db).where('person', '=', person).orderBy('began_at').execute()
export const holdsFor = (db: Database, ticket: string): Promise<Hold[]> => all(db).where('ticket', '=', ticket).where('ended_at', 'is', null).execute()

const freezable = ['pending', 'waiting', 'active', 'suspended']
// A second report about an account that was looked into lately would only be a way to shut somebody out.
const clearedFor = 180 * 86_400_000

/** Whether a report by itself closes this account. People who work here, and whoever was looked into lately, wait for the officer. */
export async function freezesByItself({ db, now }: Pick<Context, 'db' | 'now'>, person: string): Promise<boolean> {
  const [account, holds] = await Promise.all([personById(db, person), holdsOf(db, person)])
  const cleared = holds.some(({ ended_at }) => ended_at && ended_at.getTime() > now.getTime() - clearedFor)
  return account?.role === 'learner' && (freezable.includes(account.state) || account.state === 'frozen') && !cleared
}

/** From this moment nobody comes in, nothing of them is shown or used, and no letter goes to them. @throws Refusal 409 where there is nothing to close */
export const freeze = command('child-reports.freeze', {
  input: z.strictObject({ person: z.uuid(), ticket: z.uuid().nullable() }),
  load: ({ db }: Context, { person }) => personById(db, person),
  may: () => true, // anyone may report; who names an account by hand is looked at where that is asked
  async run(ctx, { id: person, state }, { ticket }) {
    const before = state === 'frozen' ? (await holdsOf(ctx.db, person)).find(({ ended_at }) => !ended_at)?.state_before : state
    if (!before || !freezable.includes(before)) throw new Refusal(409, 'child-reports.nothing-to-close', {}, { field: 'account' })
    const id = uuidv7()
    await ctx.db.insertInto('child_reports.holds').values({ id, person, ticket, state_before: before, began_at: ctx.now }).execute()
    if (state !== 'frozen') await Promise.all([setState(ctx, person, 'frozen'), closeSessionsOf(ctx.db, person), voidLinks(ctx.db, person, ['enter', 'reset'])])
    return { id }
  },
  audit: ({ id }) => ({ subject: id }),
})

/** Every hold on a person is over, and all the reports that led to them. */
export async function endHolds({ db, now }: Pick<Context, 'db' | 'now'>, person: string): Promise<Hold[]> {
  const open = (await holdsOf(db, person)).filter(({ ended_at }) => !ended_at)
  if (!open.length) throw new Refusal(409, 'child-reports.over')
  await db.updateTable('child_reports.holds').set({ ended_at: now }).where('person', '=', person).where('ended_at', 'is', null).execute()
  return open
}

export const stateBefore = (holds: readonly Hold[]): PersonState => holds[0]!.state_before as PersonState
export const ticketsOf = (holds: readonly Hold[]): string[] => [...new Set(holds.flatMap(({ ticket }) => ticket ?? []))]
