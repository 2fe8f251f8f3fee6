// Whoever writes to the school, with an account or without: the form, the number, the letter, the page to read the answer on.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { deliverEvents } from '#platform/events/events.ts'
import type { Context } from '#trust/audit/audit.ts'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { withinText } from '#trust/law/law.ts'
import { eraseAtOnce, replayErasures } from '#trust/rights/rights.ts'
import { settleAdmissions } from '#people/accounts/accounts.ts'
import { myNotices } from '#school/notifications/notifications.ts'
import { noon, openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { lettersIn } from '#test/letters.ts'
import { unzipped } from '#test/unzipped.ts'
import { workThrough } from '#test/working.ts'
import { listeners } from '../../product.ts'
import { claimLasts, eraseOldClaims } from './claims.ts'
import { eraseOld } from './jobs.ts'

const ground = await openTestDatabases()
const written = { topic: 'general', name: '', email: 'gost@pochta.example', words: 'Есть ли курс для тех, кто не знает HTML?' }
const own = { topic: 'general', words: 'Сколько длится один урок курса?' }
const rowsOf = (here: School) => here.inside(({ db }) => db.selectFrom('support.tickets').select(['id', 'number', 'person', 'guest', 'topic', 'channel', 'clause', 'clause_version', 'closed_at', 'reopened_at', 'waits_for', 'due_by']).orderBy('number').execute())
const send = (here: School, over: Record<string, string> = {}, as?: Member) => as ? here.request('/me/enquiries', { as, form: { ...own, ...over } }) : here.request('/contacts', { form: { ...written, ...over } })
const placeOf = (answer: Response) => answer.headers.get('location')!.replace(/[?&]said=[^&]*/, '')
const textOf = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll('\u00a0', ' ')
const deliver = (here: School, now = noon) => deliverEvents<Context>(work => here.inside(work, { ...here.system, now }), listeners)
const later = (days: number, hours = 0) => new Date(noon.getTime() + days * 86_400_000 + hours * 3_600_000)
const system = (here: School, now: Date) => here.as({ person: null, role: 'system' }, now)
const answer = (here: School, as: Member, ticket: string, words: string, more: Record<string, string> = {}) => here.request(`/office/enquiries/${ticket}/answer`, { as, form: { words, ...more } })
const schools = ['webstapero-dev-notes', 'mexrontal', 'masteryn-quest', 'cloudex-learning', 'landscape-photo']

test('WD-004 the contacts page, opened signed out, shows the contacts of the manifest and a form that works', async () => {
  const here = await ground.school('webstapero-dev-notes')
  const page = await textOf(here.request('/contacts'))
  for (const { channel, value, hours, answer } of here.policy.operator.contacts) {
    if (channel !== 'form') assert.ok(page.includes(typeof value === 'string' ? value : value.ru), String(value))
    assert.ok(page.includes(hours.ru) && page.includes(withinText(answer).ru.replaceAll('\u00a0', ' ')))
  }
  const [form = ''] = /<form[^>]*action="[^"]*\/contacts"[\s\S]*?<\/form>/.exec(page) ?? []
  assert.deepEqual([...new Set([...form.matchAll(/ name="([a-z]+)"/g)].map(([, name]) => name))], ['topic', 'name', 'email', 'words', 'clause', 'version'])
  const sent = await send(here)
  assert.equal(sent.status, 303)
  assert.match(await textOf(here.request(placeOf(sent))), /Обращение № \d+[^]*Есть ли курс для тех/)
  for (const [role, from] of [['operator', '/office'], ['support', '/me']] as const) {
    const who = await here.staff(role)
    assert.ok((await textOf(here.request(from, { as: who }))).includes('href="/office/enquiries"'), `${role} is led there`)
    const [ticket] = await rowsOf(here)
    const shown = await textOf(here.request(`/office/enquiries/${ticket!.id}`, { as: who }))
    assert.ok(shown.includes(written.words) && shown.includes('mailto:gost@pochta.example'), role)
  }
})

test('WD-020 a message without a name is taken, and kept sealed under a key of its own', async () => {
  const here = await ground.school('webstapero-dev-notes')
  await send(here)
  const [ticket] = await rowsOf(here)
  const { rows: [row] } = await ground.asAdmin(client => client.query(`select name, encode(email, 'escape') || encode(m.words, 'escape') as kept from support.guests g, support.messages m where g.id = '${ticket!.person}' and m.ticket = '${ticket!.id}'`))
  assert.equal(row.name, null)
  assert.doesNotMatch(row.kept, /gost|HTML/)
  assert.ok((await ground.vault.readable(here.slug)).includes(ticket!.person))
})

