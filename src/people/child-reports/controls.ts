import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { fill, locales } from '#platform/locale.ts'
import { visits } from '#platform/visits/visits.ts'
import { deadline, lawProfile } from '#trust/law/law.ts'
import { control, judge, ruleOf, Within, withinSlots, type Policy } from '#trust/policy/policy.ts'
import { frozenNow } from '#people/accounts/accounts.ts'
import { childReportsStanding } from '#people/support/support.ts'
import { openHolds } from './holds.ts'
import { messages } from './messages.ts'

/** Anyone finds the form, signed out and in each language; whoever is held by a report is kept out; no report waits past its day. */
export const answerChildReports = control('answer', 'child-reports', {
  rule: z.strictObject({ within: Within }),
  kind: 'probe',
  slots: rule => withinSlots('within', rule.within),
  async prove(_, { db, site, now }) {
    const visit = visits()
    if (!visit) return judge(0, 0, messages['no-visit'])
    const pages = await Promise.all(locales.map(async locale => (await visit(site, `/${locale}/minors/report`)).text()))
    const missing = pages.filter(page => !page.includes('name="account"') || !page.includes('name="words"')).length
    const [holds, frozen, { all, late }] = await inSite(db, site, inside => Promise.all([openHolds(inside), frozenNow(inside), childReportsStanding(inside, now)]))
    const loose = holds.filter(({ person }) => !frozen.includes(person)).length
    return judge(pages.length, missing + loose + late, fill(messages.proved, { all, held: holds.length, loose, late, missing }))
  },
})

/** Whether this school has a form for such reports, and says by when it answers them. */
export const takesReports = (policy: Policy): boolean => ruleOf(policy, answerChildReports) !== undefined

/** By when an answer is due; undefined where the school takes none. */
export function reportTerm(policy: Policy, now: Date): { promisedBy: Date; dueBy: Date } | undefined {
  const rule = ruleOf(policy, answerChildReports)
  if (!rule) return undefined
  const promisedBy = deadline(now, rule.within, lawProfile(policy.law))
  return { promisedBy, dueBy: promisedBy }
}

export const controls = [answerChildReports]
