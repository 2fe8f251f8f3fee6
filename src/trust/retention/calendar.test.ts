// The calendar of what goes when: counted by the same eyes that erase.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDuration } from '#trust/law/law.ts'
import { openTestDatabases, noon } from '#test/fixtures.ts'
import { askForRight } from '#trust/rights/rights.ts'
import { showCalendar } from './calendar.ts'

const { school } = await openTestDatabases()

test('a record stands in the month in which its term ends, and an answer that is owed in the month of its deadline', async () => {
  const here = await school('webstapero-dev-notes')
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  const inThirdMonth = addDuration(addDuration(noon, 'P2M'), 'P2Y', -1)
  await here.inside(async ({ db }) => { await db.insertInto('sign_in.records').values({ id: crypto.randomUUID(), person: learner.id, at: inThirdMonth, outcome: 'entered' }).execute() })
  await askForRight(learner.ctx, { kind: 'objection', wish: 'Не хочу рекомендаций' })
  const { months, going, owed, held } = await showCalendar(officer.ctx, {})
  assert.equal(months.length, 12)
  assert.deepEqual([months[0], months[2]], [noon, addDuration(noon, 'P2M')].map(at => `${at.toLocaleDateString('sv-SE', { timeZone: 'Asia/Almaty' }).slice(0, 7)}-01`))
  const records = going.find(({ promise }) => promise === 'sign-ins-kept')!
  assert.deepEqual([records.months[1], records.months[2]! >= 1, records.all >= 1], [0, true, true])
  assert.equal(owed.flatMap(({ months }) => months).reduce((sum, count) => sum + count, 0), 1)
  assert.ok(held.some(({ term }) => term === 'P5Y'))
})

test('the officer and the operator see the calendar with its months in words, and nobody else does', async () => {
  const here = await school('webstapero-dev-notes')
  const page = await (await here.request('/kk/privacy-office/retention', { as: await here.staff('privacy-officer') })).text()
  assert.match(page, /Не және қашан жойылады/)
  assert.equal(page.match(/<th scope="col" class="month">/g)!.length % 12, 0)
  assert.equal((await here.request('/privacy-office/retention', { as: await here.staff('operator') })).status, 200)
  for (const role of ['teacher', 'support'] as const) assert.equal((await here.request('/privacy-office/retention', { as: await here.staff(role) })).status, 403, role)
})
