// What is noted of someone's studies: only what the school's policy names, and the learner sees all of it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { copiedRows, courseOf, learnerOf, teach } from '#test/taught.ts'
import { markDone, noteVisit, rememberPlace } from './enrolment.ts'
import { controls } from './controls.ts'

const { school, sites } = await openTestDatabases()

/** The same school with exactly these promises about what is noted, whatever its manifest says. */
function promising(here: School, ...subjects: string[]) {
  const site = sites.get(here.address.host)!
  const added = controls.filter(({ subject }) => subjects.includes(subject))
    .map(control => ({ id: control.subject, says: { ru: '', kk: '', en: '' }, chapter: 'x', verb: control.verb, subject: control.subject, rule: {}, keeps: [], control }))
  const others = site.policy.promises.filter(({ subject }) => !['view-history', 'active-time', 'achievements'].includes(subject))
  site.policy.promises.splice(0, Infinity, ...others, ...added as never[])
}

const visit = (here: School, learner: Member & { enrolment: string }, minutes: number) => {
  const ctx = { ...learner.ctx, now: new Date(learner.ctx.now.getTime() + minutes * 60_000) }
  return here.inside(async inside => noteVisit(inside, learner.enrolment, 'lesson-2'), ctx)
}

test('MX-014 a lesson viewed and a file downloaded are two rows, and the learner sees them', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  promising(here, 'view-history')
  const learner = await learnerOf(here, 'light')
  await here.request('/learn/light/lesson-2', { as: learner })
  await here.request('/learn/light/lesson-2/file', { as: learner })
  const rows = await here.inside(({ db }) => db.selectFrom('enrolment.views').select(['kind', 'item']).where('enrolment', '=', learner.enrolment).orderBy('id').execute())
  assert.deepEqual(rows.map(({ kind, item }) => [kind, item]).sort(), [['file', 'lesson-2'], ['lesson', 'lesson-2']])
  const page = await (await here.request('/me/activity', { as: learner })).text()
  assert.ok(page.includes('Файл скачан') && page.includes('Урок открыт'))
  assert.doesNotMatch(page, /light|lesson-2/, 'courses and lessons go by their titles')
  assert.deepEqual((await copiedRows(here, learner, 'enrolment.views')).map(({ kind, item }) => [kind, item]).sort(), [['file', 'lesson-2'], ['lesson', 'lesson-2']])
})

test('a school whose policy names no history keeps none, and the page says so', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  promising(here)
  const learner = await learnerOf(here, 'light')
  await here.request('/learn/light/lesson-2', { as: learner })
  await here.request('/learn/light/lesson-2/file', { as: learner })
  for (const table of ['views', 'days', 'achievements'] as const)
    assert.deepEqual(await here.inside(({ db }) => db.selectFrom(`enrolment.${table}`).select('id').execute()), [], table)
  const acts = await here.inside(({ db }) => db.selectFrom('audit.entries').select('act').where('actor', '=', learner.id).execute())
  assert.deepEqual([...new Set(acts.map(({ act }) => act))], ['enrolment.enrol'], 'nor is it in the audit log under another name')
  const page = await (await here.request('/me/activity', { as: learner })).text()
  assert.match(page, /Школа этого не записывает/)
  assert.doesNotMatch(page, /Считаем время|Записей пока нет/)
})

test('a school that keeps history and time says to a newcomer that there is nothing yet, and how time is counted', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  promising(here, 'view-history', 'active-time')
  const page = await (await here.request('/me/activity', { as: await learnerOf(here, 'light') })).text()
  assert.doesNotMatch(page, /Школа этого не записывает/)
  assert.match(page, /Считаем время/)
  assert.equal(page.split('Записей пока нет.').length - 1, 2)
})

test('CL-011 three minutes of activity and ten of idling are about three minutes, and the learner sees it', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  promising(here, 'active-time')
  const learner = await learnerOf(here, 'light')
  for (const minutes of [0, 1, 2, 3, 13]) await visit(here, learner, minutes)
  const [day] = await here.inside(({ db }) => db.selectFrom('enrolment.days').select('seconds').where('enrolment', '=', learner.enrolment).execute())
  assert.equal(day!.seconds, 180)
  assert.match(await (await here.request('/me/activity', { as: learner })).text(), /3 минуты/)
})

