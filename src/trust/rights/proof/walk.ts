// The way of somebody who uses their rights, and of the officer who answers, walked in a twin of the school where nobody lives.
import { sql } from 'kysely'
import { inSite } from '#platform/database/database.ts'
import { logFault } from '#platform/fault.ts'
import { reveal, withKeys } from '#platform/sealing/sealing.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { rowsOf } from '#trust/data-map/data-map.ts'
import { lawProfile } from '#trust/law/law.ts'
import { seldom, type SiteContext } from '#trust/policy/policy.ts'
import { filesOfCopy } from '../access-copy.tsx'
import { answerRequest, takeCase } from '../desk/answer-request.ts'
import { askForRight, type Asked } from '../ask.ts'
import { caseFile, showCaseFile } from '../case-file.tsx'
import { copySchema } from '../copy-parts.ts'
import { showCase } from '../desk/desk.ts'
import { showMyData } from '../my-data.ts'
import { walkerIn } from '../parts.ts'
import { misfits } from './misfits.ts'

/** What was looked at on each part of the way, and of it what was wrong. */
export type Walked = Record<'copy' | 'portability' | 'correction' | 'complaint' | 'page', { looked: number; wrong: number }>

/** One walk proves several promises, so it is not walked for each. */
export const walk = seldom(walkOnce)

async function walkOnce(site: SiteContext): Promise<Walked> {
  const broken = { looked: 1, wrong: 1 } // where the way broke off, the promises of the rest of it are not kept
  const walked: Walked = { copy: broken, portability: broken, correction: broken, complaint: broken, page: broken }
  const [person, officer] = [await walkerIn(site, 'learner'), await walkerIn(site, 'privacy-officer')]
  try {
    walked.correction = await askAndAnswer(person.ctx, officer.ctx, 'rectification')
    walked.complaint = await complain(person.ctx, officer.ctx)
    walked.page = await lookAtPage(person.ctx)
    Object.assign(walked, await takeCopy(person.ctx))
  } catch (error) {
    logFault('rights.walk', error)
  } finally {
    await person.leave()
    await officer.leave()
  }
  return walked
}

const words = { done: 'Исправлено так, как просили', kept: 'Остальные данные без изменений', why: 'Пока открыта учётная запись' }

/** Asked for, opened by the officer, taken up, answered: the person reads the whole of the answer. */
async function askAndAnswer(person: Context, officer: Context, kind: Asked) {
  const id = await askForRight(person, { kind, wish: 'Допишите, пожалуйста, отчество' })
  await within(officer, ctx => showCase(ctx, { id }))
  await takeCase(officer, { id })
  await answerRequest(officer, { id, granted: 'yes', ...words })
  const { requests } = await within(person, ctx => showMyData(ctx, {}))
  const mine = requests.find(request => request.id === id)
  const right = [mine?.granted, mine?.responsible === officer.actor.person, mine?.taken_at, mine?.answered_at, mine?.done === words.done, mine?.kept === words.kept, mine?.why === words.why]
  return { looked: right.length, wrong: right.filter(each => !each).length }
}

/** Beside the answer, the papers hold the complaint, its answer, and where to turn next. */
async function complain(person: Context, officer: Context) {
  const answered = await askAndAnswer(person, officer, 'complaint')
  const paper = caseFile(await within(person, ctx => showCaseFile(ctx, {})), person)
  const { authority } = lawProfile(person.policy.law)
  const missing = [words.done, authority.name[person.locale], authority.site].filter(each => !paper.includes(each))
  return { looked: answered.looked + 3, wrong: answered.wrong + missing.length }
}

/** Every kind of data that is held stands in the manifest with its uses, and the officer's look is shown. */
async function lookAtPage(person: Context) {
  const { counts, looks } = await within(person, ctx => showMyData(ctx, {}))
  const held = Object.keys(counts).filter(category => counts[category]! > 0)
  const silent = held.filter(category => !person.policy.data.some(data => data.category === category && data.purposes.length > 0))
  const seen = looks.some(({ act, role }) => act === 'rights.case' && role === 'privacy-officer')
  return { looked: held.length + 1, wrong: silent.length + (seen ? 0 : 1) }
}

/** The copy is made as it is for anybody, and held against the tables: as many rows, all of them readable, each as the published schema says. */
async function takeCopy(person: Context): Promise<Pick<Walked, 'copy' | 'portability'>> {
  const schema = copySchema(person.map)
  const copy = { looked: 0, wrong: 0 }
  const portability = { looked: 0, wrong: 0 }
  await within(person, async ctx => {
    for (const { name, source } of filesOfCopy(ctx, person.actor.person!, [])) {
      const [, table] = /^data\/(.+)\.json$/.exec(name) ?? []
      if (!table) continue
      const rows: unknown[] = JSON.parse((await Array.fromAsync(source())).join(''))
      const held = await countOf(ctx, table)
      copy.looked += held
      copy.wrong += Math.abs(held - rows.length)
      portability.looked += rows.length
      portability.wrong += schema[table] ? misfits(rows, schema[table]) : 1
    }
  })
  return { copy, portability }
}

async function countOf({ db, map, actor }: Context, name: string): Promise<number> {
  const theirs = rowsOf(actor.person!, map.find(table => table.name === name)!, map)!
  return (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)} where ${theirs}`.execute(db)).rows[0]!.n
}

const within = <R>(ctx: Context, work: (ctx: Context) => Promise<R>) =>
  withKeys(ctx, () => inSite(ctx.db, ctx.site, db => work({ ...ctx, db }), askingOf(ctx))).then(found => reveal(ctx, found))
