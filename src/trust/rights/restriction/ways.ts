// How a school lets its people put data on hold: by its promises. What it does not promise is asked for in a request.
import { z } from 'zod'
import type { Policy } from '#trust/policy/policy.ts'

export const Ways = z.array(z.enum(['switch', 'until', 'dispute'])).min(1)
export type Way = z.infer<typeof Ways>[number]

const ruleOf = (policy: Pick<Policy, 'promises'>, subject: string) => policy.promises.find(each => each.verb === 'offer' && each.subject === subject)?.rule

export const waysOf = (policy: Pick<Policy, 'promises'>): Way[] => (ruleOf(policy, 'restriction') as { by: Way[] } | undefined)?.by ?? []

/** The uses somebody may object to: those that learning, the account and the law can do without. None where the school does not offer it. */
export const objectable = (policy: Policy): Policy['purposes'] =>
  ruleOf(policy, 'objection') ? policy.purposes.filter(({ serves }) => serves === 'improvement' || serves === 'beyond') : []

/** Whoever disputes these could no longer sign in or be told of the decision. */
const needed = ['email', 'login', 'password']

/** The kinds of data on a profile whose accuracy can be disputed. */
export const disputable = ({ policy }: { policy: Policy }): Policy['data'] => {
  const asked = policy.registration.fields.filter(({ field }) => !needed.includes(field)).map(({ category }) => category)
  return policy.data.filter(({ category }) => asked.includes(category))
}
