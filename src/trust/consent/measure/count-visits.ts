// How the school is used, in sums about nobody. A browser that refused is counted by no cookie; one that agreed keeps the day of its last visit, and no name of any kind.
import { sql } from 'kysely'
import { inSite, type Database } from '#platform/database/database.ts'
import { durationInDays, localDate } from '#trust/law/law.ts'
import type { SiteContext } from '#trust/policy/policy.ts'
import { allows } from '../choice.ts'

type Sum = { opened: number; browsers: number; again: number }
type Visitor = { path: string; cookies: Record<string, string>; client: { agent: string } }
type Here = Pick<SiteContext, 'db' | 'site' | 'policy' | 'now' | 'zone'>

const name = 'visit'
const halfMinute = 30_000
// Kept for half a minute here: one writing for many pages. What is lost when a process dies is a few pages of a sum.
const waiting = new Map<string, { since: number; sums: Map<string, Sum> }>()

/** Counts an opened page, and says which cookie goes with it: none without consent, and none where the policy names none. */
export function countVisit(ctx: Here, { path, cookies, client }: Visitor): { name: string; value: string; seconds: number }[] {
  const declared = ctx.policy.cookies.find(cookie => cookie.name === name)
  if (!declared) return []
  const today = localDate(ctx.now, { 'time-zone': ctx.zone })
  const allowed = allows(cookies, 'analytics')
  const first = allowed && cookies[name] !== today
  // A probe of our own has no name of a browser: it is no visit.
  if (client.agent) {
    add(ctx, today, sectionOf(path), { opened: 1, browsers: 0, again: 0 })
    if (first) add(ctx, today, '', { opened: 0, browsers: 1, again: cookies[name] ? 1 : 0 })
  }
  return first ? [{ name, value: today, seconds: durationInDays(declared.life) * 86_400 }] : []
}

/** The part of the school, without what stands behind it: no course, no person, no number. */
const sectionOf = (path: string) => `/${path.split('/')[1] ?? ''}`

function add(ctx: Here, day: string, page: string, more: Sum) {
  const here = waiting.get(ctx.site) ?? { since: ctx.now.getTime(), sums: new Map<string, Sum>() }
  waiting.set(ctx.site, here)
  const key = `${day} ${page}`
  const sum = here.sums.get(key) ?? { opened: 0, browsers: 0, again: 0 }
  here.sums.set(key, { opened: sum.opened + more.opened, browsers: sum.browsers + more.browsers, again: sum.again + more.again })
  if (Math.abs(ctx.now.getTime() - here.since) > halfMinute) keepVisits(ctx).catch((error: Error) => console.error('visits not kept:', error.name))
}

/** Adds what was counted to the sums of the day. Returns how many sums there were. */
export async function keepVisits({ db, site }: { db: Database; site: string }): Promise<number> {
  const sums = [...waiting.get(site)?.sums ?? []]
  waiting.delete(site)
  if (!sums.length) return 0
  await inSite(db, site, async inside => {
    await inside.insertInto('consent.visits').values(sums.map(([key, sum]) => ({ day: key.slice(0, 10), page: key.slice(11), ...sum })))
      .onConflict(clash => clash.columns(['site', 'day', 'page']).doUpdateSet({
        opened: sql`visits.opened + excluded.opened`, browsers: sql`visits.browsers + excluded.browsers`, again: sql`visits.again + excluded.again`,
      })).execute()
  })
  return sums.length
}
