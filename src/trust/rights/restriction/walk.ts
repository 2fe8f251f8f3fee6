// The way of somebody who puts their data on hold, walked in a twin of the school: each time what rests is asked of the machinery itself.
import { sql } from 'kysely'
import { inSite } from '#platform/database/database.ts'
import { logFault } from '#platform/fault.ts'
import { reveal, withKeys } from '#platform/sealing/sealing.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import type { SiteContext } from '#trust/policy/policy.ts'
import { functionsOf, readAs, restingFor, stoppedUses } from '#trust/purposes/purposes.ts'
import { answerRequest } from '../desk/answer-request.ts'
import { given, walkerIn } from '../parts.ts'
import { dispute, lift, object, restrict } from './restrict.ts'
import { restrictionsOf } from './standing.ts'
import { disputable, objectable, waysOf } from './ways.ts'

type Walked = { looked: number; wrong: number }
const day = 86_400_000
const words = { done: 'Проверено вместе с тем, кто просил', kept: 'Остальные данные без изменений', why: 'Пока открыта учётная запись' }
/** Staff who look at a group of learners, as far as reading goes. */
const reader = 'learning.show-group'

export const walkRestriction = (site: SiteContext): Promise<Walked> => walkAs(site, async (person, officer) => {
  const found: boolean[] = []
  for (const way of waysOf(site.policy)) found.push(...way === 'dispute' ? await walkDispute(person, officer) : await walkHold(person, way))
  return found
})

export const walkObjection = (site: SiteContext): Promise<Walked> => walkAs(site, async (person, officer) => {
  const found: boolean[] = []
  const uses = objectable(site.policy).map(({ id }) => id)
  for (const use of uses) {
    const request = await object(person, { use, wish: 'Прошу не использовать мои данные для этого' })
    const stopped = await inside(person, ctx => stoppedUses(ctx))
    found.push(...uses.map(other => stopped(person.actor.person!, other) === (other === use)))
    await answerRequest(officer, { id: request, granted: 'no', ...words })
    const after = await inside(later(person, day), ctx => stoppedUses(ctx))
    found.push(!after(person.actor.person!, use))
    await endAll(later(person, day))
  }
  return found
})

async function walkAs(site: SiteContext, way: (person: Context, officer: Context) => Promise<boolean[]>): Promise<Walked> {
  const [person, officer] = [await walkerIn(site, 'learner'), await walkerIn(site, 'privacy-officer')]
  try {
    const found = await way(person.ctx, officer.ctx)
    return { looked: found.length, wrong: found.filter(right => !right).length }
  } catch (error) {
    logFault('rights.restriction-walk', error)
    return { looked: 1, wrong: 1 }
  } finally {
    await person.leave()
    await officer.leave()
  }
}

/** Rests at once, for whoever is not the person; goes on after the day, or after it was lifted. */
async function walkHold(person: Context, way: 'switch' | 'until'): Promise<boolean[]> {
  const found = [await everyUse(person, false), await nameSeen(person)]
  const until = new Date(person.now.getTime() + 3 * day).toTemporalInstant().toZonedDateTimeISO(person.zone).toPlainDate().toString()
  await restrict(person, way === 'until' ? { until } : {})
  found.push(await everyUse(person, true), !await nameSeen(person))
  if (way === 'until') found.push(await everyUse(later(person, 2 * day), true), await everyUse(later(person, 4 * day), false))
  const [standing] = await inside(person, ({ db }) => restrictionsOf(db, person.actor.person!, person.now))
  await lift(person, { id: standing!.id })
  return [...found, await everyUse(person, false), await nameSeen(person)]
}

async function walkDispute(person: Context, officer: Context): Promise<boolean[]> {
  const { category } = disputable(person).find(({ category }) => category === 'account.name') ?? disputable(person)[0]!
  const isName = category === 'account.name'
  const request = await dispute(person, { field: category, wish: 'Здесь записано неверно' })
  const found = [(await held(person)).includes(category), !isName || !await nameSeen(person)]
  await answerRequest(officer, { id: request, granted: 'yes', ...words })
  found.push((await held(later(person, day / 2))).includes(category), !(await held(later(person, day))).includes(category))
  await endAll(later(person, day))
  return found
}

const later = (ctx: Context, milliseconds: number): Context => ({ ...ctx, now: new Date(ctx.now.getTime() + milliseconds) })
const inside = <R>(ctx: Context, work: (ctx: Context) => Promise<R>) => withKeys(ctx, () => inSite(ctx.db, ctx.site, db => work({ ...ctx, db }), askingOf(ctx)))
const held = (person: Context) => inside(person, async ({ db, now }) => (await restrictionsOf(db, person.actor.person!, now)).map(({ subject }) => subject))
const endAll = (person: Context) => inside(person, ({ db, now }) => db.updateTable('rights.restrictions').set({ ended_at: now }).where('person', '=', person.actor.person).where('ended_at', 'is', null).execute())

/** Whether all that works for learning by itself rests for this person, or none of it does. */
const everyUse = (person: Context, rests: boolean) => inside({ ...person, actor: { person: null, role: 'system' } }, async ctx => {
  const names = functionsOf(ctx.policy, 'learning')
  const resting = await Promise.all(names.map(async name => (await restingFor(ctx, name))(person.actor.person!)))
  return resting.some(Boolean) === rests
})

/** Whether somebody else reads the name, who works for learning. */
async function nameSeen(person: Context): Promise<boolean> {
  const asking: Context = { ...person, actor: { person: null, role: 'system' } }
  const names = await readAs(asking, reader, ctx => given().namesOf(ctx.db, sql<string>`(${person.actor.person!}::uuid)`))
  const [name] = await reveal(asking, names)
  return name !== undefined && [name.name, name.first_name, name.last_name].some(Boolean)
}
