import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recentDeeds } from '#trust/audit/audit.ts'
import { restorePerson, suspendPerson } from '#people/staff/staff.ts'
import { noon, openTestDatabases } from '#test/fixtures.ts'
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

test('what is well is one line, what is broken is named; zero does not wait', async () => {
  const here = await school()
  const operator = await here.staff('operator')
  const page = async () => (await here.request('/office', { as: operator })).text()
  const quiet = await page()
  assert.match(quiet, /Нет, сломанного не найдено/)
  assert.match(quiet, /Ничего не ждёт/)
  const promise = here.policy.promises[0]!
  await here.inside(ctx => ctx.db.insertInto('evidence.results').values({ promise: promise.id, checked_at: ctx.now, kind: promise.control.kind, state: 'broken', figure: JSON.stringify({ ru: 'x', kk: 'x', en: 'x' }) as never, valid_for_ms: 86_400_000 } as never).execute())
  const loud = await page()
  assert.match(loud, /Да, вот что/)
  assert.ok(loud.includes(`href="/trust/${promise.id}"`) && !loud.includes('Нет, сломанного не найдено'))
})

test('what the office says of backups is what was found about the promise of them', async () => {
  const here = await school()
  const operator = await here.staff('operator')
  const page = async () => (await here.request('/office', { as: operator })).text()
  const { id } = here.policy.promises.find(({ verb, subject }) => verb === 'back-up' && subject === 'databases')!
  const found = (figure: string) => here.inside(ctx => ctx.db.insertInto('evidence.results').values({ promise: id, checked_at: ctx.now, kind: 'clock', state: 'kept', figure: JSON.stringify({ ru: figure, kk: figure, en: figure }) as never, valid_for_ms: 86_400_000 } as never).execute())
  assert.ok((await page()).includes(`href="/trust/${id}"`))
  await found('Копия от 3 марта.')
  assert.match(await page(), /Копия от 3 марта\./)
})

test('groups of fewer than ten are not told as a number; ten are', async () => {
  const here = await school()
  const operator = await here.staff('operator')
  const come = (count: number) => Promise.all(Array.from({ length: count }, async () => {
    const { id } = await here.learner()
    await here.inside(ctx => ctx.db.updateTable('accounts.people').set({ last_sign_in_at: ctx.now }).where('id', '=', id).execute())
  }))
  const active = async () => /<strong>([^<]*)<\/strong> <a href="\/office\/people">Учащихся заходило/.exec(await (await here.request('/office', { as: operator })).text())![1]
  await come(9)
  assert.equal(await active(), 'меньше 10')
  await come(1)
  assert.equal(await active(), '10')
})

test('what staff changed last is told in words, without a name', async () => {
  const here = await school()
  const [operator, learner] = [await here.staff('operator'), await here.member('learner', { name: 'Қарлығаш' })]
  assert.equal((await here.request(`/office/people/${learner.id}/suspend`, { as: operator, form: { why: 'Проверка приостановки доступа' } })).status, 303)
  assert.equal((await here.request('/office/mail/test', { as: operator, form: {} })).status, 303)
  const page = await (await here.request('/office', { as: operator })).text()
  assert.doesNotMatch(page, /пробное письмо себе/, 'what somebody does for themselves changes nothing of the school')
  assert.match(page, /Что меняли сотрудники[^]*доступ приостановлен/)
  assert.ok(!page.includes(learner.id) && !page.includes('Қарлығаш'))
  assert.doesNotMatch(page, /staff\.suspend/)
})

test('what staff changed is told by when it happened, not by when it was written down', async () => {
  const here = await school()
  const [operator, learner] = [await here.staff('operator'), await here.learner()]
  const why = 'Проверка приостановки доступа'
  await suspendPerson(operator.ctx, { person: learner.id, why })
  await restorePerson({ ...operator.ctx, now: new Date(noon.getTime() - 86_400_000) }, { person: learner.id, why })
  const told = (await here.inside(({ db }) => recentDeeds(db))).filter(({ act }) => act.startsWith('staff.'))
  assert.deepEqual(told.map(({ act }) => act), ['staff.suspend', 'staff.restore'])
})
