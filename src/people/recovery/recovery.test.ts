import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deliverEvents } from '#platform/events/events.ts'
import type { Context } from '#trust/audit/audit.ts'
import { noon, openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { lettersIn } from '#test/letters.ts'
import { workThrough } from '#test/working.ts'
import { enforcePromises } from '#trust/evidence/evidence.ts'
import { schoolOf, typed } from '#test/schools.ts'
import { listeners } from '../../product.ts'
import { cookieIn, enter, known, password, placeOf } from '#test/visits.ts'

const ground = await openTestDatabases()
const { at } = ground
const fresh = 'seven slow copper clouds'
const acts = (here: School, subject: string) => here.inside(async ({ db }) => (await db.selectFrom('audit.entries').select('act').where('subject', '=', subject).orderBy('number').execute()).map(({ act }) => act))
const page = async (here: School, path: string, cookie: string) => (await here.request(path, { headers: { cookie } })).text()
const codesIn = (text: string) => [...text.matchAll(/<code>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})<\/code>/g)].map(([, code]) => code!)

/** These browsers keep no cookies, so each sign-in is told as one from a new browser. */
const isAbout = ({ template }: { template: string }) => template !== 'sign-in.new-browser'

async function newcomer(here: School) {
  const { birth_date: _, ...form } = typed(here)
  const born = { 'birth_date-day': '17', 'birth_date-month': '5', 'birth_date-year': '1994' }
  const age = cookieIn(await here.request('/sign-up/age', { form: born }), 'age')
  const joined = await here.request('/sign-up', { form: { ...form, ...born }, headers: { cookie: age } })
  const session = cookieIn(joined, 'session')
  return { name: form.login!, session, codes: codesIn(await page(here, '/me/recovery', session)) }
}

test('MQ-061 with a recovery code and no e-mail: the new password works, the old one and every session do not, and it is on record', async () => {
  const here = await schoolOf(ground, 'masteryn-quest')
  const { name, session, codes } = await newcomer(here)
  assert.equal(new Set(codes).size, 10)
  const recover = (code: string, login = name) => here.request('/recover', { form: { login, code, password: fresh } })
  const wrong = await recover('AAAA-BBBB-CCCC-DDDD')
  const unknown = await recover(codes[0]!, 'nobody.here')
  assert.deepEqual([wrong.status, unknown.status], [401, 401])
  const back = await recover(codes[0]!.toLowerCase().replaceAll('-', ' '))
  assert.equal(back.status, 303)
  assert.equal(placeOf(await here.request('/me', { headers: { cookie: session } }))?.startsWith('/sign-in') ?? true, true)
  assert.equal((await enter(here, { name }, password)).status, 401)
  assert.equal((await enter(here, { name }, fresh)).status, 303)
  assert.equal((await recover(codes[0]!)).status, 401, 'a code works once')
  const [{ id }] = await here.inside(({ db }) => db.selectFrom('accounts.people').select('id').execute()) as [{ id: string }]
  assert.ok((await acts(here, id)).includes('recovery.by-code'))
})

