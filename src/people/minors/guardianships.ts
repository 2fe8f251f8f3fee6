// Who decides along with somebody who is not of age yet: an address and a yes with its moment, and no paper about anybody.
import { dateIn } from '#platform/clock/clock.ts'
import type { Database, SealedValue } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/mail.ts'
import { seal } from '#platform/sealing/sealing.ts'
import type { Context } from '#trust/audit/audit.ts'
import { addDuration } from '#trust/law/law.ts'
import { ruleOf } from '#trust/policy/policy.ts'
import { ageRuleOf, setGuarded, type AgeRule } from '#people/accounts/accounts.ts'
import { askGuardian } from './controls.ts'
import { pageOf } from './keys.ts'

export type Guardianship = { id: string; person: string; email: SealedValue; of_age_on: SealedValue; policy_version: number; named_at: Date; confirm_by: Date; confirmed_at: Date | null; ended_at: Date | null; new_email: SealedValue | null; new_email_until: Date | null }

/** Under what the log keeps whatever a guardian does: they have no account by which it would know them. */
export const byGuardian = 'by:guardian' as const

const columns = ['id', 'person', 'email', 'of_age_on', 'policy_version', 'named_at', 'confirm_by', 'confirmed_at', 'ended_at', 'new_email', 'new_email_until'] as const
const all = (db: Database) => db.selectFrom('minors.guardianships').select([...columns])

/** Whether this school takes minors at all, once a guardian has said yes. */
export const takesMinors = (policy: Context['policy']): boolean => ageRuleOf(policy)?.guardianFrom !== undefined && ruleOf(policy, askGuardian) !== undefined

/** A minor has named somebody: from now on their conditions are bound to the account, and a letter is on its way. Named anew, the earlier is forgotten. */
export async function nameGuardian(ctx: Context, person: string, named: Named): Promise<void> {
  const id = await writeDown(ctx, person, named)
  await queueMail(ctx.db, { person, template: 'minors.ask', about: id, now: ctx.now })
}

type Named = { email: string; birthDate?: string | null | undefined }

/** Somebody invented whose guardian has said yes already, and was written where their page is. */
export async function guardedAlready(ctx: Context, person: string, named: Named): Promise<void> {
  const id = await writeDown(ctx, person, named)
  await ctx.db.updateTable('minors.guardianships').set({ confirmed_at: ctx.now }).where('id', '=', id).execute()
  await queueMail(ctx.db, { person, template: 'minors.page', about: id, now: ctx.now })
}

async function writeDown(ctx: Context, person: string, { email, birthDate }: Named): Promise<string> {
  const [rule, age] = [ruleOf(ctx.policy, askGuardian)!, ageRuleOf(ctx.policy)!]
  const id = uuidv7()
  await ctx.db.deleteFrom('minors.guardianships').where('person', '=', person).execute()
  await ctx.db.insertInto('minors.guardianships').values({
    id, person, policy_version: ctx.policy.version.number, named_at: ctx.now, confirm_by: addDuration(ctx.now, rule.within),
    ...seal(ctx, { table: 'minors.guardianships', row: id, person }, { email, of_age_on: birthDate ? birthdayAt(birthDate, age.from) : surelyOfAge(dateIn(ctx.now, ctx.zone), age) }),
  }).execute()
  await setGuarded(ctx, person, ctx.now)
  return id
}

/** Whoever says now that they are of age takes back what was said before under this address. */
export const forgetGuardian = (db: Database, person: string) => db.deleteFrom('minors.guardianships').where('person', '=', person).execute()

/** The day somebody born on this date is so many years old. Whoever was born on 29 February is it on 1 March, like everywhere in this house. */
export function birthdayAt(birthDate: string, years: number): string {
  const day = `${Number(birthDate.slice(0, 4)) + years}${birthDate.slice(4)}`
  return day.endsWith('-02-29') && new Date(`${day}T00:00Z`).toISOString().slice(0, 10) !== day ? `${day.slice(0, 4)}-03-01` : day
}

/** Where only the age band is known: the day on which even the youngest of it has come of age. A guardian may end it before. */
const surelyOfAge = (day: string, { from, guardianFrom }: AgeRule): string => birthdayAt(day, from - (guardianFrom ?? from))

export const guardianshipOf = (db: Database, person: string): Promise<Guardianship | undefined> => all(db).where('person', '=', person).executeTakeFirst()
export const guardianshipById = (db: Database, id: string): Promise<Guardianship | undefined> => all(db).where('id', '=', id).executeTakeFirst()

/** The page of somebody's guardian, as their letter leads to it; undefined for everybody else. */
export async function guardianOf({ db, site }: Pick<Context, 'db' | 'site'>, person: string): Promise<string | undefined> {
  const found = await db.selectFrom('minors.guardianships').select('id').where('person', '=', person).where('confirmed_at', 'is not', null).where('ended_at', 'is', null).executeTakeFirst()
  return found && pageOf(site, found.id)
}

/** Whether somebody who is a minor has their guardian's yes; undefined for everybody else. */
export async function guardianSaidYes(db: Database, person: string): Promise<boolean | undefined> {
  const found = await db.selectFrom('minors.guardianships').select(['confirmed_at', 'ended_at']).where('person', '=', person).executeTakeFirst()
  return found && !found.ended_at ? found.confirmed_at !== null : undefined
}

/** Those nobody has said yes to, and whose days are over. */
export const pastConfirming = async (db: Database, now: Date): Promise<string[]> =>
  (await db.selectFrom('minors.guardianships').select('person').where('confirmed_at', 'is', null).where('confirm_by', '<=', now).limit(500).execute()).map(({ person }) => person)

/** Everybody whose guardian decides with them now. */
export const guarded = (db: Database): Promise<Guardianship[]> => all(db).where('confirmed_at', 'is not', null).where('ended_at', 'is', null).execute()

/** Every address that may be written to, for whoever has lost the letter. */
export const stillOpen = (db: Database): Promise<Guardianship[]> => all(db).where('ended_at', 'is', null).execute()
