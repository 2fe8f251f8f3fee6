// Notes what is opened, beside the answer: nothing here waits for the database, and no address or user agent waits in memory.
import { uuidv7 } from '#platform/ids.ts'
import { agentOf, networkOf } from '#platform/client/client.ts'
import { countryOf } from '#platform/client/country.ts'
import type { Context } from '#trust/audit/audit.ts'
import { isElement, pageOf } from './given.ts'
import { keptOf, type Asked } from './kept.ts'
import { outsideOf } from './outside.ts'
import { queueFor, type Seen } from './queue.ts'

/** Whoever is away for longer has not been reading. */
const away = 30 * 60_000
/** A page that is left without a word is taken for read until the next one. */
const cookie = 'visit'

/** What the page itself tells later, and where to. `clicks`: elements carry their names. */
export type Watch = { view: string; to: string; clicks: boolean }

/** Undefined where the school wants to know neither how long a page was read nor what was pressed on it. A guest is watched only after saying yes. */
export function watchOf(ctx: Context, at: Asked): Watch | undefined {
  const kept = keptOf(ctx, at)
  if (!kept || !(kept.person || kept.allowed) || !agentOf(at.client.agent).browser) return undefined
  const clicks = kept.fields.has('clicks')
  return clicks || kept.fields.has('duration') ? { view: at.view, to: '/visits', clicks } : undefined
}

/** The number of the last page, in browsers that have allowed it, so that reading time is known without any script. */
export function visitCookies(ctx: Context, at: Asked): { name: string; value: string }[] {
  const listed = ctx.policy.cookies.some(({ name, category }) => name === cookie && category === 'analytics')
  const kept = listed ? keptOf(ctx, at) : undefined
  return kept?.allowed && agentOf(at.client.agent).browser ? [{ name: cookie, value: at.view }] : []
}

/** Called once for each page that was shown. Only of what is declared is a word kept; robots and programs are nobody. */
export function notePage(ctx: Context, at: Asked, route: string) {
  const kept = keptOf(ctx, at)
  if (!kept) return
  const { device, browser, system } = agentOf(at.client.agent)
  if (!browser) return
  const { fields, person, purpose } = kept
  const has = (field: Parameters<typeof fields.has>[0], value: string) => fields.has(field) && value ? value : undefined
  const queue = queueFor(ctx)
  if (fields.has('duration')) {
    const before = queue.open.get(at.cookies[cookie] ?? queue.last.get(person ?? '') ?? '')
    if (before && isOf(ctx, before) && before.seconds === undefined && ctx.now.getTime() - before.at.getTime() <= away) queue.stayed(before, secondsSince(before, ctx.now))
  }
  const network = fields.has('network') && at.client.address ? networkOf(at.client.address) : undefined
  const seen: Seen = {
    id: at.view, person, by: ctx.actor.person, at: ctx.now, page: pageOf(route, at.params), purpose,
    device: has('device', device), browser: has('browser', browser), system: has('system', system),
    address: person ? has('address', at.client.address) : undefined, network, country: network && fields.has('country') ? countryOf(network) : undefined,
    outside: outsideOf(ctx, at),
  }
  queue.saw(seen)
}

/** How long a page has been looked at: what its reader's browser says, and never longer than it has been open. */
export function noteStay(ctx: Context, { view, seconds }: { view: string; seconds: number }) {
  const queue = queueFor(ctx)
  const seen = queue.open.get(view)
  if (seen && isOf(ctx, seen)) queue.stayed(seen, Math.min(seconds, secondsSince(seen, ctx.now)))
}

/** Something with a name of ours was pressed. What was typed has no name, and can be noted by no way. */
export function notePress(ctx: Context, at: Asked, { view, element }: { view: string; element: string }) {
  const queue = queueFor(ctx)
  const seen = queue.open.get(view)
  if (!seen || !isOf(ctx, seen) || !isElement(element) || !keptOf(ctx, at)?.fields.has('clicks')) return
  const { seconds: _, network: __, country: ___, outside: ____, ...same } = seen
  queue.saw({ ...same, id: uuidv7(), at: ctx.now, element })
}

const isOf = ({ actor }: Context, { person }: Seen) => person === null || person === actor.person
const secondsSince = ({ at }: Seen, now: Date) => Math.max(0, Math.round((now.getTime() - at.getTime()) / 1000))
