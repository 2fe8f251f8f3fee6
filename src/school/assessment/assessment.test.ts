// Tests: answers saved as they come, graded on the server, seen by the learner and the teachers of the run alone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assignTeacher } from '#school/courses/courses.ts'
import { openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { courseOf, learnerOf, optionIn, simpleQuestions, teach } from '#test/taught.ts'
import { offerTests, permitOwnResults } from './controls.ts'
import { answerQuestion, closeOverdue, flagQuestion, overdueAttempts, regrade, startAttempt, submitAttempt } from './assessment.ts'

const { asAdmin, school } = await openTestDatabases()
const five = { questions: simpleQuestions(5), test: { pass: 60, attempts: 2 } }

const questionsOf = (here: School, attempt: string) => here.inside(({ db }) =>
  db.selectFrom('assessment.test_questions').innerJoin('assessment.attempts', 'assessment.attempts.test', 'assessment.test_questions.test').innerJoin('assessment.questions', 'assessment.questions.id', 'assessment.test_questions.question')
    .select(['assessment.questions.id', 'assessment.questions.asked', 'assessment.questions.answer']).where('assessment.attempts.id', '=', attempt).orderBy('position').execute())

/** Takes the test as a browser without script does: a page for each question, its form, the review, the button. */
async function takeTest(here: School, learner: Member & { run: string }, right: number) {
  const started = await here.request(`/learn/${learner.run}/test/start`, { as: learner, form: {} })
  let to = started.headers.get('location')!
  const attempt = to.split('/')[4]!
  for (let number = 1; !to.endsWith('/review'); number++) {
    const page = await (await here.request(to, { as: learner })).text()
    const answer = await here.request(to, { as: learner, form: { answer: optionIn(page, number <= right ? 'Верный ответ' : 'Неверный ответ'), go: 'next' } })
    assert.equal(answer.status, 303)
    to = answer.headers.get('location')!
  }
  assert.equal((await here.request(`/learn/${learner.run}/test/${attempt}/submit`, { as: learner, form: {} })).status, 303)
  return attempt
}

test('MQ-031 three of five right: the page shows 60 per cent, the attempt is stored, another learner cannot open it', async () => {
  const here = await school()
  await teach(here, [courseOf(five)])
  const learner = await learnerOf(here, 'light')
  const attempt = await takeTest(here, learner, 3)
  const result = await here.request(`/learn/${learner.run}/test/${attempt}/result`, { as: learner })
  const page = await result.text()
  assert.match(page, /Результат: 60 %/)
  assert.match(page, /К вопросам: 4, 5/, 'what to read again, and for which questions')
  const row = await here.inside(({ db }) => db.selectFrom('assessment.gradings').selectAll().where('attempt', '=', attempt).executeTakeFirstOrThrow())
  assert.deepEqual([row.fraction, row.mark, row.out_of, row.grade, row.passed], [0.6, 3, 5, 60, true])
  const other = await learnerOf(here, 'light')
  const refused = await here.request(`/learn/${learner.run}/test/${attempt}/result`, { as: other })
  assert.ok([403, 404].includes(refused.status))
  assert.doesNotMatch(await refused.text(), /60 %|Верный ответ/)
})

test('LP-022 CL-009 MX-013 attempt, answers and score are stored, for the learner and the teachers of that run alone', async () => {
  const here = await school()
  await teach(here, [courseOf(five), courseOf({ slug: 'frame' })])
  const learner = await learnerOf(here, 'light')
  const attempt = await takeTest(here, learner, 5)
  const [own, foreign, operator] = [await here.staff('teacher'), await here.staff('teacher'), await here.staff('operator')]
  await here.inside(async ctx => { await assignTeacher(ctx, { run: 'light', person: own.id }); await assignTeacher(ctx, { run: 'frame', person: foreign.id }) })
  const status = async (as?: Member) => (await here.request(`/learn/${learner.run}/test/${attempt}/result`, as && { as })).status
  assert.deepEqual([await status(learner), await status(own), await status(foreign), await status(operator), await status()], [200, 200, 403, 403, 303])
  const steps = await here.inside(({ db }) => db.selectFrom('assessment.steps').select(['id', 'answer']).where('attempt', '=', attempt).execute())
  assert.equal(steps.length, 5)
  const looks = await here.inside(({ db }) => db.selectFrom('audit.entries').select(['act', 'actor']).where('subject', '=', learner.id).where('act', '=', 'assessment.show-result').execute())
  assert.deepEqual(looks.map(({ actor }) => actor), [own.id], 'the teacher\'s look is recorded')
})

test('the right answer is on no page, in no answer of the API and in no island before the test is submitted', async () => {
  const here = await school()
  const explained = five.questions.map(question => ({ ...question, explanation: { ru: 'Потому что тени', kk: 'Көлеңке', en: 'Shadows' } }))
  await teach(here, [courseOf({ ...five, questions: explained })])
  const learner = await learnerOf(here, 'light')
  const { attempt } = await startAttempt(learner.ctx, { run: learner.run })
  const questions = await questionsOf(here, attempt)
  const pages = [...[1, 2, 3, 4, 5, 'review'].map(page => `/learn/${learner.run}/test/${attempt}/${page}`), `/learn/${learner.run}/test`, `/learn/${learner.run}`, `/learn/${learner.run}/test/${attempt}/result`]
  for (const path of pages) {
    const page = await (await here.request(path, { as: learner })).text()
    assert.doesNotMatch(page, /Потому что тени|right|explanation/, path)
  }
  const saved = await here.request(`/api/v1/attempts/${attempt}/answers`, { as: learner, method: 'POST', body: JSON.stringify({ question: questions[0]!.id, answer: [questions[0]!.asked.options[0].id] }), headers: { 'content-type': 'application/json' } })
  assert.deepEqual(Object.keys(await saved.json() as object), ['saved'])
  const ids = questions.flatMap(({ asked }) => asked.options.map(({ id }: { id: string }) => id))
  assert.ok(ids.every(id => /^[0-9a-f]{10}$/.test(id)), 'an option has no name that could tell')
})

test('a result cannot be posted: unknown fields are refused by name, and only answers are taken', async () => {
  const here = await school()
  await teach(here, [courseOf(five)])
  const learner = await learnerOf(here, 'light')
  const { attempt } = await startAttempt(learner.ctx, { run: learner.run })
  const post = (body: object) => here.request(`/api/v1/attempts/${attempt}/answers`, { as: learner, method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  const [question] = await questionsOf(here, attempt)
  const refused = await post({ question: question!.id, answer: ['x'], fraction: 1, grade: 100 })
  assert.equal(refused.status, 422)
  assert.deepEqual((await refused.json() as any).error.fields.sort(), ['fraction', 'grade'])
  assert.equal((await post({ question: question!.id, answer: ['no such option'] })).status, 422)
  assert.equal((await here.request(`/learn/${learner.run}/test/${attempt}/submit`, { as: learner, form: { grade: '100' } })).status, 422)
})

test('answers are kept as one goes: another device goes on where this one stopped, and the last answer counts', async () => {
  const here = await school()
  await teach(here, [courseOf(five)])
  const learner = await learnerOf(here, 'light')
  const first = await startAttempt(learner.ctx, { run: learner.run })
  const [question] = await questionsOf(here, first.attempt)
  const wrong = question!.asked.options.find(({ id }: { id: string }) => id !== question!.answer.right).id
  for (const answer of [wrong, question!.answer.right]) await answerQuestion(learner.ctx, { attempt: first.attempt, question: question!.id, answer: [answer] })
  const again = await startAttempt(learner.ctx, { run: learner.run })
  assert.deepEqual([again.attempt, again.isNew], [first.attempt, false])
  const page = await (await here.request(`/learn/${learner.run}/test/${first.attempt}/1`, { as: learner })).text()
  assert.match(page, new RegExp(`value="${question!.answer.right}"[^>]*checked|checked[^>]*value="${question!.answer.right}"`))
  const { mark } = await submitAttempt(learner.ctx, { attempt: first.attempt })
  assert.equal(mark, 1)
  const steps = await here.inside(({ db }) => db.selectFrom('assessment.steps').select('id').where('attempt', '=', first.attempt).execute())
  assert.equal(steps.length, 2, 'both answers stay: steps are only added')
})

test('submitted is submitted: no second time, no answer after it, and no attempt beyond those allowed', async () => {
  const here = await school()
  await teach(here, [courseOf({ ...five, test: { pass: 60, attempts: 1 } })])
  const learner = await learnerOf(here, 'light')
  const attempt = await takeTest(here, learner, 1)
  const [question] = await questionsOf(here, attempt)
  await assert.rejects(submitAttempt(learner.ctx, { attempt }), { status: 409, code: 'assessment.submitted-already' })
  await assert.rejects(answerQuestion(learner.ctx, { attempt, question: question!.id, answer: [question!.answer.right] }), { status: 409 })
  await assert.rejects(startAttempt(learner.ctx, { run: learner.run }), { status: 409, code: 'assessment.no-attempts-left' })
  const other = await learnerOf(here, 'light')
  await assert.rejects(submitAttempt(other.ctx, { attempt }), { status: 403 })
  await assert.rejects(answerQuestion(other.ctx, { attempt, question: question!.id, answer: [question!.answer.right] }), { status: 403 })
})

test('a passed test completes its item, and one per cent less does not', async () => {
  const here = await school()
  await teach(here, [courseOf({ questions: simpleQuestions(5), test: { pass: 80, attempts: 3 }, completion: { lessons: 100, test: true, assignment: false } })])
  const [passing, failing] = [await learnerOf(here, 'light'), await learnerOf(here, 'light')]
  await takeTest(here, passing, 4)
  await takeTest(here, failing, 3)
  const done = (enrolment: string) => here.inside(({ db }) => db.selectFrom('enrolment.completions').select(['kind', 'evidence']).where('enrolment', '=', enrolment).execute())
  assert.deepEqual((await done(passing.enrolment)).map(({ kind }) => kind), ['test'])
  assert.ok((await done(passing.enrolment))[0]!.evidence, 'the attempt it was earned by stands beside it')
  assert.deepEqual(await done(failing.enrolment), [])
})

test('after the last minute no answer is taken, before it each one is, and what was saved counts', async () => {
  const here = await school()
  await teach(here, [courseOf({ ...five, test: { pass: 60, attempts: 2, minutes: 10 } })])
  const learner = await learnerOf(here, 'light')
  const at = (minutes: number) => ({ ...learner.ctx, now: new Date(learner.ctx.now.getTime() + minutes * 60_000) })
  const { attempt } = await startAttempt(learner.ctx, { run: learner.run })
  const questions = await questionsOf(here, attempt)
  const answer = (index: number, minutes: number) => answerQuestion(at(minutes), { attempt, question: questions[index]!.id, answer: [questions[index]!.answer.right] })
  await answer(0, 9.99)
  await assert.rejects(answer(1, 10), { status: 409, code: 'assessment.time-over' })
  const system = { ...here.system, now: at(10).now }
  assert.deepEqual(await here.inside(ctx => overdueAttempts(ctx), { ...here.system, now: at(9.99).now }), [])
  assert.deepEqual(await here.inside(ctx => overdueAttempts(ctx), system), [attempt])
  assert.equal((await closeOverdue(system, { attempt })).mark, 1)
  await assert.rejects(closeOverdue(system, { attempt }), { status: 409 })
})

test('a corrected question regrades by a new row: the old one stays, and who passed has passed', async () => {
  const here = await school()
  await teach(here, [courseOf(five)])
  const [wronged, passed] = [await learnerOf(here, 'light'), await learnerOf(here, 'light')]
  const [attempt, good] = [await takeTest(here, wronged, 2), await takeTest(here, passed, 5)]
  const teacher = await here.staff('teacher')
  await here.inside(ctx => assignTeacher(ctx, { run: 'light', person: teacher.id }))
  await teach(here, [courseOf({ ...five, questions: [...simpleQuestions(2), ...simpleQuestions(5, 'b').slice(2)] })])
  await assert.rejects(regrade(wronged.ctx, { attempt }), { status: 403 })
  assert.equal((await regrade(teacher.ctx, { attempt })).grade, 100)
  assert.equal((await regrade(teacher.ctx, { attempt: good })).grade, 40)
  const gradings = await here.inside(({ db }) => db.selectFrom('assessment.gradings').select(['number', 'why', 'grade']).where('attempt', '=', attempt).orderBy('number').execute())
  assert.deepEqual(gradings.map(({ number, why, grade }) => [number, why, grade]), [[1, 'submitted', 40], [2, 'regraded', 100]])
  const items = await here.inside(({ db }) => db.selectFrom('enrolment.completions').select('enrolment').where('kind', '=', 'test').execute())
  assert.deepEqual(items.map(({ enrolment }) => enrolment).sort(), [wronged.enrolment, passed.enrolment].sort())
})

test('an answer lies sealed in the database: its words are nowhere in the row', async () => {
  const here = await school()
  const short = { id: 'word', type: 'short' as const, points: 1, lesson: 'lesson-1', text: { ru: 'Слово?', kk: 'Сөз?', en: 'Word?' }, explanation: { ru: 'Так', kk: 'Солай', en: 'So' }, right: { ru: ['горизонт'], kk: ['көкжиек'], en: ['horizon'] } }
  await teach(here, [courseOf({ questions: [short] })])
  const learner = await learnerOf(here, 'light')
  const { attempt } = await startAttempt(learner.ctx, { run: learner.run })
  const [question] = await questionsOf(here, attempt)
  await answerQuestion(learner.ctx, { attempt, question: question!.id, answer: ['  Горизонт. '] })
  const [step] = await here.inside(({ db }) => db.selectFrom('assessment.steps').select(['id', 'answer']).where('attempt', '=', attempt).execute())
  assert.ok(!(step!.answer as unknown as { bytes: Buffer }).bytes.toString('utf8').includes('оризонт'))
  assert.equal((await submitAttempt(learner.ctx, { attempt })).grade, 100)
})

test('the proofs of tests see a grade that does not follow from its marks, and find nobody else let in', async () => {
  const here = await school()
  await teach(here, [courseOf(five)])
  const states = async () => [(await here.inside(ctx => offerTests.prove({}, ctx))).state, (await permitOwnResults.prove({}, here.system)).state]
  assert.deepEqual(await states(), ['unproven', 'unproven'], 'no test was taken yet')
  const attempt = await takeTest(here, await learnerOf(here, 'light'), 4)
  assert.deepEqual(await states(), ['kept', 'kept'])
  await asAdmin(client => client.query('update assessment.gradings set grade = 100 where attempt = $1', [attempt]))
  assert.deepEqual(await states(), ['broken', 'kept'])
})

test('a question marked to be looked at again stands in the review with what is unanswered, keeps its answer, and is another learner\'s no more than the attempt', async () => {
  const here = await school()
  await teach(here, [courseOf(five)])
  const [learner, other] = [await learnerOf(here, 'light'), await learnerOf(here, 'light')]
  const { attempt } = await startAttempt(learner.ctx, { run: learner.run })
  const at = (number: number | string) => `/learn/${learner.run}/test/${attempt}/${number}`
  const read = async (number: number | string) => (await here.request(at(number), { as: learner })).text()
  const first = await read(1)
  await here.request(at(1), { as: learner, form: { answer: optionIn(first, 'Верный ответ'), go: 'flag' } })
  await here.request(at(2), { as: learner, form: { go: 'flag' } })
  assert.match(await read(1), /вернуться к вопросу[\s\S]*checked/, 'what was chosen is kept with the mark')
  const review = await read('review')
  assert.match(review, /Вопросов без ответа: 4/)
  assert.match(review, /Отмечено, чтобы вернуться: 2/)
  assert.match(review, /Верный ответ/, 'each answer stands as it will be sent')
  assert.equal((await here.request(at(2), { as: other, form: { go: 'flag' } })).status, 403)
  await here.request(at(2), { as: learner, form: { go: 'unflag' } })
  assert.match(await read('review'), /Отмечено, чтобы вернуться: 1/)
  await submitAttempt(learner.ctx, { attempt })
  const [question] = await questionsOf(here, attempt)
  await assert.rejects(flagQuestion(learner.ctx, { attempt, question: question!.id, flagged: true }), { code: 'assessment.submitted-already' })
})
