// Letters about one's data: each becomes a request with its term, and nothing goes out before its person has said that it is theirs.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { answerRequest, eraseAsker } from '#trust/rights/rights.ts'
import { openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { lettersIn } from '#test/letters.ts'
import { everythingOf } from '#test/visits.ts'
import { workThrough } from '#test/working.ts'
import { receiveLetter } from './receive-letter.ts'

const ground = await openTestDatabases()
const words = { granted: 'yes', done: 'Копия собрана в разделе «Мои данные»', kept: 'Остальное без изменений', why: 'Пока открыта учётная запись' }
let count = 0
const mailbox = (here: School) => here.policy.operator.contacts.find(({ channel }) => channel === 'e-mail')!.value as string
const send = (here: School, { from, subject, said = 'Прошу показать, что у вас есть обо мне.' }: { from: string; subject: string; said?: string }) =>
  receiveLetter(here.system, Buffer.from([`From: ${from}`, `To: ${mailbox(here)}`, `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`, `Message-ID: <${++count}@pochta.example>`, 'Content-Type: text/plain; charset=utf-8', '', said].join('\r\n')))
const requestsOf = (here: School, { id }: Member) => here.inside(({ db }) => db.selectFrom('rights.requests').select(['id', 'number', 'kind', 'promised_by', 'due_by', 'confirmed_at', 'answered_at', 'granted']).where('person', '=', id).orderBy('number').execute())

test('MX-054 a letter with the subject of the policy, however it is written, opens a request with its deadline by itself; nothing is granted before its person has confirmed it', async () => {
  const here = await ground.school('mexrontal')
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  for (const subject of ['Запрос на управление данными', 'Re: ЗАПРОС на Управление данными', 'Fwd: запрос на управление данными']) {
    const { request } = await send(here, { from: learner.email, subject }) as { request: number }
    assert.equal(request, (await requestsOf(here, learner)).at(-1)!.number, subject)
  }
  assert.ok(!('request' in await send(here, { from: learner.email, subject: 'Когда начнётся курс?' })))
  const all = await requestsOf(here, learner)
  assert.deepEqual(all.map(({ kind, due_by, promised_by }) => [kind, due_by <= promised_by]), Array(3).fill(['management', true]))
  assert.equal(all[0]!.due_by.toISOString().slice(0, 10), '2026-12-04', 'the shortest term of the law, because a letter may mean any right')

  const [{ id }] = all as [(typeof all)[0]]
  assert.match(await (await here.request(`/privacy-office/requests/${id}`, { as: officer })).text(), /Личность не подтверждена/)
  await assert.rejects(answerRequest(officer.ctx, { id, ...words }), { status: 409, code: 'rights.identity-first' })
  await assert.rejects(eraseAsker(officer.ctx, { id }), { code: 'rights.identity-first' })
  const asked = (await lettersIn(here)).filter(({ template }) => template === 'rights.confirm')
  assert.deepEqual([asked.length, new Set(asked.map(({ to }) => to)).size, asked[0]!.to], [3, 1, learner.email], 'asked at the address of the account')
  assert.ok(asked.every(({ text }) => !text.includes('Прошу показать')))
  const page = new URL(asked[0]!.link).pathname
  assert.match(await (await here.request(page, { as: learner })).text(), /Это ваш запрос\?/)
  const place = `/me/data/requests/${id}`
  assert.equal((await here.request(`${place}/confirm`, { as: await here.learner(), form: {} })).status, 403)
  assert.equal((await here.request(`${place}/confirm`, { as: learner, form: {} })).status, 303)
  assert.match(await (await here.request(place, { as: learner })).text(), /Это можно сделать сразу/)
  await answerRequest(officer.ctx, { id, ...words })

  const other = all[1]!.id
  assert.equal((await here.request(`/me/data/requests/${other}/disown`, { as: learner, form: {} })).status, 303)
  assert.deepEqual((await requestsOf(here, learner)).map(({ granted }) => granted), [true, false, null])
  await assert.rejects(answerRequest(officer.ctx, { id: other, ...words }), { code: 'rights.already-answered' })
  assert.equal((await checkPromise(here.system, here.policy.promises.find(({ id }) => id === 'rights-by-letter')!)).state, 'kept')
})

test('WD-066 a letter under any subject from a registered address becomes a request by one press of staff, with the term of the law from the day it came', async () => {
  const here = await ground.school('webstapero-dev-notes')
  const [learner, support, officer] = [await here.learner(), await here.staff('support'), await here.staff('privacy-officer')]
  await send(here, { from: learner.email, subject: 'Привет из Шымкента' })
  assert.deepEqual(await requestsOf(here, learner), [])
  const { id: ticket } = await here.inside(({ db }) => db.selectFrom('support.tickets').select('id').where('person', '=', learner.id).executeTakeFirstOrThrow())
  const staff = (await here.request(`/office/enquiries/${ticket}`, { as: support })).status === 200 ? support : officer
  assert.match(await (await here.request(`/office/enquiries/${ticket}`, { as: staff })).text(), /Сделать запросом о данных/)
  assert.equal((await here.request(`/office/enquiries/${ticket}/request`, { as: learner, form: {} })).status, 403)
  assert.equal((await here.request(`/office/enquiries/${ticket}/request`, { as: staff, form: {} })).status, 303)
  const [request] = await requestsOf(here, learner)
  assert.deepEqual([request!.kind, request!.due_by.toISOString().slice(0, 10), request!.confirmed_at], ['management', '2026-12-04', null])
  assert.equal((await here.request(`/office/enquiries/${ticket}/request`, { as: staff, form: {} })).status, 409, 'once')
  await assert.rejects(answerRequest(officer.ctx, { id: request!.id, ...words }), { code: 'rights.identity-first' })
  assert.match(await (await here.request(`/me/enquiries/${ticket}`, { as: learner })).text(), /Стало запросом о данных №/)
  assert.equal((await here.request(`/me/data/requests/${request!.id}/confirm`, { as: learner, form: {} })).status, 303)
  await answerRequest(officer.ctx, { id: request!.id, ...words })
  await send(here, { from: 'gost@pochta.example', subject: 'Что у вас есть обо мне?' })
  const { id: guests } = await here.inside(({ db }) => db.selectFrom('support.tickets').select('id').where('guest', '=', true).executeTakeFirstOrThrow())
  assert.equal((await here.request(`/office/enquiries/${guests}/request`, { as: staff, form: {} })).status, 409, 'whoever has no account claims by address')
  assert.equal((await checkPromise(here.system, here.policy.promises.find(({ id }) => id === 'rights-by-letter')!)).state, 'kept')
})

test('WD-063 erasure by profile and by letter: the data is gone, and a proof without personal data stays', async () => {
  const here = await ground.school('webstapero-dev-notes')
  const [byProfile, byMail, officer] = [await here.learner({ name: 'Аққанат Профильева' }), await here.learner({ name: 'Аққанат Письмова' }), await here.staff('privacy-officer')]
  const left = await here.request('/me/data/erase', { as: byProfile, form: { sure: 'true' } })
  await send(here, { from: byMail.email, subject: 'Удалите меня', said: 'Прошу удалить все мои данные.' })
  const { id: ticket, topic } = await here.inside(({ db }) => db.selectFrom('support.tickets').select(['id', 'topic']).where('person', '=', byMail.id).executeTakeFirstOrThrow())
  const staff = topic === 'general' ? await here.staff('support') : officer
  await here.request(`/office/enquiries/${ticket}/request`, { as: staff, form: {} })
  const [request] = await requestsOf(here, byMail)
  await here.request(`/me/data/requests/${request!.id}/confirm`, { as: byMail, form: {} })
  assert.match(await (await here.request(`/privacy-office/requests/${request!.id}`, { as: officer })).text(), /Удалить учётную запись и данные по этому запросу/)
  const erased = await here.request(`/privacy-office/requests/${request!.id}/erase`, { as: officer, form: {} })
  assert.equal(erased.status, 303)
  await workThrough(here.system)
  const everything = await everythingOf(ground, here.slug)
  for (const trace of ['Профильева', 'Письмова', byProfile.email, byMail.email]) assert.ok(!everything.includes(trace), trace)
  for (const answer of [left, erased]) {
    const proof = new URL(answer.headers.get('location')!, here.address).pathname
    const page = await (await here.request(proof)).text()
    assert.match(page, /Удалено и проверено/)
    for (const who of [byProfile, byMail]) assert.ok(!page.includes(who.id) && !page.includes(who.email))
  }
})
