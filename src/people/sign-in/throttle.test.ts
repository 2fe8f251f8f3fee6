import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#platform/refusal.ts'
import { signIn } from './sign-in.ts'
import { noon, openTestDatabases, type School } from '#test/fixtures.ts'
import { schoolOf } from '#test/schools.ts'
import { cookieIn, enter, everythingOf, known, password } from '#test/visits.ts'

const ground = await openTestDatabases()
const { at } = ground

/** What came of a try: 0 when it was looked at and wrong, else the seconds to wait. */
async function guess(here: School, identifier: string, client: Record<string, string> = {}, now = noon, typed = 'another password'): Promise<number | 'in'> {
  try {
    await signIn({ ...here.visitor, now, keys: ground.vault.ring(here.slug) }, { identifier, password: typed, client })
    return 'in'
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error))
    return error.status === 429 ? error.retryAfter! : 0
  }
}
const seconds = (after: number) => new Date(noon.getTime() + after * 1000)

test('MX-029 many failures shut an account for a while: 429 says when, in words and in the header, and the right password waits too', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  for (let tries = 0; tries < 5; tries++) assert.equal((await enter(here, person, 'another password')).status, 401)
  const shut = await enter(here, person)
  assert.deepEqual([shut.status, shut.headers.get('retry-after')], [429, '30'])
  assert.match(await shut.text(), /Слишком много неудачных попыток.*через 1\u00a0минуту\./)
  try {
    at(seconds(29))
    assert.equal((await enter(here, person)).status, 429)
    at(seconds(30))
    assert.equal((await enter(here, person)).status, 303)
  } finally { at(noon) }
})

test('the pause doubles with each further failure, up to an hour, and a day without failures forgets them', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const name = 'guessed@mail.example'
  let now = 0
  for (let tries = 0; tries < 5; tries++) assert.equal(await guess(here, name), 0)
  for (const pause of [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]) {
    assert.equal(await guess(here, name, {}, seconds(now)), pause)
    assert.equal(await guess(here, name, {}, seconds(now + pause - 1)), 1)
    now += pause
    assert.equal(await guess(here, name, {}, seconds(now)), 0)
  }
  const day = 86_400
  for (let tries = 0; tries < 4; tries++) assert.equal(await guess(here, name, {}, seconds(now + 2 * day)), 0)
})

test('a hundred tries at once are not a hundred free ones', async () => {
  const here = await schoolOf(ground, 'cloudex-learning')
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => guess(here, 'crowd@mail.example')))
  assert.equal(outcomes.filter(outcome => outcome === 0).length, 5)
})

test('success starts afresh', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  for (let round = 0; round < 2; round++) {
    for (let tries = 0; tries < 4; tries++) assert.equal(await guess(here, person.name), 0)
    assert.equal(await guess(here, person.name, {}, noon, password), 'in')
  }
})

test('a network that keeps failing waits as a whole, shortly; another network does not', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  for (let tries = 0; tries < 5; tries++) assert.equal(await guess(here, `target${tries}@mail.example`, { address: `203.0.113.${tries}` }), 0)
  assert.equal(await guess(here, 'sixth@mail.example', { address: '203.0.113.99' }), 5)
  assert.equal(await guess(here, 'sixth@mail.example', { address: '198.51.100.99' }), 0)
  assert.equal(await guess(here, 'seventh@mail.example', { address: '203.0.113.99' }, seconds(5)), 0)
})

test('a whole class signing in at nine is not a network that fails', async () => {
  const here = await schoolOf(ground, 'cloudex-learning')
  const pupils = await Promise.all(Array.from({ length: 12 }, () => known(ground, here)))
  const outcomes = await Promise.all(pupils.map(({ name }) => guess(here, name, { address: '203.0.113.7' }, noon, password)))
  assert.deepEqual([...new Set(outcomes)], ['in'])
})

test('the owner\'s known device comes in while strangers are kept waiting', async () => {
  const cookie = "  - { name: device, category: necessary, purpose: { ru: Узнаёт браузер, kk: Браузерді таниды, en: Knows the browser }, life: P365D }\n"
  const here = await schoolOf(ground, 'mexrontal', manifest => manifest.includes('name: device,') ? manifest : manifest.replace('cookies:\n', `cookies:\n${cookie}`))
  const person = await known(ground, here)
  const device = cookieIn(await enter(here, person), 'device').split('=')[1]!
  for (let tries = 0; tries < 6; tries++) await guess(here, person.name)
  assert.ok(await guess(here, person.name, {}, noon, password) !== 'in')
  assert.equal(await guess(here, person.name, { device }, noon, password), 'in')
  for (let tries = 0; tries < 5; tries++) assert.equal(await guess(here, person.name, { device }), 0)
  assert.equal(await guess(here, person.name, { device }), 30, 'nor may the device guess for ever')
})

test('no device is remembered by a cookie that the policy does not list', async () => {
  const here = await schoolOf(ground, 'mexrontal', manifest => manifest.replace(/^.*name: device,.*\n/m, ''))
  const entered = await enter(here, await known(ground, here))
  assert.deepEqual(entered.headers.getSetCookie().map(cookie => cookie.split('=')[0]), ['session'])
})

test('what is counted names nobody: neither address nor account can be read, and the table outlives no crash', async () => {
  const here = await schoolOf(ground, 'landscape-photo') // its policy lists no addresses of sign-ins
  const person = await known(ground, here)
  await guess(here, person.name, { address: '203.0.113.77', agent: 'Firefox/133.0' })
  const all = await everythingOf(ground, here.slug)
  assert.ok(all.includes('"failures":1') && !all.includes('203.0.113') && !all.includes(person.name))
  const { rows } = await ground.asAdmin(client => client.query(`select relpersistence from pg_class where oid = 'sign_in.failures'::regclass`))
  assert.equal(rows[0].relpersistence, 'u')
  assert.equal(await here.inside(async ({ db }) => (await db.selectFrom('sign_in.records').select('id').execute()).length), 0)
})

test('address and browser of sign-ins are recorded, sealed, only where the policy lists them', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  await guess(here, person.name, { address: '203.0.113.77', agent: 'Firefox/133.0' })
  await guess(here, person.name, { address: '203.0.113.78', agent: 'Firefox/133.0' }, noon, password)
  const records = await here.inside(({ db }) => db.selectFrom('sign_in.records').select('outcome').where('person', '=', person.id).orderBy('id').execute())
  assert.deepEqual(records.map(({ outcome }) => outcome), ['refused', 'entered'])
  assert.ok(!(await everythingOf(ground, here.slug)).includes('203.0.113'))
})