test('MQ-061 support makes sure who is asking, and after a day a link of the operator and a code of the officer let the person in; nobody learns a password', async () => {
  const { here, person, operator, officer, path, reset, code } = await begun()
  const before = cookieIn(await enter(here, person), 'session')
  const come = (typed: string) => here.request(reset, { form: { code: typed, password: fresh } })
  try {
    at(new Date(noon.getTime() + day - 1))
    assert.match(await (await here.request(reset)).text(), /Ссылка ещё не действует/)
    assert.equal((await come(code)).status, 409, 'for a day its owner can say no')
    at(new Date(noon.getTime() + day))
    assert.match(await (await here.request(reset)).text(), /Никому не сообщайте/)
    assert.equal((await come('AAAA-BBBB-CCCC-DDDD')).status, 401)
    assert.equal((await come(code.toLowerCase().replaceAll('-', ' '))).status, 303)
    assert.equal((await come(code)).status, 410, 'it works once')
    assert.equal((await here.request('/me/security', { headers: { cookie: before } })).status, 303)
    assert.equal((await enter(here, person, fresh)).status, 303)
    assert.equal((await enter(here, person)).status, 401)
    for (const who of [operator, officer]) assert.doesNotMatch(await (await here.request(path, { as: who })).text(), /\/recover\/hands\//)
  } finally { at(noon) }
  assert.deepEqual((await acts(here, person.id)).filter(act => /reset|hands/.test(act)), ['staff.hand-over-reset', 'staff.vouch-for-reset', 'recovery.by-hands'])
  await deliverEvents<Context>(work => here.inside(work), listeners)
  const told = await here.inside(({ db }) => db.selectFrom('notifications.notices').select('kind').where('person', '=', person.id).orderBy('kind').execute())
  assert.deepEqual(told.map(({ kind }) => kind), ['password-reset', 'reset-begun'])
})

test('LP-075 MQ-061 whoever works here has half of a way in and cannot use it; the person sees it begin, and stops it', async () => {
  const { here, person, operator, officer, path, reset, code } = await begun()
  const [forOperator, forOfficer, forSupport] = await Promise.all([operator, officer, await here.staff('support')].map(async as => (await here.request(path, { as })).text()))
  assert.ok(forOperator!.includes(reset) && codesIn(forOperator!).length === 0, 'the operator has the link alone')
  assert.ok(!forOfficer!.includes(reset) && forOfficer!.includes(code), 'the officer has the code alone')
  assert.ok(!forSupport!.includes(reset) && codesIn(forSupport!).length === 0)
  const vouch = (as: Member) => here.request(`${path}/vouch`, { as, form: { why: 'Сам проверил и сам подтвердил' } })
  assert.deepEqual([(await vouch(operator)).status, (await vouch(officer)).status], [403, 409])
  const session = cookieIn(await enter(here, person), 'session')
  assert.match(await page(here, '/me/recovery', session), /Школа готовит вход[^]*Это не я, отменить/)
  assert.equal((await here.request('/me/recovery/handover/stop', { form: {}, headers: { cookie: session } })).status, 303)
  try {
    at(new Date(noon.getTime() + day))
    assert.equal((await here.request(reset, { form: { code, password: fresh } })).status, 410)
  } finally { at(noon) }
  assert.equal((await enter(here, person)).status, 303, 'the password is still their own')
})

test('a way in by two hands is over after three days; without the second word it never begins to work', async () => {
  const { here, person, operator, path, reset, code } = await begun()
  try {
    at(new Date(noon.getTime() + 3 * day - 1))
    assert.match(await (await here.request(reset)).text(), /name="code"/)
    at(new Date(noon.getTime() + 3 * day))
    assert.equal((await here.request(reset, { form: { code, password: fresh } })).status, 410)
    await here.request(`${path}/reset`, { as: operator, form: { why: 'Личность проверена ещё раз' } })
    const [again] = /\/recover\/hands\/[\w-]{43}/.exec(await (await here.request(path, { as: operator })).text())!
    at(new Date(noon.getTime() + 4 * day))
    assert.equal((await here.request(again, { form: { code, password: fresh } })).status, 401, 'a code of before does not fit')
  } finally { at(noon) }
  assert.equal((await enter(here, person)).status, 303)
})

const day = 86_400_000

/** An operator has begun, and an officer has vouched. */
async function begun() {
  const here = await schoolOf(ground, 'masteryn-quest')
  const [person, operator, officer] = [await known(ground, here), await here.staff('operator'), await here.staff('privacy-officer')]
  const path = `/office/people/${person.id}`
  assert.equal((await here.request(`${path}/reset`, { as: operator, form: { why: 'Личность проверена по видеосвязи' } })).status, 303)
  const [reset] = /\/recover\/hands\/[\w-]{43}/.exec(await (await here.request(path, { as: operator })).text())!
  assert.equal((await here.request(`${path}/vouch`, { as: officer, form: { why: 'Сверил ответы с человеком по телефону' } })).status, 303)
  const [code] = codesIn(await (await here.request(path, { as: officer })).text()) as [string]
  return { here, person, operator, officer, path, reset, code }
}

test('LP-075 where the school knows the address, the link goes there alone: the office shows nothing that opens the account', async () => {
  const here = await schoolOf(ground, 'landscape-photo')
  const [person, operator] = [await known(ground, here), await here.staff('operator')]
  const path = `/office/people/${person.id}`
  assert.equal((await here.request(`${path}/reset`, { as: operator, form: { why: 'Письма не доходят, проверил по телефону' } })).status, 303)
  for (const role of ['operator', 'privacy-officer', 'support'] as const) assert.doesNotMatch(await (await here.request(path, { as: role === 'operator' ? operator : await here.staff(role) })).text(), /\/recover\//)
  const [letter, ...more] = await lettersIn(here)
  assert.deepEqual([letter!.template, letter!.to, more.length], ['recovery.reset', person.name, 0])
  assert.equal((await here.request(new URL(letter!.link).pathname, { form: { password: fresh } })).status, 303)
  assert.deepEqual((await lettersIn(here)).filter(isAbout).map(({ template, to }) => [template, to]), [['sign-in.password-changed', person.name]])
})

test('an address that an operator asks for is written to after three days; until then the old one has been told and can say no', async () => {
  const here = await schoolOf(ground, 'landscape-photo')
  const [person, operator] = [await known(ground, here), await here.staff('operator')]
  assert.equal((await here.request(`/office/people/${person.id}/address`, { as: operator, form: { value: 'operators.own@mail.example' } })).status, 303)
  assert.deepEqual((await lettersIn(here)).map(({ template, to }) => [template, to]), [['recovery.old-address', person.name]])
  try {
    const late = new Date(noon.getTime() + 3 * day)
    at(new Date(late.getTime() - 1))
    assert.deepEqual(await lettersIn(here, new Date(late.getTime() - 1)), [])
    at(late)
    const [letter] = await lettersIn(here, late)
    assert.deepEqual([letter!.template, letter!.to], ['recovery.new-address', 'operators.own@mail.example'])
    assert.equal((await here.request(new URL(letter!.link).pathname, { form: {} })).status, 303)
  } finally { at(noon) }
  assert.ok((await acts(here, person.id)).includes('recovery.change-address'))
})

test('recovery codes can be read until they are written down, ten minutes at most; after that only their hashes are left', async () => {
  const here = await schoolOf(ground, 'masteryn-quest')
  const { session, codes } = await newcomer(here)
  const readable = async () => codesIn(await page(here, '/me/recovery', session)).length
  assert.equal(await readable(), 10)
  try {
    at(new Date(noon.getTime() + 600_000 - 1))
    assert.equal(await readable(), 10)
    at(new Date(noon.getTime() + 600_000))
    assert.equal(await readable(), 0)
  } finally { at(noon) }
  await here.request('/me/recovery/codes/kept', { form: {}, headers: { cookie: session } })
  assert.equal(await readable(), 0)
  const left = await here.inside(({ db }) => db.selectFrom('recovery.codes').select(['id', 'code']).where('code', 'is not', null).execute())
  assert.deepEqual(left, [])
  await here.request('/me/recovery/codes', { form: {}, headers: { cookie: session } })
  const renewed = codesIn(await page(here, '/me/recovery', session))
  assert.equal(renewed.filter(code => codes.includes(code)).length, 0)
})

test('MX-042 by e-mail, as long as the account is kept: two years and eleven months after the last sign-in recovery still works', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const before = cookieIn(await enter(here, person), 'session')
  const late = new Date('2029-11-03T12:00:00+05:00')
  try {
    at(late)
    const [yes, no] = [await here.request('/recover', { form: { email: person.name } }), await here.request('/recover', { form: { email: 'nobody@mail.example' } })]
    assert.deepEqual([yes.status, placeOf(yes)], [no.status, placeOf(no)])
    const [letter, ...more] = await lettersIn(here, late)
    assert.deepEqual([letter!.template, letter!.to, more.length], ['recovery.reset', person.name, 0])
    const back = await here.request(new URL(letter!.link).pathname, { form: { password: fresh } })
    assert.equal(back.status, 303)
    const profile = await page(here, '/me/profile', cookieIn(back, 'session'))
    assert.ok(profile.includes(person.values.first_name!))
    assert.equal((await here.request('/me/security', { headers: { cookie: before } })).status, 303)
    assert.deepEqual((await lettersIn(here, late)).filter(isAbout).map(({ template }) => template), ['sign-in.password-changed'])
  } finally { at(noon) }
})

test('MX-042 three years after the last sign-in the account is gone: the door says what it says to a stranger, and no letter is sent', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  await enter(here, person)
  const gone = new Date('2029-12-04T12:00:00+05:00')
  const later = { ...here.system, now: gone, keys: ground.vault.ring(here.slug) }
  await enforcePromises(later)
  await workThrough(later)
  try {
    at(gone)
    await lettersIn(here, gone)
    assert.equal((await enter(here, person)).status, 401)
    assert.equal(placeOf(await here.request('/recover', { form: { email: person.name } })), '/letter-sent')
    assert.deepEqual(await lettersIn(here, gone), [])
  } finally { at(noon) }
})

