// Progress that can be trusted: counted from rows, by written rules, the same on every page and device.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deliverEvents } from '#platform/events/events.ts'
import { assignTeacher } from '#school/courses/courses.ts'
import { openTestDatabases } from '#test/fixtures.ts'
import { copiedRows, courseOf, learnerOf, teach } from '#test/taught.ts'
import { listeners } from '../../product.ts'
import { offerProgress } from './controls.ts'
import { enrol, leave, markDone, undoDone } from './enrolment.ts'

const { school } = await openTestDatabases()
const completionsIn = (here: Awaited<ReturnType<typeof school>>, enrolment: string) => here.inside(({ db }) =>
  db.selectFrom('enrolment.completions').select(['kind', 'item', 'at']).where('enrolment', '=', enrolment).orderBy('item').execute())
const json = async (answer: Response) => await answer.json() as any

test('MQ-017 LP-018 two lessons of four are 50 per cent, and two rows with their moments', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const learner = await learnerOf(here, 'light')
  for (const lesson of ['lesson-1', 'lesson-2']) await markDone(learner.ctx, { run: learner.run, lesson })
  const page = await (await here.request(`/learn/${learner.run}`, { as: learner })).text()
  assert.match(page, /Пройдено 50 %: 2 из 4/)
  assert.deepEqual((await completionsIn(here, learner.enrolment)).map(({ kind, item, at }) => [kind, item, at.toISOString()]),
    ['lesson-1', 'lesson-2'].map(item => ['lesson', item, learner.ctx.now.toISOString()]))
})

test('CL-008 CL-020 MX-012 page, API, rows and the copy agree', async () => {
  const here = await school()
  await teach(here, [courseOf({ modules: [3] })])
  const learner = await learnerOf(here, 'light')
  await markDone(learner.ctx, { run: learner.run, lesson: 'lesson-2' })
  const [course] = (await json(await here.request('/api/v1/me/progress', { as: learner }))).courses
  const rows = (await completionsIn(here, learner.enrolment)).filter(({ kind }) => kind === 'lesson')
  assert.deepEqual([course.percent, course.done, course.required], [Math.floor(100 * rows.length / 3), rows.length, 3])
  assert.match(await (await here.request('/me', { as: learner })).text(), /Пройдено 33 %: 1 из 3/)
  assert.deepEqual((await copiedRows(here, learner, 'enrolment.completions')).map(({ kind, item, at }) => [kind, item, at]), rows.map(({ kind, item, at }) => [kind, item, at.toISOString()]))
})

test('LP-020 a module is complete with its last lesson, and not a lesson sooner', async () => {
  const here = await school()
  await teach(here, [courseOf({ modules: [2, 1] })])
  const learner = await learnerOf(here, 'light')
  const modules = async () => (await completionsIn(here, learner.enrolment)).filter(({ kind }) => kind === 'module').map(({ item }) => item)
  await markDone(learner.ctx, { run: learner.run, lesson: 'lesson-1' })
  assert.deepEqual(await modules(), [])
  await markDone(learner.ctx, { run: learner.run, lesson: 'lesson-2' })
  assert.deepEqual(await modules(), ['module-1'])
  await undoDone(learner.ctx, { run: learner.run, lesson: 'lesson-2' })
  assert.deepEqual(await modules(), [])
})

test('MQ-028 all lessons done: the course is completed, with a date, on the page, in the API and in the database', async () => {
  const here = await school()
  await teach(here, [courseOf({ modules: [2] })])
  const learner = await learnerOf(here, 'light')
  for (const lesson of ['lesson-1', 'lesson-2']) await markDone(learner.ctx, { run: learner.run, lesson })
  const [course] = (await json(await here.request('/api/v1/me/progress', { as: learner }))).courses
  assert.deepEqual([course.status, course.completed, course.percent], ['completed', learner.ctx.now.toISOString(), 100])
  assert.match(await (await here.request('/me', { as: learner })).text(), /Пройден<[\s\S]*3 декабря 2026/)
  const row = await here.inside(({ db }) => db.selectFrom('enrolment.enrolments').select(['completed_at', 'version']).where('id', '=', learner.enrolment).executeTakeFirstOrThrow())
  assert.equal(row.completed_at!.getTime(), learner.ctx.now.getTime())
  assert.ok(row.version, 'the version it was completed by is kept')
})

