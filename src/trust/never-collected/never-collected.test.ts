// Numbers of cards, accounts and papers: found in what people type, not found in what they write, and kept nowhere.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { reveal } from '#platform/sealing/sealing.ts'
import { readDataMap } from '#trust/data-map/data-map.ts'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { receiveLetter } from '#people/support/support.ts'
import { enrol } from '#school/enrolment/enrolment.ts'
import { sendFile } from '#test/classroom.ts'
import { openTestDatabases, type Member, type School, type Staff } from '#test/fixtures.ts'
import { lettersIn } from '#test/letters.ts'
import { filled, worldOf, type World } from '#test/world.ts'
import { fieldsAsked } from '../../field-kinds.ts'
import { messages, routes } from '../../product.ts'
import { kinds, masked, numbersIn } from './never-collected.ts'

const ground = await openTestDatabases()
const kindsIn = (text: string) => numbersIn(text, kinds).map(({ kind }) => kind)
const shown = (text: string) => masked(text, numbersIn(text, kinds))

/** The digit that makes a number pass the check of cards. */
const withLuhn = (digits: string): string => {
  const sum = [...digits].reverse().reduce((total, digit, place) => total + (place % 2 ? Number(digit) : Number(digit) * 2 > 9 ? Number(digit) * 2 - 9 : Number(digit) * 2), 0)
  return digits + (10 - sum % 10) % 10
}
const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map(all => all.join(''))
const cardOf = ([prefix, length]: readonly [string, number]) => digits(length - prefix.length - 1).map(rest => withLuhn(prefix + rest))
const issued = fc.constantFrom(['4', 16], ['51', 16], ['55', 16], ['2221', 16], ['2720', 16], ['34', 15], ['37', 15], ['6011', 16], ['62', 16], ['3530', 16], ['2200', 16], ['2204', 16], ['5018', 16], ['6304', 16]) as fc.Arbitrary<readonly [string, number]>
const inGroups = (card: string, by: string) => card.length === 15 ? [card.slice(0, 4), card.slice(4, 10), card.slice(10)].join(by) : card.match(/.{1,4}/g)!.join(by)
const around = fc.constantFrom(['', ''], ['Оплатил картой ', ', жду ответа.'], ['менің картам: ', ' рахмет'], ['(', ')'], ['Заказ от 12.03.2026, ', ' и ещё вопрос'], ['№', '\n'], ['2026 ', ' 14:05'])

test('MX-017 every card that an issuer may give is found, however it is written, and nothing of it is left', () => {
  fc.assert(fc.property(issued.chain(cardOf), fc.constantFrom('', ' ', '-', '.', '\u00a0', '  ', ' - ', '–', '\u2009', '\u200b'), around, (card, by, [before, after]) => {
    const text = before + inGroups(card, by) + after
    assert.ok(kindsIn(text).includes('card'), text)
    assert.doesNotMatch(shown(text).slice(before.length, shown(text).length - after.length), /\d/)
    assert.equal(shown(text).length, text.length)
  }), { numRuns: 2000 })
})

test('a card with one digit changed is no card, and neither is one inside a longer number', () => {
  fc.assert(fc.property(issued.chain(cardOf), fc.nat(14), fc.integer({ min: 1, max: 9 }), (card, at, by) => {
    const other = card.slice(0, at) + (Number(card[at]) + by) % 10 + card.slice(at + 1)
    assert.deepEqual(kindsIn(`Код ${other} здесь`), [])
    assert.deepEqual(kindsIn(`Код 77777${card}77777 здесь`), [])
  }), { numRuns: 500 })
})

