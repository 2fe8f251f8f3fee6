// What people who work here hand over: on which ground, by whose hands, how much of it, and who is told.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse, stringify } from 'yaml'
import { deliverEvents } from '#platform/events/events.ts'
import type { Context } from '#trust/audit/audit.ts'
import { giveConsent, withdrawConsent } from '#trust/consent/consent.ts'
import { approve, askDisclosure, decline, fieldsOf, handOver, showDisclosures } from '#trust/disclosures/disclosures.ts'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { listeners } from '../src/product.ts'
import { noon, openTestDatabases, type Member, type School } from './fixtures.ts'
import { schoolOf } from './schools.ts'
import { copiedRows } from './taught.ts'
import { workThrough } from './working.ts'

const ground = await openTestDatabases()
type Json = Record<string, any>
const said = (text: string) => ({ ru: text, kk: text, en: text })
const partner = (id: string, purpose: string) => ({
  id, name: said(`Партнёр ${id}`), function: said('Печатает дипломы'), country: 'KZ', ground: 'operation', data: ['account.name', 'account.dates'], fields: ['name'], purpose, hosts: [`${id}.example`], standard: 'ISO/IEC 27001',
  agreement: { number: '12', until: '2027-03-01' }, certificate: { number: '27-1', until: '2027-06-01' }, assessment: { by: 'Дана', on: '2026-05-05', result: 'fit' },
})
/** Two recipients, and a consent that names the first of them. */
const withPartners = (text: string) => {
  const policy = parse(text) as Json
  const purpose = policy.purposes.find(({ serves }: Json) => serves === 'learning').id
  policy.recipients.push(partner('printer', purpose), partner('binder', purpose))
  policy.consents.push({ id: 'for-printer', purpose, data: ['account.name', 'account.dates'], recipients: ['printer'], public: false, version: 1, title: said('Диплом на бумаге'), asks: said('Я разрешаю передать моё имя типографии.'), stops: [said('Диплом не печатают.')] })
  return stringify(policy, { lineWidth: 0, aliasDuplicateObjects: false })
}
type Staffed = { here: School; learner: Member; operator: Member; officer: Member }
async function staffed(slug: string): Promise<Staffed> {
  const here = await schoolOf(ground, slug, withPartners)
  return { here, learner: await here.learner(), operator: await here.staff('operator'), officer: await here.staff('privacy-officer') }
}
const dates = 'accounts.people.registered_at'
const office = '/privacy-office/disclosures'
const demand = (person: Member, over: Json = {}) => ({ person: person.id, ground: 'law', body: 'Суд города Петропавловска', demand: '№ 14 от 1 декабря 2026 года', article: 'ГПК РК, статья 73', scope: [dates], ...over })
const take = (here: School, as: Member, id: string, format = 'json') => here.request(`${office}/${id}/file/${format}`, { as, form: {} })
const deliver = (here: School) => deliverEvents<Context>(work => here.inside(work), listeners)
const toldTo = (here: School, who: Member) => here.inside(async ({ db }) => (await db.selectFrom('notifications.notices').select('kind').where('person', '=', who.id).execute()).map(({ kind }) => kind))
const logOf = (here: School, act: string) => here.inside(({ db }) => db.selectFrom('audit.entries').select(['outcome', 'subject']).where('act', '=', act).execute())
const myData = async (here: School, who: Member) => (await (await here.request('/ru/me/data', { as: who })).text()).replace(/[^]*id="passed-on"/, '').replace(/<\/section>[^]*/, '').replace(/<[^>]+>/g, ' ')
const stateOf = async (here: School, id: string) => (await checkPromise(here.system, here.policy.promises.find(({ keeps }) => keeps.includes(id))!)).state

test('MQ-100 without a consent or a demand nothing goes out; with a consent it does, and stands among what was passed on', async () => {
  const { here, learner, operator } = await staffed('masteryn-quest')
  const wish = { person: learner.id, ground: 'consent', recipient: 'printer', scope: ['accounts.people.name', dates] }
  const refused = await here.request(`${office}/new/consent`, { as: operator, form: { person: learner.id, recipient: wish.recipient, scope: wish.scope } })
  assert.equal(refused.status, 403)
  assert.match(await refused.text(), /Человек не разрешал передавать это этому получателю/)
  assert.deepEqual((await logOf(here, 'disclosures.ask')).map(({ outcome }) => outcome), ['refused'], 'the try is in the log')
  for (const ground of ['service', 'protection']) if (ground === 'protection') await assert.rejects(askDisclosure(operator.ctx, { ...wish, ground, body: 'Партнёр', reason: 'Чтобы защитить права школы в споре о дипломах' }), { status: 403, code: 'disclosures.not-a-ground' })
  await giveConsent(learner.ctx, { consent: 'for-printer' })
  const { id } = await askDisclosure(operator.ctx, wish)
  const file = await take(here, operator, id)
  const { data, recipient } = JSON.parse(await file.text())
  assert.deepEqual([file.status, recipient, data], [200, 'printer', { 'accounts.people': [{ name: 'Аружан', registered_at: noon.toISOString() }] }])
  assert.match(await myData(here, learner), /Партнёр printer[^]*имя[^]*ваше согласие/)
  assert.deepEqual((await copiedRows(here, learner, 'processors.transfers')).map(({ recipient, ground }) => [recipient, ground]), [['printer', 'consent']])
  assert.equal(await stateOf(here, 'MQ-100'), 'kept')
})

