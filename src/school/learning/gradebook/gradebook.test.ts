// The gradebook of a course run: what its teachers see of each learner, and what nobody else does.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reveal } from '#platform/sealing/sealing.ts'
import { restrict } from '#trust/rights/rights.ts'
import { answerRightly, startAttempt, submitAttempt } from '#school/assessment/assessment.ts'
import { reviewWork } from '#school/assignments/assignments.ts'
import { assignTeacher } from '#school/courses/courses.ts'
import { enrol, markDone, noteVisit } from '#school/enrolment/enrolment.ts'
import { classroom, sentWork } from '#test/classroom.ts'
import { noon, openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { roundTrips } from '#test/round-trips.ts'
import { courseOf, simpleQuestions, teach } from '#test/taught.ts'
import { showGroup } from './show-gradebook.ts'

const { school } = await openTestDatabases()
const here = await school()
const book = (run: string, view = '') => `/teach/progress/${run}${view}`
const page = async (path: string, as: Member, at: School = here) => (await (await at.request(path, { as })).text()).replaceAll('\u00a0', ' ')
const levels = { light: 2, words: 2 }
/** The words of one row of the table, without its marks. */
const rowOf = (html: string, name: string) => html.split('<tr').find(row => row.includes(name))?.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') ?? ''
const actsOn = (learner: Member) => here.inside(async ({ db }) =>
  (await db.selectFrom('audit.entries').select(['act', 'purpose']).where('subject', '=', learner.id).where('act', 'like', 'learning.%').orderBy('number').execute()).map(({ act, purpose }) => `${act} ${purpose}`))

/** A run with two modules, a test and somebody who teaches it; each learner is called by their own name. */
async function group(names: string[]) {
  const slug = `light-${names.length}-${crypto.randomUUID().slice(0, 6)}`
  await teach(here, [courseOf({ slug, modules: [2, 1], questions: simpleQuestions(4), test: { pass: 60, attempts: 2 }, completion: { lessons: 100, test: true, assignment: false } })])
  const teacher = await here.staff('teacher')
  await here.inside(ctx => assignTeacher(ctx, { run: slug, person: teacher.id }))
  const learners = await Promise.all(names.map(async name => {
    const learner = await here.member('learner', { name })
    const { enrolment } = await enrol(learner.ctx, { course: slug })
    return { ...learner, enrolment }
  }))
  return { run: slug, teacher, learners }
}

async function takeTest({ ctx }: Member, run: string, rightly: number) {
  const { attempt } = await startAttempt(ctx, { run })
  await answerRightly(ctx, attempt, rightly)
  await submitAttempt(ctx, { attempt })
  return attempt
}

test('a teacher sees each learner with modules, test, last step and what is missing in words; the best attempt counts, and leads to its answers', async () => {
  const { run, teacher, learners: [first, second] } = await group(['Айгүл Бірінші', 'Берик Екінші'])
  for (const lesson of ['lesson-1', 'lesson-2']) await markDone(first!.ctx, { run, lesson })
  const best = await takeTest(first!, run, 3)
  await takeTest(first!, run, 1)
  const html = await page(book(run), teacher)
  assert.match(rowOf(html, 'Айгүл Бірінші'), /Пройдено 75 %: 3 из 4 пройден не начат 75 % сдан · попыток: 2 из 2 не отправлена 3 декабря 2026/)
  assert.match(rowOf(html, 'Берик Екінші'), /Пройдено 0 %: 0 из 4 не начат не начат не начат не отправлена шагов ещё нет/)
  assert.ok(html.includes(`href="/learn/${run}/test/${best}/result"`))
  assert.equal((await here.request(`/learn/${run}/test/${best}/result`, { as: teacher })).status, 200)
  assert.deepEqual(await actsOn(second!), ['learning.show-group learning'])
  assert.ok(await roundTrips(() => page(book(run), teacher)) <= 3)
})

test('learners of a run are shown to its teachers alone: not to those of another run, nor to other roles, nor in another school', async () => {
  const { run, learners: [learner] } = await group(['Ана'])
  const there = await school()
  const foreign = await here.staff('teacher')
  for (const part of ['', '/export']) {
    for (const other of [foreign, learner!, await here.staff('operator'), await here.staff('support')]) assert.equal((await here.request(book(run, part), { as: other })).status, 403)
    assert.equal((await there.request(book(run, part), { as: await there.staff('teacher') })).status, 404)
  }
  assert.equal((await here.request(book(run, '/export'), { as: foreign, form: { purpose: 'marks' } })).status, 403)
  for (const view of ['?filter=best', '?sort=shame', '?page=0']) assert.equal((await here.request(book(run, view), { as: foreign })).status, 404, view)
  assert.deepEqual(await actsOn(learner!), [])
})

test('behind is somebody without a step for two weeks, whose access runs out faster, or whose work is past its date; whoever has finished or left is not', async () => {
  const { run, teacher, learners: [quick, slow] } = await group(['Быстрая', 'Медленный'])
  const at = (days: number) => ({ ...teacher.ctx, now: new Date(noon.getTime() + days * 86_400_000) })
  const behind = async (days: number) => (await here.inside(ctx => showGroup(ctx, { run }), at(days))).rows.map(({ enrolment, behind }) => [enrolment.person === quick!.id ? 'quick' : 'slow', behind.join(' ')] as const).toSorted(([one], [other]) => one < other ? -1 : 1)
  assert.deepEqual(await behind(14), [['quick', ''], ['slow', '']])
  await markDone({ ...quick!.ctx, now: at(13).now }, { run, lesson: 'lesson-1' })
  assert.deepEqual(await behind(15), [['quick', ''], ['slow', 'quiet']])
  await here.inside(({ db }) => db.updateTable('enrolment.enrolments').set({ ends_at: at(20).now }).where('id', 'in', [quick!.enrolment, slow!.enrolment]).execute())
  assert.deepEqual(await behind(10), [['quick', ''], ['slow', 'pace']], 'one step of four in half of the time is within what is let pass; none is not')
  assert.deepEqual(await behind(21), [['quick', ''], ['slow', '']], 'access is over for both')
  assert.deepEqual((await here.inside(ctx => showGroup(ctx, { run, filter: 'behind' }), at(15))).counts, { all: 2, behind: 2, waiting: 0, finished: 0 })
})

test('a work is told as it stands and leads to the desk; reviewed without names, nobody\'s waiting work is told, nor led to, until it is graded', async () => {
  const open = await classroom(here, 'text')
  const { work } = await sentWork(open)
  const row = async (room: typeof open) => { const html = await page(book(room.run), room.teacher); return [rowOf(html, '/learners/'), html.includes(`/teach/submissions/`)] as const }
  assert.match((await row(open))[0], /ждёт проверки 3 декабря/)
  assert.deepEqual([(await row(open))[1], (await page(book(open.run, '?filter=waiting'), open.teacher)).includes('1 учащийся')], [true, true])
  await reviewWork(open.teacher.ctx, { work, outcome: 'return', words: 'Ещё раз', levels, comments: {} })
  assert.match((await row(open))[0], /возвращена с разбором баллов: 4 из 6/)

  const covered = await classroom(here, 'text', { anonymous: true })
  const hidden = 'проверка без имён: видно после оценки'
  const before = (await row(covered))[0]
  assert.ok(before.includes(hidden))
  const { work: secret } = await sentWork(covered)
  assert.deepEqual([await row(covered), (await page(book(covered.run, '?filter=waiting'), covered.teacher)).includes('Работ, которые ждут проверки, нет')], [[before, false], true], 'sent or not, it looks the same')
  await reviewWork(covered.teacher.ctx, { work: secret, outcome: 'return', words: 'Ещё раз', levels, comments: {} })
  const returned = await row(covered)
  assert.match(returned[0], /возвращена с разбором/)
  await sentWork(covered, 'Второй вариант')
  assert.deepEqual(await row(covered), returned, 'sent again or not, it looks the same')
})

test('whoever has put their data on hold is not in the gradebook, nor in its figures, nor in the file', async () => {
  const { run, teacher, learners: [stays, rests] } = await group(['Остаётся', 'Отдыхает'])
  await restrict(rests!.ctx, { until: '2026-12-10' })
  const html = await page(book(run), teacher)
  const file = await (await here.request(book(run, '/export'), { as: teacher, form: { purpose: 'talk' } })).text()
  for (const text of [html, file]) assert.deepEqual([text.includes('Остаётся'), text.includes('Отдыхает')], [true, false])
  assert.match(html, /1 учащийся/)
  assert.deepEqual([await actsOn(stays!), await actsOn(rests!)], [['learning.show-group learning', 'learning.take-out-group talk'], []])
})

test('the file holds the view and nothing more, in the reader\'s language; the purpose is asked for, and its learners read it among the looks at their data', async () => {
  const { run, teacher, learners } = await group(['=Формула', 'Дана'])
  await markDone(learners[1]!.ctx, { run, lesson: 'lesson-1' })
  assert.equal((await here.request(book(run, '/export'), { as: teacher, form: { purpose: 'curiosity' } })).status, 422)
  const take = async (view: string) => {
    const answer = await here.request(`/en${book(run, `/export${view}`)}`, { as: teacher, form: { purpose: 'marks' } })
    return { type: answer.headers.get('content-type'), lines: (await answer.text()).replace('\ufeff', '').trim().split('\r\n') }
  }
  const { type, lines } = await take('?sort=progress')
  assert.equal(type, 'text/csv; charset=utf-8')
  assert.match(lines[0]!, /^"Learner";"State";"Progress, %";"1\. /)
  assert.deepEqual(lines.slice(1).map(line => line.split(';').slice(0, 3).join(' ')), [`"'=Формула Серікова" "is learning" "0"`, `"Дана Серікова" "is learning" "25"`])
  assert.equal((await take('?filter=finished')).lines.length, 1)
  assert.match(await page('/me/data', learners[1]!), /журнал оценок группы скачан файлом[\s\S]*?ведомость школы/)
})

test('fifty on a page with their number in all; only those whose names a page opens are looked at, unless it is put in the order of names', async () => {
  const { run, teacher, learners: [one] } = await group(Array.from({ length: 52 }, (_, place) => `Имя${String(place).padStart(2, '0')}`))
  await markDone(one!.ctx, { run, lesson: 'lesson-1' })
  const names = (html: string) => [...html.matchAll(/(?<=>)Имя(\d\d)/g)].map(([, number]) => number)
  const first = await page(book(run), teacher)
  assert.match(first, /52 учащихся[\s\S]*Страница 1 из 2/)
  assert.deepEqual([names(first).length, names(first)[0], names(await page(book(run, '?page=2'), teacher))], [50, '00', ['50', '51']])
  const looks = async () => (await actsOn(one!)).length
  const before = await looks()
  const shown = await showGroup(teacher.ctx, { run, sort: 'progress' })
  assert.deepEqual([shown.rows.length, shown.total, await looks()], [50, 52, before], 'the one with a step is on the other page')
  assert.equal((await reveal(teacher.ctx, await showGroup(teacher.ctx, { run, sort: 'progress', page: 2 }))).rows.length, 2)
  assert.equal(await looks(), before + 1)
})

test('when a lesson was last opened is told only where the policy names that it is written down', async () => {
  for (const [like, told] of [['mexrontal', true], ['landscape-photo', false]] as const) {
    const at = told ? here : await school(like)
    await teach(at, [courseOf({ slug: 'seen' })])
    const learner = await at.learner()
    const { run, enrolment } = await enrol(learner.ctx, { course: 'seen' })
    const teacher = await at.staff('teacher')
    await at.inside(async ctx => { await assignTeacher(ctx, { run, person: teacher.id }); noteVisit(ctx, enrolment, 'lesson-1') })
    assert.equal((await page(book(run), teacher, at)).includes('Урок открыт в последний раз'), told, like)
  }
})

test('a teacher\'s page of one learner holds lessons with their days, every attempt, the feedback in words and what is left; of another run it is nowhere', async () => {
  const room = await classroom(here, 'text')
  const { work } = await sentWork(room)
  await reviewWork(room.teacher.ctx, { work, outcome: 'return', words: 'Свет хорош, слова короче', levels, comments: {} })
  const enrolment = (await showGroup(room.teacher.ctx, { run: room.run })).rows[0]!.enrolment.id
  const html = await page(book(room.run, `/learners/${enrolment}`), room.teacher)
  assert.match(html, /Свет хорош, слова короче/)
  assert.match(html, /Тест ещё не начат\. Осталось попыток: \d/)
  assert.ok(html.includes(`href="/teach/submissions/${work}"`))
  assert.ok((await actsOn(room.learner)).includes('learning.show-learner learning'))
  const { run, teacher, learners: [other] } = await group(['Другая'])
  const attempt = await takeTest(other!, run, 1)
  assert.match(await page(book(run, `/learners/${other!.enrolment}`), teacher), new RegExp(`/learn/${run}/test/${attempt}/result[\\s\\S]*25 % · порог не набран[\\s\\S]*Осталось попыток: 1`))
  assert.deepEqual(await Promise.all([[teacher, run, enrolment, 404], [room.teacher, run, other!.enrolment, 403], [room.learner, room.run, enrolment, 403]].map(async ([as, of, who]) =>
    (await here.request(book(of as string, `/learners/${who as string}`), { as: as as Member })).status)), [404, 403, 403])
  await restrict(other!.ctx, { until: '2026-12-10' })
  assert.equal((await here.request(book(run, `/learners/${other!.enrolment}`), { as: teacher })).status, 409)
})