test('a pause of five minutes counts, one second more does not', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  promising(here, 'active-time')
  const [one, other] = [await learnerOf(here, 'light'), await learnerOf(here, 'light')]
  for (const minutes of [0, 5]) await visit(here, one, minutes)
  for (const minutes of [0, 5 + 1 / 60]) await visit(here, other, minutes)
  const seconds = async (enrolment: string) => (await here.inside(({ db }) => db.selectFrom('enrolment.days').select('seconds').where('enrolment', '=', enrolment).executeTakeFirstOrThrow())).seconds
  assert.deepEqual([await seconds(one.enrolment), await seconds(other.enrolment)], [300, 0])
})

test('MQ-027 a finished course is an achievement with course and date, in the profile and in the copy', async () => {
  const here = await school()
  await teach(here, [courseOf({ modules: [1] })])
  promising(here, 'achievements')
  const learner = await learnerOf(here, 'light')
  assert.equal((await here.request('/learn/light/lesson-1/done', { as: learner, form: {} })).status, 303)
  const page = await (await here.request('/me', { as: learner })).text()
  assert.match(page, /Курс «Свет» пройден[\s\S]*?3 декабря 2026/)
  const rows = await here.inside(({ db }) => db.selectFrom('enrolment.achievements').select(['kind', 'at']).where('enrolment', '=', learner.enrolment).execute())
  assert.deepEqual(rows.map(({ kind }) => kind).sort(), ['course-completed', 'first-lesson'])
  assert.deepEqual((await copiedRows(here, learner, 'enrolment.achievements')).map(({ kind, at }) => [kind, at]).sort(), [['course-completed', learner.ctx.now.toISOString()], ['first-lesson', learner.ctx.now.toISOString()]])
})

test('MX-023 a lesson left midway opens at the same place on another device', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const learner = await learnerOf(here, 'light')
  await here.request('/learn/light/lesson-2', { as: learner })
  assert.equal((await here.request('/learn/light/lesson-2/place', { as: learner, form: { place: '1' } })).status, 303)
  const { openSession } = await import('#people/sign-in/sign-in.ts')
  const other = { ...learner, cookie: `session=${(await here.inside(ctx => openSession(ctx, learner.id))).token}` }
  assert.match(await (await here.request('/me', { as: other })).text(), /href="\/learn\/light\/lesson-2#place-1"/)
  assert.match(await (await here.request('/learn/light/lesson-2', { as: other })).text(), /href="#place-1"/)
})

test('a place is kept only in one\'s own enrolment, and what is no place is refused', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const [learner, stranger] = [await learnerOf(here, 'light'), await here.learner()]
  await here.request('/learn/light/lesson-2', { as: learner })
  await assert.rejects(here.inside(ctx => rememberPlace(ctx, { run: 'light', lesson: 'lesson-2', place: 3 }), stranger.ctx), { status: 404 })
  const put = (body: unknown, as?: Member) => here.request('/api/v1/runs/light/lessons/lesson-2/place', { ...as && { as }, method: 'PUT', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  assert.deepEqual([(await put({ place: 2 }, learner)).status, (await put({ place: -1 }, learner)).status, (await put({ place: 2 }, stranger)).status, (await put({ place: 2 })).status], [200, 422, 404, 401])
  await markDone(learner.ctx, { run: 'light', lesson: 'lesson-1' })
})

test('what a page says while it is being left does not move the place from the lesson opened since; the button in another window does', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const learner = await learnerOf(here, 'light')
  for (const lesson of ['lesson-2', 'lesson-1']) await here.request(`/learn/light/${lesson}`, { as: learner })
  const late = await here.request('/api/v1/runs/light/lessons/lesson-2/place', { as: learner, method: 'PUT', body: '{"place":2}', headers: { 'content-type': 'application/json' } })
  assert.deepEqual([late.status, await late.json()], [200, { kept: false }])
  const goOn = async () => /href="(\/learn\/light\/[^"]+)"/.exec(await (await here.request('/me', { as: learner })).text())![1]
  assert.equal(await goOn(), '/learn/light/lesson-1')
  assert.equal((await here.request('/learn/light/lesson-2/place', { as: learner, form: { place: '1' } })).status, 303)
  assert.equal(await goOn(), '/learn/light/lesson-2#place-1')
})