const letters = (length: number, of = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') => fc.array(fc.constantFrom(...of), { minLength: length, maxLength: length }).map(all => all.join(''))
const asNumber = (text: string) => [...text].map(each => parseInt(each, 36)).join('')
const ibanOf = ([country, length]: readonly [string, number]) => letters(length - 4).map(rest => {
  const remainder = [...asNumber(`${rest}${country}00`)].reduce((left, digit) => (left * 10 + Number(digit)) % 97, 0)
  return `${country}${String(98 - remainder).padStart(2, '0')}${rest}`
})

test('MX-017 every account number with a sound check is found, in groups or not, and a wrong check is let be', () => {
  fc.assert(fc.property((fc.constantFrom(['KZ', 20], ['DE', 22], ['GB', 22], ['MT', 31], ['NO', 15]) as fc.Arbitrary<readonly [string, number]>).chain(ibanOf), fc.constantFrom('', ' ', '-'), (iban, by) => {
    const text = `Верните на счёт ${iban.match(/.{1,4}/g)!.join(by)}, спасибо`
    assert.deepEqual(kindsIn(text).filter(kind => kind === 'account'), ['account'], text)
    assert.deepEqual(kindsIn(`счёт ${iban.slice(0, 2)}${(Number(iban.slice(2, 4)) + 1) % 100 < 10 ? '0' : ''}${(Number(iban.slice(2, 4)) + 1) % 100}${iban.slice(4)}`).filter(kind => kind === 'account'), [])
  }), { numRuns: 500 })
  assert.equal(shown('счёт КZ86125KZТ5004100100'), 'счёт ••••••••••••••••••••')
})

test('MX-016 numbers of papers are found beside words about papers, and an IIN by its check digit', () => {
  for (const text of ['Мой паспорт N12345678', 'паспорт серии 4506 № 123456', 'удостоверение личности № 012345678', 'жеке куәлігім 012345678', 'төлқұжат N 12345678', 'my passport is C01X00T47'.replace('C01X00T47', 'C0100047'), 'ID card 012345678', 'ИИН 900101300012'.replace('900101300012', iin('90010130001')), `ЖСН: ${iin('85121540012')}`])
    assert.deepEqual(kindsIn(text), ['document'], text)
  for (const text of ['паспорт объекта 2020-2030', 'Забыл паспорт, позвоните +7 700 123 45 67', `заказ ${iin('90010130001')}`, 'ИИН 123456789012', 'паспорт', 'Удостоверение о курсе 123'])
    assert.deepEqual(kindsIn(text), [], text)
})

/** Twelve digits with the check digit that belongs to them. */
function iin(eleven: string): string {
  const sum = (shift: number) => [...eleven].reduce((total, digit, place) => total + Number(digit) * ((place + shift) % 11 + 1), 0) % 11
  return eleven + (sum(0) === 10 ? sum(2) : sum(0))
}

test('not one false alarm in everything that is written in the schools, in the documents and on the screens', () => {
  // The ledger of promises names a test card itself.
  const files = [...globSync('sites/**/*.{md,yaml}'), ...globSync('docs/**/*.{md,yaml}').filter(file => file !== 'docs/promises.yaml'), ...globSync('law/**/*.yaml'), 'README.md', 'ARCHITECTURE.md']
  const texts = [...files.map(file => [file, readFileSync(file, 'utf8')] as const), ...Object.entries(messages).map(([module, all]) => [module, Object.values(all).flatMap(text => Object.values(text)).join('\n')] as const)]
  assert.ok(texts.reduce((sum, [, text]) => sum + text.length, 0) > 1_500_000, 'a library, not a page')
  assert.deepEqual(texts.flatMap(([name, text]) => numbersIn(text, kinds).map(({ from, to }) => `${name}: ${text.slice(from - 20, to + 20)}`)), [])
})

test('no false alarm on telephones, dates, times, order numbers, book numbers, prices and addresses', () => {
  const two = fc.integer({ min: 1, max: 28 }).map(day => String(day).padStart(2, '0'))
  const isbn = digits(9).map(rest => { const twelve = `978${rest}`; return twelve + (10 - [...twelve].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 ? 3 : 1), 0) % 10) % 10 })
  const plain: fc.Arbitrary<string>[] = [
    fc.tuple(fc.constantFrom('+7 ', '8 ', '8-', '+7', '8'), fc.constantFrom('700', '701', '747', '777'), digits(7)).map(([code, net, rest]) => `Звоните ${code}${net} ${rest.slice(0, 3)}-${rest.slice(3, 5)}-${rest.slice(5)}, `),
    fc.tuple(two, two).map(([day, month]) => `с ${day}.${month}.2026 по ${month}.${day}.2027, 2026-${month}-${day} 14:05:06, 2026${month}${day}T140506`),
    fc.tuple(two, digits(6)).map(([day, rest]) => `Заказ № 202611${day}${rest}, ORD-2026-${rest}, счёт 2026/${rest}`),
    isbn.map(book => `ISBN ${book.slice(0, 3)}-${book[3]}-${book.slice(4, 6)}-${book.slice(6, 12)}-${book[12]}, ${book}`),
    fc.tuple(digits(3), digits(3)).map(([one, other]) => `Цена 1 ${one} ${other} тенге, 050${one}, Алматы, дом ${other}, 192.168.${Number(one) % 255}.1`),
    fc.uuid().map(id => `https://school.example/x/${id} и v4-${id}`),
    fc.tuple(digits(4), digits(4), digits(4)).map(([a, b, c]) => `ряд ${a} ${b} ${c}; f/8, 1/250, ISO 400; таблица ${a}\n${b}\n${c}\n${a}`),
    fc.integer({ min: 1_600_000_000_000, max: 1_999_999_999_999 }).map(String),
  ]
  fc.assert(fc.property(fc.oneof(...plain), text => { assert.deepEqual(kindsIn(text), [], text) }), { numRuns: 8000 })
})

