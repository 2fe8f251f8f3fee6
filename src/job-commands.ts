// What ran when, and running it now: the jobs of each school, and those of the whole house.
import { setTimeout as pause } from 'node:timers/promises'
import type { Call, CliCommand } from '#platform/cli/cli.ts'
import { ask, houseSite, lastRuns, listJobs, messages, runNext, type Job } from '#platform/jobs/jobs.ts'
import { Refusal } from '#platform/refusal.ts'
import { inTransaction, type Context } from '#trust/audit/audit.ts'
import { jobs } from './product.ts'
import { insideHouse, type HouseContext } from './worker.ts'

type Asked = Call<Context, HouseContext>
/** One site and how its work is reached; the house counts as one. */
type Place = { site: string; outer: any; inside: <R>(work: (ctx: any) => Promise<R>) => Promise<R> }

const schools = ({ sites, system }: Asked, act: string): Place[] =>
  sites.map(site => { const outer = system(site); return { site, outer, inside: work => inTransaction(outer, act, work) } })
const house = ({ house }: Asked): Place => { const outer = house(); return { site: houseSite, outer, inside: work => insideHouse(outer, work) } }

const jobsList: CliCommand<Context, HouseContext> = {
  name: 'jobs list', site: 'some',
  says: { ru: 'что когда выполнялось и будет выполняться', kk: 'не қашан орындалды және орындалады', en: 'what ran when, and what is next' },
  async run(call) {
    const places = [...schools(call, 'jobs.list'), ...call.flags.site ? [] : [house(call)]]
    const rows = (await Promise.all(places.map(async ({ site, inside }) => (await inside(ctx => listJobs(ctx.db))).map(row => ({ site, ...row }))))).flat()
    const moment = (date: Date | null) => date?.toISOString().slice(0, 19).replace('T', ' ') ?? messages.never[call.locale]
    const said = rows.map(row => [row.site, row.job, row.about, messages[(row.outcome ?? 'never') as 'never'][call.locale], moment(row.lastEnded), row.next ? `→ ${moment(row.next)}` : '', row.fault ?? ''].filter(Boolean).join('  '))
    return { said, json: rows, broken: rows.some(row => row.dead !== null) }
  },
}

const jobsRun: CliCommand<Context, HouseContext> = {
  name: 'jobs run', takes: ['name'], site: 'some',
  says: { ru: 'выполнить работу сейчас', kk: 'жұмысты қазір орындау', en: 'run a job now' },
  async run(call) {
    const found = jobs.find(job => job.name === call.args.name)
    if (!found) throw new Refusal(409, 'jobs.no-such-job', { job: call.args.name! })
    if (!found.perSchool && call.flags.site) throw new Refusal(409, 'jobs.of-the-house', { job: found.name })
    const rows = await Promise.all((found.perSchool ? schools(call, 'jobs.run') : [house(call)]).map(place => runNow(place, found)))
    const said = rows.map(({ site, job, outcome, handled, fault }) => [site, job, messages[outcome as 'done'][call.locale], handled, fault ?? ''].join('  ').trim())
    return { said, json: rows, broken: rows.some(({ outcome }) => outcome !== 'done') }
  },
}

/** A worker may have taken it first: then its end is waited for. */
async function runNow({ site, outer, inside }: Place, job: Job) {
  const [before] = await inside(ctx => lastRuns(ctx.db, job.name, 1))
  const isNew = (id: string) => id !== before?.id || before.outcome === 'running'
  await inside(ctx => ask(ctx.db, job.name, { now: ctx.now }))
  await runNext({ outer, inside, jobs: [job], zone: outer.zone, signal: new AbortController().signal })
  for (;;) {
    const [run] = await inside(ctx => lastRuns(ctx.db, job.name, 1))
    if (run && isNew(run.id) && run.outcome !== 'running') return { site, job: job.name, outcome: run.outcome, handled: run.handled ?? 0, fault: run.fault ?? null }
    await pause(200)
  }
}

export const jobCommands = [jobsList, jobsRun]
