import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noon, openTestDatabases } from '#test/fixtures.ts'
import { actGroups } from '../../act-groups.ts'
import { actNames } from '../../act-names.ts'
import { askForRight } from '#trust/rights/rights.ts'
import { detailsInWords } from './acts.ts'

const { asAdmin, school } = await openTestDatabases()

test('the officer reads the log with filters in the address, and the look itself is in it', async () => {
  const here = await school()
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  await askForRight(learner.ctx, { kind: 'objection', wish: 'Не хочу рекомендаций' })
  const page = await (await here.request('/privacy-office/audit?act=rights.', { as: officer })).text()
  assert.match(page, /запрос о своих данных/)
  assert.doesNotMatch(page, /<tbody[^]*(publication|rights)\.[a-z-]+<[^]*<\/tbody>/)
  const again = await (await here.request(`/privacy-office/audit?subject=${learner.id}&act=audit.show-log`, { as: officer })).text()
  assert.match(again, /<td[^>]*><div><a[^>]*>просмотр журнала действий/)
  assert.match(await (await here.request('/privacy-office/audit?act=no.such', { as: officer })).text(), /ничего не подходит/)
  for (const typed of ['subject=abc', `actor=${crypto.randomUUID()}`]) {
    const answer = await here.request(`/privacy-office/audit?${typed}`, { as: officer })
    assert.equal(answer.status, 200, typed)
    assert.match(await answer.text(), /ничего не подходит/, typed)
  }
  assert.equal((await here.request('/privacy-office/audit?before=-1', { as: officer })).status, 404)
})

