import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { open } from '#platform/sealing/sealing.ts'
import { exportPerson } from '#trust/rights/rights.ts'
import { changeProfile } from './profile.ts'
import { accountById } from './people.ts'
import { openTestDatabases, type School } from '#test/fixtures.ts'
import { schoolOf } from '#test/schools.ts'
import { unzipped } from '#test/unzipped.ts'
import { cookieIn, enter, everythingOf, known, type Known } from '#test/visits.ts'

const ground = await openTestDatabases()

const accountOf = (here: School, id: string) => here.inside(async ctx => {
  const account = (await accountById(ctx.db, id))!
  return Object.fromEntries(Object.entries(account).map(([name, value]) => [name, value !== null && typeof value === 'object' && !(value instanceof Date) ? open(ctx, value as never) : value]))
})
const detailsOf = (here: School, subject: string) => here.inside(async ctx => {
  const rows = await ctx.db.selectFrom('audit.entries').select(['id', 'act', 'details']).where('subject', '=', subject).where('act', '=', 'accounts.change-profile').orderBy('number').execute()
  return rows.map(({ details }) => details && open(ctx, details))
})
async function inside(here: School, person: Known) {
  const session = cookieIn(await enter(here, person), 'session')
  return {
    session,
    page: async (path = '/me/profile') => (await here.request(path, { headers: { cookie: session } })).text(),
    save: (form: Record<string, string>) => here.request('/me/profile', { form, headers: { cookie: session } }),
  }
}

test('MQ-026 the profile shows what was given at sign-up, it can be edited, and the edit stays', async () => {
  const here = await schoolOf(ground, 'masteryn-quest')
  const person = await known(ground, here)
  const { page, save } = await inside(here, person)
  const before = await page()
  for (const shown of ['Мадина Оспан', 'name="birth_date-year"', 'value="1991"', person.name]) assert.ok(before.includes(shown), shown)
  const saved = await save({ name: 'Мадина Оспанова', 'birth_date-day': '30', 'birth_date-month': '1', 'birth_date-year': '1991' })
  assert.equal(saved.status, 303)
  const account = await accountOf(here, person.id)
  assert.deepEqual([account.name, account.birth_date, account.login], ['Мадина Оспанова', '1991-01-30', person.name])
  assert.deepEqual(await detailsOf(here, person.id), ['name: "Мадина Оспан" → "Мадина Оспанова"; birth_date: "1991-01-31" → "1991-01-30"'])
})

test('MQ-051 a changed name is there after signing out and in again, and the profile says how the account stands', async () => {
  const here = await schoolOf(ground, 'masteryn-quest')
  const person = await known(ground, here)
  const first = await inside(here, person)
  await first.save({ name: 'Мадина Жаңа', 'birth_date-day': '31', 'birth_date-month': '1', 'birth_date-year': '1991' })
  await here.request('/sign-out', { form: {}, headers: { cookie: first.session } })
  const second = await (await inside(here, person)).page()
  assert.ok(second.includes('Мадина Жаңа') && second.includes('действует, учащийся'))
})

test('LP-016 WD-012 a phone can be added and cleared: the column is null, and the old number lives on nowhere', async () => {
  for (const slug of ['landscape-photo', 'webstapero-dev-notes']) {
    const here = await schoolOf(ground, slug)
    const person = await known(ground, here, { phone: '' })
    const { save } = await inside(here, person)
    const names: Record<string, string> = slug === 'landscape-photo' ? { first_name: 'Мадина', last_name: 'Оспан' } : { name: 'Мадина Оспан' }
    assert.equal((await save({ ...names, phone: '+7 701 555 77 99' })).status, 303)
    assert.equal((await accountOf(here, person.id)).phone, '+77015557799')
    assert.equal((await save({ ...names, phone: '' })).status, 303)
    assert.equal((await accountOf(here, person.id)).phone, null)
    assert.deepEqual(await detailsOf(here, person.id), ['phone', 'phone'])
    assert.ok(!(await everythingOf(ground, here.slug)).includes('7015557799'))
  }
})

test('a profile takes no field the school does not ask for, names what is wrong, and keeps what was typed', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const { save, session } = await inside(here, person)
  const whole = { first_name: 'Мадина', last_name: 'Оспан', city: 'Тараз', phone: '' }
  const extra = await save({ ...whole, birth_date: '1991-01-31' })
  assert.equal(extra.status, 422)
  const empty = await save({ ...whole, last_name: '', city: 'Шымкент' })
  assert.equal(empty.status, 422)
  const text = await empty.text()
  assert.ok(text.includes('value="Шымкент"') && /Фамилия<\/a>: /.test(text))
  const api = await here.request('/api/v1/me', { method: 'PUT', body: JSON.stringify({ ...whole, phone: undefined, role: 'operator' }), headers: { 'content-type': 'application/json', cookie: session } })
  assert.equal(api.status, 422)
  assert.deepEqual(((await api.json()) as { error: { fields: string[] } }).error.fields, ['role'])
  assert.deepEqual([(await accountOf(here, person.id)).city, (await accountOf(here, person.id)).role], ['Тараз', 'learner'])
})

