import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deadline, lawProfile } from '#trust/law/law.ts'
import { daysOfTerm } from './days-of-term.ts'

const law = lawProfile('kz')
const at = (moment: string) => new Date(`${moment}+05:00`)

test('the line of a term has as many working days as were promised, names its holidays, and knows which day it is', () => {
  const asked = at('2026-12-10T15:00')
  const days = daysOfTerm({ asked, due: deadline(asked, { 'working-days': 5 }, law), now: at('2026-12-14T09:00') }, law)
  assert.equal(days.filter(({ working }) => working).length, 5)
  assert.equal(days[0]!.date, '2026-12-11')
  assert.equal(days.find(({ state }) => state === 'now')?.date, '2026-12-14')
  assert.deepEqual(days.filter(({ holiday }) => holiday).map(({ date, working }) => [date, working]), [['2026-12-16', false]], 'Independence Day')
  assert.ok(days.filter(({ date }) => date < '2026-12-14').every(({ state }) => state === 'done'))
})

test('the line ends with the last day on which an answer is in time, and is empty where nothing was owed', () => {
  const asked = at('2026-11-21T12:00') // a Saturday
  const due = deadline(asked, { 'working-days': 1 }, law)
  assert.deepEqual(daysOfTerm({ asked, due, now: asked }, law).map(({ date, working }) => [date, working]), [['2026-11-22', false], ['2026-11-23', true]])
  assert.deepEqual(daysOfTerm({ asked, due: asked, now: asked }, law), [])
})
