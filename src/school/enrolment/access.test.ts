// What is open to whom: pages, API and files for the enrolled, free lessons for everyone, and nothing after the end.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setGuarded, setState } from '#people/accounts/accounts.ts'
import { assignTeacher, changeRun, closeRun, dismissTeacher, publish, unpublish } from '#school/courses/courses.ts'
import { openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { courseOf, learnerOf, teach } from '#test/taught.ts'
import { enrol } from './enrolment.ts'

const { school, at } = await openTestDatabases()
const words = /Тени видны/

async function doors(here: School, path: string, api: string, as?: Member) {
  const [page, data] = await Promise.all([here.request(path, as && { as }), here.request(api, as && { as })])
  const [text, json] = await Promise.all([page.text(), data.text()])
  return { page: page.status, api: data.status, shown: words.test(text), sent: words.test(json) }
}

test('MQ-010 LP-053 CL-019 the enrolled open the lesson; signed out or not enrolled get 401 or 403 and no content, in the API too', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const [learner, stranger] = [await learnerOf(here, 'light'), await here.learner()]
  const open = (as?: Member) => doors(here, '/learn/light/lesson-2', '/api/v1/runs/light/lessons/lesson-2', as)
  assert.deepEqual(await open(learner), { page: 200, api: 200, shown: true, sent: true })
  assert.deepEqual(await open(stranger), { page: 403, api: 403, shown: false, sent: false })
  assert.deepEqual(await open(), { page: 401, api: 401, shown: false, sent: false })
  assert.equal((await here.request('/learn/light/lesson-2/file', { as: stranger })).status, 403)
  assert.match(await (await here.request('/learn/light/lesson-2/file', { as: learner })).text(), words)
})

test('the outline of a free lesson leads nowhere in vain: test and work are links for the enrolled alone', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const [learner, stranger, teacher] = [await learnerOf(here, 'light'), await here.learner(), await here.staff()]
  await assignTeacher((await here.staff('operator')).ctx, { run: 'light', person: teacher.id })
  const linked = async (as?: Member) => {
    const page = await (await here.request('/learn/light/lesson-1', as && { as })).text()
    return ['test', 'assignment'].filter(item => page.includes(`href="/learn/light/${item}"`))
  }
  for (const as of [undefined, stranger, teacher]) assert.deepEqual(await linked(as), [])
  assert.deepEqual(await linked(learner), ['test', 'assignment'])
})

test('WD-023 enrol and open a lesson; signed out it is refused, and a free one is open to everyone', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const learner = await here.learner()
  const answer = await here.request('/courses/light/enrol', { as: learner, form: {} })
  assert.equal(answer.headers.get('location'), '/learn/light?said=enrolment.enrolled')
  assert.equal((await here.request('/learn/light/lesson-2', { as: learner })).status, 200)
  assert.equal((await here.request('/learn/light/lesson-2')).status, 401)
  assert.match(await (await here.request('/learn/light/lesson-1')).text(), words)
})

test('MX-021 the course is open until its last moment and refused at it', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const operator = await here.staff('operator')
  await changeRun(operator.ctx, { run: 'light', access_days: 30, answer_days: 3 })
  const learner = await learnerOf(here, 'light')
  const end = new Date(learner.ctx.now.getTime() + 30 * 86_400_000)
  const status = async (now: Date) => {
    at(now)
    const { openSession } = await import('#people/sign-in/sign-in.ts')
    const { token } = await here.inside(ctx => openSession(ctx, learner.id), { ...here.system, now })
    return (await here.request('/learn/light/lesson-2', { as: { ...learner, cookie: `session=${token}` } })).status
  }
  assert.equal(await status(new Date(end.getTime() - 1000)), 200)
  assert.equal(await status(end), 403)
  at(learner.ctx.now)
})

test('a run that is closed and a course that is not published take nobody in, and whoever learns goes on', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const operator = await here.staff('operator')
  const learner = await learnerOf(here, 'light')
  await closeRun(operator.ctx, { run: 'light' })
  await assert.rejects(closeRun(operator.ctx, { run: 'light' }), { status: 409 })
  await assert.rejects(enrol((await here.learner()).ctx, { course: 'light' }), { status: 409, code: 'enrolment.not-open' })
  await unpublish(operator.ctx, { course: 'light' })
  await assert.rejects(enrol((await here.learner()).ctx, { course: 'light' }), { status: 404 })
  assert.equal((await here.request('/courses/light')).status, 404)
  assert.equal((await here.request('/learn/light/lesson-2', { as: learner })).status, 200)
  await assert.rejects(unpublish(operator.ctx, { course: 'light' }), { status: 409 })
  await publish(operator.ctx, { course: 'light' })
  assert.equal((await enrol((await here.learner()).ctx, { course: 'light' })).run, 'light-2')
})