test('nobody changes the profile of somebody else, and a birth date cannot be moved below the school\'s age', async () => {
  const here = await schoolOf(ground, 'masteryn-quest')
  const person = await known(ground, here)
  await assert.rejects(changeProfile(here.visitor, { name: 'Чужой' }), { status: 404 })
  const { save } = await inside(here, person)
  const young = await save({ name: 'Мадина Оспан', 'birth_date-day': '1', 'birth_date-month': '1', 'birth_date-year': '2012' })
  assert.equal(young.status, 422)
  assert.equal((await accountOf(here, person.id)).birth_date, '1991-01-31')
})

test('MX-006 both names are asked with their reason, which the policy binds to learning', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const fields = here.policy.registration.fields.filter(({ category }) => category === 'account.name')
  assert.deepEqual(fields.map(({ field, needed }) => [field, needed]), [['first-name', true], ['last-name', true]])
  const bound = here.policy.data.find(({ category }) => category === 'account.name')!
  for (const { purpose, why } of fields) {
    assert.ok(bound.purposes.includes(purpose))
    assert.ok(why.ru && why.kk && why.en)
  }
})

test('MX-015 Kazakh and the dark look, chosen once, hold in another browser', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const { session, page } = await inside(here, person)
  assert.match(await page('/me/settings'), /<html lang="ru"/)
  assert.equal((await here.request('/me/settings', { form: { locale: 'kk', theme: 'dark', time_zone: '' }, headers: { cookie: session } })).status, 303)
  const elsewhere = await inside(here, person)
  const shown = await elsewhere.page('/me/settings')
  assert.match(shown, /<html lang="kk"[^>]*data-mode="dark"/)
  assert.match(shown, /Баптаулар/)
  assert.match(await elsewhere.page('/ru/me/settings'), /<html lang="ru"/, 'an address that says its language is obeyed')
  const wrong = await here.request('/me/settings', { form: { locale: 'de' }, headers: { cookie: session } })
  assert.equal(wrong.status, 422)
})

test('times are told where the person is, else where the school is; what they chose goes along in their copy', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const { session, page } = await inside(here, person)
  assert.match(await page('/ru/me/security'), /12:00/)
  assert.equal((await here.request('/me/settings', { form: { locale: 'kk', theme: 'dark', time_zone: 'Europe/Moscow' }, headers: { cookie: session } })).status, 303)
  const shown = await page('/ru/me/security')
  assert.match(shown, /10:00/)
  assert.doesNotMatch(shown, /12:00/)
  const officer = await here.staff('privacy-officer')
  const copy = await exportPerson(officer.ctx, person.id, buffer)
  const [row] = JSON.parse(unzipped(copy)['data/accounts.people.json']!) as [Record<string, unknown>]
  assert.deepEqual([row.locale, row.theme, row.time_zone], ['kk', 'dark', 'Europe/Moscow'])
})

for (const [id, slug] of [['MX-061', 'mexrontal'], ['WD-037', 'webstapero-dev-notes']] as const) {
  test(`${id} a guest's language and look are kept by a functional cookie where it was allowed, and by none where it was not`, async () => {
    const here = await schoolOf(ground, slug)
    const choose = (cookie: string) => here.request('/settings', { form: { locale: 'kk', theme: 'dark' }, headers: { cookie } })
    const choice = async (functional: string) => cookieIn(await here.request('/cookies', { form: { answer: functional } }), 'cookie-choice')
    const [allowed, refused] = [await choice('all'), await choice('necessary')]

    const kept = await choose(allowed)
    const jar = kept.headers.getSetCookie().map(cookie => cookie.split(';')[0]!)
    assert.ok(jar.includes('language=kk') && jar.includes('theme=dark'), jar.join())
    const back = await (await here.request('/settings', { headers: { cookie: [allowed, ...jar].join('; ') } })).text()
    assert.match(back, /<html lang="kk"[^>]*data-mode="dark"/)

    for (const cookie of [refused, '']) {
      const answer = await choose(cookie)
      assert.deepEqual(answer.headers.getSetCookie().filter(cookie => /^(language|theme)=/.test(cookie)), [])
      assert.match(answer.headers.get('location')!, /\/kk\/settings/, 'the language holds in the address')
    }
    assert.match(await (await here.request('/settings', { headers: { cookie: refused } })).text(), /<html lang="ru"/)
  })
}
