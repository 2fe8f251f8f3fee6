// A choice about cookies lives in the browser it is about: no list of visitors is kept for it.
import { addDuration } from '#trust/law/law.ts'
import type { SiteContext } from '#trust/policy/policy.ts'

export const optional = ['functional', 'analytics'] as const
export type Category = (typeof optional)[number]
export type Choice = Record<Category, boolean> & { version: number; at: Date }
type Jar = Record<string, string>
/** What the browser is asked to keep, or to forget. */
type Kept = { name: string; value: string | null; seconds?: number }

const name = 'cookie-choice'
/** Where a policy does not name the cookie of the choice: nobody is asked again within half a year. */
const halfYear = 'P6M'

/** The categories this school asks about: those of which its policy lists a cookie, and analytics where a service outside is told of visits. */
export const askedIn = ({ policy }: { policy: Pick<SiteContext['policy'], 'cookies' | 'recipients'> }): Category[] =>
  optional.filter(category => policy.cookies.some(cookie => cookie.category === category) || category === 'analytics' && toldOfVisits(policy).length > 0)

/** The services outside that count visits, by the manifest. */
export const toldOfVisits = ({ recipients }: Pick<SiteContext['policy'], 'recipients'>) => recipients.filter(({ ground }) => ground === 'analytics')

/** Written as `version.functional.analytics.seconds`: small, readable by its owner, about nobody. */
export function readChoice(jar: Jar): Choice | undefined {
  const [, version, functional, analytics, at] = /^(\d{1,9})\.([01])\.([01])\.(\d{9,11})$/.exec(jar[name] ?? '') ?? []
  return version ? { version: Number(version), functional: functional === '1', analytics: analytics === '1', at: new Date(Number(at) * 1000) } : undefined
}

/** Nothing is allowed before it was chosen. */
export const allows = (jar: Jar, category: Category): boolean => readChoice(jar)?.[category] ?? false

/** The choice itself, and the end of every cookie that is no longer allowed. */
export function cookiesFor({ policy, now }: SiteContext, chosen: Record<Category, boolean>): Kept[] {
  const refused = policy.cookies.filter(cookie => cookie.category !== 'necessary' && !chosen[cookie.category])
  const value = `${policy.version.number}.${Number(chosen.functional)}.${Number(chosen.analytics)}.${Math.floor(now.getTime() / 1000)}`
  const life = policy.cookies.find(cookie => cookie.name === name)?.life ?? halfYear
  return [{ name, value, seconds: Math.floor((addDuration(now, life).getTime() - now.getTime()) / 1000) }, ...refused.map(cookie => ({ name: cookie.name, value: null }))]
}

/** Asked once: not before there is anything to ask, not after an answer, not of a browser that says no by itself (Global Privacy Control). */
export const mustAsk = (ctx: Pick<SiteContext, 'policy'>, jar: Jar, refusesByItself: boolean): boolean =>
  askedIn(ctx).length > 0 && !refusesByItself && !readChoice(jar)