test('only the operator publishes, and the same folder read again changes nothing', async () => {
  const here = await school()
  const count = () => here.inside(async ({ db }) => (await db.selectFrom('courses.versions').innerJoin('courses.courses', 'courses.courses.id', 'courses.versions.course').select('courses.versions.id').where('slug', '=', 'light').execute()).length)
  await teach(here, [courseOf()])
  await teach(here, [courseOf()])
  assert.equal(await count(), 1)
  await teach(here, [courseOf({ modules: [5] })])
  assert.equal(await count(), 2)
  const [teacher, operator] = [await here.staff('teacher'), await here.staff('operator')]
  await assert.rejects(publish(teacher.ctx, { course: 'light' }), { status: 403 })
  const learner = await learnerOf(here, 'light')
  assert.match(await (await here.request('/courses/light')).text(), /из 4/, 'a draft is seen by nobody')
  await publish(operator.ctx, { course: 'light' })
  await assert.rejects(publish(operator.ctx, { course: 'light' }), { status: 409, code: 'courses.nothing-to-publish' })
  assert.match(await (await here.request('/courses/light')).text(), /из 5/)
  assert.match(await (await here.request('/learn/light', { as: learner })).text(), /0 из 4/, 'who is learning stays with the version they began')
  const log = await here.inside(({ db }) => db.selectFrom('courses.publish_log').innerJoin('courses.courses', 'courses.courses.id', 'courses.publish_log.course').select('act').where('slug', '=', 'light').execute())
  assert.deepEqual(log.map(({ act }) => act).sort(), ['imported', 'imported', 'published', 'published'])
})

test('a change may be for those who are learning, too: lessons that are done stay done', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const learner = await learnerOf(here, 'light')
  await here.request('/learn/light/lesson-1/done', { as: learner, form: {} })
  await teach(here, [courseOf({ modules: [5] })])
  await publish((await here.staff('operator')).ctx, { course: 'light', current: true })
  assert.match(await (await here.request('/learn/light', { as: learner })).text(), /1 из 5/)
})

test('CL-006 after registration and enrolment the course opens; an account whose address is not confirmed opens nothing', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const [learner, pending] = [await learnerOf(here, 'light'), await here.learner()]
  await here.inside(ctx => setState(ctx, pending.id, 'pending'))
  assert.equal((await here.request('/learn/light/lesson-2', { as: learner })).status, 200)
  assert.equal((await here.request('/learn/light/lesson-2', { as: pending })).status, 401)
  assert.match((await here.request('/courses/light/enrol', { as: pending, form: {} })).headers.get('location')!, /sign-in/)
  assert.equal((await here.request('/api/v1/enrolments', { as: pending, method: 'POST', body: '{"course":"light"}', headers: { 'content-type': 'application/json' } })).status, 401)
  assert.equal(await here.inside(async ({ db }) => (await db.selectFrom('enrolment.enrolments').select('id').where('person', '=', pending.id).execute()).length), 0)
})

test('a minor who learns with a guardian does not get into a course for adults, and does get into one for their age', async () => {
  const here = await school('mexrontal')
  await teach(here, [courseOf({ more: { age: 18 } }), courseOf({ slug: 'early', more: { age: 14 } })])
  const learner = await here.learner()
  await here.inside(ctx => setGuarded(ctx, learner.id, ctx.now))
  await assert.rejects(enrol(learner.ctx, { course: 'light' }), /enrolment.for-adults/)
  await enrol(learner.ctx, { course: 'early' })
  await enrol((await here.learner()).ctx, { course: 'light' })
})

test('the API says what is wrong by name: 201, 401, 404, 409, 422', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const learner = await here.learner()
  const post = async (body: string, as?: Member) => {
    const answer = await here.request('/en/api/v1/enrolments', { ...as && { as }, method: 'POST', body, headers: { 'content-type': 'application/json', accept: 'application/json' } })
    return { status: answer.status, ...await answer.json() as { run?: string; error?: { code: string; fields?: string[] } } }
  }
  assert.equal((await post('{"course":"light"}')).status, 401)
  assert.equal((await post('{"course":"none"}', learner)).status, 404)
  const wrong = await post('{"course":"light","as":"teacher"}', learner)
  assert.deepEqual([wrong.status, wrong.error!.fields], [422, ['as']])
  const done = await post('{"course":"light"}', learner)
  assert.deepEqual([done.status, done.run], [201, 'light'])
  assert.deepEqual([(await post('{"course":"light"}', learner)).status, (await post('{"course":"light"}', learner)).error!.code], [409, 'enrolment.already-enrolled'])
  assert.equal((await post('{"course":', learner)).status, 400)
  const other = await here.learner()
  const tabs = await Promise.all([1, 2, 3].map(() => post('{"course":"light"}', other)))
  assert.deepEqual(tabs.map(({ status }) => status).sort(), [201, 409, 409], 'three tabs at once enrol once')
})

test('only a teacher can be put in charge of a run, by the operator alone, once', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const [teacher, operator, learner] = [await here.staff('teacher'), await here.staff('operator'), await here.learner()]
  await assert.rejects(assignTeacher(teacher.ctx, { run: 'light', person: teacher.id }), { status: 403 })
  await assert.rejects(assignTeacher(operator.ctx, { run: 'light', person: learner.id }), { status: 409, code: 'courses.not-a-teacher' })
  await assignTeacher(operator.ctx, { run: 'light', person: teacher.id })
  await assert.rejects(assignTeacher(operator.ctx, { run: 'light', person: teacher.id }), { status: 409, code: 'courses.teaches-already' })
  assert.equal((await here.request('/teach/progress/light', { as: teacher })).status, 200)
  await dismissTeacher(operator.ctx, { run: 'light', person: teacher.id })
  assert.equal((await here.request('/teach/progress/light', { as: teacher })).status, 403)
  await assert.rejects(dismissTeacher(operator.ctx, { run: 'light', person: teacher.id }), { status: 409 })
})
