import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { control, judge, type SiteContext } from '#trust/policy/policy.ts'
import { walk, type Step } from './journey.ts'
import { messages } from './messages.ts'

/** A step counts together with those it takes to get there. */
async function proveStep(step: Step, ctx: SiteContext) {
  const { tried, failed } = await walk(ctx)
  const all = tried.includes(step) ? tried.indexOf(step) + 1 : 0
  return judge(all, failed.includes(step) ? 1 : 0, fill(messages['journey-proved'], { all, others: failed.length }))
}

const nothing = z.strictObject({})

export const controls = [
  control('offer', 'registration', { rule: nothing, kind: 'journey', prove: (_, ctx) => proveStep('registration', ctx) }),
  control('offer', 'profile', { rule: nothing, kind: 'journey', prove: (_, ctx) => proveStep('profile', ctx) }),
  control('offer', 'sign-in', { rule: z.strictObject({ by: z.enum(['login', 'e-mail']) }), kind: 'journey', prove: (_, ctx) => proveStep('sign-in', ctx) }),
  control('offer', 'recovery', { rule: z.strictObject({ by: z.enum(['codes', 'e-mail']) }), kind: 'journey', prove: (_, ctx) => proveStep('recovery', ctx) }),
]
