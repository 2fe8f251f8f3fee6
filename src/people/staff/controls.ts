import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import { control, judge, seldom, type SiteContext } from '#trust/policy/policy.ts'
import type { Context, Role } from '#trust/audit/audit.ts'
import { walkerIn } from '#trust/rights/rights.ts'
import { messages } from './messages.ts'
import { lookAt, showPerson } from './people-office.ts'

/**
 * Nobody sees a person's data without the right role, and those who have it not without a reason given just before. Tried on somebody
 * in the twin of the school: there the refusals stand in a log of their own, and that of the school names only what people have tried.
 */
const permitNeedToKnow = control('permit', 'need-to-know', {
  rule: z.strictObject({}),
  kind: 'probe',
  async prove(_, site) {
    const { tried, seen } = await tryToLook(site)
    return judge(tried, seen, fill(messages['need-proved'], { all: tried, others: seen }))
  },
})

const tryToLook = seldom(async (site: SiteContext) => {
  const { ctx: { actor: { person }, ...twin }, leave } = await walkerIn(site, 'learner')
  const id = person!
  const strangers: Role[] = ['visitor', 'learner', 'teacher']
  try {
    const seen = await Promise.all([
      ...strangers.map(role => looks(twin, role, ctx => showPerson(ctx, { id }))),
      ...strangers.map(role => looks(twin, role, ctx => lookAt(ctx, { person: id, why: 'A probe that must be refused' }))),
      looks(twin, 'operator', async ctx => { if (!(await showPerson(ctx, { id })).open) throw new Refusal(403, 'common.not-allowed') }),
    ])
    return { tried: seen.length, seen: seen.filter(Boolean).length }
  } finally { await leave() }
})

/** True when somebody in this role, with no reason given, gets through. */
async function looks(twin: Omit<Context, 'actor'>, role: Role, work: (ctx: Context) => Promise<unknown>): Promise<boolean> {
  const { session: _, ...nobody } = twin
  return work({ ...nobody, actor: { person: role === 'visitor' ? null : crypto.randomUUID(), role } }).then(() => true, error => {
    if (error instanceof Refusal) return false
    throw error
  })
}

export const controls = [permitNeedToKnow]
