import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { inSite } from '#platform/database/database.ts'
import { open } from '#platform/sealing/sealing.ts'
import { accessCopy } from '#trust/rights/rights.ts'
import { accountById } from '#people/accounts/accounts.ts'
import { dropUnconfirmed, register } from './sign-up.ts'
import { openTestDatabases, noon, type School } from '#test/fixtures.ts'
import { lettersIn } from '#test/letters.ts'
import { schoolOf, typed } from '#test/schools.ts'
import { unzipped } from '#test/unzipped.ts'
import { cookieIn, placeOf } from '#test/visits.ts'

const ground = await openTestDatabases()
const { asAdmin, at } = ground
const open_ = (slug: string, edit?: (manifest: string) => string) => schoolOf(ground, slug, edit)

/** The form of a school, past the question of age. */
async function ageCookie(here: School, said: Record<string, string> = {}) {
  const { age } = here.policy
  if (age === 'none') return ''
  const form = age.asks === 'statement' ? { age: 'adult' } : { 'birth_date-day': '17', 'birth_date-month': '5', 'birth_date-year': '1994' }
  return cookieIn(await here.request('/sign-up/age', { form: { ...form, ...said } as Record<string, string> }), 'age')
}
async function signUp(here: School, form: Record<string, string>, cookie?: string) {
  const { birth_date, ...rest } = form
  const [year = '', month = '', day = ''] = birth_date?.split('-') ?? []
  return here.request('/sign-up', { form: { ...rest, ...(birth_date && { 'birth_date-day': day, 'birth_date-month': month, 'birth_date-year': year }) }, headers: { cookie: cookie ?? await ageCookie(here) } })
}
const people = (here: School) => here.inside(({ db }) => db.selectFrom('accounts.people').select(['id', 'state', 'role']).execute())
/** The whole account as text. */
const accountOf = (here: School, id: string) => here.inside(async ctx => {
  const account = (await accountById(ctx.db, id))!
  return Object.fromEntries(Object.entries(account).map(([name, value]) => [name, value !== null && typeof value === 'object' && !(value instanceof Date) ? open(ctx, value as never) : value]))
})
const everything = (here: School) => asAdmin(async client => {
  const { rows } = await client.query<{ name: string }>(`select oid::regclass::text as name from pg_class where relkind in ('r', 'p') and not relispartition and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'site')`)
  let text = ''
  for (const { name } of rows) text += JSON.stringify((await client.query(`select to_jsonb(t) as row from ${name} t where site = $1`, [here.slug])).rows)
  return text
})
const inputs = (html: string) => [...new Set([...html.slice(html.indexOf('<main')).matchAll(/<(?:input|select|textarea)[^>]* name="([^"]+)"/g)].map(([, name]) => name!.replace(/-(day|month|year)$/, '')))].filter(name => !['_once', 'policy', 'agree'].includes(name))
const declared = (here: School) => here.policy.registration.fields.map(({ field }) => field.replace('-', '_'))

for (const [slug, ids] of Object.entries({ 'masteryn-quest': 'MQ-016', 'landscape-photo': 'LP-013', 'mexrontal': 'MX-005', 'cloudex-learning': 'CL-003', 'webstapero-dev-notes': 'WD-010' })) {
  test(`${ids} the form of ${slug} asks what its manifest lists, in its order, each with its reason, and nothing more is taken`, async () => {
    const here = await open_(slug)
    const cookie = await ageCookie(here)
    const page = await (await here.request('/sign-up', { headers: { cookie } })).text()
    assert.deepEqual(inputs(page), declared(here))
    for (const { why } of here.policy.registration.fields) assert.ok(page.includes(why.ru.replaceAll('"', '&quot;')), why.ru)

    const extra = slug === 'mexrontal' || slug === 'landscape-photo' ? 'birth_date' : slug === 'masteryn-quest' ? 'phone' : 'city'
    const value = extra === 'birth_date' ? '2001-02-03' : extra === 'phone' ? '+77017654321' : 'Семей'
    const refused = await here.request('/sign-up', { form: { ...typed(here), [extra]: value }, headers: { cookie } })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), new RegExp(`мы такого не спрашиваем|${extra}`))
    const body = { ...typed(here), [extra]: value, ...(here.policy.age !== 'none' && here.policy.age.asks === 'statement' && { age: 'adult' }) }
    const api = await here.request('/api/v1/people', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
    assert.equal(api.status, 422)
    assert.ok(((await api.json()) as { error: { fields: string[] } }).error.fields.includes(extra))
    assert.deepEqual(await people(here), [])
    assert.ok(!(await everything(here)).includes(value))
  })
}

test('MQ-020 MQ-021 MQ-023 somebody joins with name, login, birth date and password; no e-mail is stored, all else is in the profile', async () => {
  const here = await open_('masteryn-quest')
  const form = typed(here)
  const answer = await signUp(here, form)
  assert.deepEqual([answer.status, placeOf(answer)], [303, '/me/recovery'])
  const [person] = await people(here)
  const account = await accountOf(here, person!.id)
  assert.deepEqual([account.name, account.login, account.birth_date, account.email, account.phone, account.state], [form.name, form.login, '1994-05-17', null, null, 'active'])
  const profile = await (await here.request('/me/profile', { headers: { cookie: cookieIn(answer, 'session') } })).text()
  for (const shown of [form.name!, form.login!, 'value="1994"']) assert.ok(profile.includes(shown), shown)
})

test('MQ-023 a date of birth that is to come, or no day of the calendar, is refused beside its field', async () => {
  const here = await open_('masteryn-quest')
  for (const [day, month, year] of [['3', '12', '2030'], ['31', '2', '1990'], ['1', '1', '1850']]) {
    const answer = await here.request('/sign-up/age', { form: { 'birth_date-day': day!, 'birth_date-month': month!, 'birth_date-year': year! } })
    assert.equal(answer.status, 422, `${day}.${month}.${year}`)
    assert.match(await answer.text(), /Дата рождения<\/a>: /)
    assert.equal(cookieIn(answer, 'age'), '')
  }
})

test('MQ-059 a newcomer joins through the form and through the API, both can sign in, and a taken login is refused', async () => {
  const here = await open_('masteryn-quest')
  const [one, two] = [typed(here), typed(here)]
  assert.equal((await signUp(here, one)).status, 303)
  const api = await here.request('/api/v1/people', { method: 'POST', body: JSON.stringify(two), headers: { 'content-type': 'application/json' } })
  assert.equal(api.status, 201, await api.clone().text())
  for (const { login, password } of [one, two]) assert.equal(placeOf(await here.request('/sign-in', { form: { login: login!, password: password! } })), '/sign-in/cookies?next=%2Fme')
  const again = await signUp(here, { ...typed(here), login: one.login!.toUpperCase() })
  assert.equal(again.status, 409)
  assert.match(await again.text(), /логин занят/)
  assert.equal((await people(here)).length, 2)
})

test('LP-014 LP-008 both names are mandatory; everything optional may stay empty, is null, and is asked for nowhere later', async () => {
  const here = await open_('landscape-photo')
  const { phone: _, ...form } = typed(here)
  for (const name of ['first_name', 'last_name']) {
    const refused = await signUp(here, { ...form, [name]: '' })
    assert.equal(refused.status, 422)
    assert.ok((await refused.text()).includes(`value="${form[name === 'first_name' ? 'last_name' : 'first_name']}"`), 'what was typed is kept')
  }
  const { link } = await joined(here, form)
  const session = cookieIn(await here.request(new URL(link).pathname, { form: {} }), 'session')
  const [person] = await people(here)
  const account = await accountOf(here, person!.id)
  assert.deepEqual([account.first_name, account.last_name, account.phone, account.city, account.birth_date], [form.first_name, form.last_name, null, null, null])
  const saved = await here.request('/me/profile', { form: { first_name: 'Айгерім', last_name: form.last_name! }, headers: { cookie: session } })
  assert.deepEqual([saved.status, (await accountOf(here, person!.id)).first_name], [303, 'Айгерім'])
})

test('LP-015 CL-004 WD-011 the address counts once its link was followed; the link works once, and no letter but that one goes to it before', async () => {
  for (const slug of ['landscape-photo', 'cloudex-learning', 'webstapero-dev-notes']) {
    const here = await open_(slug)
    const form = typed(here)
    const missing = await signUp(here, { ...form, email: 'not an address' })
    assert.equal(missing.status, 422)
    const letter = await joined(here, form)
    assert.deepEqual([letter.to, letter.template], [form.email, 'sign-up.confirm'])
    const early = await here.request('/sign-in', { form: { email: form.email!, password: form.password! } })
    assert.equal(early.status, 403)
    assert.match(await early.text(), /не подтверждён/)
    const path = new URL(letter.link).pathname
    assert.equal((await here.request(path)).status, 200)
    const confirmed = await here.request(path, { form: {} })
    assert.match(decodeURIComponent(placeOf(confirmed)!), /next=\/me\?/)
    assert.equal((await here.request(path, { form: {} })).status, 410)
    assert.equal(placeOf(await here.request('/sign-in', { form: { email: form.email!, password: form.password! } })), '/sign-in/cookies?next=%2Fme')
  }
})

test('CL-005 WD-012 a phone in valid form is stored under its person\'s key, and an optional one may stay empty', async () => {
  const here = await open_('cloudex-learning')
  const bad = await signUp(here, { ...typed(here), phone: '12' })
  assert.equal(bad.status, 422)
  const form = typed(here, { phone: '8 (701) 555-01-23' })
  await joined(here, form)
  const [person] = await people(here)
  assert.equal((await accountOf(here, person!.id)).phone, '+77015550123')
  assert.ok(!(await everything(here)).includes('77015550123'))
  const notes = await open_('webstapero-dev-notes')
  await joined(notes, { ...typed(notes), phone: '' })
  const [other] = await people(notes)
  assert.equal((await accountOf(notes, other!.id)).phone, null)
})

for (const [slug, ids] of Object.entries({ 'masteryn-quest': 'MQ-020 MQ-023', 'landscape-photo': 'LP-014', 'mexrontal': 'MX-006', 'cloudex-learning': 'CL-003 CL-005', 'webstapero-dev-notes': 'WD-010 WD-012' })) {
  test(`${ids} what somebody gives to ${slug} stands in the profile, sealed in the database, and in the copy of their data`, async () => {
    const here = await open_(slug)
    const form = typed(here)
    const answer = await signUp(here, form)
    const session = placeOf(answer) === '/sign-up/sent' ? cookieIn(await here.request(new URL((await lettersIn(here))[0]!.link).pathname, { form: {} }), 'session') : cookieIn(answer, 'session')
    const [person] = await people(here)
    const profile = await (await here.request('/me/profile', { headers: { cookie: session } })).text()
    const stored = await everything(here)
    const as = here.as({ person: person!.id, role: 'learner' })
    await as.keys.fetch([person!.id])
    const copy = await inSite(as.db, as.site, db => buffer(accessCopy({ ...as, db }, person!.id, [])))
    const copied = Object.values(unzipped(copy)).join('\n')
    for (const name of declared(here).filter(name => name !== 'password')) {
      const value = name === 'phone' ? '+77015550123' : form[name]!
      assert.ok(copied.includes(value), `${name} in the copy`)
      assert.ok(!stored.includes(value), `${name} readable in the database`)
      assert.ok(profile.includes(name === 'birth_date' ? 'value="1994"' : value), `${name} in the profile`)
    }
    assert.ok(!copied.includes(form.password!) && !/\$argon2id|\$2[aby]\$/.test(copied))
  })
}

test('an address that is known gets the same answer, and a letter instead of a second account', async () => {
  const here = await open_('mexrontal')
  const member = await here.learner()
  const fresh = await signUp(here, typed(here))
  const known = await signUp(here, typed(here, { email: member.email }))
  assert.deepEqual([known.status, placeOf(known), known.headers.getSetCookie().length], [fresh.status, placeOf(fresh), fresh.headers.getSetCookie().length])
  assert.deepEqual((await lettersIn(here)).map(({ template }) => template).sort(), ['sign-up.already', 'sign-up.confirm'])
  assert.equal((await people(here)).length, 2)
})

test('who registers again with an unconfirmed address replaces what was said before, and the first link is void', async () => {
  const here = await open_('mexrontal')
  const form = typed(here)
  const first = await joined(here, form)
  const second = await joined(here, { ...form, first_name: 'Дина', password: 'seven slow copper clouds' })
  assert.equal((await here.request(new URL(first.link).pathname, { form: {} })).status, 410)
  const confirmed = await here.request(new URL(second.link).pathname, { form: {} })
  assert.deepEqual([confirmed.status, confirmed.headers.getSetCookie().some(cookie => cookie.includes('session='))], [303, false])
  const [person, ...others] = await people(here)
  assert.deepEqual([others.length, (await accountOf(here, person!.id)).first_name], [0, 'Дина'])
  assert.equal((await here.request('/sign-in', { form: { email: form.email!, password: form.password! } })).status, 401)
})

test('of two who typed one address, whoever reads its letters gets the account, and the password of neither opens it', async () => {
  const here = await open_('mexrontal')
  const form = typed(here)
  await joined(here, form)
  const stranger = await joined(here, { ...form, password: 'seven slow copper clouds' })
  const choosing = placeOf(await here.request(new URL(stranger.link).pathname, { form: {} }))!.split('?')[0]!
  assert.match(choosing, /\/recover\//)
  const opens = async (password: string) => (await here.request('/sign-in', { form: { email: form.email!, password } })).status === 303
  assert.deepEqual([await opens(form.password!), await opens('seven slow copper clouds')], [false, false])
  assert.equal((await here.request(choosing, { form: { password: 'eleven warm paper lamps' } })).status, 303)
  assert.equal(await opens('eleven warm paper lamps'), true)
})

test('a link lives two days, and an account nobody confirmed goes after them, key and all', async () => {
  const here = await open_('mexrontal')
  const { link, person } = await joined(here, typed(here))
  const day = 86_400_000
  const later = (ms: number) => new Date(noon.getTime() + ms)
  const dropAt = (now: Date) => dropUnconfirmed({ ...here.system, now, keys: ground.vault.ring(here.slug) })
  assert.equal(await dropAt(later(2 * day - 1)), 0)
  at(later(2 * day))
  assert.equal((await here.request(new URL(link).pathname, { form: {} })).status, 410)
  at(noon)
  assert.equal(await dropAt(later(2 * day + 1)), 1)
  assert.deepEqual(await people(here), [])
  const ring = ground.vault.ring(here.slug)
  await ring.fetch([person])
  assert.equal(ring.of(person), null, 'the key is destroyed, not lost')
})

test('registration is recorded without a word of what was typed', async () => {
  const here = await open_('mexrontal')
  const form = typed(here)
  const { person } = await joined(here, form)
  const entries = await here.inside(({ db }) => db.selectFrom('audit.entries').select(['act', 'subject', 'role']).where('subject', '=', person).execute())
  assert.deepEqual(entries, [{ act: 'sign-up.register', subject: person, role: 'visitor' }])
  const all = await everything(here)
  for (const word of [form.email!, form.last_name!, form.password!, '77015550123']) assert.ok(!all.includes(word), word)
})

test('registering without the question of age is refused by the command itself', async () => {
  const here = await open_('mexrontal')
  await assert.rejects(register(here.visitor, { fields: typed(here) }), { status: 403, code: 'sign-up.child' })
  assert.deepEqual(await people(here), [])
})

async function joined(here: School, form: Record<string, string>) {
  const answer = await signUp(here, form)
  assert.deepEqual([answer.status, placeOf(answer)], [303, '/sign-up/sent'])
  return (await lettersIn(here)).at(-1)!
}