test('the log says who acted, and leads from them to all they did and to their card', async () => {
  const here = await school()
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  await askForRight(learner.ctx, { kind: 'objection', wish: 'Не хочу рекомендаций' })
  const all = await (await here.request('/privacy-office/audit', { as: officer })).text()
  assert.match(all, /<th[^>]*>Кто<\/th>/)
  assert.ok(all.includes(`/privacy-office/audit?actor=${learner.id}`) && all.includes(`…${learner.id.slice(-8)}`))
  const theirs = await (await here.request(`/privacy-office/audit?actor=${learner.id}`, { as: officer })).text()
  assert.match(theirs, /запрос о своих данных/)
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

test('every act that can stand in the log has words in three languages, and its module a name to narrow the log by', async () => {
  await import('../../product.ts')
  const { acts } = await import('./audit.ts')
  assert.ok(acts().length > 100)
  assert.deepEqual(acts().filter(act => !actNames[act] || !actGroups[act.split('.')[0]!]), [])
  assert.deepEqual(Object.keys(actNames).filter(act => !acts().includes(act)), ['web.open'], 'a name belongs to an act; one is written by the door, which no command stands behind')
  const [deeds, looks] = [acts('deed'), acts('look')]
  assert.deepEqual([deeds.includes('rights.ask'), looks.includes('rights.ask'), looks.includes('audit.show-log')], [true, false, true])
})

test('filters stay while one goes through the log, each can be taken off, and days are those of the school', async () => {
  const here = await school()
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  for (let each = 0; each < 60; each++) await askForRight(learner.ctx, { kind: 'objection', wish: 'Не хочу рекомендаций' })
  const page = async (query: string) => (await here.request(`/privacy-office/audit?${query}`, { as: officer })).text()
  const first = await page('act=rights.&role=learner')
  assert.match(first, /href="\/privacy-office\/audit\?act=rights\.&amp;role=learner&amp;before=\d+"/)
  assert.match(first, /href="\/privacy-office\/audit\?role=learner"[^>]*aria-label="Убрать фильтр: Запросы о данных"/)
  assert.match(first, /<option value="rights\." selected>Запросы о данных/)
  const [, before] = /before=(\d+)/.exec(first)!
  assert.equal((await page(`act=rights.&role=learner&before=${before}`)).match(/<tr role="row"><th role="rowheader"/g)!.length, 10)
  assert.doesNotMatch(await page('kind=deed'), /<td[^>]*>[^]*просмотр журнала действий[^]*<\/td>/)
  const looks = await page('kind=look')
  assert.ok(/просмотр журнала действий/.test(looks) && /Изменения или просмотры: просмотры ×/.test(looks) && !/role="cell"[^>]*><a[^>]*>запрос о своих данных/.test(looks))
  const today = noon.toLocaleDateString('sv-SE', { timeZone: 'Asia/Almaty' })
  assert.match(await page(`act=rights.&from=${today}&to=${today}`), /запрос о своих данных/)
  assert.match(await page(`act=rights.&to=${new Date(noon.getTime() - 86_400_000).toISOString().slice(0, 10)}`), /Таких записей нет/)
})

test('a day that no calendar has is named beside its field, stays as it was typed, and the other filters go on narrowing', async () => {
  const here = await school()
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  await askForRight(learner.ctx, { kind: 'objection', wish: 'Не хочу рекомендаций' })
  const answer = await here.request('/privacy-office/audit?act=rights.&role=learner&from=2026-02-30&kind=everything', { as: officer })
  const page = await answer.text()
  assert.equal(answer.status, 200)
  assert.match(page, /<input id="filter-from" name="from" value="2026-02-30" autocomplete="off" aria-invalid="true" aria-describedby="filter-from-problem"/)
  assert.match(page, /id="filter-from-problem">[^]*?Такого дня нет/)
  assert.match(page, /id="filter-kind-problem">[^]*?Такого фильтра нет/)
  assert.match(page, /<details[^>]*open/)
  assert.match(page, /запрос о своих данных/)
  assert.doesNotMatch(page, /Убрать фильтр: [^"]*2026-02-30/)
})

test('an entry shows its place between its neighbours, works its hash out anew, and sees when it was changed', async () => {
  const here = await school()
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  for (const wish of ['Не хочу рекомендаций', 'Не хочу писем', 'Не хочу ничего']) await askForRight(learner.ctx, { kind: 'objection', wish })
  const ids = (await asAdmin(client => client.query(`select id from audit.entries where site = '${here.slug}' and act = 'rights.ask' order by number`))).rows.map(({ id }) => id as string)
  const page = async (id: string) => (await here.request(`/privacy-office/audit/${id}`, { as: officer })).text()
  assert.match(await page(ids[1]!), /ещё не скреплена/)
  const { sealLog } = await import('./audit.ts')
  for (let round = 0; round < 50; round++) await sealLog(here.system.sealer, here.slug, here.system.witness, here.system.now)
  const whole = await page(ids[1]!)
  assert.ok(whole.includes('запись та же, что была скреплена') && whole.includes('Подписанная отметка') && whole.match(/class="hash"/g)!.length >= 4)
  await asAdmin(client => client.query('update audit.entries set act = $2 where id = $1', [ids[1], 'rights.take']))
  assert.match(await page(ids[1]!), /запись не та, что была скреплена/)
  assert.equal((await here.request(`/privacy-office/audit/${ids[0]}`, { as: await here.staff('operator') })).status, 403)
})

test('a log that was found changed says so above everything, until a verification finds it whole', async () => {
  const here = await school()
  const officer = await here.staff('privacy-officer')
  await asAdmin(client => client.query(`insert into audit.verdicts (site, id, at, intact, entries, checkpoints, unsealed, fault_at, fault) values ('${here.slug}', gen_random_uuid(), $1, false, 3, 1, 0, 2, 'entry-changed')`, [noon]))
  const page = await (await here.request('/privacy-office/audit', { as: officer })).text()
  assert.match(page, /<section class="alarm" role="alert">[^]*Последняя проверка нашла изменение[^]*Запись изменена после скрепления[^]*с № 1 по № 3[^]*<h1/)
})

test('an entry says its details in words: a kind of request, an outcome with the end of an id, a change of role; a typed reason stays as it is', async () => {
  const here = await school()
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  await askForRight(learner.ctx, { kind: 'objection', wish: 'Не хочу рекомендаций' })
  const log = await (await here.request(`/en/privacy-office/audit?act=rights.ask`, { as: officer })).text()
  const entry = await (await here.request(`/en${/\/privacy-office\/audit\/[0-9a-f-]{36}/.exec(log)![0]}`, { as: officer })).text()
  assert.match(entry, /objection to a use/)
  const id = '01a205da-92d0-7fea-a5fd-258f471491b2'
  const inRussian = Object.fromEntries([`return ${id}`, `attempt ${id}, 13 %`, `2 ${id}`, id, 'learner → teacher', 'yes', 'honest-chart', 'a reason with words', 'yes, of course'].map(kept => [kept, detailsInWords(kept, 'ru')]))
  assert.deepEqual(Object.values(inRussian), ['возвращено на доработку …471491b2', 'попытка …471491b2, 13 %', '№ 2 …471491b2', '…471491b2', 'учащийся → преподаватель', 'да', 'honest-chart', 'a reason with words', 'yes, of course'])
})