test('a recovery link lives half an hour, a later one makes it void, and a weak password does not use it up', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const ask = async () => { await here.request('/recover', { form: { email: person.name } }); return new URL((await lettersIn(here)).at(-1)!.link).pathname }
  const [first, second] = [await ask(), await ask()]
  const use = (path: string, typed = fresh) => here.request(path, { form: { password: typed } })
  assert.equal((await use(first)).status, 410)
  const weak = await use(second, 'password123')
  assert.equal(weak.status, 422)
  assert.match(await weak.text(), /подбирают первыми/)
  try {
    at(new Date(noon.getTime() + 30 * 60_000))
    assert.equal((await use(second)).status, 410)
    at(new Date(noon.getTime() + 30 * 60_000 - 1))
    assert.equal((await use(second)).status, 303)
  } finally { at(noon) }
})

test('a weak password is named together with the other faults of the form; that it repeats a name is told only with the right code', async () => {
  const here = await schoolOf(ground, 'masteryn-quest')
  const { name, codes } = await newcomer(here)
  const recover = async (code: string, typed: string) => (await here.request('/recover', { form: { login: name, code, password: typed } })).text()
  const both = await recover('', 'password123')
  assert.match(both, /подбирают первыми/)
  assert.match(both, /-code">Код восстановления<.a>: Заполните/)
  const [guessed, own] = [await recover('AAAA-BBBB-CCCC-DDDD', `${name}123`), await recover(codes[0]!, `${name}123`)]
  assert.match(guessed, /Такой пары логина и кода нет/)
  assert.doesNotMatch(guessed, /логин или адрес/)
  assert.match(own, /логин или адрес/)
})

test('guessing codes is slowed like guessing passwords', async () => {
  const here = await schoolOf(ground, 'masteryn-quest')
  const { name, codes } = await newcomer(here)
  const recover = (code: string) => here.request('/recover', { form: { login: name, code, password: fresh } })
  for (let tries = 0; tries < 5; tries++) assert.equal((await recover(`AAAA-BBBB-CCCC-DDD${tries + 2}`)).status, 401)
  assert.equal((await recover(codes[0]!)).status, 429)
})

test('a new address is confirmed on both sides: told to the old one, counted by the link in the new one', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const session = cookieIn(await enter(here, person), 'session')
  const change = (value: string, current = password) => here.request('/me/recovery/address', { form: { value, current }, headers: { cookie: session } })
  assert.equal((await change('new.madina@mail.example', 'not the password')).status, 422)
  assert.equal((await change('new.madina@mail.example')).status, 303)
  const letters = (await lettersIn(here)).filter(isAbout).sort((a, b) => a.template.localeCompare(b.template))
  assert.deepEqual(letters.map(({ template, to }) => [template, to]), [['recovery.new-address', 'new.madina@mail.example'], ['recovery.old-address', person.name]])
  assert.equal((await enter(here, { name: 'new.madina@mail.example' })).status, 401, 'nothing has changed yet')
  const path = new URL(letters[0]!.link).pathname
  assert.equal((await here.request(path, { form: {} })).status, 303)
  assert.equal((await here.request(path, { form: {} })).status, 410)
  assert.equal((await enter(here, { name: 'new.madina@mail.example' })).status, 303)
  assert.equal((await enter(here, person)).status, 401)
  assert.ok((await acts(here, person.id)).includes('recovery.change-address'))
})

