import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { Within } from '#trust/law/law.ts'
import { control, judge, seldom, withinSlots, type SiteContext } from '#trust/policy/policy.ts'
import { restrictionMessages as messages } from './messages.ts'
import { walkObjection, walkRestriction } from './walk.ts'
import { Ways } from './ways.ts'

const restrictions = seldom((site: SiteContext) => walkRestriction(site))
const objections = seldom((site: SiteContext) => walkObjection(site))

/** Somebody in a twin of the school puts their data on hold in each of the ways promised: it rests, and works again afterwards. */
export const offerRestriction = control('offer', 'restriction', {
  rule: z.strictObject({ by: Ways }),
  kind: 'journey',
  async prove(_, ctx) {
    const { looked, wrong } = await restrictions(ctx)
    return judge(looked, wrong, fill(messages['proved-restriction'], { looked, wrong }))
  },
})

/** Somebody in a twin objects to each use there is to object to: that one stops for them, the others do not, and an officer decides in time. */
export const offerObjection = control('offer', 'objection', {
  rule: z.strictObject({ within: Within }),
  kind: 'journey',
  slots: rule => withinSlots('within', rule.within),
  async prove(_, ctx) {
    const { looked, wrong } = await objections(ctx)
    return judge(looked, wrong, fill(messages['proved-objection'], { looked, wrong }))
  },
})
