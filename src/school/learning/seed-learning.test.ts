// A demonstration opens with somebody in the middle of a course: by everybody's commands, and in everybody's log.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDatabases } from '#test/fixtures.ts'
import { seedLearning } from './seed-learning.ts'

const { school } = await openTestDatabases()

test('invented people have learnt something, once, and the log names who did it', async () => {
  const here = await school()
  const [learner, second, operator] = [await here.learner(), await here.learner(), await here.staff('operator')]
  const people = { learner: learner.id, 'learner-two': second.id, operator: operator.id }
  await seedLearning(here.system, people)
  await seedLearning(here.system, people)
  const mine = async (who: typeof learner) => (await (await here.request('/api/v1/me/progress', { as: who })).json() as { courses: { percent: number }[] }).courses.map(({ percent }) => percent)
  const [[begun = 0] = [], [far = 0] = []] = [await mine(learner), await mine(second)]
  assert.ok(begun > 0 && begun < 100 && far > begun, `${begun}, ${far}`)
  assert.match(await (await here.request('/reviews')).text(), /короткие уроки/)
  const acts = await here.inside(({ db }) => db.selectFrom('audit.entries').select(['act', 'actor']).where('act', 'in', ['enrolment.enrol', 'catalogue.judge-review']).execute())
  assert.deepEqual(acts.map(({ actor }) => actor).sort(), [learner.id, second.id, operator.id].sort())
})
