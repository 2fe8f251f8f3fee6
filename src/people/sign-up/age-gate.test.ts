import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ageOn, bandOf, isBirthDate } from '#people/accounts/accounts.ts'
import { bandOfBirth } from './age-note.ts'
import { noon, openTestDatabases, type School } from '#test/fixtures.ts'
import { schoolOf, typed } from '#test/schools.ts'
import { cookieIn } from '#test/visits.ts'

const ground = await openTestDatabases()
const say = (here: School, form: Record<string, string>, cookie = '') => here.request('/sign-up/age', { form, headers: { cookie } })
const form = async (here: School, cookie: string) => (await here.request('/sign-up', { headers: { cookie } })).text()
const born = (date: string) => ({ 'birth_date-year': date.slice(0, 4), 'birth_date-month': date.slice(5, 7), 'birth_date-day': date.slice(8) })
const counted = (here: School) => ground.asAdmin(async client => {
  const { rows } = await client.query<{ name: string }>(`select oid::regclass::text as name from pg_class where relkind in ('r', 'p') and not relispartition and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'site')`)
  let all = 0
  for (const { name } of rows) all += Number((await client.query(`select count(*) as n from ${name} where site = $1`, [here.slug])).rows[0].n)
  return all
})

test('a birthday begins at midnight in Almaty, not in Greenwich', () => {
  const zone = 'Asia/Almaty'
  assert.equal(ageOn('2008-12-03', new Date('2026-12-02T23:59:59+05:00'), zone), 17)
  assert.equal(ageOn('2008-12-03', new Date('2026-12-03T00:00:00+05:00'), zone), 18)
  assert.equal(ageOn('2008-02-29', new Date('2026-02-28T12:00:00+05:00'), zone), 17)
  assert.equal(ageOn('2008-02-29', new Date('2026-03-01T12:00:00+05:00'), zone), 18)
  assert.ok(!isBirthDate('2026-12-04', noon, zone) && isBirthDate('2026-12-03', noon, zone) && !isBirthDate('1999-02-29', noon, zone))
})

test('the band on both sides of each limit', () => {
  const rule = { asks: 'statement' as const, from: 18, guardianFrom: 14 }
  assert.deepEqual([13, 14, 17, 18].map(age => bandOf(age, rule)), ['child', 'minor', 'minor', 'adult'])
  assert.deepEqual([13, 14, 17, 18].map(age => bandOf(age, { ...rule, guardianFrom: undefined })), ['child', 'child', 'child', 'adult'])
})

test('MX-073 the age statement comes first; "18 or over" goes on, and no birth date is asked or stored', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const first = await form(here, '')
  assert.match(first, /Сколько вам лет\?/)
  assert.doesNotMatch(first, /name="(email|first_name|password|city|phone)"/)
  const answer = await say(here, { age: 'adult' })
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/sign-up'])
  const next = await form(here, cookieIn(answer, 'age'))
  assert.match(next, /name="email"/)
  assert.doesNotMatch(next, /birth/)
  const before = await here.request('/sign-up', { form: typed(here) })
  assert.equal(before.headers.get('location'), '/sign-up', 'without the statement the form leads back to it')
})

test('MX-075 WD-067 who states a younger age is refused kindly, nothing is stored, and stating another age does not help', async () => {
  for (const slug of ['mexrontal', 'webstapero-dev-notes']) {
    const here = await schoolOf(ground, slug)
    const before = await counted(here)
    const refused = cookieIn(await say(here, { age: 'child' }), 'age')
    const page = await form(here, refused)
    assert.match(page, /Пока не получится/)
    assert.doesNotMatch(page, /name="(email|age|password)"/)
    const second = await say(here, { age: 'adult' }, refused)
    assert.equal(cookieIn(second, 'age'), '', 'the first answer stands')
    const posted = await here.request('/sign-up', { form: typed(here), headers: { cookie: refused } })
    assert.equal(posted.headers.get('location'), '/sign-up')
    assert.equal(await counted(here), before)
  }
})

test('a school with limits for guardians and no way to ask them tells 14 to 17 that it cannot take them yet, and why', async () => {
  const here = await schoolOf(ground, 'masteryn-quest', manifest => manifest.replace(/      - id: adult-agrees[^]*?keeps: \[MQ-137\]\n/, ''))
  const page = await form(here, cookieIn(await say(here, born('2010-06-01')), 'age'))
  assert.match(page, /нужно согласие родителя/)
  assert.match(page, /ничего о вас не записали/)
})

