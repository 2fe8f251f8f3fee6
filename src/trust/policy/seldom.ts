import type { SiteContext } from './control.ts'

const sixHours = 6 * 3_600_000

/** A costly observation that proves several promises: made once in six hours for each school and edition of its policy. One that failed is made anew. */
export function seldom<Found>(observe: (site: SiteContext) => Promise<Found>): (site: SiteContext) => Promise<Found> {
  const made = new Map<string, { at: number; found: Promise<Found> }>()
  return site => {
    const key = `${site.site} ${site.policy.seal}`
    const known = made.get(key)
    if (known && Math.abs(site.now.getTime() - known.at) < sixHours) return known.found
    const found = observe(site)
    made.set(key, { at: site.now.getTime(), found })
    found.catch(() => made.delete(key))
    return found
  }
}
