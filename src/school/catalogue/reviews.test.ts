// Reviews: public only by the author's own consent and after moderation, and gone the moment either ends.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDatabases } from '#test/fixtures.ts'
import { courseOf, learnerOf, teach } from '#test/taught.ts'
import { judgeReview, suggest, withdrawReview, writeReview } from './catalogue.ts'

const { school } = await openTestDatabases()
const words = 'Спокойный курс, примеры понятные и к месту.'

test('LP-042 WD-002 a review is public only with separate consent and after moderation; withdrawn, it is gone at once', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const learner = await learnerOf(here, 'light')
  const operator = await here.staff('operator')
  const shown = async () => (await (await here.request('/reviews')).text()).includes(words)
  assert.equal((await here.request('/reviews', { as: learner, form: { course: 'light', stars: '5', words, signed: 'Аружан', publish: 'on' } })).status, 303)
  assert.equal(await shown(), false, 'not before moderation')
  const { id } = await here.inside(({ db }) => db.selectFrom('catalogue.reviews').select('id').where('person', '=', learner.id).executeTakeFirstOrThrow())
  assert.equal((await here.request('/office/reviews', { as: operator, form: { review: id, approve: 'yes', reason: '' } })).status, 303)
  assert.equal(await shown(), true)
  assert.equal((await here.request(`/reviews/${id}/withdraw`, { as: learner, form: {} })).status, 303)
  assert.equal(await shown(), false)
  await suggest(learner.ctx, { words: 'Больше задач на повторение.' })
  const [suggestion] = await here.inside(({ db }) => db.selectFrom('catalogue.suggestions').select('id').where('person', '=', learner.id).execute())
  assert.ok(suggestion, 'the suggestion is stored, for the school alone')
})

test('without consent a review cannot be approved, and nobody but the operator approves one', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const learner = await learnerOf(here, 'light')
  const [operator, teacher] = [await here.staff('operator'), await here.staff('teacher')]
  const review = await writeReview(learner.ctx, { course: 'light', stars: 3, words })
  await assert.rejects(judgeReview(operator.ctx, { review, approve: 'yes' }), { status: 409, code: 'catalogue.no-consent' })
  await assert.rejects(judgeReview(teacher.ctx, { review, approve: 'yes' }), { status: 403 })
  await assert.rejects(judgeReview(operator.ctx, { review, approve: 'no' }), { status: 422, field: 'reason' })
  await judgeReview(operator.ctx, { review, approve: 'no', reason: 'Это о другом курсе' })
  await assert.rejects(judgeReview(operator.ctx, { review, approve: 'no', reason: 'Ещё раз' }), { status: 409 })
  assert.match(await (await here.request('/reviews', { as: learner })).text(), /Это о другом курсе/, 'the author learns why')
})

test('a changed review waits for moderation anew, and nobody writes or withdraws for somebody else', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const [learner, stranger] = [await learnerOf(here, 'light'), await here.learner()]
  const operator = await here.staff('operator')
  const review = await writeReview(learner.ctx, { course: 'light', stars: 5, words, publish: true })
  await judgeReview(operator.ctx, { review, approve: 'yes' })
  await writeReview(learner.ctx, { course: 'light', stars: 1, words: `${words} Но не всё.`, publish: true })
  assert.doesNotMatch(await (await here.request('/reviews')).text(), /Спокойный курс/)
  await assert.rejects(writeReview(stranger.ctx, { course: 'light', stars: 5, words }), { status: 403 })
  await assert.rejects(withdrawReview(stranger.ctx, { review }), { status: 403 })
  await withdrawReview(learner.ctx, { review })
  await assert.rejects(withdrawReview(learner.ctx, { review }), { status: 409 })
})

test('what is typed stays when the form is refused, and the field is named', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const learner = await learnerOf(here, 'light')
  const answer = await here.request('/kk/reviews', { as: learner, form: { course: 'light', stars: '9', words: 'қысқа' } })
  const page = await answer.text()
  assert.equal(answer.status, 422)
  assert.match(page, />қысқа</)
  assert.match(page, /aria-invalid/)
})

