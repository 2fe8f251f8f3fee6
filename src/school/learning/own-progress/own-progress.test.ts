// One's own page of progress: every course, what counts in it, what is left and why, and what of it a teacher sees.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deliverEvents } from '#platform/events/events.ts'
import { answerRightly, startAttempt, submitAttempt } from '#school/assessment/assessment.ts'
import { reviewWork } from '#school/assignments/assignments.ts'
import { enrol, leave, markDone } from '#school/enrolment/enrolment.ts'
import { keepNote } from '#school/notes/notes.ts'
import { classroom, sentWork } from '#test/classroom.ts'
import { openTestDatabases, type Member } from '#test/fixtures.ts'
import { roundTrips } from '#test/round-trips.ts'
import { courseOf, simpleQuestions, teach } from '#test/taught.ts'
import { listeners } from '../../../product.ts'

const { school } = await openTestDatabases()
const here = await school()
await teach(here, [courseOf({ slug: 'ways', modules: [2, 1], questions: simpleQuestions(4), test: { pass: 60, attempts: 2 }, completion: { lessons: 100, test: true, assignment: false } })])
const progress = async (as: Member) => (await (await here.request('/me/progress', { as })).text()).split('<main')[1]!.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('the page tells module by module what is done, what is left until the certificate and why, and the next step; then the certificate itself', async () => {
  const learner = await here.learner()
  const { run } = await enrol(learner.ctx, { course: 'ways' })
  await markDone(learner.ctx, { run, lesson: 'lesson-1' })
  const begun = await progress(learner)
  assert.match(begun, /Пройдено 25 %: 1 из 4 Следующий шаг .*Это первый урок, который вы ещё не отметили.*Отметьте как пройденные уроки: 3 из 3\..*Наберите в тесте не меньше 60 %/)
  assert.match(begun, /1\. [^·]+ · 1 из 2 .*2\. [^·]+ · не начат /)
  assert.match(begun, /Результаты .* не начат .* не отправлена для завершения не нужно/)
  for (const lesson of ['lesson-2', 'lesson-3']) await markDone(learner.ctx, { run, lesson })
  const { attempt } = await startAttempt(learner.ctx, { run })
  await answerRightly(learner.ctx, attempt, 4)
  await submitAttempt(learner.ctx, { attempt })
  await deliverEvents(here.inside, listeners)
  const done = await progress(learner)
  assert.match(done, /Пройдено 100 %: 4 из 4 .*100 % сдан · попыток: 1 из 2/)
  assert.deepEqual([/Открыть сертификат/.test(done), /Следующий шаг/.test(done)], [true, false])
  assert.ok(await roundTrips(() => progress(learner)) <= 3)
})

test('a work, its feedback and a course that was left stand as they are; without a course the page says where to find one', async () => {
  const room = await classroom(here, 'text')
  const { work } = await sentWork(room)
  assert.match(await progress(room.learner), /Моё задание ждёт проверки 3 декабря 2026/)
  await reviewWork(room.teacher.ctx, { work, outcome: 'return', words: 'Ещё раз', levels: { light: 2, words: 2 }, comments: {} })
  assert.match(await progress(room.learner), /возвращена с разбором баллов: 4 из 6/)
  await leave(room.learner.ctx, { run: room.run })
  assert.match(await progress(room.learner), /Вы вышли из этого курса/)
  assert.match(await progress(await here.learner()), /Вы пока не записаны ни на один курс/)
})

test('what the page says a teacher sees is what a teacher is given: neither notes nor contacts are in the gradebook or on the page of a learner', async () => {
  const room = await classroom(here, 'text')
  const said = await progress(room.learner)
  assert.match(said, /Что видит преподаватель имя, пройденные уроки .* день, когда вы в последний раз открыли урок .*Заметок, карточек, выбранных дней учёбы и ваших контактов преподаватель не видит/)
  await keepNote(room.learner.ctx, { run: room.run, lesson: 'lesson-1', words: 'Канарейка в заметке', saving: null })
  const book = await (await here.request(`/teach/progress/${room.run}`, { as: room.teacher })).text()
  const [, one] = /href="([^"]+\/learners\/[^"]+)"/.exec(book)!
  for (const page of [book, await (await here.request(one!, { as: room.teacher })).text()])
    assert.deepEqual(['Канарейка', room.learner.email, '+77010000000', 'Алматы', '1994'].filter(word => page.split('<main')[1]!.split('<footer')[0]!.includes(word)), [])
})