test('MQ-052 a lesson finished in one browser is finished in the other', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const learner = await learnerOf(here, 'light')
  assert.equal((await here.request(`/learn/${learner.run}/lesson-3/done`, { as: learner, form: {} })).status, 303)
  const { openSession } = await import('#people/sign-in/sign-in.ts')
  const { token } = await here.inside(ctx => openSession(ctx, learner.id))
  const other = { ...learner, cookie: `session=${token}` }
  const [course] = (await json(await here.request('/api/v1/me/progress', { as: other }))).courses
  assert.equal(course.done, 1)
})

test('marking twice is one row, undoing twice is harmless, and a completed course stays completed', async () => {
  const here = await school()
  await teach(here, [courseOf({ modules: [1] })])
  const learner = await learnerOf(here, 'light')
  const lesson = { run: learner.run, lesson: 'lesson-1' }
  await undoDone(learner.ctx, lesson)
  await markDone(learner.ctx, lesson)
  await markDone(learner.ctx, lesson)
  assert.equal((await completionsIn(here, learner.enrolment)).filter(({ kind }) => kind === 'lesson').length, 1)
  await assert.rejects(undoDone(learner.ctx, lesson), { status: 409, code: 'enrolment.completed-already' })
})

test('rules of the version decide: a share of the lessons is enough where the course says so, and it never passes 100', async () => {
  const here = await school()
  await teach(here, [courseOf({ modules: [4], completion: { lessons: 50, test: false, assignment: false } })])
  const learner = await learnerOf(here, 'light')
  const percent = async () => (await json(await here.request('/api/v1/me/progress', { as: learner }))).courses[0].percent
  await markDone(learner.ctx, { run: learner.run, lesson: 'lesson-1' })
  assert.equal(await percent(), 50)
  for (const lesson of ['lesson-2', 'lesson-3', 'lesson-4']) await markDone(learner.ctx, { run: learner.run, lesson })
  assert.equal(await percent(), 100)
  const evidence = await here.inside(({ db }) => db.selectFrom('enrolment.evidence').select(['rule', 'met_by']).where('enrolment', '=', learner.enrolment).execute())
  assert.deepEqual(evidence.map(({ rule }) => rule).sort(), ['lesson lesson-1', 'lesson lesson-2'])
  assert.ok(evidence.every(({ met_by }) => met_by))
})

test('nobody marks a lesson for somebody else, of a lesson that is not there, or without being enrolled', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const learner = await learnerOf(here, 'light')
  const stranger = await here.learner()
  await assert.rejects(markDone(stranger.ctx, { run: learner.run, lesson: 'lesson-1' }), { status: 404 })
  await assert.rejects(markDone(learner.ctx, { run: learner.run, lesson: 'lesson-9' }), { status: 404 })
  await leave(learner.ctx, { run: learner.run })
  await assert.rejects(markDone(learner.ctx, { run: learner.run, lesson: 'lesson-1' }), { status: 403 })
  assert.deepEqual(await completionsIn(here, learner.enrolment), [])
})

test('MQ-024 two courses chosen stand in "my courses", with the time of choice, in the database and in the copy', async () => {
  const here = await school()
  await teach(here, [courseOf(), courseOf({ slug: 'frame' })])
  const learner = await here.learner()
  for (const course of ['light', 'frame']) assert.equal((await here.request(`/courses/${course}/enrol`, { as: learner, form: {} })).status, 303)
  const { courses } = await json(await here.request('/api/v1/me/progress', { as: learner }))
  assert.deepEqual(courses.map(({ course, enrolled }: any) => [course, enrolled]).sort(), [['frame', learner.ctx.now.toISOString()], ['light', learner.ctx.now.toISOString()]])
  const rows = await here.inside(({ db }) => db.selectFrom('enrolment.enrolments').select(['course', 'enrolled_at']).where('person', '=', learner.id).execute())
  assert.equal(rows.length, 2)
  assert.deepEqual((await copiedRows(here, learner, 'enrolment.enrolments')).map(({ course, enrolled_at }) => [course, enrolled_at]).sort(), [['frame', learner.ctx.now.toISOString()], ['light', learner.ctx.now.toISOString()]])
})

