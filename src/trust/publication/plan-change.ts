// When a change may begin to apply, and why it is made.
import { Refusal } from '#platform/refusal.ts'
import type { Context } from '#trust/audit/audit.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { earliest, leadOf } from './lead.ts'
import { lastStanding, versionAt, type Affects, type PublishedVersion, type Reason } from './versions.ts'

export type Plan = { from: Date; reason: Reason; affects: Affects }
/** What is known of a change before its moment is chosen. `notBefore` keeps the lead and the order of versions. */
export type Bounds = Omit<Plan, 'from'> & { lead: string; notBefore: Date }
type Proposed = Pick<Policy, 'seal'> & { change?: Policy['change'] | null }

/**
 * What holds for a change announced now, after these versions.
 * @throws Refusal publication.no-change, publication.reason-needed
 */
export function boundsOf({ now }: Pick<Context, 'now'>, { change, seal }: Proposed, versions: readonly PublishedVersion[]): Bounds {
  const last = lastStanding(versions)
  if (last.seal === seal) throw new Refusal(409, 'publication.no-change')
  if (!change) throw new Refusal(422, 'publication.reason-needed')
  const lead = leadOf(versionAt(versions, now)!.published, change.affects)
  const [soonest, after] = [earliest(now, lead), new Date(last.inForceFrom.getTime() + 1000)]
  return { reason: change.reason, affects: change.affects, lead, notBefore: soonest > after ? soonest : after }
}
