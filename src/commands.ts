// The commands that start, stop and look after the house itself; what concerns people and promises stands in its module.
import type { Answer, CliCommand } from '#platform/cli/cli.ts'
import { ask, lastRuns, listJobs, messages as jobMessages, runNext } from '#platform/jobs/jobs.ts'
import { inTransaction, type Context } from '#trust/audit/audit.ts'
import { Refusal } from '#platform/refusal.ts'
import { cliCommands, jobs } from './product.ts'
import { messages as doctorMessages } from './doctor-messages.ts'
import { restore } from './restore.ts'

const nothing: Answer = { said: [], json: null }

function serving(name: string, roles: { web: boolean; worker: boolean }, says: CliCommand['says']): CliCommand {
  return {
    name, says, where: 'here',
    async run({ settings, locale }) {
      const { start } = await import('./start.ts')
      await start(settings, roles, locale)
      return nothing
    },
  }
}

const doctor: CliCommand = {
  name: 'doctor', where: 'here', says: doctorMessages.doctor,
  run: async call => (await import('./doctor.ts')).examine(call), // imported when it is asked for: it looks at what stands above this list
}

const siteList: CliCommand<Context> = {
  name: 'site list',
  says: { ru: 'школы и их адреса', kk: 'мектептер және олардың мекенжайлары', en: 'the schools and their addresses' },
  async run({ sites, system }) {
    const rows = sites.map(slug => ({ site: slug, address: system(slug).address.href }))
    return { said: rows.map(({ site, address }) => `${site}  ${address}`), json: rows }
  },
}

const jobsList: CliCommand<Context> = {
  name: 'jobs list', site: 'some',
  says: { ru: 'что когда выполнялось и будет выполняться', kk: 'не қашан орындалды және орындалады', en: 'what ran when, and what is next' },
  async run({ sites, system, locale }) {
    const found = await Promise.all(sites.map(async site => (await inTransaction(system(site), 'jobs.list', ctx => listJobs(ctx.db))).map(row => ({ site, ...row }))))
    const rows = found.flat()
    const moment = (date: Date | null) => date?.toISOString().slice(0, 19).replace('T', ' ') ?? jobMessages.never[locale]
    const said = rows.map(row => [row.site, row.job, row.about, jobMessages[(row.outcome ?? 'never') as 'never'][locale], moment(row.lastEnded), row.next ? `→ ${moment(row.next)}` : '', row.fault ?? ''].filter(Boolean).join('  '))
    return { said, json: rows, broken: rows.some(row => row.dead !== null) }
  },
}

const jobsRun: CliCommand<Context> = {
  name: 'jobs run', takes: ['name'], site: 'some',
  says: { ru: 'выполнить работу сейчас', kk: 'жұмысты қазір орындау', en: 'run a job now' },
  async run(call) {
    const found = jobs.find(job => job.name === call.args.name && job.perSchool)
    if (!found) throw new Refusal(409, 'jobs.no-such-job', { job: call.args.name! })
    const rows = await Promise.all(call.sites.map(async site => {
      const outer = call.system(site)
      const inside = <R>(work: (ctx: Context) => Promise<R>) => inTransaction(outer, 'jobs.run', work)
      await inside(ctx => ask(ctx.db, found.name, { now: ctx.now }))
      await runNext({ outer, inside, jobs: [found], zone: 'Asia/Almaty', signal: new AbortController().signal })
      const [run] = await inside(ctx => lastRuns(ctx.db, found.name, 1))
      return { site, job: found.name, outcome: run?.outcome ?? 'running', handled: run?.handled ?? 0, fault: run?.fault ?? null }
    }))
    const said = rows.map(({ site, job, outcome, handled, fault }) => [site, job, jobMessages[outcome as 'done'][call.locale], handled, fault ?? ''].join('  ').trim())
    return { said, json: rows, broken: rows.some(({ outcome }) => outcome !== 'done' && outcome !== 'running') }
  },
}

export const commands: CliCommand[] = [
  serving('start', { web: true, worker: true }, { ru: 'открыть школы: база данных, сайт и фоновые работы в одном процессе', kk: 'мектептерді ашу: дерекқор, сайт және фондық жұмыстар бір процесте', en: 'open the schools: database, web and background work in one process' }),
  serving('web', { web: true, worker: false }, { ru: 'только сайт, для нескольких машин', kk: 'тек сайт, бірнеше машинаға', en: 'the web alone, for several machines' }),
  serving('worker', { web: false, worker: true }, { ru: 'только фоновые работы, для нескольких машин', kk: 'тек фондық жұмыстар, бірнеше машинаға', en: 'the background work alone, for several machines' }),
  doctor, siteList, jobsList, jobsRun, restore, ...cliCommands,
]
