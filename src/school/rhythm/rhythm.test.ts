// The weekly rhythm: chosen days, this week alone, reminders only for whoever asked, and the edges of the school's day.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deliverEvents } from '#platform/events/events.ts'
import { eraseAtOnce } from '#trust/rights/rights.ts'
import { markDone, noteVisit } from '#school/enrolment/enrolment.ts'
import { openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { copiedRows, courseOf, learnerOf, teach } from '#test/taught.ts'
import { jobs, listeners } from '../../product.ts'
import { planWeek } from './rhythm.ts'
import { weekOf } from './find-week.ts'

const { school, asAdmin, at } = await openTestDatabases()

// 3 December 2026 is a Thursday.
const moment = (text: string) => new Date(`${text}+05:00`)
const html = async (here: School, path: string, as: Member) => (await (await here.request(path, { as })).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

async function planned({ like = 'mexrontal', days = [1, 3, 4, 6], remind = 'here' } = {}) {
  const here = await school(like)
  await teach(here, [courseOf({ modules: [4] })])
  const learner = await learnerOf(here, 'light')
  await planWeek(learner.ctx, { days, remind, agree: remind !== 'none' })
  const learnt = (text: string) => here.inside(async ctx => noteVisit(ctx, learner.enrolment, 'lesson-1'), { ...learner.ctx, now: moment(text) })
  const week = (text: string) => here.inside(ctx => weekOf(ctx), { ...learner.ctx, now: moment(text) })
  const run = async (name: string, text: string) => {
    await jobs.find(job => job.name === name)!.run({ ...here.system, now: moment(text) }, { about: '', person: null, signal: new AbortController().signal })
    await deliverEvents(work => here.inside(work, { ...here.system, now: moment(text) }), listeners)
  }
  const told = async () => (await asAdmin(client => client.query(`select kind from notifications.notices where site = $1 and kind = 'planned-day'`, [here.slug]))).rows.length
  const letters = async () => (await asAdmin(client => client.query(`select template from mail.letters where site = $1 and template = 'notifications.planned-day'`, [here.slug]))).rows.length
  return { here, learner, learnt, week, run, told, letters }
}

test('three days of learning in a week with four planned ones are "3 из 4", whichever days they were', async () => {
  const { here, learner, learnt } = await planned()
  for (const day of ['2026-11-30', '2026-12-01', '2026-12-03']) await learnt(`${day}T12:00:00`)
  at(moment('2026-12-03T13:00:00'))
  const page = await html(here, '/me', learner)
  assert.match(page, /На этой неделе: 3 из 4\s?запланированных дней/)
  assert.match(page, /понедельник, занимались .*вторник, занимались .*среда, запланирован .*четверг, занимались, сегодня .*пятница, свободный/)
  assert.doesNotMatch(page, /пропущ|просроч|серия|подряд/i)
})

test('the last second of Wednesday and the first of Thursday are two days in Almaty', async () => {
  const { learnt, week } = await planned()
  await learnt('2026-12-02T23:59:59')
  assert.deepEqual((await week('2026-12-02T23:59:59'))!.days.filter(({ learnt }) => learnt).map(({ weekday }) => weekday), [3])
  await learnt('2026-12-03T00:00:00')
  assert.deepEqual((await week('2026-12-03T00:00:00'))!.days.filter(({ learnt }) => learnt).map(({ weekday }) => weekday), [3, 4])
})

test('with the first second of Monday the week begins anew, and the days of the last one are erased', async () => {
  const { here, learnt, week, run } = await planned()
  const left = async () => (await asAdmin(client => client.query('select count(*)::int as n from rhythm.days where site = $1', [here.slug]))).rows[0].n
  await learnt('2026-12-06T22:00:00')
  assert.equal((await week('2026-12-06T23:59:59'))!.learnt, 1)
  assert.equal((await week('2026-12-07T00:00:00'))!.learnt, 0)
  await run('rhythm.forget', '2026-12-06T23:59:59')
  assert.equal(await left(), 1)
  await run('rhythm.forget', '2026-12-07T00:20:00')
  assert.equal(await left(), 0)
})

test('without a plan no day is written down', async () => {
  const here = await school()
  await teach(here, [courseOf({ modules: [2] })])
  const learner = await learnerOf(here, 'light')
  await markDone(learner.ctx, { run: learner.run, lesson: 'lesson-1' })
  assert.equal((await asAdmin(client => client.query('select count(*)::int as n from rhythm.days where site = $1', [here.slug]))).rows[0].n, 0)
  assert.doesNotMatch(await html(here, '/me', learner), /На этой неделе/)
})

test('a reminder comes on a planned evening, once, from 18:00 and before 21:00', async () => {
  const { run, told, letters } = await planned()
  for (const text of ['2026-12-03T17:59:59', '2026-12-03T21:00:00', '2026-12-04T18:30:00']) await run('rhythm.remind', text) // too early, too late, a Friday
  assert.equal(await told(), 0)
  await run('rhythm.remind', '2026-12-03T18:00:00')
  await run('rhythm.remind', '2026-12-03T20:59:59')
  assert.equal(await told(), 1)
  assert.equal(await letters(), 0, 'a letter only for whoever chose it')
  await run('rhythm.remind', '2026-12-05T18:00:00') // Saturday: the unread one gives way to the new one
  assert.equal(await told(), 1)
})

test('whoever has learnt today, or asked for nothing, is left in peace', async () => {
  const { learnt, run, told } = await planned()
  await learnt('2026-12-03T09:00:00')
  await run('rhythm.remind', '2026-12-03T18:30:00')
  const quiet = await planned({ remind: 'none' })
  await quiet.run('rhythm.remind', '2026-12-03T18:30:00')
  assert.deepEqual([await told(), await quiet.told()], [0, 0])
})

test('a letter goes where it was chosen, and is not offered by a school without addresses', async () => {
  const { run, told, letters } = await planned({ remind: 'mail' })
  await run('rhythm.remind', '2026-12-03T18:30:00')
  assert.deepEqual([await told(), await letters()], [1, 1])
  const quest = await planned({ like: 'masteryn-quest' })
  at(moment('2026-12-03T13:00:00'))
  assert.doesNotMatch(await html(quest.here, '/me/rhythm', quest.learner), /Уведомлением и письмом/)
  assert.match(await html(quest.here, '/me/rhythm', quest.learner), /Уведомлением в школе/)
  await assert.rejects(planWeek(quest.learner.ctx, { days: [1], remind: 'mail', agree: true }), /no-letters-here/)
})

test('the plan is changed by a form that names what is missing, and put away with its days', async () => {
  const { here, learner, learnt } = await planned()
  at(moment('2026-12-03T13:00:00'))
  await learnt('2026-12-03T12:00:00')
  const refused = await here.request('/me/rhythm', { as: learner, form: { remind: 'none' } })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Выберите хотя бы один день/)
  assert.equal((await here.request('/me/rhythm', { as: learner, form: { days: ['2', '7'], remind: 'none' } })).status, 303)
  assert.match(await html(here, '/me', learner), /1 из 2\s?запланированных дней/)
  await here.request('/me/rhythm/drop', { as: learner, form: {} })
  for (const table of ['plans', 'days']) assert.equal((await asAdmin(client => client.query(`select count(*)::int as n from rhythm.${table} where site = $1`, [here.slug]))).rows[0].n, 0)
})

test('plan and days are in the copy of their person, and go with the account', async () => {
  const { here, learner, learnt } = await planned()
  await learnt('2026-12-03T12:00:00')
  assert.deepEqual((await copiedRows(here, learner, 'rhythm.plans')).map(({ days }) => days), [[1, 3, 4, 6]])
  assert.equal((await copiedRows(here, learner, 'rhythm.days')).length, 1)
  await eraseAtOnce(here.system, learner.id)
  for (const table of ['plans', 'days']) assert.equal((await asAdmin(client => client.query(`select count(*)::int as n from rhythm.${table} where site = $1`, [here.slug]))).rows[0].n, 0)
})
