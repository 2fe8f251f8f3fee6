// Review without names, and what of a learner stays closed on the desk.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assignTeacher } from '#school/courses/courses.ts'
import { classroom, sendFile, sentWork, type Classroom } from '#test/classroom.ts'
import { noon, openTestDatabases, type Member } from '#test/fixtures.ts'
import { lookAtLearner, reviewWork, setNaming } from '../assignments.ts'

const { asAdmin, at, school } = await openTestDatabases()
const here = await school()
const rows = (sql: string, ...values: unknown[]) => asAdmin(client => client.query(sql, values)).then(({ rows }) => rows as Record<string, any>[])
const page = async (path: string, as: Member) => (await here.request(path, { as })).text()
const desk = (work: string) => `/teach/submissions/${work}`
const give = (room: Classroom, work: string, outcome = 'return') => reviewWork(room.teacher.ctx, { work, outcome, words: 'Так', levels: { light: 4, words: 2 }, comments: {} })
const aliasOf = async (work: string) => (await rows('select alias from assignments.works where id = $1', work))[0]!.alias as number | null

test('until the grade is given the queue and the desk call the learner by a number, and their name is nowhere; then it appears', async () => {
  const room = await classroom(here, 'text', { anonymous: true })
  const learner = await here.learner({ name: 'Канарейка Безымянная' })
  const { run, course } = room
  const { enrol } = await import('#school/enrolment/enrolment.ts')
  await enrol(learner.ctx, { course })
  assert.match(await page(`/learn/${run}/assignment`, learner), /без вашего имени/)
  const { work } = await sentWork({ run, learner })
  const called = `Учащийся ${await aliasOf(work)}`
  for (const path of ['/teach', desk(work)]) {
    const text = await page(path, room.teacher)
    assert.ok(text.includes(called), path)
    assert.ok(!text.includes('Канарейка') && !text.includes(learner.id), path)
  }
  assert.ok((await page(`/learn/${run}/assignment`, learner)).includes(called), 'the learner knows how they are called')
  assert.equal((await here.request(`${desk(work)}/learner`, { as: room.teacher, form: { why: 'Очень хочется узнать' } })).status, 409)
  await give(room, work)
  for (const path of ['/teach?filter=given', desk(work)]) assert.ok((await page(path, room.teacher)).includes('Канарейка Безымянная'), path)
  const { work: again } = await sentWork({ run, learner }, 'Второй вариант')
  assert.equal(again, work)
  const second = await page(desk(work), room.teacher)
  assert.ok(second.includes(called) && !second.includes('Канарейка'), 'the next version has the same number, and no name')
})

test('a file does not bear its owner’s name before the grade, neither on the desk nor when it is downloaded', async () => {
  const room = await classroom(here, 'file', { anonymous: true })
  await sendFile(here, room.learner, room.run, { words: 'Моя работа', file: Buffer.from('Текст работы'), name: 'Канарейка.txt' })
  const [{ work, take }] = await rows('select w.id as work, t.id as take from assignments.works w join assignments.takes t on t.work = w.id where w.person = $1', room.learner.id) as [{ work: string; take: string }]
  const named = async (as: Member) => decodeURIComponent((await here.request(`/works/${take}/original`, { as })).headers.get('content-disposition')!)
  assert.ok(!(await page(desk(work), room.teacher)).includes('Канарейка.txt'))
  assert.doesNotMatch(await named(room.teacher), /Канарейка/)
  assert.match(await named(room.learner), /Канарейка\.txt/)
  await give(room, work, 'accept')
  assert.ok((await page(desk(work), room.teacher)).includes('Канарейка.txt'))
  assert.match(await named(room.teacher), /Канарейка\.txt/)
})

