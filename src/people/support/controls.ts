import { sql } from 'kysely'
import { z } from 'zod'
import { fill, locales } from '#platform/locale.ts'
import { paceOf } from '#platform/obligations/obligations.ts'
import { visits } from '#platform/visits/visits.ts'
import { addDuration } from '#trust/law/law.ts'
import { control, Duration, durationSlots, judge, Within, withinSlots, type SiteContext } from '#trust/policy/policy.ts'
import { proofs } from './proofs.ts'
import { inDays } from './pace.ts'

/** Under which name the term of an answer is owed. */
export const owedAs = 'support.enquiry'

/** The contacts page, opened signed out in each language, has a form with every topic that is promised. */
export const offerContactForm = control('offer', 'contact-form', {
  rule: z.strictObject({ topics: z.array(z.enum(['general', 'technical', 'consultation', 'privacy', 'rights'])).min(1) }),
  kind: 'probe',
  async prove({ topics }, { site }) {
    const visit = visits()
    if (!visit) return judge(0, 0, proofs['no-visit'])
    const pages = await Promise.all(locales.map(async locale => (await visit(site, `/${locale}/contacts`)).text()))
    const missing = pages.filter(page => !page.includes('name="words"') || !topics.every(topic => page.includes(`value="${topic}"`))).length
    return judge(pages.length, missing, fill(proofs['found-form'], { looked: pages.length, missing }))
  },
})

/** No answer is past its day. The figure says how fast answers come and how many came in time. */
export const answerEnquiries = control('answer', 'enquiries', {
  rule: z.strictObject({ within: Within }),
  kind: 'clock',
  slots: rule => withinSlots('within', rule.within),
  async prove(_, { db, now }) {
    const { all, open, late, answered, inTime, median } = await paceOf(db, owedAs, now)
    const figure = fill(proofs[median === null ? 'found-none-answered' : 'found-pace'], { all, open, late, answered, share: answered ? Math.round(100 * inTime / answered) : 0, median: inDays(median ?? 0) })
    const found = judge(all, late, figure)
    return found.state === 'kept' && open ? { ...found, state: 'due' as const } : found
  },
})

/** Of all that is closed, nothing was closed without an answer or a stated reason; of all that is open, nothing is without a term. */
export const answerEach = control('answer', 'every-enquiry', {
  rule: z.strictObject({}),
  kind: 'invariant',
  async prove(_, { db }) {
    const { rows: [found] } = await sql<{ all: number; wrong: number }>`
      select count(*)::int as all, count(*) filter (where closed_at is not null and answered_at is null and close_reason is null or closed_at is null and waits_for is null and answered_at is null)::int as wrong
      from support.tickets`.execute(db)
    return judge(found!.all, found!.wrong, fill(proofs['found-each'], found!))
  },
})

/** Both sides read one history: each enquiry has its words, and each is in the copy of whoever asked. */
export const offerHistory = control('offer', 'enquiry-history', {
  rule: z.strictObject({}),
  kind: 'invariant',
  async prove(_, { db, map }) {
    const inCopy = map.find(({ name }) => name === 'support.messages')!.columns.some(({ name, note }) => name === 'words' && note.says === 'data' && note.export)
    const { rows: [found] } = await sql<{ all: number; words: number; empty: number }>`
      select count(*)::int as all, (select count(*)::int from support.messages) as words, count(*) filter (where not exists (select from support.messages m where m.ticket = t.id))::int as empty
      from support.tickets t`.execute(db)
    return judge(found!.all, found!.empty + (inCopy ? 0 : 1), fill(proofs['found-history'], found!))
  },
})

/** Letters to the addresses of the school have become enquiries. Where none has come yet, nothing is shown by it. */
export const offerByMail = control('offer', 'enquiries-by-mail', {
  rule: z.strictObject({}),
  kind: 'invariant',
  async prove(_, { db }) {
    const { rows: [found] } = await sql<{ all: number; wrong: number }>`
      select count(*)::int as all, count(*) filter (where not exists (select from support.messages m where m.ticket = t.id and m.letter is not null))::int as wrong from support.tickets t where channel = 'mail'`.execute(db)
    return judge(found!.all, found!.wrong, fill(proofs['found-mail'], found!))
  },
})

// The work is done each quarter of an hour: two hours past the term is late.
const grace = 2 * 3_600_000

/** An enquiry is kept so long after the last word in it. Then it is erased; where a guest asked, their key is destroyed with it. */
export const retainEnquiries = control('retain', 'enquiries', {
  rule: z.strictObject({ for: Duration }),
  kind: 'invariant',
  slots: rule => durationSlots('for', rule.for),
  async prove(rule, ctx) {
    const { all, due } = await counted(ctx, addDuration(new Date(ctx.now.getTime() - grace), rule.for, -1))
    // Nobody has written yet: then nothing is kept too long.
    return judge(Math.max(all, 1), due, fill(proofs['kept-for'], { all, late: due }))
  },
  due: (rule, ctx) => counted(ctx, addDuration(ctx.now, rule.for, -1)),
})

async function counted({ db }: Pick<SiteContext, 'db'>, end: Date) {
  const { rows: [found] } = await sql<{ all: number; due: number }>`select count(*)::int as all, count(*) filter (where last_at < ${end})::int as due from support.tickets`.execute(db)
  return found!
}
