import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import { fill } from '#platform/locale.ts'
import { control, Duration, durationSlots, judge } from '#trust/policy/policy.ts'
import { givenByThemselves } from '#trust/consent/consent.ts'
import { guardedInUse } from '#people/accounts/accounts.ts'
import { messages } from './messages.ts'

// The work is done each quarter of an hour: two hours past the day is late.
const grace = 2 * 3_600_000

/** No minor is in without a yes, nothing waits longer than promised, and no minor has allowed what only a guardian may. */
export const askGuardian = control('ask', 'guardian', {
  rule: z.strictObject({ within: Duration }),
  kind: 'invariant',
  slots: rule => durationSlots('within', rule.within),
  async prove(_, { db, now }) {
    const people = await guardedInUse(db)
    const [{ yes, late }, own] = await Promise.all([answers(db, people, new Date(now.getTime() - grace)), givenByThemselves(db, people)])
    // Nobody under age has come yet: then nobody is in without a yes.
    return judge(Math.max(people.length, 1), people.length - yes + late + own, fill(messages['guardian-proved'], { all: people.length, without: people.length - yes, late, own }))
  },
})

async function answers(db: Database, people: readonly string[], before: Date) {
  const { rows: [found] } = await sql<{ yes: number; late: number }>`
    select count(*) filter (where person = any (${people}::uuid[]) and confirmed_at is not null and ended_at is null)::int as yes, count(*) filter (where confirmed_at is null and confirm_by < ${before})::int as late
    from minors.guardianships`.execute(db)
  return found!
}

export const controls = [askGuardian]
