// The worker: everything that happens without a visitor. Each school and each step has its own catch, so that one which is
// broken stops nothing else, and every step may run twice without harm.
import { deliverEvents, eventsWaiting } from '#platform/events/events.ts'
import { inSite } from '#platform/database/database.ts'
import { logFault } from '#platform/fault.ts'
import { freeLeases, houseSite, keepTimetable, runNext, workWaiting, type Job } from '#platform/jobs/jobs.ts'
import { mailWaiting, sendDue, type Letter, type Transport } from '#platform/mail/mail.ts'
import { fulfilDue, obligationsWaiting } from '#platform/obligations/obligations.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { inTransaction, type Context } from '#trust/audit/audit.ts'
import { throughGate } from '#trust/processors/processors.ts'
import { duties, jobs, listeners, templates } from './product.ts'
import { systemContext, type Ground, type Site } from './site.ts'

/** What the worker needs of the house. `alone` where no other process can be working on the same databases. */
export type Workplace = { ground: Ground; sites: Map<string, Site>; now: () => Date; transport: Transport; alone: boolean }
/** What a job of the whole house gets as its context. */
export type HouseContext = Ground & { site: string; zone: string; now: Date; sites: Site[] }

const pause = 1000
const mostJobsAtOnce = 4
/** The house has no place of its own: its nights are those of Almaty. */
const houseZone = 'Asia/Almaty'

/** Works until stopped; `stop` lets what is in hand come to its end, for a while. */
export function startWorker(place: Workplace): { stop: () => Promise<void> } {
  const ending = new AbortController()
  const running = new Map<Promise<unknown>, string>()
  const known = new Set<string>()
  let timer: NodeJS.Timeout | undefined

  async function round() {
    const sites = [...place.sites.values()].map(site => schoolWork(place, site, ending.signal))
    for (const work of [...sites, houseWork(place, ending.signal)]) {
      if (ending.signal.aborted) return
      await attempt(work.site, 'work', async () => {
        if (!known.has(work.site)) known.add(await begin(place, work))
        await work.attend()
        if (running.size < mostJobsAtOnce && await work.waiting()) start(work)
      })
    }
  }

  function start(work: Work) {
    const run = attempt(work.site, 'jobs', async () => { while (!ending.signal.aborted && await work.runNext()) continue }).finally(() => running.delete(run))
    running.set(run, work.site)
  }

  const turn = (): Promise<void> => round().finally(() => { if (!ending.signal.aborted) timer = setTimeout(() => { current = turn() }, pause) })
  let current = turn()
  return {
    async stop() {
      ending.abort()
      clearTimeout(timer)
      await Promise.race([Promise.allSettled([current, ...running.keys()]), new Promise(done => setTimeout(done, 5000).unref())])
    },
  }
}

type Work = { site: string; zone: string; jobs: Job[]; inside: <R>(work: (ctx: any) => Promise<R>) => Promise<R>; attend: () => Promise<void>; waiting: () => Promise<boolean>; runNext: () => Promise<boolean> }

function schoolWork(place: Workplace, site: Site, signal: AbortSignal): Work {
  const fresh = () => systemContext(place.ground, site, place.now())
  const inside = <R>(work: (ctx: Context) => Promise<R>) => inTransaction(fresh(), 'jobs.work', work)
  const open = (letter: Letter) => reveal(fresh(), letter)
  const own = jobs.filter(job => job.perSchool)
  const kinds = duties.map(({ kind }) => kind)
  return {
    site: site.slug, zone: site.settings['time-zone'], jobs: own, inside,
    async attend() {
      const [events, owed, mail] = await inside(({ db, now }) => Promise.all([eventsWaiting(db, now), obligationsWaiting(db, now, kinds), mailWaiting(db, now)]))
      if (events) await attempt(site.slug, 'events', () => deliverEvents(inside, listeners))
      if (owed) await attempt(site.slug, 'obligations', () => fulfilDue(fresh(), inside, duties))
      if (events || owed || mail) await attempt(site.slug, 'mail', () => sendDue(fresh(), inside, templates, throughGate(fresh(), place.transport), open))
    },
    waiting: () => inside(({ db, now }) => workWaiting(db, now, own.map(({ name }) => name))),
    runNext: () => runNext({ outer: fresh(), inside, jobs: own, zone: site.settings['time-zone'], signal }),
  }
}

function houseWork(place: Workplace, signal: AbortSignal): Work {
  const fresh = () => houseContext(place, place.now())
  const inside = <R>(work: (ctx: HouseContext) => Promise<R>) => insideHouse(fresh(), work)
  const own = jobs.filter(job => !job.perSchool)
  return {
    site: houseSite, zone: houseZone, jobs: own, inside,
    attend: async () => {},
    waiting: () => own.length ? inside(({ db, now }) => workWaiting(db, now, own.map(({ name }) => name))) : Promise.resolve(false),
    runNext: () => runNext({ outer: fresh(), inside, jobs: own, zone: houseZone, signal }),
  }
}

export const houseContext = ({ ground, sites }: Pick<Workplace, 'ground' | 'sites'>, now: Date): HouseContext => ({ ...ground, site: houseSite, zone: houseZone, now, sites: [...sites.values()] })
export const insideHouse = <R>(ctx: HouseContext, work: (ctx: HouseContext) => Promise<R>): Promise<R> =>
  inSite(ctx.db, houseSite, db => work({ ...ctx, db }), { session: 'system', now: ctx.now })

async function begin({ alone }: Workplace, { site, zone, jobs, inside }: Work) {
  await inside(async ({ db, now }: HouseContext) => {
    if (alone) await freeLeases(db)
    await keepTimetable(db, jobs, now, zone)
  })
  return site
}

async function attempt(site: string, step: string, work: () => Promise<unknown>) {
  try { await work() } catch (error) { logFault(`${site} ${step}`, error) }
}
