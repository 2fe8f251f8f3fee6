import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDatabases } from '#test/fixtures.ts'
import { askForRight } from '#trust/rights/rights.ts'

const { asAdmin, school } = await openTestDatabases()

test('the officer reads the log with filters in the address, and the look itself is in it', async () => {
  const here = await school()
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  await askForRight(learner.ctx, { kind: 'objection', wish: 'Не хочу рекомендаций' })
  const page = await (await here.request('/privacy-office/audit?act=rights.', { as: officer })).text()
  assert.match(page, /rights\.ask/)
  assert.doesNotMatch(page, /<code>publication\./)
  const again = await (await here.request(`/privacy-office/audit?subject=${learner.id}&act=audit.show-log`, { as: officer })).text()
  assert.match(again, /audit\.show-log/)
  assert.match(await (await here.request('/privacy-office/audit?act=no.such', { as: officer })).text(), /ничего не подходит/)
  for (const typed of ['subject=abc', `actor=${crypto.randomUUID()}`]) {
    const answer = await here.request(`/privacy-office/audit?${typed}`, { as: officer })
    assert.equal(answer.status, 200, typed)
    assert.match(await answer.text(), /ничего не подходит/, typed)
  }
  for (const nonsense of ['before=-1', 'outcome=maybe']) assert.equal((await here.request(`/privacy-office/audit?${nonsense}`, { as: officer })).status, 404, nonsense)
})

test('the log says who acted, and leads from them to all they did and to their card', async () => {
  const here = await school()
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  await askForRight(learner.ctx, { kind: 'objection', wish: 'Не хочу рекомендаций' })
  const all = await (await here.request('/privacy-office/audit', { as: officer })).text()
  assert.match(all, /<th[^>]*>Кто<\/th>/)
  assert.ok(all.includes(`/privacy-office/audit?actor=${learner.id}`) && all.includes(`…${learner.id.slice(-8)}`))
  const theirs = await (await here.request(`/privacy-office/audit?actor=${learner.id}`, { as: officer })).text()
  assert.match(theirs, /rights\.ask/)
  assert.ok(theirs.includes(`href="/office/people/${learner.id}"`))
})

test('only the officer reads the log', async () => {
  const here = await school()
  for (const role of ['operator', 'teacher', 'support'] as const) assert.equal((await here.request('/privacy-office/audit', { as: await here.staff(role) })).status, 403, role)
})

test('the officer verifies the whole log, and an entry changed by hand is named', async () => {
  const here = await school()
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  await askForRight(learner.ctx, { kind: 'objection', wish: 'Не хочу рекомендаций' })
  const verified = async () => {
    assert.equal((await here.request('/privacy-office/audit/verify', { as: officer, form: {} })).status, 303)
    return (await here.request('/privacy-office/audit/verified', { as: officer })).text()
  }
  assert.match(await verified(), /Журнал цел/)
  const { sealLog } = await import('./audit.ts')
  for (let round = 0; round < 50; round++) await sealLog(here.system.sealer, here.slug, here.system.witness, here.system.now)
  await asAdmin(client => client.query(`update audit.entries set act = 'nothing.happened' where site = '${here.slug}' and act = 'rights.ask'`))
  assert.match(await verified(), /Журнал изменён/)
})
