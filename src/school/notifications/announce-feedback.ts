import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { outcomesOf } from '#platform/mail/mail.ts'
import { control, judge, type SiteContext } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'

/** A review that reached its learner, as the module knows it that keeps reviews. */
export type GivenReview = { person: string; work: string; accepted: boolean; givenAt: Date }

/** The worker tells within seconds. What is younger than this is still on its way. */
const onItsWay = 5 * 60_000

/**
 * Every review that was given has a notice made after it, and a letter if letters are promised. The notices are compared with the
 * reviews themselves, not with what was announced, so an event that was lost shows.
 */
export const announceFeedback = (reviewsGiven: (ctx: SiteContext) => Promise<GivenReview[]>) => control('announce', 'feedback', {
  rule: z.strictObject({ by: z.array(z.enum(['in-app', 'e-mail'])).min(1) }),
  kind: 'invariant',
  async prove({ by }, ctx) {
    const [given, notices] = await Promise.all([
      reviewsGiven(ctx), ctx.db.selectFrom('notifications.notices').select(['id', 'person', 'kind', 'about', 'made_at']).where('kind', 'in', ['work-returned', 'work-accepted']).execute(),
    ])
    const settled = given.filter(({ givenAt }) => ctx.now.getTime() - givenAt.getTime() > onItsWay)
    const told = settled.map(review => notices.find(notice => notice.person === review.person && notice.about === review.work && notice.made_at >= review.givenAt))
    const untold = told.filter(notice => !notice).length
    const unwritten = by.includes('e-mail') ? await withoutLetter(ctx, told.flatMap(notice => notice ? [notice] : [])) : 0
    return judge(settled.length, untold + unwritten, fill(messages.proved, { all: settled.length, untold, unwritten }))
  },
})

/** Somebody who has no address is told in the school: a letter with nothing to send is no breach. */
async function withoutLetter({ db }: SiteContext, notices: { id: string }[]): Promise<number> {
  const outcomes = new Map((await outcomesOf(db, notices.map(({ id }) => id))).map(({ about, outcome }) => [about, outcome]))
  return notices.filter(({ id }) => !outcomes.has(id) || outcomes.get(id) === 'given-up').length
}