test('a text of a quarter of a megabyte made of digits is looked through in no time', () => {
  const started = performance.now()
  for (const text of ['4 '.repeat(120_000), '4'.repeat(240_000), 'KZ86 '.repeat(48_000), 'паспорт '.repeat(30_000), 'паспорт 1234567 '.repeat(15_000)]) numbersIn(text, kinds)
  assert.ok(performance.now() - started < 3000, `${Math.round(performance.now() - started)} ms`)
})

const card = '4111 1111 1111 1111'
const account = 'KZ86 125K ZT50 0410 0100'
const paper = 'паспорт N12345678'
const roleFor = ({ access, sample }: (typeof routes)[number]): Staff | undefined =>
  sample?.as ? (sample.as === 'visitor' ? undefined : sample.as as Staff) : access === 'everyone' || access === 'visitor' ? undefined : access === 'signed-in' || access === 'account' ? 'learner' : [access].flat()[0] as Staff

/** Sends the sample of each form and each request of a program, with these words in one field after the other. */
async function everyField(here: School, world: World, words: string): Promise<{ at: string; status: number; says: string }[]> {
  const answers = []
  for (const route of routes.filter(({ kind, method, sample }) => sample && kind !== 'page' && method !== 'GET' && method !== 'DELETE')) {
    const { params, body, json } = filled(route.sample!, world)
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => params?.[name] ?? '')
    const role = roleFor(route)
    const as = role && { as: world.people[role] as Member }
    const asked = fieldsAsked([route], here.policy).map(({ field }) => field).filter(field => !field.includes('*'))
    for (const field of new Set([...asked, ...Object.keys(body ?? json as object ?? {})])) {
      const answer = json === undefined
        ? await here.request(path, { ...as, form: { ...body, [field]: words } })
        : await here.request(path, { ...as, method: route.method, body: JSON.stringify({ ...json as object, [field]: words }), headers: { 'content-type': 'application/json' } })
      answers.push({ at: `${route.method} ${route.path} ${field}`, status: answer.status, says: await answer.text() })
    }
  }
  return answers
}

/** Everything the school holds, opened, and every row as the database writes it. */
async function everythingIn(here: School): Promise<string> {
  const map = await ground.asAdmin(readDataMap)
  const rows = await here.inside(async ctx => {
    const all = []
    for (const { name } of map) all.push(await reveal(ctx, await ctx.db.selectFrom(name as 'accounts.people').selectAll().execute()))
    return all
  })
  return JSON.stringify(rows)
}

