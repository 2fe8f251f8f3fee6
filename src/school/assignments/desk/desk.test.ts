// Who reviews what, and that no teacher writes over another.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assignTeacher } from '#school/courses/courses.ts'
import { classroom, sentWork } from '#test/classroom.ts'
import { noon, openTestDatabases, type Member } from '#test/fixtures.ts'
import { holdWork, listWorks, reviewWork, setDue } from '../assignments.ts'

const { at, school } = await openTestDatabases()
const here = await school()
const full = { 'level-light': '4', 'level-words': '2' }
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000)
const send = (as: Member, work: string, form: Record<string, string>) => here.request(`/teach/submissions/${work}/review`, { as, form: { outcome: 'save', words: '', seen: 'none', ...form } })
const page = async (path: string, as: Member) => (await here.request(path, { as })).text()

async function twoTeachers() {
  const room = await classroom(here, 'text')
  const other = await here.staff('teacher')
  await assignTeacher((await here.staff('operator')).ctx, { run: room.run, person: other.id })
  return { ...room, other, ...await sentWork(room) }
}

test('a draft that another teacher saved meanwhile is not overwritten unseen: both stand side by side', async () => {
  const { teacher, other, work } = await twoTeachers()
  await reviewWork(other.ctx, { work, outcome: 'save', words: 'Слова другого', levels: { light: 2 }, comments: { light: 'Мягче' } })
  await holdWork(teacher.ctx, { work, over: true })
  const refused = await send(teacher, work, { words: 'Мои слова', ...full })
  assert.equal(refused.status, 409)
  const text = await refused.text()
  for (const words of ['Мои слова', 'Слова другого', 'Мягче', '2 из 6']) assert.ok(text.includes(words), words)
  const [, seen = ''] = /name="seen" value="([^"]+)"/.exec(text)!
  assert.equal((await send(teacher, work, { words: 'Мои слова', ...full, seen })).status, 303)
  assert.ok(!(await page(`/teach/submissions/${work}`, teacher)).includes('Слова другого'))
})

test('whoever wrote while another took the work over keeps their text, and may take it back knowingly', async () => {
  const { teacher, other, work } = await twoTeachers()
  await holdWork(other.ctx, { work })
  const refused = await send(teacher, work, { words: 'Написано зря?', ...full })
  assert.equal(refused.status, 409)
  const text = await refused.text()
  assert.ok(text.includes('Написано зря?') && text.includes('name="over"'))
  assert.equal((await send(teacher, work, { words: 'Написано зря?', ...full, over: 'yes' })).status, 303)
  assert.ok((await page(`/teach/submissions/${work}`, teacher)).includes('Написано зря?'))
})

test('the queue counts the working days that are left, says which is the last, and what is overdue', async () => {
  const { teacher, work } = await twoTeachers()
  const shown = async (after: number) => (await listWorks({ ...teacher.ctx, now: minutes(after) }, {}))
  const [one] = (await shown(0)).works
  assert.deepEqual([one!.id, one!.left > 0], [work, true])
  const toLastDay = (one!.answer_by.getTime() - noon.getTime()) / 60_000
  const last = await shown(toLastDay)
  assert.deepEqual([last.works[0]!.left, last.today, last.overdue], [0, 1, 0])
  const after = await shown(toLastDay + 1)
  assert.deepEqual([after.today, after.overdue], [0, 1])
  const text = await page('/teach', teacher)
  assert.match(text, /рабочи[йх]\s+д(ень|ня|ней)/)
  assert.ok(text.includes(`href="/teach/submissions/${work}" class="button primary"`))
})

test('an empty queue says that all is reviewed and when works are due next; a course filters it by its address', async () => {
  const { teacher, run, work } = await twoTeachers()
  await setDue(teacher.ctx, { run, due_at: new Date('2030-03-01T18:59:59.999Z') })
  await reviewWork(teacher.ctx, { work, outcome: 'return', words: 'Так', levels: { light: 0, words: 0 }, comments: {} })
  const text = await page('/teach', teacher)
  assert.ok(text.includes('Всё проверено') && text.includes('1 марта 2030'))
  assert.deepEqual((await listWorks(teacher.ctx, { filter: 'given', run })).works.map(({ id }) => id), [work])
  assert.deepEqual((await listWorks(teacher.ctx, { filter: 'given', run: 'no-such' })).works, [])
})

