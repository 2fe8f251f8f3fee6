// What stands at the address that belongs to no school: the list of schools, and in a demonstration the people to enter as and the way to end it.
import { setTimeout as pause } from 'node:timers/promises'
import type { Context as Request } from 'hono'
import { splitPath } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import { nowhere, type Here } from '#platform/ui/ui.ts'
import { chosenLocale } from '#platform/web/web.ts'
import { enterAs, guardianPage, type DemoPerson } from '#people/demo/demo.ts'
import { gallery } from './gallery-pages.ts'
import { livingOf, placeOf, sights, type Sight } from './front-figures.ts'
import { confirmPage, livingPage, plainPage, removingPage } from './front-pages.tsx'
import { demonstrated, removalBegun, removalIn, removeDemo, type DemoPlace } from './remove-demo.ts'
import { systemContext, type Site } from './site.ts'

/** What there is to see for somebody under age stands on the page of their rules. */
const homeOf = ({ role, guardian }: DemoPerson) => guardian ? '/minors' : homes[role]
const homes = { learner: '/me', teacher: '/teach', operator: '/office', 'privacy-officer': '/privacy-office', support: '/office/people' } as const
/** Nobody waits longer than this for an answer that says "done". */
const patience = 2000

/** Where there is no demonstration, `place` is only its schools and its clock. */
export function frontDesk(place: DemoPlace | Pick<DemoPlace, 'sites' | 'now'>): (c: Request<any>) => Promise<Response> {
  const demo = 'folder' in place && place.folder.mode === 'demo' ? place : undefined
  return async c => {
    const { pathname } = new URL(c.req.url)
    const { prefix, path } = splitPath(pathname)
    const here = { ...nowhere(chosenLocale(prefix, undefined, c.req.header('accept-language')), place.now(), path), prefix }
    const draw = (page: (here: Here) => string) =>
      c.html(page(here), 200, { 'content-security-policy': policyOf([...place.sites.values()].map(({ address }) => address.origin)) })
    if (c.req.method === 'GET' && path === '/' && !demo) return draw(here => plainPage(here, [...place.sites.values()]))
    if (demo && c.req.method === 'GET' && path.startsWith('/gallery')) return gallery(c, here)
    const answer = demo && desk[`${c.req.method} ${path}`]
    if (!answer) throw demo ? new Refusal(404, 'common.not-found') : new Refusal(421, 'common.no-school')
    return answer({ place: demo, c, prefix, draw })
  }
}

type Asked = { place: DemoPlace; c: Request<any>; prefix: string; draw: (page: (here: Here) => string) => Response }

const desk: Record<string, (asked: Asked) => Promise<Response>> = {
  async 'GET /'({ place, c, prefix, draw }) {
    if (isRunning(place)) return c.redirect(`${prefix}/demo/remove`, 303)
    const { ground, sites, now } = place
    const living = await Promise.all([...sites.values()].map(site => livingOf(ground, site, now())))
    return draw(here => livingPage(here, living, { removed: removalIn(place)?.over === true && !removalBegun(place.folder) }))
  },
  async 'POST /demo/enter'({ place, c, prefix }) {
    const { ground, sites, now } = place
    const sent = new URLSearchParams(await c.req.text())
    const site = [...sites.values()].find(({ slug }) => slug === sent.get('site'))
    const see = sent.get('see') ?? ''
    if (!site) throw new Refusal(404, 'common.not-found')
    const sight = see in sights ? see as Sight : undefined
    const person = site.settings.people.find(({ key, role }) => sight ? role === sights[sight] : key === sent.get('key'))
    if (sent.get('side') === 'guardian') return c.redirect(`${site.address.origin}${prefix}${await guardianPage(systemContext(ground, site, now()), person)}`, 303)
    const token = await enterAs(systemContext(ground, site, now()), person)
    const to = sight ? placeOf(sight, await livingOf(ground, site, now())) : homeOf(person!)
    return c.redirect(`${site.address.origin}${prefix}/demo/enter/${token}?to=${encodeURIComponent(to)}`, 303)
  },
  async 'GET /demo/remove'({ place, c, prefix, draw }) {
    const removal = removalIn(place)
    if (isRunning(place)) c.header('refresh', '2')
    else if (!removal?.fault && !(await demonstrated(place)).length) return c.redirect(prefix || '/', 303)
    return draw(here => removal && (removal.fault || !removal.over) ? removingPage(here, removal) : confirmPage(here))
  },
  async 'POST /demo/remove'({ place, c, prefix }) {
    const removal = removeDemo(place)
    await Promise.race([removal.ended, pause(patience, undefined, { ref: false })])
    return c.redirect(removal.over && !removal.fault ? prefix || '/' : `${prefix}/demo/remove`, 303)
  },
}

const isRunning = (place: DemoPlace) => removalIn(place)?.over === false

/** Our content policy, with the schools as places a form of this page may lead to. */
const policyOf = (schools: string[]) => `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'self' ${schools.join(' ')}; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'`
