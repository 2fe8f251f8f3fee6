// Who outside may be told how often pages are opened, and of which visits.
import type { AnalyticsService } from '#platform/analytics/analytics.ts'
import { allows } from '#trust/consent/consent.ts'
import type { Context } from '#trust/audit/audit.ts'
import type { Policy } from '#trust/policy/policy.ts'
import type { Asked } from './kept.ts'

/** All that a service is told, by the names under which a manifest declares it. */
export const told = ['hour', 'page', 'language', 'views'] as const
export type Outside = { language: string; purpose: string }

let service: AnalyticsService | undefined

/** The house hands it in, if its settings name one. Without it nothing is counted for anybody outside. */
export const handService = (given: AnalyticsService | undefined) => { service = given }
export const givenService = () => service

/** The recipient that the promise about visit counts names, as the manifest describes it. */
export function recipientIn({ promises, recipients }: Policy): Policy['recipients'][number] | undefined {
  const to = (promises.find(({ verb, subject }) => verb === 'disclose' && subject === 'visit-counts')?.rule as { to?: string } | undefined)?.to
  return recipients.find(({ id }) => id === to)
}

type Visit = Pick<Asked, 'cookies' | 'refusesByItself'>

/** Undefined before a yes, after a no, for a browser that refuses by itself, and where the school names nobody. */
export function mayGoOutside({ policy, locale }: Pick<Context, 'policy' | 'locale'>, { cookies, refusesByItself }: Visit): Outside | undefined {
  const named = recipientIn(policy)
  return named && !refusesByItself && allows(cookies, 'analytics') ? { language: locale, purpose: named.purpose } : undefined
}

export const outsideOf = (ctx: Pick<Context, 'policy' | 'locale'>, visit: Visit): Outside | undefined => service && mayGoOutside(ctx, visit)