test('enrolling twice is refused, leaving and returning keeps what was done', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const learner = await learnerOf(here, 'light')
  await markDone(learner.ctx, { run: learner.run, lesson: 'lesson-1' })
  await assert.rejects(enrol(learner.ctx, { course: 'light' }), { status: 409, code: 'enrolment.already-enrolled' })
  await leave(learner.ctx, { run: learner.run })
  await assert.rejects(leave(learner.ctx, { run: learner.run }), { status: 409 })
  await enrol(learner.ctx, { course: 'light' })
  const entries = await here.inside(({ db }) => db.selectFrom('audit.entries').select(['id', 'subject', 'details']).where('act', '=', 'enrolment.enrol').orderBy('number').execute())
  assert.deepEqual(entries.map(({ subject, details }) => [subject, details !== null]), [[learner.id, true], [learner.id, true]], 'it is theirs in the log, and the log says which course')
  assert.equal((await completionsIn(here, learner.enrolment)).length, 1)
  for (const staff of [await here.staff('teacher'), await here.staff('operator')]) await assert.rejects(enrol(staff.ctx, { course: 'light' }), { status: 403 })
})

test('LP-054 the progress a teacher sees is the learner\'s own and the rows\', and only teachers of the run see it', async () => {
  const here = await school()
  await teach(here, [courseOf(), courseOf({ slug: 'frame' })])
  const learner = await learnerOf(here, 'light')
  await markDone(learner.ctx, { run: learner.run, lesson: 'lesson-1' })
  const [own, foreign] = [await here.staff('teacher'), await here.staff('teacher')]
  await here.inside(async ctx => { await assignTeacher(ctx, { run: 'light', person: own.id }); await assignTeacher(ctx, { run: 'frame', person: foreign.id }) })
  const sentence = /Пройдено 25 %: 1 из 4/
  assert.match(await (await here.request('/teach/progress/light', { as: own })).text(), sentence)
  assert.match(await (await here.request('/learn/light', { as: learner })).text(), sentence)
  assert.equal((await completionsIn(here, learner.enrolment)).length, 1)
  assert.equal((await here.request('/teach/progress/light', { as: foreign })).status, 403)
  const looks = await here.inside(({ db }) => db.selectFrom('audit.entries').select('actor').where('subject', '=', learner.id).where('act', '=', 'learning.show-group').execute())
  assert.deepEqual(looks.map(({ actor }) => actor), [own.id])
})

test('the proof of progress sees a completion without grounds, and a course whose grounds are all there', async () => {
  const here = await school()
  await teach(here, [courseOf({ modules: [1] })])
  const prove = async () => (await here.inside(ctx => offerProgress.prove({}, ctx))).state
  assert.equal(await prove(), 'unproven', 'nobody has learnt yet')
  const learner = await learnerOf(here, 'light')
  assert.equal(await prove(), 'kept')
  const set = (completed_at: Date | null) => here.inside(({ db }) => db.updateTable('enrolment.enrolments').set({ completed_at }).where('id', '=', learner.enrolment).execute())
  await set(learner.ctx.now)
  assert.equal(await prove(), 'broken')
  await set(null)
  await markDone(learner.ctx, { run: 'light', lesson: 'lesson-1' })
  assert.equal(await prove(), 'kept')
  await here.inside(({ db }) => db.deleteFrom('enrolment.completions').where('kind', '=', 'lesson').execute())
  assert.equal(await prove(), 'broken')
})

test('the language of the course is the learner\'s choice, whatever the buttons around it speak', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const learner = await learnerOf(here, 'light')
  assert.equal((await here.request('/learn/light/language', { as: learner, form: { language: 'kk' } })).status, 303)
  const page = await (await here.request('/ru/learn/light/lesson-2', { as: learner })).text()
  assert.ok(page.includes('Көлеңке көрінеді') && page.includes('Отметить как пройденный'))
  assert.equal((await here.request('/learn/light/language', { as: learner, form: { language: 'tlh' } })).status, 422)
  assert.equal((await here.request('/learn/light/language', { as: await here.learner(), form: { language: 'kk' } })).status, 404)
})

test('a completed course yields a certificate by itself, once, in the name of its learner', async () => {
  const here = await school()
  await teach(here, [courseOf({ modules: [1] })])
  const learner = await learnerOf(here, 'light')
  await markDone(learner.ctx, { run: 'light', lesson: 'lesson-1' })
  const inside = <R>(work: (ctx: typeof learner.ctx) => Promise<R>) => here.inside(work)
  await deliverEvents(inside, listeners)
  await deliverEvents(inside, listeners)
  const certificates = await here.inside(({ db }) => db.selectFrom('certificates.certificates').select(['person', 'course']).execute())
  assert.deepEqual(certificates.map(({ person, course }) => [person, course.title.ru]), [[learner.id, 'Свет']])
})