test('LP-040 a message by the form, signed out, is stored with name, e-mail and text, and its number goes out by letter', async () => {
  const here = await ground.school('landscape-photo')
  assert.equal((await send(here, { name: 'Руслан', topic: 'technical' })).status, 303)
  const [ticket] = await rowsOf(here)
  const support = await here.staff('support')
  const shown = await textOf(here.request(`/office/enquiries/${ticket!.id}`, { as: support }))
  for (const part of ['Руслан', 'gost@pochta.example', written.words]) assert.ok(shown.includes(part), part)
  const [letter, ...more] = await lettersIn(here)
  assert.deepEqual([letter?.template, letter?.to, more], ['support.received', 'gost@pochta.example', []])
  assert.match(letter!.text, new RegExp(`номер: ${ticket!.number}\\b`))
  assert.ok(letter!.subject.includes(`№ ${ticket!.number} `))
})

test('LP-043 a consultation is asked for at an offered time; the school settles the slot, and both sides see it', async () => {
  const here = await ground.school('landscape-photo')
  const [learner, other, support] = [await here.learner(), await here.learner(), await here.staff('support')]
  const asking = (as: Member, wished: string) => send(here, { topic: 'consultation', words: 'Хочу разобрать серию снимков.', wished }, as)
  const offeredTo = async (who: Member, path: string) => [...(await textOf(here.request(path, { as: who }))).matchAll(/<option value="(\d{4}-[^"]+)"/g)].map(([, at]) => at!)
  const times = await offeredTo(learner, '/me/enquiries')
  const first = ['08', '10', '15', '17'].flatMap(day => ['13:00', '13:30', '14:00', '14:30'].map(at => `2026-12-${day}T${at}:00.000Z`))
  assert.deepEqual(times, first, 'Tuesdays and Thursdays from 18:00 to 20:00 in Almaty, from tomorrow on for two weeks')
  for (const [wished, problem] of [['', /выберите время, удобное для консультации/], ['2026-12-08T15:00:00.000Z', /это время больше не предлагается/]] as const) {
    const refused = await asking(learner, wished)
    assert.equal(refused.status, 422)
    assert.match(await textOf(refused), new RegExp(`${problem.source}[^]*Хочу разобрать серию снимков`))
  }
  const slot = times[1]!
  const mine = placeOf(await asking(learner, slot))
  assert.equal((await asking(other, slot)).status, 303)
  const [ticket, rival] = await rowsOf(here)
  assert.equal(ticket!.topic, 'consultation')
  const desk = `/office/enquiries/${ticket!.id}`
  const settledFor = async (path: string, as: Member) => /Время консультации<\/dt><dd>(?:<time datetime="([^"]+)">|ещё не подтверждено)/.exec(await textOf(here.request(path, { as })))?.[1]
  assert.deepEqual([await settledFor(mine, learner), await settledFor(desk, support)], [undefined, undefined])
  assert.match(await textOf(here.request(desk, { as: support })), new RegExp(`<option value="${slot}" selected`), 'the wished time is chosen already')
  assert.equal((await answer(here, support, ticket!.id, 'Подтверждаем время консультации.', { settled: slot })).status, 303)
  assert.deepEqual([await settledFor(mine, learner), await settledFor(desk, support)], [slot, slot])
  await deliver(here)
  assert.deepEqual((await here.inside(ctx => myNotices(ctx, {}), learner.ctx)).map(({ kind }) => kind), ['enquiry-answered'])
  const taken = await answer(here, support, rival!.id, 'Подтверждаем время консультации.', { settled: slot })
  assert.deepEqual([taken.status, /на это время уже назначена другая консультация/.test(await textOf(taken))], [409, true])
  assert.deepEqual([(await offeredTo(other, '/me/enquiries')).includes(slot), (await offeredTo(support, `/office/enquiries/${rival!.id}`)).includes(slot)], [false, false])
  const promised = here.policy.promises.find(({ id }) => id === 'enquiries-consultation')!
  assert.equal((await checkPromise(here.system, promised)).state, 'kept')
  await here.inside(({ db }) => db.updateTable('support.tickets').set({ settled_at: new Date('2026-12-08T15:00:00Z') }).where('id', '=', ticket!.id).execute())
  assert.equal((await checkPromise(here.system, promised)).state, 'broken', 'a talk at a time that is not offered is seen')
})