test('MQ-101 of a demand only what is in its scope goes out, after two people have approved it, and the register has its entry', async () => {
  const { here, learner, operator, officer } = await staffed('masteryn-quest')
  await assert.rejects(askDisclosure(operator.ctx, demand(learner, { demand: '' })), { status: 422, field: 'demand' })
  await assert.rejects(askDisclosure(operator.ctx, demand(learner, { article: undefined })), { status: 422, field: 'article' })
  const { id, number } = await askDisclosure(operator.ctx, demand(learner))
  assert.equal((await take(here, operator, id)).status, 403)
  await approve(operator.ctx, { id })
  await assert.rejects(approve(operator.ctx, { id }), { status: 403, code: 'disclosures.another-person' })
  assert.equal((await take(here, officer, id)).status, 403, 'one hand is not two')
  await approve(officer.ctx, { id })
  const { data } = JSON.parse(await (await take(here, officer, id)).text())
  assert.deepEqual(data, { 'accounts.people': [{ registered_at: noon.toISOString() }] })
  assert.equal((await take(here, officer, id)).status, 409, 'a file is given once')
  const register = await (await here.request(`/ru${office}`, { as: officer })).text()
  assert.match(register.replace(/<[^>]+>/g, ' '), new RegExp(`${number}[^]*Суд города Петропавловска[^]*требование закона[^]*передано`))
  assert.doesNotMatch(register, new RegExp(`${learner.id}|Аружан`), 'nobody is named in the register')
  assert.equal(await stateOf(here, 'MQ-101'), 'kept')
})

test('WD-041 each of the four grounds is asked for by itself; without one it is blocked and logged', async () => {
  const { here, learner, operator, officer } = await staffed('webstapero-dev-notes')
  const wish = { person: learner.id, scope: [dates] }
  await assert.rejects(askDisclosure(operator.ctx, { ...wish, recipient: 'printer' }), /ground/, 'no ground, no disclosure')
  await assert.rejects(askDisclosure(operator.ctx, { ...wish, ground: 'consent', recipient: 'printer' }), { code: 'disclosures.no-consent' })
  await assert.rejects(askDisclosure(operator.ctx, { ...wish, ground: 'service', recipient: 'buyer' }), { code: 'disclosures.unknown-recipient' })
  await assert.rejects(askDisclosure(operator.ctx, { ...wish, ground: 'service', recipient: 'printer', scope: ['accounts.people.email'] }), { code: 'disclosures.beyond-agreement' })
  await assert.rejects(askDisclosure({ ...operator.ctx, now: new Date('2027-03-02T12:00:00+05:00') }, { ...wish, ground: 'service', recipient: 'printer' }), { code: 'disclosures.recipient-closed' })
  assert.equal((await logOf(here, 'disclosures.ask')).filter(({ outcome }) => outcome === 'refused').length, 4)
  const { id } = await askDisclosure(officer.ctx, { ...wish, ground: 'service', recipient: 'printer' })
  assert.equal((await take(here, officer, id, 'csv')).headers.get('content-type'), 'text/csv; charset=utf-8')
  const everything = await here.inside(async ({ map, policy }) => fieldsOf(map, policy).map(({ name }) => name))
  const { id: whole } = await askDisclosure(operator.ctx, demand(learner, { scope: everything }))
  for (const hand of [operator, officer]) await approve(hand.ctx, { id: whole })
  const { data } = JSON.parse(await (await take(here, operator, whole)).text())
  assert.ok(everything.length > 50 && everything.every(name => name.split('.').slice(0, 2).join('.') in data), 'whatever can be in a scope can be read')
  const { id: declined } = await askDisclosure(officer.ctx, demand(learner))
  await decline(officer.ctx, { id: declined })
  assert.equal((await take(here, officer, declined)).status, 409)
  await assert.rejects(askDisclosure(learner.ctx, demand(learner)), { status: 403 })
  await assert.rejects(askDisclosure((await here.staff('teacher')).ctx, demand(learner)), { status: 403 })
  await assert.rejects(askDisclosure(operator.ctx, demand(await (await ground.school('mexrontal')).learner())), { status: 404 }, 'nobody of another school')
  assert.equal(await stateOf(here, 'WD-041'), 'kept')
})

