// A service outside that counts how often pages are opened. It is told by this server; no browser ever speaks to it.
import { randomUUID } from 'node:crypto'

/** Of one hour: which page, in which language, how often. Columns of equal length, so that a payload has its declared fields and no others. */
export type Views = { hour: string; page: string[]; language: string[]; views: number[] }
/** `host` is where it goes. `send` throws unless the service took it. */
export type AnalyticsService = { host: string; send: (views: Views, origin: string) => Promise<void> }

const patience = 15_000
/** The most that Google takes at once: https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference */
const batch = 25

/**
 * `https://number:secret@www.google-analytics.com/mp/collect` speaks the GA4 Measurement Protocol, `https://number:secret@mc.yandex.ru/collect`
 * that of Yandex.Metrica (https://yandex.com/support/metrica/data/measurement-protocol.html). Both ask for a client: it is drawn anew for each message,
 * so that it ties nothing to anything.
 */
export function analyticsAt(url: string): AnalyticsService {
  const { protocol, host, hostname, pathname, username, password } = new URL(url)
  const [number, secret, at] = [decodeURIComponent(username), decodeURIComponent(password), `${protocol}//${host}${pathname}`]
  return { host: hostname, send: pathname.startsWith('/mp/') ? google(at, number, secret) : yandex(at, number, secret) }
}

const google = (at: string, number: string, secret: string): AnalyticsService['send'] => async (views, origin) => {
  const seen = eachOf(views)
  for (let from = 0; from < seen.length; from += batch) {
    const events = seen.slice(from, from + batch).map(({ page, language }) => ({ name: 'page_view', params: { page_location: origin + page, language } }))
    await post(`${at}?${new URLSearchParams({ measurement_id: number, api_secret: secret })}`, JSON.stringify({ client_id: randomUUID(), timestamp_micros: Date.parse(views.hour) * 1000, non_personalized_ads: true, events }), 'application/json')
  }
}

const yandex = (at: string, number: string, secret: string): AnalyticsService['send'] => async (views, origin) => {
  for (const { page, language } of eachOf(views)) {
    await post(at, new URLSearchParams({ tid: number, ms: secret, cid: randomUUID(), t: 'pageview', et: String(Date.parse(views.hour) / 1000), dl: origin + page, ul: language }).toString(), 'application/x-www-form-urlencoded')
  }
}

/** One for each time a page was opened: that is how these services count. */
const eachOf = ({ page, language, views }: Views) => page.flatMap((page, place) => Array.from({ length: views[place]! }, () => ({ page, language: language[place]! })))

async function post(at: string, body: string, type: string) {
  const { ok, status } = await fetch(at, { method: 'POST', body, headers: { 'content-type': type, 'user-agent': 'Senim' }, redirect: 'error', signal: AbortSignal.timeout(patience) })
  if (!ok) throw new Error(`The analytics service answered ${status}`)
}