test('MQ-008 a question about privacy, signed out and signed in, opens an enquiry, stands in the queue and is answered where its asker reads', async () => {
  const here = await ground.school('masteryn-quest')
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  const { email: _, ...anonymous } = written
  const guest = await here.request('/contacts', { form: { ...anonymous, topic: 'privacy' } })
  const mine = await send(here, { topic: 'privacy' }, learner)
  assert.deepEqual([guest.status, mine.status], [303, 303])
  const tickets = await rowsOf(here)
  assert.deepEqual(tickets.map(({ guest, topic }) => [guest, topic]), [[true, 'privacy'], [false, 'privacy']])
  const queue = await textOf(here.request('/privacy-office/enquiries', { as: officer }))
  for (const { id, number } of tickets) {
    assert.ok(queue.includes(`№ ${number}`))
    assert.equal((await answer(here, officer, id, `Объясняем пункт, обращение ${number}.`)).status, 303)
  }
  assert.match(await textOf(here.request(placeOf(guest))), new RegExp(`Объясняем пункт, обращение ${tickets[0]!.number}`))
  assert.match(await textOf(here.request(placeOf(mine), { as: learner })), new RegExp(`Объясняем пункт, обращение ${tickets[1]!.number}`))
  await deliver(here)
  assert.deepEqual((await here.inside(ctx => myNotices(ctx, {}), learner.ctx)).map(({ kind }) => kind), ['enquiry-answered'])
  assert.deepEqual(await lettersIn(here), [], 'a school that names no mail service sends nothing, and asks for no address')
})

test('MQ-127 the form is open signed out, signed in and with a suspended account, and each message gets a number', async () => {
  const here = await ground.school('masteryn-quest')
  const [learner, suspended] = [await here.learner(), await here.learner()]
  await ground.asAdmin(client => client.query(`update accounts.people set state = 'suspended' where id = $1`, [suspended.id]))
  const { email: _, ...anonymous } = written
  const sent = [await here.request('/contacts', { form: anonymous }), await send(here, {}, learner), await send(here, { words: 'Почему мой доступ приостановлен?' }, suspended)]
  for (const [index, who] of [undefined, learner, suspended].entries()) {
    assert.equal(sent[index]!.status, 303)
    assert.match(await textOf(here.request(placeOf(sent[index]!), who ? { as: who } : {})), /Обращение № \d+/)
  }
  assert.match(await textOf(here.request('/contacts', { as: suspended })), /<textarea[^>]*name="words"/, 'the contacts page has a form for them, too')
  assert.match(await textOf(here.request('/me/enquiries', { as: suspended })), /<textarea[^>]*name="words"/)
  const tickets = await rowsOf(here)
  assert.equal(new Set(tickets.map(({ number }) => number)).size, 3)
  assert.equal(tickets[2]!.person, suspended.id)
})

test('MQ-132 from a clause of the policy "ask" leads to a form that knows it: the enquiry holds the clause and the version', async () => {
  const here = await ground.school('masteryn-quest')
  const learner = await here.learner()
  const [, link] = /<div class="promise" id="registration[^]*?<a href="([^"]*\/contacts[^"]*)"/.exec(await textOf(here.request('/privacy'))) ?? /id="account-kept"[^]*?<a href="([^"]*\/contacts[^"]*)"/.exec(await textOf(here.request('/privacy')))!
  const address = new URL(link!.replaceAll('&amp;', '&'), here.address)
  const [clause, version] = [address.searchParams.get('clause')!, address.searchParams.get('version')!]
  const form = await textOf(here.request(address.pathname + address.search, { as: learner }))
  assert.ok(form.includes(here.policy.promises.find(({ id }) => id === clause)!.says.ru.replaceAll('\u00a0', ' ')), 'the sentence is quoted')
  assert.match(form, new RegExp(`name="clause" value="${clause}"`))
  assert.match(form, /value="privacy"[^>]*checked|checked[^>]*value="privacy"/)
  assert.equal((await send(here, { topic: 'privacy', clause, version, words: 'Не понимаю, что значит этот пункт.' }, learner)).status, 303)
  const [ticket] = await rowsOf(here)
  assert.deepEqual([ticket!.clause, ticket!.clause_version], [clause, Number(version)])
  const shown = await textOf(here.request(`/office/enquiries/${ticket!.id}`, { as: await here.staff('privacy-officer') }))
  assert.match(shown, new RegExp(`/privacy/versions/${version}#${clause}"[^>]*>\\d+\\.\\d+, редакция ${version}`))
})

