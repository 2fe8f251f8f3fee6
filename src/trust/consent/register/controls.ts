import { sql } from 'kysely'
import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { logFault } from '#platform/fault.ts'
import { fill } from '#platform/locale.ts'
import { withKeys } from '#platform/sealing/sealing.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { control, judge, seldom, type SiteContext } from '#trust/policy/policy.ts'
import { walkerIn } from '#trust/rights/rights.ts'
import { consentsOf } from './declared.ts'
import { giveConsent, withdrawConsent } from './give.ts'
import { registerMessages as messages } from './messages.ts'
import { allowed } from './standing.ts'

/** Each record has its words; a withdrawal follows what it ends; and whatever rests on consent is asked for. */
const askConsents = control('ask', 'consents', {
  rule: z.strictObject({}),
  kind: 'invariant',
  async prove(_, { db, policy }) {
    const { rows: [found] } = await sql<{ records: number; wrong: number }>`
      select count(*)::int as records, count(*) filter (where words is null or not given and (before is null or not before))::int as wrong
      from (select words, given, lag(given) over (partition by person, consent order by number) as before from consent.records) as told`.execute(db)
    const asked = consentsOf(policy)
    // What a browser tells by itself rests on the answer about cookies, which is asked for by category.
    const byCookie = policy.cookies.some(({ category }) => category === 'analytics')
    const uncovered = policy.data.filter(({ basis, category, source }) => basis === 'consent' && !(source === 'automatic' && byCookie) && !asked.some(({ data }) => data.includes(category)))
    return judge(found!.records, found!.wrong + uncovered.length, fill(messages['proved-consents'], { asked: asked.length, ...found!, uncovered: uncovered.length }))
  },
})

/** Somebody in a twin of the school gives every consent and takes each back: that one ends, and no other. */
const offerWithdrawal = control('offer', 'withdrawal', {
  rule: z.strictObject({}),
  kind: 'journey',
  async prove(_, ctx) {
    const { walked, wrong } = await walk(ctx)
    return judge(walked, wrong, fill(messages['proved-withdrawal'], { walked, wrong }))
  },
})

const walk = seldom(async (site: SiteContext): Promise<{ walked: number; wrong: number }> => {
  const ids = consentsOf(site.policy).map(({ id }) => id)
  const person = await walkerIn(site, 'learner')
  let wrong = 0
  try {
    for (const consent of ids) await giveConsent(person.ctx, { consent })
    for (const [place, consent] of ids.entries()) {
      await withdrawConsent(person.ctx, { consent })
      const standing = await standingOf(person.ctx, ids)
      wrong += standing.filter((stands, at) => stands !== at > place).length
    }
  } catch (error) {
    logFault('consent.walk', error)
    wrong += 1
  } finally {
    await person.leave()
  }
  return { walked: ids.length, wrong }
})

const standingOf = (ctx: Context, ids: string[]) =>
  withKeys(ctx, () => inSite(ctx.db, ctx.site, db => Promise.all(ids.map(id => allowed({ ...ctx, db }, id, ctx.actor.person!))), askingOf(ctx)))

export const registerControls = [askConsents, offerWithdrawal]
