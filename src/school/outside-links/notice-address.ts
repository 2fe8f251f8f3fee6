import type { Outside } from '#platform/outside-address.ts'
import { ruleOf, type Policy } from '#trust/policy/policy.ts'
import { signedAddress } from './address.ts'
import { announceLeaving } from './controls.ts'

/** What `School.outside` is in a school: undefined where no notice was promised, and links lead out at once. */
export const noticeAddress = (policy: Policy, site: string): ((outside: Outside & { from: string }) => string) | undefined =>
  ruleOf(policy, announceLeaving) && (outside => signedAddress(site, outside))
