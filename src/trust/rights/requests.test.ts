import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDatabases, noon } from '#test/fixtures.ts'
import { callOf, typed } from '#test/terminal.ts'
import { answerRequest, askForRight, cliCommands } from './rights.ts'

const { school } = await openTestDatabases()
const words = { granted: 'yes', done: 'Использование прекращено', kept: 'Результаты обучения', why: 'Пока длится обучение' }

test('a right asked for on My data reaches the privacy office with its deadline, and its answer comes back whole', async () => {
  const here = await school()
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  const sent = await here.request('/me/data/ask', { as: learner, form: { kind: 'objection', wish: 'Не анализируйте мои посещения' } })
  assert.equal(sent.status, 303)
  const desk = await (await here.request('/privacy-office/requests', { as: officer })).text()
  const id = /privacy-office\/requests\/([0-9a-f-]{36})/.exec(desk)![1]!
  assert.match(desk, /до срока \d+\u00a0рабочи/)
  assert.doesNotMatch(desk, /посещения/, 'the line shows nobody\'s words')
  assert.match(await (await here.request(`/privacy-office/requests/${id}`, { as: officer })).text(), /Не анализируйте мои посещения/)
  const answered = await here.request(`/privacy-office/requests/${id}`, { as: officer, form: words })
  assert.equal(answered.status, 303)
  const mine = await (await here.request('/me/data', { as: learner })).text()
  assert.match(mine, /Использование прекращено/)
  assert.match(mine, /ответственный за персональные данные/, 'the look is shown to the person')
})

test('MX-056 a request cannot be closed without what was done, what is kept, and why', async () => {
  const here = await school()
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  const id = await askForRight(learner.ctx, { kind: 'restriction', wish: 'Приостановите обработку' })
  for (const missing of ['done', 'kept', 'why']) {
    const answer = await here.request(`/privacy-office/requests/${id}`, { as: officer, form: { ...words, [missing]: '' } })
    assert.equal(answer.status, 422, missing)
  }
  await answerRequest(officer.ctx, { id, ...words })
  await assert.rejects(answerRequest(officer.ctx, { id, ...words }), { status: 409 })
})

test('only the officer answers, and nothing changes when somebody else tries', async () => {
  const here = await school()
  const [learner, operator] = [await here.learner(), await here.staff('operator')]
  const id = await askForRight(learner.ctx, { kind: 'restriction', wish: 'Приостановите обработку' })
  await assert.rejects(answerRequest(operator.ctx, { id, ...words }), { status: 403 })
  await assert.rejects(answerRequest(learner.ctx, { id, ...words }), { status: 403 })
  assert.deepEqual(await here.inside(ctx => ctx.db.selectFrom('rights.requests').select('answered_at').execute()), [{ answered_at: null }])
})

test('the school\'s words and the law are both kept: people see both dates, the clock runs on the stricter', async () => {
  const here = await school()
  const learner = await here.learner()
  await askForRight(learner.ctx, { kind: 'rectification', wish: 'Исправьте отзыв преподавателя' })
  const [request] = await here.inside(ctx => ctx.db.selectFrom('rights.requests').select(['promised_by', 'due_by']).execute())
  assert.ok(request!.due_by <= request!.promised_by)
  assert.ok(request!.due_by > noon)
})

test('by the terminal the officer lists what waits, without a name, and one past its moment ends the command with 1', async () => {
  const here = await school()
  const [learner, officer, operator] = [await here.learner(), await here.staff('privacy-officer'), await here.staff('operator')]
  const id = await askForRight(learner.ctx, { kind: 'restriction', wish: 'Приостановите обработку' })
  await assert.rejects(typed(cliCommands, 'requests list', callOf(here, operator)), { status: 403 })
  const { code, json: [request] } = await typed(cliCommands, 'requests list', callOf(here, officer))
  assert.deepEqual([code, request.id, request.kind, request.askedAt], [0, id, 'restriction', noon.toISOString()])
  assert.doesNotMatch(JSON.stringify(request), new RegExp(`${learner.id}|Приостановите`))
  const due = new Date(request.dueBy)
  const on = (now: Date) => typed(cliCommands, 'requests list', callOf(here, officer, { now }))
  assert.equal((await on(new Date(due.getTime() - 1000))).code, 0)
  assert.equal((await on(new Date(due.getTime() + 86_400_000 * 4))).code, 1)
})