test('MX-016 MX-017 no form, request, letter or file name takes a card, an account or a paper, the typed text comes back with dots, and nothing of it is kept', async t => {
  const here = await ground.school('mexrontal')
  const world = await worldOf(here)
  const logged: string[] = []
  for (const way of ['log', 'error', 'warn'] as const) t.mock.method(console, way, (...said: unknown[]) => { logged.push(said.join(' ')) })

  const answers = [...await everyField(here, world, `Здравствуйте! ${card}`)]
  assert.ok(answers.length > 100, `${answers.length} fields`)
  assert.deepEqual(answers.filter(({ status, says }) => status !== 422 || says.includes(card)).map(({ at, status }) => `${at}: ${status}`), [])

  const form = { topic: 'general', name: 'Гость', email: 'gost@pochta.example' }
  const send = async (words: string) => {
    const answer = await here.request('/contacts', { form: { ...form, words } })
    return { status: answer.status, page: await answer.text() }
  }
  for (const [words, dots, says] of [
    [`Верните деньги на карту ${card}, пожалуйста.`, 'Верните деньги на карту •••• •••• •••• ••••, пожалуйста.', /номер банковской карты/],
    [`Верните деньги на счёт ${account}, пожалуйста.`, 'Верните деньги на счёт •••• •••• •••• •••• ••••, пожалуйста.', /номер банковского счёта/],
    [`Вот мой ${paper}, проверьте возраст.`, 'Вот мой паспорт •••••••••, проверьте возраст.', /номер паспорта/],
  ] as const) {
    const { status, page } = await send(words)
    assert.equal(status, 422)
    assert.ok(page.includes(dots), 'what was typed, without the number')
    assert.match(page, says)
    assert.match(page, /<textarea[^>]*aria-invalid/, 'beside the field')
    assert.ok(page.includes('gost@pochta.example'), 'nothing else is lost')
  }
  const program = await here.request('/api/v1/me', { as: world.people.learner, method: 'PUT', body: JSON.stringify({ city: `Астана ${card}` }), headers: { 'content-type': 'application/json' } })
  const { error } = await program.json() as { error: { code: string; fields: string[] } }
  assert.deepEqual([program.status, error.code, error.fields], [422, 'never-collected.card', ['city']])

  const to = here.policy.operator.contacts.find(({ channel }) => channel === 'e-mail')!.value as string
  const mail = ['From: Гость <gost@pochta.example>', `To: ${to}`, `Subject: Возврат на ${card}`, 'Message-ID: <1@pochta.example>', 'Content-Type: text/plain; charset=utf-8', '', `Карта ${card}, счёт ${account}, ${paper}. Когда ждать?`].join('\r\n')
  await receiveLetter(here.system, Buffer.from(mail), to)

  const second = await here.learner()
  await enrol(second.ctx, { course: world.things.handed! })
  const file = (name: string, words: Partial<Record<string, string>> = {}, text = 'Текст работы') =>
    sendFile(here, second, world.things.handed!, { words: 'Моя работа', ...words, file: Buffer.from(text), name })
  for (const [sent, says] of [
    [await file('Скан_паспорта.txt'), /копия документа/], [await file(`${card}.txt`), /номер банковской карты/],
    [await file('work.txt', { words: 'Прилагаю скан моего паспорта' }), /копия документа/], [await file('work.txt', { described: `Карта ${card}` }), /номер банковской карты/],
    [await file('work.txt', {}, `Реквизиты: ${account}`), /номер карты, счёта или документа/],
  ] as const) {
    assert.equal(sent.status, 422)
    assert.match(await sent.text(), says)
  }

  const held = await everythingIn(here) + JSON.stringify(await lettersIn(here))
  assert.match(held, /Карта •••• •••• •••• ••••, счёт •••• •••• •••• •••• ••••, паспорт •••••••••\. Когда ждать\?/, 'the letter is there, and its numbers are not')
  for (const number of [card, account, 'N12345678']) for (const place of [held, logged.join('\n')])
    for (const written of [number, number.replaceAll(' ', '')]) assert.ok(!place.includes(written), written)
})

test('MX-016 no form asks for a paper, no column holds one, and there is no exception that anybody could make', async () => {
  const here = await ground.school('mexrontal')
  const map = await ground.asAdmin(readDataMap)
  const named = [...fieldsAsked(routes, here.policy).map(({ field }) => field), ...map.flatMap(({ columns }) => columns.map(({ name, note }) => `${name} ${'category' in note ? note.category : ''}`))]
  assert.ok(named.length > 300)
  assert.deepEqual(named.filter(name => /passport|document|identity|iin|card_number|iban|паспорт/i.test(name)), [])
  const operator = await here.staff('operator')
  const recorded = await here.request('/office/enquiries/record', { as: operator, form: { topic: 'general', channel: 'phone', arrived: '2026-12-03', words: `Со слов: ${paper}` } })
  assert.equal(recorded.status, 422)
})

test('the evidence is taken at the school’s own form; a school that promises nothing of the kind takes what it is given', async () => {
  const here = await ground.school('mexrontal')
  for (const id of ['papers-refused', 'bank-numbers-refused']) assert.equal((await checkPromise(here.system, here.policy.promises.find(promise => promise.id === id)!)).state, 'kept')
  const photos = await ground.school('landscape-photo')
  const words = (number: string) => ({ form: { topic: 'general', name: '', email: 'gost@pochta.example', words: `Подскажите, это вы видели: ${number}` } })
  assert.equal((await photos.request('/contacts', words(card))).status, 422)
  assert.equal((await photos.request('/contacts', words(account))).status, 303)
})
