import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { control, judge, type SiteContext } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'
import { isGenuine } from './sign.ts'

/** Whether a completion is on record: asked of the module that records it. */
export type WasCompleted = (ctx: SiteContext, of: { person: string; run: string }[]) => Promise<boolean[]>

/** Every certificate in force is signed by the school and stands on a recorded completion. */
export const offerCertificates = (wasCompleted: WasCompleted) => control('offer', 'certificates', {
  rule: z.strictObject({}),
  kind: 'invariant',
  async prove(_, ctx) {
    const all = await ctx.db.selectFrom('certificates.certificates').selectAll().where('revoked_at', 'is', null).execute()
    const completed = await wasCompleted(ctx, all)
    const wrong = all.filter((row, index) => !completed[index] || !isGenuine(ctx.witness, ctx.site, row)).length
    return judge(all.length, wrong, fill(messages.proved, { all: all.length, wrong }))
  },
})