test('the desk leads to the works before and after, round the end to the first', async () => {
  const room = await classroom(here, 'text')
  const first = await sentWork(room)
  const second = await sentWork({ run: room.run, learner: await room.another() })
  const led = async (work: string) => [...(await page(`/teach/submissions/${work}`, room.teacher)).matchAll(/class="button quiet" href="\/teach\/submissions\/([^"]+)"|href="\/teach\/submissions\/([^"]+)" class="button quiet"/g)].map(([, one, other]) => one ?? other)
  assert.deepEqual(await led(first.work), [second.work])
  assert.deepEqual(await led(second.work), [first.work, first.work])
})

test('a feedback that was sent leads to the next work that nobody else holds, with a way back to it; after the last one, to the list', async () => {
  const room = await classroom(here, 'text')
  const works = [await sentWork(room), ...await Promise.all([1, 2].map(async () => sentWork({ run: room.run, learner: await room.another() })))]
  const [first, held, free] = works.map(({ work }) => work) as [string, string, string]
  const dana = await here.member('teacher', { name: 'Дана Серікова' })
  await assignTeacher((await here.staff('operator')).ctx, { run: room.run, person: dana.id })
  await holdWork(dana.ctx, { work: held })
  const give = async (work: string) => (await send(room.teacher, work, { outcome: 'return', words: 'Так', 'level-light': '4', 'level-words': '2' })).headers.get('location')
  const next = await give(first)
  assert.equal(next, `/teach/submissions/${free}?after=${first}&said=assignments.was-returned-next`)
  const shown = await page(next!, room.teacher)
  assert.match(shown, /Разбор отправлен, работа возвращена\. Перед вами следующая\./)
  assert.ok(shown.includes(`href="/teach/submissions/${first}">Посмотреть отправленный разбор`))
  assert.equal(await give(free), '/teach?said=assignments.was-returned')
})

test('a mark on a single line needs one number, and its lines are asked before its words', async () => {
  const room = await classroom(here, 'text')
  const { work } = await sentWork(room)
  const desk = `/teach/submissions/${work}`
  const [form = ''] = /<form[^>]*id="new-note"[^]*?<\/form>/.exec(await page(desk, room.teacher))!
  assert.deepEqual([...form.matchAll(/name="(from|to|words)"/g)].map(([, name]) => name), ['from', 'to', 'words'])
  assert.equal((await here.request(`${desk}/notes`, { as: room.teacher, form: { from: '2', to: '', words: 'Здесь' } })).headers.get('location'), `${desk}?said=assignments.note-kept#notes`)
  assert.match(await page(desk, room.teacher), /Здесь[^]*строка 2/)
})

test('who reviews a work stands on the desk and in the queue of the others with a way to take it over, until the term ends by itself', async () => {
  const { teacher, work, run } = await twoTeachers()
  const dana = await here.member('teacher', { name: 'Дана Серікова' })
  await assignTeacher((await here.staff('operator')).ctx, { run, person: dana.id })
  await holdWork(dana.ctx, { work })
  const seen = async () => [/Дана Серікова/.test(await page('/teach', teacher)), /Эту работу сейчас проверяет Дана Серікова[^]*Забрать себе/.test(await page(`/teach/submissions/${work}`, teacher))]
  assert.deepEqual(await seen(), [true, true])
  at(new Date(noon.getTime() + 30 * 60_000 - 1000))
  assert.deepEqual(await seen(), [true, true])
  at(new Date(noon.getTime() + 30 * 60_000))
  assert.deepEqual(await seen(), [false, false])
  at(noon)
  assert.equal((await here.request(`/teach/submissions/${work}/hold`, { as: teacher, form: { over: 'yes' } })).status, 303)
  assert.match(await page(`/teach/submissions/${work}`, dana), /Эту работу сейчас проверяет/)
})