test('MX-084 contacts page and policy page offer a privacy question and a rights request, and each lands in its queue', async () => {
  const here = await ground.school('mexrontal')
  const [learner, officer, support] = [await here.learner(), await here.staff('privacy-officer'), await here.staff('support')]
  const contacts = await textOf(here.request('/contacts', { as: learner }))
  const policy = await textOf(here.request('/privacy'))
  for (const topic of ['privacy', 'rights']) {
    assert.match(contacts, new RegExp(`name="topic"[^>]*value="${topic}"|value="${topic}"[^>]*name="topic"`))
    assert.match(policy, new RegExp(`href="/contacts\\?topic=${topic}&(amp;)?version=1#write"`))
  }
  assert.equal((await send(here, { topic: 'privacy' }, learner)).status, 303)
  const unnamed = await send(here, { topic: 'rights', words: 'Прошу исправить дату рождения.' }, learner)
  assert.equal(unnamed.status, 422)
  assert.match(await unnamed.text(), /выберите право, о котором запрос/)
  assert.match(placeOf(await send(here, { topic: 'rights', right: 'rectification', words: 'Прошу исправить дату рождения.' }, learner)), /^\/me\/data\/requests\//)
  assert.equal((await send(here, { topic: 'rights', words: 'У вас моя почта, удалите её.' })).status, 303)
  const tickets = await rowsOf(here)
  assert.deepEqual(tickets.map(({ topic, guest }) => [topic, guest]), [['privacy', false], ['rights', true]])
  const queue = await textOf(here.request('/privacy-office/enquiries', { as: officer }))
  assert.ok(tickets.every(({ number }) => queue.includes(`№ ${number}`)), 'the officer has both')
  assert.doesNotMatch(await textOf(here.request('/office/enquiries', { as: support })), new RegExp(`№ ${tickets[0]!.number}\\b`))
  assert.equal((await here.request(`/office/enquiries/${tickets[0]!.id}`, { as: support })).status, 403)
  const requests = await here.inside(({ db }) => db.selectFrom('rights.requests').select(['kind', 'person']).execute())
  assert.deepEqual(requests, [{ kind: 'rectification', person: learner.id }])
})

test('WD-074 a question on personal data opens an enquiry in the queue of the officer', async () => {
  const here = await ground.school('webstapero-dev-notes')
  await send(here, { topic: 'privacy', words: 'Какие данные обо мне у вас есть?' })
  const [ticket] = await rowsOf(here)
  const officer = await here.staff('privacy-officer')
  assert.ok((await textOf(here.request('/privacy-office/enquiries', { as: officer }))).includes(`href="/office/enquiries/${ticket!.id}"`))
  assert.ok((await textOf(here.request('/privacy-office', { as: officer }))).includes('/privacy-office/enquiries'))
  await deliver(here)
  assert.deepEqual((await here.inside(ctx => myNotices(ctx, {}), officer.ctx)).map(({ kind, place }) => [kind, place]), [['enquiry-asked', `/office/enquiries/${ticket!.id}`]])
})

test('WD-075 the contact button of the policy page opens the form, and what is sent from there becomes an enquiry', async () => {
  const here = await ground.school('webstapero-dev-notes')
  const [, link] = /href="(\/contacts\?topic=privacy[^"#]*)#write"[^>]*>[^]*?Связаться с нами/.exec(await textOf(here.request('/privacy')))!
  const page = await textOf(here.request(link!.replaceAll('&amp;', '&')))
  assert.match(page, /<form[^>]*action="\/contacts"/)
  assert.equal((await send(here, { topic: 'privacy' })).status, 303)
  assert.equal((await rowsOf(here)).length, 1)
})

test('MX-026 the answer to a question comes to whoever asked, by letter and in the exchange', async () => {
  const here = await ground.school('mexrontal')
  const [learner, support, other] = [await here.learner(), await here.staff('support'), await here.learner()]
  const place = placeOf(await send(here, {}, learner))
  const [ticket] = await rowsOf(here)
  await lettersIn(here)
  await answer(here, support, ticket!.id, 'Урок длится двадцать минут.')
  assert.match(await textOf(here.request(place, { as: learner })), /Урок длится двадцать минут/)
  const letters = await lettersIn(here)
  assert.deepEqual(letters.map(({ to, template }) => [to, template]), [[learner.email, 'support.answered']])
  assert.match(letters[0]!.text, /^Урок длится двадцать минут\./)
  assert.equal((await here.request(place, { as: other })).status, 404)
})

test('WD-024 the answer goes to the address that was given, and nothing else goes there', async () => {
  const here = await ground.school('webstapero-dev-notes')
  await send(here)
  const [ticket] = await rowsOf(here)
  await answer(here, await here.staff('support'), ticket!.id, 'Да, начните с первого модуля.', { close: 'yes' })
  await deliver(here)
  const toGuest = (await lettersIn(here)).filter(({ to }) => to === 'gost@pochta.example')
  assert.deepEqual(toGuest.map(({ template }) => template), ['support.received', 'support.answered'])
  assert.match(toGuest[1]!.text, /Да, начните с первого модуля/)
  await deliver(here, later(30))
  assert.deepEqual((await lettersIn(here, later(30))).filter(({ to }) => to === 'gost@pochta.example'), [])
})

test('LP-060 the answer is in the outbox, to the address of whoever asked alone', async () => {
  const here = await ground.school('landscape-photo')
  const [support] = [await here.staff('support'), await here.learner(), await here.staff('operator')]
  await send(here)
  await send(here, { email: 'vtoroy@pochta.example' })
  const [ticket] = await rowsOf(here)
  await answer(here, support, ticket!.id, 'Свет мягче всего до девяти утра.')
  const answers = (await lettersIn(here)).filter(({ text }) => text.includes('Свет мягче всего'))
  assert.deepEqual(answers.map(({ to }) => to), ['gost@pochta.example'])
})

test('LP-039 who writes twice has one history: the staff, the person and the copy of their data show the same', async () => {
  const here = await ground.school('landscape-photo')
  const [learner, support] = [await here.learner(), await here.staff('support')]
  const place = placeOf(await send(here, { words: 'Какой объектив взять для первого урока?' }, learner))
  assert.equal((await here.request(place, { as: learner, form: { words: 'У меня есть только телефон.' } })).status, 303)
  const tickets = await rowsOf(here)
  assert.equal(tickets.length, 1)
  const said = ['Какой объектив взять', 'У меня есть только телефон']
  const [theirs, ours] = [await textOf(here.request(place, { as: learner })), await textOf(here.request(`/office/enquiries/${tickets[0]!.id}`, { as: support }))]
  for (const words of said) assert.ok(theirs.includes(words) && ours.includes(words), words)
  await here.request('/me/data/copy', { as: learner, form: {} })
  await workThrough(here.system)
  const link = /\/me\/data\/copies\/[0-9a-f-]{36}/.exec(await textOf(here.request('/me/data', { as: learner })))![0]
  const files = unzipped(Buffer.from(await (await here.request(link, { as: learner })).arrayBuffer()))
  const copied = JSON.parse(files['data/support.messages.json']!) as { words: string }[]
  assert.ok(said.every(words => copied.some(row => row.words.includes(words))))
})

test('MQ-134 after the answer one press says "not solved": the enquiry is open again, with a day of its own, and stays in the queue', async () => {
  const here = await ground.school('masteryn-quest')
  const [learner, support] = [await here.learner(), await here.staff('support')]
  const place = placeOf(await send(here, {}, learner))
  const [asked] = await rowsOf(here)
  assert.equal((await here.request(`${place}/not-solved`, { as: learner, form: {} })).status, 409, 'nothing was answered yet')
  await answer(here, support, asked!.id, 'Двадцать минут.', { close: 'yes' })
  assert.ok((await rowsOf(here))[0]!.closed_at)
  ground.at(later(2))
  try {
    assert.equal((await here.request(`${place}/not-solved`, { as: await here.learner(), form: {} })).status, 404, 'nobody else may say so')
    assert.equal((await here.request(`${place}/not-solved`, { as: learner, form: {} })).status, 303)
  } finally { ground.at(noon) }
  const [again] = await rowsOf(here)
  assert.deepEqual([again!.closed_at, again!.reopened_at, again!.waits_for !== null], [null, later(2), true])
  assert.ok(again!.due_by > asked!.due_by)
  assert.ok((await textOf(here.request('/office/enquiries', { as: support }))).includes(`№ ${again!.number}`))
})

test('CL-029 help page and form are reachable from every page, and a how-to question is answered in the exchange', async () => {
  const here = await ground.school('cloudex-learning')
  const [learner, support] = [await here.learner(), await here.staff('support')]
  for (const path of ['/', '/courses', '/privacy', '/trust', '/help', '/me', '/me/data', '/nowhere']) {
    const page = await textOf(here.request(path, { as: learner }))
    assert.ok(page.includes('href="/help"') && page.includes('href="/contacts"'), path)
  }
  assert.ok((await textOf(here.request('/help'))).match(/<main[^]*href="\/contacts"/), 'the help page leads on to the form')
  const place = placeOf(await send(here, { topic: 'technical', words: 'Как открыть следующий модуль?' }, learner))
  const [ticket] = await rowsOf(here)
  await answer(here, support, ticket!.id, 'Пройдите проверку в конце урока.')
  assert.match(await textOf(here.request(place, { as: learner })), /Как открыть следующий модуль[^]*Пройдите проверку/)
})

test('each field says why it is asked, and the form names its ground and its term, in three languages', async () => {
  const here = await ground.school('webstapero-dev-notes')
  const pages = await Promise.all(['ru', 'kk', 'en'].map(locale => textOf(here.request(`/${locale}/contacts`))))
  const expected = [['по имени', 'ответ школы', 'понять вопрос', '1 год'], ['есіміңізді атап', 'мектептің жауабы', 'Сұрақты түсініп', '1 жыл'], ['address you by name', 'answer of the school', 'understand the question', '1 year']]
  for (const [index, words] of expected.entries()) for (const word of words) assert.ok(pages[index]!.includes(word), word)
})

test('a wrong field is named, what was typed stays, and nothing is kept', async () => {
  const here = await ground.school('webstapero-dev-notes')
  const refused = await send(here, { name: 'Гость', email: 'нигде' })
  assert.equal(refused.status, 422)
  const page = await refused.text()
  for (const typed of ['value="Гость"', 'value="нигде"', written.words]) assert.ok(page.includes(typed), typed)
  assert.equal((await send(here, { topic: 'consultation' })).status, 422, 'a topic this school does not offer')
  assert.deepEqual(await rowsOf(here), [])
  assert.deepEqual(await ground.vault.readable(here.slug), [])
})

test('a network that sends too many is asked to wait, and is told how long', async () => {
  const here = await ground.school('webstapero-dev-notes')
  const answers = []
  for (let sent = 0; sent < 7; sent++) answers.push(await send(here))
  const refused = answers.at(-1)!
  assert.equal(answers[3]!.status, 303)
  assert.equal(refused.status, 429)
  assert.ok(Number(refused.headers.get('retry-after')) > 0)
  const page = await refused.text()
  assert.ok(page.includes('слишком много сообщений') && page.includes(written.words))
  assert.equal((await rowsOf(here)).length, answers.filter(({ status }) => status === 303).length)
})

test('the page of a guest opens by its key alone, and by it they write on', async () => {
  const here = await ground.school('webstapero-dev-notes')
  const [place, second] = [placeOf(await send(here)), placeOf(await send(here))]
  const [path, key] = place.split('?key=') as [string, string]
  const _once = crypto.randomUUID()
  const [once, again] = [placeOf(await send(here, { _once })), placeOf(await send(here, { _once }))]
  assert.equal(once, again, 'a form sent twice leads to the one letter')
  const { rows: [noted] } = await ground.asAdmin(client => client.query(`select count(*)::int as forms, count(*) filter (where position($1::bytea in leads_to) > 0)::int as readable from web.sendings where site = $2 and leads_to is not null`, [Buffer.from('key='), here.slug]))
  assert.ok(noted.forms >= 1)
  assert.equal(noted.readable, 0, 'and the key to it is written down nowhere in the clear')
  for (const wrong of [path, `${path}?key=`, `${path}?key=${'a'.repeat(22)}`, `${path}?key=${second.split('?key=')[1]}`]) assert.equal((await here.request(wrong)).status, 404, wrong)
  assert.equal((await here.request(place, { as: await here.learner() })).status, 200, 'whoever has the key reads')
  assert.equal((await here.request(`${path}?key=${key}`, { form: { words: 'И ещё один вопрос.' } })).status, 303)
  assert.match(await textOf(here.request(place)), /И ещё один вопрос/)
  assert.equal((await here.request(path, { form: { words: 'Чужие слова' } })).status, 404)
  const empty = await here.request(place, { form: { words: '' } })
  assert.deepEqual([empty.status, /Обращение № \d+/.test(await textOf(empty))], [422, true], 'a reply that is refused is drawn again in its place')
})

test('in each school the form is drawn in three languages, and its promise is proved by opening the page', async () => {
  for (const slug of schools) {
    const here = await ground.school(slug)
    const promised = here.policy.promises.find(({ id }) => id === 'enquiries-open')!
    assert.equal((await checkPromise(here.system, promised)).state, 'kept', slug)
    assert.equal((await send(here, {}, await here.learner())).status, 303, slug)
  }
})

test('an enquiry lives to the last day of its term, and not a day longer: the guest’s with its key, the person’s by itself', async () => {
  const here = await ground.school('webstapero-dev-notes')
  const learner = await here.learner()
  await send(here)
  await send(here, {}, learner)
  const [guests] = await rowsOf(here)
  assert.equal(await eraseOld(system(here, later(364, 23))), 0)
  const kept = here.policy.promises.find(({ id }) => id === 'enquiries-kept')!
  assert.equal((await checkPromise(system(here, later(367)), kept)).state, 'broken', 'too late is seen')
  assert.equal(await eraseOld(system(here, later(366))), 2)
  assert.deepEqual(await rowsOf(here), [])
  assert.deepEqual(await ground.vault.readable(here.slug), [learner.id])
  assert.equal((await checkPromise(system(here, later(367)), kept)).state, 'kept')
  assert.equal((await ground.ground.ledger.forgottenAmong(here.slug, [guests!.person])).size, 1)
})

test('a person’s enquiries go with the person, and a guest who comes back from an old copy goes again by the ledger', async () => {
  const here = await ground.school('webstapero-dev-notes')
  const learner = await here.learner()
  await send(here, {}, learner)
  await eraseAtOnce(here.system, learner.id)
  assert.deepEqual(await rowsOf(here), [])
  await send(here)
  const { person } = (await rowsOf(here))[0]!
  const row = await ground.asAdmin(async client => (await client.query(`select * from support.guests where id = '${person}'`)).rows[0])
  await eraseAtOnce(here.system, person, 'retention')
  await ground.asAdmin(client => client.query('insert into support.guests (site, id, email, locale, written_at) values ($1, $2, $3, $4, $5)', [row.site, row.id, row.email, row.locale, row.written_at]))
  await here.inside(replayErasures)
  const { rows } = await ground.asAdmin(client => client.query(`select (select count(*) from support.guests where site = $1)::int + (select count(*) from mail.letters where site = $1 and person = $2)::int as left`, [here.slug, person]))
  assert.equal(rows[0].left, 0)
})

test('a sending cut short after it was written keeps its key; one cut short before leaves none', async () => {
  const here = await ground.school('webstapero-dev-notes')
  await send(here)
  const { person } = (await rowsOf(here))[0]!
  const lost = randomUUID()
  await ground.vault.admit(here.slug, lost, {}, noon)
  await settleAdmissions(system(here, later(1)))
  assert.deepEqual(await ground.vault.readable(here.slug), [person])
})

test('WD-007 a visitor without an account asks by an address they confirm, gets what they wrote, and has it deleted', async () => {
  const here = await ground.school('webstapero-dev-notes')
  const words = ['Первый вопрос про кеширование страниц.', 'Второй вопрос про сжатие картинок.']
  for (const each of words) await send(here, { words: each })
  await send(here, { email: 'chuzhoi@pochta.example', words: 'Чужой вопрос, не про вас.' })
  const [first, second, strangers] = await rowsOf(here)
  await lettersIn(here)
  assert.ok((await textOf(here.request('/contacts'))).includes('href="/contacts/data"'), 'the contacts page leads there')
  const ask = (email: string) => here.request('/contacts/data', { form: { email } })
  const [known, unknown, wrong] = [await ask('Gost@pochta.example'), await ask('nikto@pochta.example'), await ask('не адрес')]
  assert.deepEqual([known.status, placeOf(known)], [unknown.status, placeOf(unknown)], 'nobody learns whether an address is known')
  assert.equal(wrong.status, 422)
  const letters = await lettersIn(here)
  assert.deepEqual(letters.map(({ to, template }) => [to.toLowerCase(), template]), [['gost@pochta.example', 'support.claim'], ['nikto@pochta.example', 'support.claim']])
  assert.ok(words.every(each => !letters[0]!.text.includes(each)), 'the letter itself tells nothing')
  const link = new URL(letters[0]!.link)
  const place = link.pathname + link.search
  const page = await textOf(here.request(place))
  for (const { number } of [first!, second!]) assert.ok(page.includes(`№ ${number}`))
  assert.ok(!page.includes(`№ ${strangers!.number}`), 'only those of the address')
  assert.match(await textOf(here.request(new URL(letters[1]!.link).pathname + new URL(letters[1]!.link).search)), /Обращений с этого адреса у школы нет/)
  assert.equal((await here.request(`${link.pathname}?key=${'x'.repeat(22)}`)).status, 404)
  assert.equal((await here.request(`${link.pathname}/copies/${strangers!.person}${link.search}`, { form: {} })).status, 404, 'not what another wrote')
  for (const [index, { person }] of [first!, second!].entries()) {
    const files = unzipped(Buffer.from(await (await here.request(`${link.pathname}/copies/${person}${link.search}`, { form: {} })).arrayBuffer()))
    assert.deepEqual((JSON.parse(files['data/support.messages.json']!) as { words: string }[]).map(row => row.words), [words[index]])
    assert.match(files['data/support.guests.json']!, /gost@pochta\.example/)
  }
  const erase = (form: Record<string, string>) => here.request(`${link.pathname}/erase${link.search}`, { form })
  assert.equal((await erase({})).status, 422, 'one says that one is sure')
  assert.equal((await rowsOf(here)).length, 3)
  assert.equal((await erase({ sure: 'true' })).status, 303)
  assert.deepEqual((await rowsOf(here)).map(({ id }) => id), [strangers!.id])
  const readable = await ground.vault.readable(here.slug)
  for (const { person } of [first!, second!]) assert.ok(!readable.includes(person), 'the key is gone, so older copies say nothing')
  assert.equal((await here.request(place)).status, 410)
  const acts = await here.inside(({ db }) => db.selectFrom('audit.entries').select('act').where('subject', '=', first!.person).orderBy('number').execute())
  assert.deepEqual(acts.map(({ act }) => act), ['support.ask-as-guest', 'support.take-copy', 'support.erase-own'])
  assert.equal((await checkPromise(here.system, here.policy.promises.find(({ id }) => id === 'visitors-rights')!)).state, 'kept')
})

test('the link to one\'s own data works for two days; then the address that was typed for it is erased', async () => {
  const here = await ground.school('mexrontal')
  await send(here)
  await here.request('/contacts/data', { form: { email: written.email } })
  const letter = (await lettersIn(here)).find(({ template }) => template === 'support.claim')!
  const place = new URL(letter.link).pathname + new URL(letter.link).search
  const guests = () => here.inside(({ db }) => db.selectFrom('support.guests').select('id').execute())
  try {
    ground.at(new Date(noon.getTime() + claimLasts - 1))
    assert.equal((await here.request(place)).status, 200)
    assert.equal(await eraseOldClaims(system(here, new Date(noon.getTime() + claimLasts - 1))), 0)
    ground.at(new Date(noon.getTime() + claimLasts))
    assert.equal((await here.request(place)).status, 410)
  } finally { ground.at(noon) }
  assert.equal((await guests()).length, 2)
  await eraseOldClaims(system(here, new Date(noon.getTime() + claimLasts)))
  assert.equal((await guests()).length, 1, 'the enquiry stays, the claim is gone')
})

test('where a school asks for no address, the page of the enquiry gives its copy and erases it', async () => {
  const here = await ground.school('masteryn-quest')
  const { email: _, ...anonymous } = written
  const place = new URL(placeOf(await here.request('/contacts', { form: anonymous })), here.address)
  assert.match(await textOf(here.request('/contacts/data')), /Адресов мы не спрашиваем/)
  assert.equal((await here.request('/contacts/data', { form: { email: written.email } })).status, 404)
  const copy = await here.request(`${place.pathname}/copy${place.search}`, { form: {} })
  assert.ok(unzipped(Buffer.from(await copy.arrayBuffer()))['data/support.messages.json']!.includes(written.words))
  assert.equal((await here.request(`${place.pathname}/erase?key=wrong`, { form: { sure: 'true' } })).status, 404)
  assert.equal((await here.request(`${place.pathname}/erase${place.search}`, { form: { sure: 'true' } })).status, 303)
  assert.deepEqual(await rowsOf(here), [])
})