test('the old address can say no: nothing changes, other sessions end, and the new address is free again', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const [person, other] = [await known(ground, here), await known(ground, here)]
  const session = cookieIn(await enter(here, person), 'session')
  await here.request('/me/recovery/address', { form: { value: 'stolen@mail.example', current: password }, headers: { cookie: session } })
  const [toNew, toOld] = (await lettersIn(here)).filter(isAbout).sort((a, b) => a.template.localeCompare(b.template))
  assert.match(new URL(toOld!.link).pathname, /\/address\/keep\//)
  assert.equal((await here.request(new URL(toOld!.link).pathname, { form: {} })).status, 303)
  assert.equal((await here.request(new URL(toNew!.link).pathname, { form: {} })).status, 410)
  assert.equal((await here.request('/me/security', { headers: { cookie: session } })).status, 303)
  assert.equal((await enter(here, person)).status, 303)
  const others = cookieIn(await enter(here, other), 'session')
  await here.request('/me/recovery/address', { form: { value: 'stolen@mail.example', current: password }, headers: { cookie: others } })
  assert.deepEqual((await lettersIn(here)).filter(isAbout).map(({ template }) => template).sort(), ['recovery.new-address', 'recovery.old-address'])
})

test('a taken address is not betrayed: the answer is the same, and no letter goes to it', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const [person, other] = [await known(ground, here), await known(ground, here)]
  const session = cookieIn(await enter(here, person), 'session')
  const answer = await here.request('/me/recovery/address', { form: { value: other.name, current: password }, headers: { cookie: session } })
  assert.equal(answer.status, 303)
  assert.deepEqual((await lettersIn(here)).filter(isAbout), [])
  assert.equal((await enter(here, other)).status, 303)
})

test('a login that an operator asks to change counts only once its person confirms it, signed in', async () => {
  const here = await schoolOf(ground, 'masteryn-quest')
  const person = await known(ground, here)
  const operator = await here.staff('operator')
  assert.equal((await here.request(`/office/people/${person.id}/address`, { as: operator, form: { value: 'madina.new' } })).status, 303)
  assert.equal((await enter(here, { name: 'madina.new' })).status, 401)
  const session = cookieIn(await enter(here, person), 'session')
  assert.match(await page(here, '/me/recovery', session), /Ждёт подтверждения: madina\.new/)
  assert.equal((await here.request('/me/recovery/address/confirm', { form: {}, headers: { cookie: session } })).status, 303)
  assert.equal((await enter(here, { name: 'madina.new' })).status, 303)
  assert.equal((await enter(here, person)).status, 401)
})
