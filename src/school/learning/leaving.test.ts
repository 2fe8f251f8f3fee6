// What is left of somebody's learning when they have gone: nothing. What others see of it until then: a page of their own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eraseAtOnce } from '#trust/rights/rights.ts'
import { reviewWork } from '#school/assignments/assignments.ts'
import { classroom, sentWork } from '#test/classroom.ts'
import { openTestDatabases } from '#test/fixtures.ts'
import { worldOf } from '#test/world.ts'

const { school, asAdmin } = await openTestDatabases()

test('an erased learner leaves no enrolment, no progress, no attempt, no answer, no review', async () => {
  const here = await school()
  const { people: { learner } } = await worldOf(here)
  await eraseAtOnce(here.system, learner.id)
  const tables = ['enrolment.enrolments', 'enrolment.completions', 'enrolment.evidence', 'enrolment.positions', 'assessment.attempts', 'assessment.steps', 'assessment.gradings', 'assessment.marks', 'assessment.checks', 'notes.notes', 'cards.decks', 'cards.cards', 'cards.answers', 'rhythm.plans', 'rhythm.days', 'catalogue.starts', 'catalogue.suggestions']
  for (const table of tables) {
    const { rows } = await asAdmin(client => client.query(`select count(*)::int as left from ${table} where site = $1`, [here.slug]))
    const others = table.startsWith('enrolment.enrol') ? 1 : 0 // the second learner of the world
    assert.ok(rows[0].left <= others, `${table} keeps ${rows[0].left}`)
  }
  assert.doesNotMatch(await (await here.request('/reviews')).text(), /примеры понятные и к месту/)
})

test('a work that came back and a work in review stand on one\'s first page, with the way to them', async () => {
  const here = await school()
  const room = await classroom(here, 'text')
  const { work } = await sentWork(room)
  const mine = async () => (await here.request('/me', { as: room.learner })).text()
  assert.match(await mine(), /На проверке с/)
  await reviewWork(room.teacher.ctx, { work, outcome: 'return', words: 'Хорошо начато', levels: { light: 4, words: 2 }, comments: {} })
  const page = await mine()
  assert.match(page, /Работа вернулась с отзывом преподавателя/)
  assert.ok(page.includes(`href="/learn/${room.run}/assignment"`))
})