test('by birth date: the day before the fourteenth birthday is refused, the day before the eighteenth asks for a guardian, the day itself goes on with the date filled in', async () => {
  const here = await schoolOf(ground, 'masteryn-quest')
  const before = await counted(here)
  assert.match(await form(here, cookieIn(await say(here, born('2008-12-04')), 'age')), /name="guardian_email"/)
  assert.match(await form(here, cookieIn(await say(here, born('2012-12-03')), 'age')), /name="guardian_email"/)
  assert.doesNotMatch(await form(here, cookieIn(await say(here, born('2012-12-04')), 'age')), /name="login"|родител/)
  assert.equal(await counted(here), before)
  const adult = cookieIn(await say(here, born('2008-12-03')), 'age')
  assert.doesNotMatch(decodeURIComponent(adult), /2008/, 'the cookie can be read by nobody')
  const page = await form(here, adult)
  assert.match(page, /name="birth_date-year"[^>]* value="2008"/)
})

test('a younger date in the form itself is refused, and remembered like an answer to the first question', async () => {
  const here = await schoolOf(ground, 'masteryn-quest')
  const adult = cookieIn(await say(here, born('1990-01-01')), 'age')
  const { birth_date: _, ...rest } = typed(here)
  const answer = await here.request('/sign-up', { form: { ...rest, ...born('2013-01-01') }, headers: { cookie: adult } })
  assert.equal(answer.headers.get('location'), '/sign-up')
  assert.doesNotMatch(await form(here, cookieIn(answer, 'age')), /name="login"/)
})

test('a note of another school, or one that was changed, counts for nothing', async () => {
  const [here, there] = [await schoolOf(ground, 'mexrontal'), await schoolOf(ground, 'mexrontal')]
  const adult = cookieIn(await say(here, { age: 'adult' }), 'age')
  assert.match(await form(there, adult), /Сколько вам лет\?/)
  assert.match(await form(here, adult.slice(0, -3) + 'AAA'), /Сколько вам лет\?/)
})

test('the question is a word away from anybody: a wrong answer is named and nothing is lost', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const nothing = await say(here, {})
  assert.equal(nothing.status, 422)
  assert.match(await nothing.text(), /Сколько вам лет/)
})

test('WD-068 of somebody too young nothing is kept, in the database or in what the server writes down, by form or by API', async () => {
  const here = await schoolOf(ground, 'webstapero-dev-notes')
  const [before, written] = [await counted(here), [] as string[]]
  const streams = [process.stdout, process.stderr].map(stream => ({ stream, write: stream.write }))
  for (const { stream } of streams) stream.write = ((text: string) => { written.push(String(text)); return true }) as typeof stream.write
  const child = { ...typed(here), name: 'Канарейка Младшая', email: 'canary.child@mail.example' }
  try {
    const refused = cookieIn(await say(here, { age: 'child' }), 'age')
    await here.request('/sign-up', { form: child, headers: { cookie: refused } })
    const api = await here.request('/api/v1/people', { method: 'POST', body: JSON.stringify({ ...child, age: 'child' }), headers: { 'content-type': 'application/json' } })
    assert.ok(api.status >= 400 && api.status < 500)
  } finally { for (const { stream, write } of streams) stream.write = write }
  assert.equal(await counted(here), before)
  assert.doesNotMatch(written.join(''), /Канарейка|canary\.child/)
})

test('the birthday begins where the school is: the same moment is before it in Honolulu and after it on Kiritimati', async () => {
  const here = await schoolOf(ground, 'masteryn-quest')
  const bandIn = (zone: string, birthDate: string) => bandOfBirth({ ...here.visitor, zone }, birthDate)
  assert.equal(here.visitor.zone, 'Asia/Almaty', 'as its site.yaml says')
  assert.deepEqual(['Pacific/Honolulu', 'Asia/Almaty', 'Pacific/Kiritimati'].map(zone => bandIn(zone, '2008-12-03')), ['minor', 'adult', 'adult'])
  assert.deepEqual(['Pacific/Honolulu', 'Asia/Almaty', 'Pacific/Kiritimati'].map(zone => bandIn(zone, '2008-12-04')), ['minor', 'minor', 'minor'])
})
