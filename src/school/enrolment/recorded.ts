import type { Policy } from '#trust/policy/policy.ts'

export type Recorded = 'achievements' | 'view-history' | 'active-time'

/** Does the school's policy name this? What it does not name is not written down. */
export const records = (policy: Policy, what: Recorded): boolean =>
  policy.promises.some(({ control }) => control.verb === 'collect' && (control as { subject?: string }).subject === what)
