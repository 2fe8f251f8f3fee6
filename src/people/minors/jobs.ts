import { dateIn } from '#platform/clock/clock.ts'
import { inSite } from '#platform/database/database.ts'
import { job } from '#platform/jobs/jobs.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { eraseAtOnce } from '#trust/rights/rights.ts'
import { ageRuleOf, birthDatesOf } from '#people/accounts/accounts.ts'
import { endByAge } from './decide.ts'
import { birthdayAt, guarded, pastConfirming } from './guardianships.ts'

/** Nobody said yes in the days that were set: all of it goes, the guardian's address too. */
export async function dropUnanswered(ctx: Context): Promise<number> {
  const gone = await inSite(ctx.db, ctx.site, db => pastConfirming(db, ctx.now), askingOf(ctx))
  for (const person of gone) await eraseAtOnce(ctx, person)
  return gone.length
}

/** From the first moment of the birthday, where the school is. */
export async function comeOfAge(ctx: Context): Promise<number> {
  const from = ageRuleOf(ctx.policy)?.from ?? 18
  const all = await reveal(ctx, await inSite(ctx.db, ctx.site, async db => {
    const minors = await guarded(db)
    const born = await birthDatesOf(db, minors.map(({ person }) => person))
    return minors.map(({ id, person, of_age_on }) => ({ id, of_age_on, born: born.get(person) ?? null }))
  }, askingOf(ctx)))
  // A birth date that the school has corrected counts as it is now.
  const due = all.filter(({ born, of_age_on }) => (born ? birthdayAt(born, from) : of_age_on ?? '9999') <= dateIn(ctx.now, ctx.zone))
  for (const { id } of due) await endByAge(ctx, { id })
  return due.length
}

// Long enough for the last letter to arrive.
const week = 7 * 86_400_000

/** The address of a guardian who no longer is one, and one that nobody confirmed. Returns how many guardians went. */
export const forgetEnded = (ctx: Context): Promise<number> => inSite(ctx.db, ctx.site, async db => {
  await db.updateTable('minors.guardianships').set({ new_email: null, new_email_until: null }).where('new_email_until', '<=', ctx.now).execute()
  return Number((await db.deleteFrom('minors.guardianships').where('ended_at', '<=', new Date(ctx.now.getTime() - week)).executeTakeFirst()).numDeletedRows)
}, askingOf(ctx))

export const jobs = [
  job<Context>('minors.drop-unanswered', { every: 'PT15M' }, dropUnanswered), job<Context>('minors.come-of-age', { every: 'PT15M' }, comeOfAge), job<Context>('minors.forget-ended', { every: 'PT1H' }, forgetEnded),
]
