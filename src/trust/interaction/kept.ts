// What may be kept of one request: by the school's promise, by who asks, and by what their browser has allowed.
import { allows } from '#trust/consent/consent.ts'
import type { Context } from '#trust/audit/audit.ts'
import { isDeclared, ruleOf } from '#trust/policy/policy.ts'
import { anonymiseVisits, category, recordVisits, type Field } from './controls.ts'

/** A request, as far as it matters here. `view` is the number of the page that answers it. */
export type Asked = { view: string; path: string; params: Record<string, string>; cookies: Record<string, string>; client: { address: string; agent: string }; refusesByItself: boolean }
/** `person` is whose row it becomes; null is counted only. `allowed`: the browser has said yes to analytics. */
export type Kept = { fields: ReadonlySet<Field>; person: string | null; allowed: boolean; purpose: string }

/** Undefined where nothing is to be kept. The work of staff is in the audit log, and is not noted a second time. */
export function keptOf({ policy, actor }: Pick<Context, 'policy' | 'actor'>, { cookies }: Pick<Asked, 'cookies'>): Kept | undefined {
  if (actor.guarded) return undefined // a minor's ways are followed by nobody
  if (actor.role !== 'learner' && actor.role !== 'visitor' || 'suspended' in actor && actor.suspended) return undefined
  const record = isDeclared(policy, category) ? ruleOf(policy, recordVisits) : undefined
  const rule = record ?? ruleOf(policy, anonymiseVisits)
  if (!rule) return undefined
  const allowed = rule.asked !== undefined && allows(cookies, 'analytics')
  const fields = new Set<Field>([...rule.keeps, ...allowed ? rule.asked! : []])
  return fields.has('page') ? { fields, person: record ? actor.person : null, allowed, purpose: record?.purpose ?? '' } : undefined
}
