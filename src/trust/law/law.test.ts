import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDuration, deadline, durationText, holidayOn, isWorkingDay, lawProfile, stricter, termOf, withinText, workingDaysLeft } from './law.ts'

const kz = lawProfile('kz')
const on = (date: string, time = '12:00') => new Date(`${date}T${time}:00+05:00`)

test('a holiday on a week-end moves to the next working day, a religious one does not', () => {
  assert.equal(isWorkingDay('2026-03-09', kz), false, '8 March 2026 is a Sunday')
  assert.deepEqual(['2026-03-23', '2026-03-24', '2026-03-25', '2026-03-26'].map(date => isWorkingDay(date, kz)), [false, false, false, true])
  assert.equal(isWorkingDay('2028-01-07', kz), false)
  assert.equal(isWorkingDay('2029-01-08', kz), true, '7 January 2029 is a Sunday')
  assert.equal(holidayOn('2026-05-11', kz)?.en, 'Victory Day')
})

test('a doubtful day counts as working, so that no deadline is later than the law allows', () => {
  assert.equal(isWorkingDay('2027-08-30', kz), true)
  assert.equal(isWorkingDay('2025-09-01', kz), false, '30 August 2025 was a Saturday and was certain')
})

test('ten working days skip week-ends and Independence Day, and end with the last second of the day', () => {
  assert.equal(deadline(on('2026-12-03'), { 'working-days': 10 }, kz).toISOString(), '2026-12-18T18:59:59.999Z')
  assert.equal(deadline(on('2026-12-03', '23:59'), { 'working-days': 10 }, kz).toISOString(), '2026-12-18T18:59:59.999Z')
  assert.equal(deadline(on('2026-12-04', '00:00'), { 'working-days': 10 }, kz).toISOString(), '2026-12-21T18:59:59.999Z')
  assert.equal(deadline(on('2026-12-03'), { days: 30 }, kz).toISOString(), '2027-01-02T18:59:59.999Z')
})

test('the days left to a deadline are counted in working days, and turn negative after it', () => {
  assert.equal(workingDaysLeft(on('2026-12-18'), on('2026-12-11'), kz), 4)
  assert.equal(workingDaysLeft(on('2026-12-11'), on('2026-12-18'), kz), -4)
})

test('of the school\'s term and the law\'s the stricter governs', () => {
  assert.deepEqual(stricter({ 'working-days': 10 }, termOf(kz, 'access')!), { 'working-days': 3 })
  assert.deepEqual(stricter({ 'working-days': 10 }, { days: 30 }), { 'working-days': 10 })
  assert.deepEqual(stricter({ days: 2 }, { 'working-days': 3 }), { days: 2 })
})

test('lengths of time are said in three languages, with the genitive where Russian needs it', () => {
  assert.deepEqual(durationText('P3Y'), { ru: '3\u00a0года', kk: '3\u00a0жыл', en: '3\u00a0years' })
  assert.equal(durationText('P3Y', 'genitive').ru, '3\u00a0лет')
  assert.equal(withinText({ 'working-days': 1 }).ru, '1\u00a0рабочий день')
  assert.equal(withinText({ 'working-days': 10 }, 'genitive').ru, '10\u00a0рабочих дней')
})

test('years and months are those of the calendar', () => {
  assert.equal(addDuration(new Date('2024-02-29T10:00:00Z'), 'P3Y').toISOString(), '2027-02-28T10:00:00.000Z')
  assert.equal(addDuration(new Date('2026-01-31T10:00:00Z'), 'P1M').toISOString(), '2026-02-28T10:00:00.000Z')
  assert.equal(addDuration(new Date('2026-12-01T10:00:00Z'), 'P14D', -1).toISOString(), '2026-11-17T10:00:00.000Z')
})
