// A word from somebody without an account: the form, who reads it, what it may not do, and its end with its key.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { seal } from '#platform/sealing/sealing.ts'
import { withinText } from '#trust/law/law.ts'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { eraseAtOnce, replayErasures } from '#trust/rights/rights.ts'
import { settleAdmissions } from '#people/accounts/accounts.ts'
import { noon, openTestDatabases, type School } from '#test/fixtures.ts'
import { eraseOld } from './erase-old.ts'

const ground = await openTestDatabases()
const wd = () => ground.school('webstapero-dev-notes')
const written = { name: '', reach: 'gost@pochta.example', words: 'Есть ли курс для тех, кто не знает HTML?' }
const messagesIn = (here: School) => here.inside(({ db }) => db.selectFrom('contact.messages').select(['id', 'answered_at', 'answered_by']).execute())
const later = (days: number, hours = 0) => new Date(noon.getTime() + days * 86_400_000 + hours * 3_600_000)
const system = (here: School, now: Date) => here.as({ person: null, role: 'system' }, now)

test('WD-004 the contacts page, opened signed out, shows the contacts of the manifest and a form that works', async () => {
  const here = await wd()
  const page = await (await here.request('/contacts')).text()
  for (const { channel, value, hours, answer } of here.policy.operator.contacts) {
    if (channel !== 'form') assert.ok(page.includes(typeof value === 'string' ? value : value.ru), String(value))
    assert.ok(page.includes(hours.ru) && page.includes(withinText(answer).ru))
  }
  const [form = ''] = /<form[^>]*action="[^"]*\/contacts\/message"[\s\S]*?<\/form>/.exec(page) ?? []
  assert.deepEqual([...form.matchAll(/ name="([a-z]+)"/g)].map(([, name]) => name), ['name', 'reach', 'words'])
  const sent = await here.request('/contacts/message', { form: written })
  assert.equal(sent.status, 303)
  assert.match(await (await here.request(sent.headers.get('location')!)).text(), /Сообщение получено/)
  for (const [role, from] of [['operator', '/office'], ['support', '/me']] as const) {
    const who = await here.staff(role)
    assert.ok((await (await here.request(from, { as: who })).text()).includes('href="/office/messages"'), `${role} is led there`)
    const shown = await (await here.request('/office/messages', { as: who })).text()
    assert.ok(shown.includes(written.words) && shown.includes('mailto:gost@pochta.example'), role)
  }
})

test('WD-020 a message without a name is taken, and kept sealed', async () => {
  const here = await wd()
  await here.request('/contacts/message', { form: written })
  const [message] = await messagesIn(here)
  const { rows: [row] } = await ground.asAdmin(client => client.query(`select name, encode(reach, 'escape') || encode(words, 'escape') as kept from contact.messages where id = '${message!.id}'`))
  assert.equal(row.name, null)
  assert.doesNotMatch(row.kept, /gost|HTML/)
  assert.ok((await ground.vault.readable(here.slug)).includes(message!.id), 'it has a key of its own')
})

test('each field says why it is asked, and the form names its ground and its term, in three languages', async () => {
  const here = await wd()
  const pages = await Promise.all(['ru', 'kk', 'en'].map(async locale => (await here.request(`/${locale}/contacts`)).text()))
  const expected = [['по имени', 'придёт ответ', 'понять вопрос', '1 год'], ['есіміңізді атап', 'жауабы сонда келеді', 'Сұрақты түсініп', '1 жыл'], ['address you by name', 'answer of the school goes there', 'understand the question', '1 year']]
  for (const [index, words] of expected.entries()) for (const word of words) assert.ok(pages[index]!.replaceAll('\u00a0', ' ').includes(word), word)
})

test('a wrong field is named, what was typed stays, and nothing is kept', async () => {
  const here = await wd()
  const refused = await here.request('/contacts/message', { form: { name: 'Гость', reach: 'нигде', words: written.words } })
  assert.equal(refused.status, 422)
  const page = await refused.text()
  assert.match(page, /не похоже ни на адрес почты, ни на телефон/)
  for (const typed of ['value="Гость"', 'value="нигде"', written.words]) assert.ok(page.includes(typed), typed)
  assert.deepEqual(await messagesIn(here), [])
})

