import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { visits } from '#platform/visits/visits.ts'
import { control, judge } from '#trust/policy/policy.ts'
import { askedIn, cookiesFor, optional } from './choice.ts'
import { messages } from './messages.ts'

/**
 * Asks the school's own address as a guest who has chosen nothing, and as one who refused: neither may be given a cookie
 * that is not necessary, and every cookie that comes must stand in the table.
 */
const askCookies = control('ask', 'cookies', {
  rule: z.strictObject({ categories: z.array(z.enum(optional)) }),
  kind: 'probe',
  async prove(rule, ctx) {
    const listed = new Map(ctx.policy.cookies.map(cookie => [cookie.name.replace('__Host-', ''), cookie.category]))
    const visit = visits()
    if (!visit) return judge(0, 0, messages['no-visit'])
    const refusal: Record<string, string> = { cookie: `cookie-choice=${cookiesFor(ctx, { functional: false, analytics: false })[0]!.value}` }
    const answers = await Promise.all([{}, refusal].map(headers => visit(ctx.site, '/kk/courses', { headers })))
    const [early, refused] = answers.map(({ headers }) => headers.getSetCookie().filter(cookie => listed.get(cookie.split('=')[0]!.replace('__Host-', '')) !== 'necessary').length)
    const undeclared = rule.categories.some(category => !askedIn(ctx).includes(category)) ? 1 : 0
    return judge(answers.length, early! + refused! + undeclared, fill(messages.proved, { early: early!, refused: refused!, listed: listed.size }))
  },
})

export const cookieControls = [askCookies]
