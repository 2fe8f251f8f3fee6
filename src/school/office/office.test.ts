import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDatabases } from '#test/fixtures.ts'
import { roundTrips } from '#test/round-trips.ts'
import { jobs } from '../../product.ts'
import { messages } from './messages.ts'

const { school } = await openTestDatabases()

test('the operator sees what is broken and what waits, each figure leading to its rows, in three round trips', async () => {
  const here = await school()
  const operator = await here.staff('operator')
  await here.request('/office', { as: operator })
  let page = ''
  const waited = await roundTrips(async () => { page = await (await here.request('/office', { as: operator })).text() })
  assert.ok(waited <= 3, String(waited))
  for (const to of ['/office/people', '/office/courses', '/office/jobs', '/office/mail', '/office/reviews', '/trust']) assert.ok(page.includes(`href="${to}"`), to)
})

test('no page of the office leads nowhere', async () => {
  const here = await school()
  for (const [start, role] of [['/office', 'operator'], ['/privacy-office', 'privacy-officer']] as const) {
    const who = await here.staff(role)
    const page = await (await here.request(start, { as: who })).text()
    for (const [, to] of page.matchAll(/<a[^>]* href="(\/(?!assets|ru|kk|en)[^"#?]*)"/g)) {
      const answer = await here.request(to!, { as: who })
      assert.ok(answer.status < 400, `${start} leads to ${to}: ${answer.status}`)
    }
  }
})

test('a test letter goes to whoever asks for it, is recorded, and nobody else may send one', async () => {
  const here = await school()
  const [operator, teacher] = [await here.staff('operator'), await here.staff('teacher')]
  assert.equal((await here.request('/office/mail/test', { as: operator, form: {} })).status, 303)
  assert.equal((await here.request('/office/mail/test', { as: teacher, form: {} })).status, 403)
  const letters = await here.inside(ctx => ctx.db.selectFrom('mail.letters').select(['person', 'template']).where('template', '=', 'office.test').execute())
  assert.deepEqual(letters, [{ person: operator.id, template: 'office.test' }])
})

test('there is no outbox outside of a demonstration', async () => {
  assert.equal((await (await school()).request('/outbox')).status, 404)
})

test('every job is shown by a name, and the fields of sign-up as people are asked for them', async () => {
  for (const { name } of jobs) assert.ok(`job-${name}` in messages, name)
  const here = await school()
  const page = await (await here.request('/office/settings', { as: await here.staff('operator') })).text()
  assert.doesNotMatch(page, /first[-_]name|birth[-_]date/)
  assert.match(page, /Фамилия/)
})