test('numbers are unlike each other within an assignment, stay as they are, and tell nothing of name or order', async () => {
  const room = await classroom(here, 'text', { anonymous: true })
  const works = []
  for (let each = 0; each < 12; each++) works.push((await sentWork({ run: room.run, learner: await room.another() })).work)
  const aliases = await Promise.all(works.map(aliasOf)) as number[]
  assert.equal(new Set(aliases).size, 12)
  assert.ok(aliases.every(alias => alias >= 1 && alias <= 60))
  assert.notDeepEqual(aliases, aliases.toSorted((a, b) => a - b), 'not the order of sending')
  assert.deepEqual(await Promise.all(works.map(aliasOf)), aliases)
})

test('the office decides for a run, whatever the course says; works that were begun keep what their learner was told', async () => {
  const [named, nameless] = [await classroom(here, 'text'), await classroom(here, 'text', { anonymous: true })]
  const operator = await here.staff('operator')
  const before = await sentWork(named)
  const listed = await page('/office/assignments', operator)
  assert.ok(listed.includes(named.run) && listed.includes(nameless.run) && listed.includes('как задано в курсе'))
  assert.equal((await here.request(`/office/assignments/${named.run}`, { as: operator, form: { anonymous: 'yes' } })).status, 303)
  await setNaming(operator.ctx, { run: nameless.run, anonymous: 'no' })
  assert.match(await page('/office/assignments', operator), /решение школы/)
  const after = await sentWork({ run: named.run, learner: await named.another() })
  const free = await sentWork(nameless)
  assert.deepEqual([await aliasOf(before.work), typeof await aliasOf(after.work), await aliasOf(free.work)], [null, 'number', null])
  await setNaming(operator.ctx, { run: named.run, anonymous: 'no' })
  assert.equal(typeof await aliasOf(after.work), 'number', 'what was promised stays')
  for (const as of [named.teacher, named.learner, await here.staff('privacy-officer')]) assert.equal((await here.request(`/office/assignments/${named.run}`, { as, form: { anonymous: 'no' } })).status, 403)
  await assert.rejects(setNaming(operator.ctx, { run: 'no-such', anonymous: 'yes' }), { status: 404 })
})

test('data of a learner stay closed until a teacher says why; the reason is in the log and before the learner’s eyes, and the look ends by itself', async () => {
  const room = await classroom(here, 'text')
  const { work } = await sentWork(room)
  const closed = await page(desk(work), room.teacher)
  assert.ok(closed.includes('Данные учащегося') && !closed.includes('Пройдено уроков'))
  const refused = await here.request(`${desk(work)}/learner`, { as: room.teacher, form: { why: 'нужно' } })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Слишком коротко[^]*>нужно</)
  const why = 'Похоже на чужую работу, сверяю сроки'
  assert.equal((await here.request(`${desk(work)}/learner`, { as: room.teacher, form: { why } })).status, 303)
  assert.match(await page(desk(work), room.teacher), /Пройдено уроков/)
  const other = await here.staff('teacher')
  await assignTeacher((await here.staff('operator')).ctx, { run: room.run, person: other.id })
  assert.doesNotMatch(await page(desk(work), other), /Пройдено уроков/, 'a look is its holder’s alone')
  const entries = await rows(`select actor, subject, details is not null as sealed from audit.entries where act = 'assignments.look-at-learner' and subject = $1 and outcome = 'done'`, room.learner.id)
  assert.deepEqual(entries, [{ actor: room.teacher.id, subject: room.learner.id, sealed: true }])
  assert.match(await page('/me/data', room.learner), /просмотр данных учащегося, с причиной/)
  at(new Date(noon.getTime() + 10 * 60_000 - 1000))
  assert.match(await page(desk(work), room.teacher), /Пройдено уроков/)
  at(new Date(noon.getTime() + 10 * 60_000))
  assert.doesNotMatch(await page(desk(work), room.teacher), /Пройдено уроков/)
  at(noon)
  await assert.rejects(lookAtLearner((await here.staff('teacher')).ctx, { work, why }), { status: 403 })
})
