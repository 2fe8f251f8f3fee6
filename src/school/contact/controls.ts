import { sql } from 'kysely'
import { z } from 'zod'
import { fill, locales } from '#platform/locale.ts'
import { visits } from '#platform/visits/visits.ts'
import { addDuration } from '#trust/law/law.ts'
import { control, Duration, durationSlots, judge, ruleOf, type Policy, type SiteContext } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'

/** Where the visitor's form is sent to. */
export const sendPath = '/contacts/message'

/** The contacts page, opened signed out in each language, has a form to write by. */
export const offerContactForm = control('offer', 'contact-form', {
  rule: z.strictObject({}),
  kind: 'probe',
  async prove(_, { site }) {
    const visit = visits()
    if (!visit) return judge(0, 0, messages['no-visit'])
    const pages = await Promise.all(locales.map(async locale => (await visit(site, `/${locale}/contacts`)).text()))
    const missing = pages.filter(page => !page.includes(`${sendPath}"`) || !['name', 'reach', 'words'].every(field => page.includes(`name="${field}"`))).length
    return judge(pages.length, missing, fill(messages['found-form'], { looked: pages.length, missing }))
  },
})

// The work is done each quarter of an hour: two hours past the term is late.
const grace = 2 * 3_600_000

/** A visitor's message is kept so long after it was written; then its key is destroyed, and its row goes. */
export const retainMessages = control('retain', 'messages', {
  rule: z.strictObject({ for: Duration }),
  kind: 'invariant',
  slots: rule => durationSlots('for', rule.for),
  async prove(rule, ctx) {
    const { all, due } = await counted(ctx, addDuration(new Date(ctx.now.getTime() - grace), rule.for, -1))
    // Nobody has written yet: then nothing is kept too long.
    return judge(Math.max(all, 1), due, fill(messages['kept-for'], { all, late: due }))
  },
  due: (rule, ctx) => counted(ctx, addDuration(ctx.now, rule.for, -1)),
})

/** How long the school keeps a visitor's message; undefined where it takes none. */
export const termOf = (policy: Policy): string | undefined => ruleOf(policy, retainMessages)?.for

async function counted({ db }: SiteContext, end: Date) {
  const { rows: [found] } = await sql<{ all: number; due: number }>`select count(*)::int as all, count(*) filter (where written_at < ${end})::int as due from contact.messages`.execute(db)
  return found!
}
