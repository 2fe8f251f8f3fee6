import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { fill } from '#platform/locale.ts'
import { visits } from '#platform/visits/visits.ts'
import { localDate } from '#trust/law/law.ts'
import { control, judge } from '#trust/policy/policy.ts'
import { cookiesFor } from '../choice.ts'
import { measureMessages as messages } from './messages.ts'

/** Opens a page as a guest before a choice, after a refusal and after consent: a mark comes with the last alone, and is nothing but the day. */
const anonymiseVisits = control('anonymise', 'visits', {
  rule: z.strictObject({}),
  kind: 'probe',
  async prove(_, ctx) {
    const visit = visits()
    if (!visit) return judge(0, 0, fill(messages['proved-visits'], { pages: 0, wrong: 0, sums: 0 }))
    const chosen = (analytics: boolean) => ({ cookie: `cookie-choice=${cookiesFor(ctx, { functional: false, analytics })[0]!.value}` })
    const marks = await Promise.all([{}, chosen(false), chosen(true)].map(async (headers: Record<string, string>) =>
      (await visit(ctx.site, '/courses', { headers: { ...headers, accept: 'text/html' } })).headers.getSetCookie().filter(cookie => /^(__Host-)?visit=/.test(cookie))))
    const [early, refused, agreed] = marks as [string[], string[], string[]]
    const wrong = early.length + refused.length + (agreed.length === 1 && agreed[0]!.includes(`visit=${localDate(ctx.now, { 'time-zone': ctx.zone })};`) ? 0 : 1)
    const { sums } = await inSite(ctx.db, ctx.site, db => db.selectFrom('consent.visits').select(eb => eb.fn.countAll<number>().as('sums')).executeTakeFirstOrThrow())
    return judge(marks.length, wrong, fill(messages['proved-visits'], { pages: marks.length, wrong, sums: Number(sums) }))
  },
})

export const measureControls = [anonymiseVisits]