test('a network that sends too many is asked to wait, and is told how long', async () => {
  const here = await wd()
  const answers = []
  for (let sent = 0; sent < 7; sent++) answers.push(await here.request('/contacts/message', { form: written }))
  const refused = answers.at(-1)!
  assert.equal(answers[3]!.status, 303)
  assert.equal(refused.status, 429)
  assert.ok(Number(refused.headers.get('retry-after')) > 0)
  const page = await refused.text()
  assert.ok(page.includes('слишком много сообщений') && page.includes(written.words))
  assert.equal((await messagesIn(here)).length, answers.filter(({ status }) => status === 303).length)
})

test('whoever answers notes it once; a learner, a visitor and another school may not', async () => {
  const [here, there] = [await wd(), await wd()]
  await here.request('/contacts/message', { form: written })
  const [message] = await messagesIn(here)
  const path = `/office/messages/${message!.id}/answered`
  const support = await here.staff('support')
  assert.equal((await here.request(path, { as: await here.learner(), form: {} })).status, 403)
  assert.match((await here.request(path, { form: {} })).headers.get('location') ?? '', /sign-in/)
  assert.equal((await there.request(path, { as: await there.staff('operator'), form: {} })).status, 404)
  assert.equal((await messagesIn(here))[0]!.answered_at, null)
  assert.equal((await here.request(path, { as: support, form: {} })).status, 303)
  assert.equal((await messagesIn(here))[0]!.answered_by, support.id)
  assert.equal((await here.request(path, { as: support, form: {} })).status, 409)
})

test('a school whose manifest names no term takes no message of a visitor', async () => {
  const here = await ground.school()
  assert.doesNotMatch(await (await here.request('/contacts')).text(), /contacts\/message/)
  assert.equal((await here.request('/contacts/message', { form: written })).status, 404)
})

test('a message and its key live to the last day of the term, and neither a day longer', async () => {
  const here = await wd()
  await here.request('/contacts/message', { form: written })
  const [message] = await messagesIn(here)
  assert.equal(await eraseOld(system(here, later(364, 23))), 0)
  assert.equal((await messagesIn(here)).length, 1)
  const kept = here.policy.promises.find(({ id }) => id === 'messages-kept')!
  assert.equal((await checkPromise(system(here, later(367)), kept)).state, 'broken', 'too late is seen')
  assert.equal(await eraseOld(system(here, later(366))), 1)
  assert.deepEqual(await messagesIn(here), [])
  assert.ok(!(await ground.vault.readable(here.slug)).includes(message!.id))
  assert.equal((await checkPromise(system(here, later(367)), kept)).state, 'kept')
  assert.equal((await ground.ground.ledger.forgottenAmong(here.slug, [message!.id])).size, 1)
})

test('a row that comes back from an old copy goes again by the ledger', async () => {
  const here = await wd()
  await here.request('/contacts/message', { form: written })
  const [message] = await messagesIn(here)
  const row = await ground.asAdmin(async client => (await client.query(`select * from contact.messages where id = '${message!.id}'`)).rows[0])
  await eraseAtOnce(here.system, message!.id, 'retention')
  await ground.asAdmin(client => client.query('insert into contact.messages (site, id, reach, words, written_at) values ($1, $2, $3, $4, $5)', [row.site, row.id, row.reach, row.words, row.written_at]))
  await here.inside(replayErasures)
  assert.deepEqual(await messagesIn(here), [])
})

test('a sending cut short after the message was written keeps its key; one cut short before leaves none', async () => {
  const here = await wd()
  const [whole, lost] = [randomUUID(), randomUUID()]
  for (const id of [whole, lost]) await ground.vault.admit(here.slug, id, {}, noon)
  await here.inside(ctx => ctx.db.insertInto('contact.messages')
    .values({ id: whole, written_at: noon, ...seal(ctx, { table: 'contact.messages', row: whole, person: whole }, { reach: written.reach, words: written.words }) }).execute())
  await settleAdmissions(system(here, later(1)))
  assert.deepEqual(await ground.vault.readable(here.slug), [whole])
})

test('the promise of the form is proved by opening the page', async () => {
  const here = await wd()
  const promised = here.policy.promises.find(({ id }) => id === 'messages-by-wish')!
  assert.equal((await checkPromise(here.system, promised)).state, 'kept')
})
