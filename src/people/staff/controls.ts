import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { fill } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import { control, judge, type SiteContext } from '#trust/policy/policy.ts'
import type { Context, Role } from '#trust/audit/audit.ts'
import { listAccounts } from '#people/accounts/accounts.ts'
import { messages } from './messages.ts'
import { lookAt, showPerson } from './people-office.ts'

/** Nobody sees a person's data without the right role, and those who have it not without a reason given just before. */
const permitNeedToKnow = control('permit', 'need-to-know', {
  rule: z.strictObject({}),
  kind: 'probe',
  async prove(_, site) {
    const someone = (await inSite(site.db, site.site, db => listAccounts(db, { page: 1 }))).people[0]?.id
    if (!someone) return judge(0, 0, fill(messages['need-proved'], { all: 0, others: 0 }))
    const strangers: Role[] = ['visitor', 'learner', 'teacher']
    const seen = await Promise.all([
      ...strangers.map(role => looks(site, role, ctx => showPerson(ctx, { id: someone }))),
      ...strangers.map(role => looks(site, role, ctx => lookAt(ctx, { person: someone, why: 'A probe that must be refused' }))),
      looks(site, 'operator', async ctx => { if (!(await showPerson(ctx, { id: someone })).open) throw new Refusal(403, 'common.not-allowed') }),
    ])
    return judge(seen.length, seen.filter(Boolean).length, fill(messages['need-proved'], { all: seen.length, others: seen.filter(Boolean).length }))
  },
})

/** True when somebody in this role, with no reason given, gets through. */
async function looks(site: SiteContext, role: Role, work: (ctx: Context) => Promise<unknown>): Promise<boolean> {
  const ctx: Context = { ...site, actor: { person: role === 'visitor' ? null : crypto.randomUUID(), role }, locale: 'ru' }
  return work(ctx).then(() => true, error => {
    if (error instanceof Refusal) return false
    throw error
  })
}

export const controls = [permitNeedToKnow]
