// A demonstration opens in the middle of things: three weeks of three learners, by everybody's commands, and in everybody's log.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { inSite } from '#platform/database/database.ts'
import { verifyLog, sealLog } from '#trust/audit/audit.ts'
import { assignTeacher, untaughtRuns } from '#school/courses/courses.ts'
import { firstRequest } from '#trust/rights/rights.ts'
import { openTestDatabases } from '#test/fixtures.ts'
import { readActivity } from './activity.ts'
import { seedLearning } from './seed-learning.ts'

const { school, ground } = await openTestDatabases()

for (const slug of readdirSync('sites')) test(`${slug}: one learner has been answered, another waits for an answer, a third has just begun, and the log names who did it`, async () => {
  const here = await school(slug)
  const [learner, second, third, operator, teacher] = [await here.learner(), await here.learner(), await here.learner(), await here.staff('operator'), await here.staff('teacher')]
  for (const run of await inSite(here.system.db, here.slug, untaughtRuns, { session: 'system', now: here.system.now })) await assignTeacher(here.system, { run, person: teacher.id })
  const people = { learner: learner.id, 'learner-two': second.id, 'learner-three': third.id, operator: operator.id, teacher: teacher.id }
  const activity = readActivity(`sites/${slug}`)!
  const opened = { ...here.system, now: new Date(here.system.now.getTime() + 21 * 86_400_000) }
  await seedLearning(opened, people, activity)
  await seedLearning(opened, people, activity)
  const progress = async (who: typeof learner) => (await (await here.request('/api/v1/me/progress', { as: who })).json() as { courses: { percent: number }[] }).courses.map(({ percent }) => percent)
  const [[begun = 0] = [], [far = 0] = [], [fresh = 0] = []] = [await progress(learner), await progress(second), await progress(third)]
  assert.ok(fresh > 0 && fresh < begun && begun < 100 && far > begun, `${fresh}, ${begun}, ${far}`)
  const grades = await here.inside(({ db }) => db.selectFrom('assessment.gradings').select('passed').orderBy('passed').execute())
  assert.deepEqual(grades.map(({ passed }) => passed), [false, true, true])
  const request = await here.inside(({ db }) => firstRequest({ db, policy: here.policy, now: opened.now }))
  assert.deepEqual([request!.day, request!.late], [activity.wish.day, false])
  const reviews = await (await here.request('/reviews')).text()
  for (const { words, signed } of Object.values(activity.reviews)) assert.ok(reviews.includes(words.slice(0, 30)) && reviews.includes(signed))
  assert.ok(Math.min(...Object.values(activity.reviews).map(({ stars }) => stars)) <= 3, 'not all of them are pleased')
  const [{ run }] = await here.inside(({ db }) => db.selectFrom('enrolment.enrolments').select('run_name as run').limit(1).execute()) as [{ run: string }]
  const feedback = await (await here.request(`/learn/${run}/assignment`, { as: learner })).text()
  for (const words of [activity.feedback.words, ...activity.feedback.notes.map(({ words }) => words)]) assert.ok(feedback.includes(words.replaceAll('&', '&amp;').replaceAll('"', '&quot;').slice(0, 40)), words)
  const queue = await (await here.request('/teach', { as: teacher })).text()
  assert.equal(new Set([...queue.matchAll(/href="[^"]*\/teach\/[^"]*[0-9a-f-]{36}/g)].map(([link]) => link)).size, 1, 'one work waits')
  assert.ok(/№ \d+/.test(await (await here.request('/me/data', { as: learner })).text()), 'a request with its number')
  const acts = await here.inside(({ db }) => db.selectFrom('audit.entries').select(['act', 'actor', 'at']).where('act', 'in', ['enrolment.enrol', 'catalogue.judge-review', 'assignments.review']).execute())
  assert.deepEqual([...new Set(acts.map(({ actor }) => actor))].sort(), [learner.id, second.id, third.id, operator.id, teacher.id].sort())
  assert.ok(acts.every(({ at }) => at < opened.now))
  await sealLog(ground.sealer, here.slug, ground.witness, opened.now)
  assert.equal((await verifyLog(ground.sealer, here.slug, ground.witness)).intact, true)
})
