import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { control, judge, ruleOf, type Policy } from '#trust/policy/policy.ts'
import { inForce, namedIn } from '#trust/supplements/supplements.ts'
import { allCourses } from '#school/courses/courses.ts'
import { messages } from './messages.ts'

/** Every supplement can be shown to those it is for: its text is there, and so is the course it names. */
export const offerRulesForMe = control('offer', 'rules-for-me', {
  rule: z.strictObject({}),
  kind: 'invariant',
  async prove(_, ctx) {
    const [named, texts, courses] = [namedIn(ctx.policy), await inForce(ctx), await allCourses(ctx.db)]
    const today = named.filter(({ from }) => from <= ctx.now.toISOString().slice(0, 10))
    const lost = today.filter(({ id, for: whom, course }) => !texts.some(each => each.id === id) || (whom === 'course' && !courses.some(({ slug }) => slug === course))).length
    return judge(1 + today.length, lost, fill(messages.proved, { all: today.length, lost }))
  },
})

/** Whether this school has the page. */
export const tellsRules = (policy: Policy): boolean => ruleOf(policy, offerRulesForMe) !== undefined

export const controls = [offerRulesForMe]
