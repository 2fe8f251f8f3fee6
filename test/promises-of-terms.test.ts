// By when schools have promised to answer: the clock is walked over the days, and the warning, the alarm and the broken promise come on their own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { askForRight } from '#trust/rights/rights.ts'
import { openSession } from '#people/sign-in/sign-in.ts'
import { noon, openTestDatabases, type Member, type School } from './fixtures.ts'

const ground = await openTestDatabases()
const { school, at } = ground
const words = { granted: 'yes', done: 'Передали файлы со схемой', kept: 'Результаты обучения', why: 'Пока длится обучение' }

/** The same person, signed in at another moment: sessions do not last for weeks. */
async function again(here: School, who: Member, now: Date): Promise<Member> {
  const { token, session } = await here.inside(ctx => openSession(ctx, who.id), here.as({ person: null, role: 'system' }, now))
  return { ...who, token, cookie: `session=${token}`, ctx: here.as(who.actor, now, session) }
}

const midday = (day: string) => new Date(`${day}T12:00+05:00`)

/** Somebody asks for their data as files: a right for which the law names no term, so that the school's own runs. */
async function filed(like: string, day: string) {
  const here = await school(like)
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  const then = <R>(now: Date, work: () => Promise<R>) => { at(now); return work().finally(() => at(noon)) }
  const id = await askForRight((await again(here, learner, midday(day))).ctx, { kind: 'portability', wish: 'Нужны файлы для другой школы' })
  const promised = here.policy.promises.find(({ verb, subject }) => verb === 'answer' && subject === 'requests')!
  const termOf = (kind: string) => here.inside(({ db }) => db.selectFrom('rights.requests').select(['promised_by', 'due_by']).where('kind', '=', kind).executeTakeFirstOrThrow())

  /** What the officer's line, their workplace and the evidence say at a moment. */
  const on = (now: Date) => then(now, async () => {
    const as = await again(here, officer, now)
    const [soon, line, office] = await Promise.all(['/requests?stage=soon', '/requests', ''].map(async path => (await here.request(`/privacy-office${path}`, { as })).text()))
    const { state, figure } = await checkPromise({ ...here.system, now, keys: ground.vault.ring(here.slug) }, promised)
    return { warned: soon!.includes(id), overdue: line!.includes('срок прошёл'), alarm: office!.includes('Просроченных запросов'), state, figure: figure.ru }
  })
  const answer = (now: Date) => then(now, async () => (await here.request(`/privacy-office/requests/${id}`, { as: await again(here, officer, now), form: words })).status)
  const askForCopy = () => here.request('/me/data/copy', { as: learner, form: {} })
  return { on, answer, askForCopy, termOf }
}

test('MX-055 asked on the Friday before Nauryz, ten working days pass over week-ends and holidays; the eighth warns, and a moment past the tenth is an alarm and a broken promise', async () => {
  const { termOf, on } = await filed('mexrontal', '2027-03-19')
  // 22 and 23 March are holidays, and the one that falls on Sunday moves to the 24th.
  const last = new Date('2027-04-07T23:59:59.999+05:00')
  assert.deepEqual((await termOf('portability')).due_by, last)
  const calm = { warned: false, overdue: false, alarm: false, state: 'due', figure: 'Запросов: 1, открыто: 1, просрочено: 0.' }
  assert.deepEqual(await on(midday('2027-04-02')), calm)
  assert.deepEqual(await on(midday('2027-04-05')), { ...calm, warned: true }, 'the eighth working day')
  assert.deepEqual(await on(last), { ...calm, warned: true })
  assert.deepEqual(await on(new Date(last.getTime() + 1)), { warned: true, overdue: true, alarm: true, state: 'broken', figure: 'Запросов: 1, открыто: 1, просрочено: 1.' })
})

test('CL-036 the day of the answer is the thirtieth from the request, a warning comes before it and an alarm after; evidence says how long answers took', async () => {
  const { termOf, on, answer, askForCopy } = await filed('cloudex-learning', '2026-12-03')
  const last = new Date('2027-01-02T23:59:59.999+05:00')
  assert.deepEqual((await termOf('portability')).due_by, last)
  assert.deepEqual([(await on(midday('2026-12-28'))).warned, (await on(midday('2026-12-31'))).warned], [false, true])
  const past = await on(new Date(last.getTime() + 1))
  assert.deepEqual([past.state, past.alarm, past.overdue], ['broken', true, true])
  assert.equal(await answer(midday('2026-12-28')), 303)
  const { state, figure } = await on(midday('2026-12-29'))
  assert.deepEqual([state, figure], ['kept', 'Запросов: 1, открыто: 0, просрочено: 0. Самый долгий ответ занял 25\u00a0дней.'])
  assert.equal((await askForCopy()).status, 303)
  assert.deepEqual((await termOf('access')).promised_by, last, 'the school\'s word for access, beside the stricter law')
})