test('WD-042 a consent opens the way to the one recipient it names, for as long as it stands', async () => {
  const { here, learner, operator } = await staffed('webstapero-dev-notes')
  await giveConsent(learner.ctx, { consent: 'for-printer' })
  const to = (recipient: string) => askDisclosure(operator.ctx, { person: learner.id, ground: 'consent', recipient, scope: [dates] })
  await assert.rejects(to('binder'), { status: 403, code: 'disclosures.no-consent' })
  const [first, second] = [await to('printer'), await to('printer')]
  assert.equal((await take(here, operator, first.id)).status, 200)
  await withdrawConsent(learner.ctx, { consent: 'for-printer' })
  assert.equal((await take(here, operator, second.id)).status, 403, 'withdrawn before the file was taken')
  assert.equal(await stateOf(here, 'WD-042'), 'kept')
})

test('WD-045 the person is told of a demand at once; where the law forbids it, on the day that ends and not before', async () => {
  const { here, learner, operator, officer } = await staffed('webstapero-dev-notes')
  const handed = async (over: Json = {}) => {
    const { id } = await askDisclosure(operator.ctx, demand(learner, over))
    for (const hand of [operator, officer]) await approve(hand.ctx, { id })
    return handOver(officer.ctx, { id, format: 'json' })
  }
  await assert.rejects(handed({ secret_until: '2026-12-02', secret_by: 'УПК РК, статья 201' }), { status: 422, field: 'secret_until' }, 'a day that is over')
  await assert.rejects(handed({ secret_until: '2026-12-20' }), { status: 422, field: 'secret_by' }, 'silence needs a law')
  await handed({ secret_until: '2026-12-20', secret_by: 'УПК РК, статья 201', body: 'Следственный орган' })
  await deliver(here)
  assert.deepEqual(await toldTo(here, learner), [])
  assert.doesNotMatch(await myData(here, learner), /Следственный/)
  assert.deepEqual(await copiedRows(here, learner, 'processors.transfers'), [])
  assert.ok((await logOf(here, 'disclosures.hand-over')).every(({ subject }) => subject === null), 'their own log is silent too')
  const lastMoment = new Date('2026-12-20T23:59:59+05:00')
  await workThrough({ ...here.system, now: lastMoment })
  assert.deepEqual(await toldTo(here, learner), [], 'on the last day still not')
  await workThrough({ ...here.system, now: new Date('2026-12-21T00:00:01+05:00') })
  await deliver(here)
  assert.deepEqual(await toldTo(here, learner), ['data-passed-on'])
  assert.match(await myData(here, learner), /Следственный орган[^]*требование закона/)
  await handed()
  await deliver(here)
  assert.deepEqual(await toldTo(here, learner), ['data-passed-on', 'data-passed-on'], 'without a ban at once')
  assert.equal(await stateOf(here, 'WD-045'), 'kept')
})

test('WD-046 to protect rights it takes a written reason without names and the hand of an officer who did not ask for it', async () => {
  const { here, learner, operator, officer } = await staffed('webstapero-dev-notes')
  const wish = { person: learner.id, ground: 'protection', body: 'Хостинг-провайдер', scope: [dates], reason: 'С этой учётной записи взламывают чужие, провайдеру нужен день её появления' }
  await assert.rejects(askDisclosure(operator.ctx, { ...wish, reason: 'Надо' }), { status: 422, field: 'reason' })
  await assert.rejects(askDisclosure(operator.ctx, { ...wish, reason: `${wish.reason}, её завела Аружан.` }), { status: 422, code: 'disclosures.names-somebody' })
  const { id } = await askDisclosure(operator.ctx, wish)
  await assert.rejects(approve((await here.staff('operator')).ctx, { id }), { status: 403, code: 'disclosures.officer-needed' })
  assert.equal((await take(here, operator, id)).status, 403)
  await approve(officer.ctx, { id })
  await assert.rejects(approve(officer.ctx, { id }), { status: 409 })
  const own = await askDisclosure(officer.ctx, wish)
  await assert.rejects(approve(officer.ctx, { id: own.id }), { status: 403, code: 'disclosures.another-person' })
  assert.equal((await take(here, operator, id)).status, 200)
  const { cases } = await here.inside(ctx => showDisclosures({ ...ctx, actor: officer.actor }, {}))
  assert.deepEqual(cases.map(({ ground, reason, handed_at }) => [ground, reason, handed_at !== null]), [['protection', wish.reason, false], ['protection', wish.reason, true]])
  assert.equal(await stateOf(here, 'WD-046'), 'kept')
})
