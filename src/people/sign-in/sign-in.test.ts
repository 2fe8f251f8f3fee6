import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reveal, seal } from '#platform/sealing/sealing.ts'
import { onTo, placeInside } from '#platform/place.ts'
import { hashPassword } from './hashing.ts'
import { noon, openTestDatabases, type School } from '#test/fixtures.ts'
import { lettersIn } from '#test/letters.ts'
import { schoolOf } from '#test/schools.ts'
import { cookieIn, enter, everythingOf, known, password, placeOf } from '#test/visits.ts'

const ground = await openTestDatabases()
const { at } = ground
// What a browser would read as another host, or as a script.
const outside = ['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', '/\n/evil.example', 'javascript:alert(1)', 'evil.example', '']
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0'
const safari = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'

const storedHash = (here: School, person: string) => here.inside(async ctx => {
  await ctx.keys.fetch([person])
  const row = await ctx.db.selectFrom('sign_in.passwords').select(['person', 'hash']).where('person', '=', person).executeTakeFirstOrThrow()
  return (await reveal(ctx, row)).hash!
})
const sessionsOf = (here: School, person: string) => here.inside(({ db }) => db.selectFrom('sign_in.sessions').selectAll().where('person', '=', person).execute())

test('MQ-022 LP-017 only a slow salted hash is stored, under its person\'s key, and the password is nowhere', async () => {
  for (const slug of ['masteryn-quest', 'landscape-photo']) {
    const here = await schoolOf(ground, slug)
    const person = await known(ground, here)
    assert.equal((await enter(here, person)).status, 303)
    assert.match(await storedHash(here, person.id), /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const all = await everythingOf(ground, here.slug)
    assert.ok(!all.includes(password) && !all.includes('$argon2id') && !/\$2[aby]\$/.test(all))
  }
})

test('MX-035 this school stores bcrypt of cost 12, and refuses what bcrypt would cut', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  assert.match(await storedHash(here, person.id), /^\$2[aby]\$1[2-9]\$/)
  const session = cookieIn(await enter(here, person), 'session')
  const long = await here.request('/me/security/password', { form: { current: password, password: 'тихие лодки шуршат '.repeat(3) }, headers: { cookie: session } })
  assert.equal(long.status, 422)
  assert.match(await long.text(), /72 байта/)
})

test('LP-074 an older hash is renewed at the next sign-in, and goes on fitting', async () => {
  const here = await schoolOf(ground, 'landscape-photo')
  const person = await known(ground, here)
  const old = await hashPassword({ algorithm: 'bcrypt', cost: 4 }, password)
  await here.inside(async ctx => {
    await ctx.keys.fetch([person.id])
    const sealed = seal(ctx, { table: 'sign_in.passwords', row: person.id, person: person.id }, { hash: old })
    await ctx.db.updateTable('sign_in.passwords').set(sealed).where('person', '=', person.id).execute()
  })
  assert.equal((await enter(here, person, 'another password')).status, 401)
  assert.equal(await storedHash(here, person.id), old)
  assert.equal((await enter(here, person)).status, 303)
  assert.match(await storedHash(here, person.id), /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.equal((await enter(here, person)).status, 303)
})

test('MQ-025 the session is that of the one whose password was given; another\'s password and an unknown login get the same answer', async () => {
  const here = await schoolOf(ground, 'masteryn-quest')
  const [ann, ben] = [await known(ground, here), await known(ground, here, { password: 'seven slow copper clouds' })]
  const right = await enter(here, ann)
  assert.equal((await sessionsOf(here, ann.id)).length, 1)
  const profile = await (await here.request('/me/profile', { headers: { cookie: cookieIn(right, 'session') } })).text()
  assert.ok(profile.includes(ann.name) && !profile.includes(ben.name))
  const wrong = await enter(here, ann, 'seven slow copper clouds')
  const unknown = await enter(here, { name: 'nobody.here' }, 'seven slow copper clouds')
  const body = async (answer: Response) => (await answer.text()).replace(/name="_once" value="[^"]+"|value="(madina[^"]+|nobody\.here)"|data-key="[^"]+"/g, '')
  assert.deepEqual([wrong.status, unknown.status], [401, 401])
  assert.equal(await body(wrong), await body(unknown))
})

test('an unknown account costs the same time as a known one', async () => {
  const here = await schoolOf(ground, 'landscape-photo')
  const people = await Promise.all(Array.from({ length: 8 }, () => known(ground, here)))
  await enter(here, { name: 'first@mail.example' }, 'wrong password')
  const time = async (name: string) => { const start = performance.now(); await enter(here, { name }, 'wrong password'); return performance.now() - start }
  // The quickest of several: whatever else this machine does only adds. Where it does much, more are asked.
  const least = (times: number[]) => Math.min(...times)
  const [there, absent]: number[][] = [[], []]
  const ratio = () => least(there!) / least(absent!)
  for (let round = 0; round < 4 && !(ratio() > 0.6 && ratio() < 1.7); round++)
    for (const [index, { name }] of people.entries()) { there!.push(await time(name)); absent!.push(await time(`nobody${round}${index}@mail.example`)) }
  assert.ok(ratio() > 0.6 && ratio() < 1.7, `known ${least(there!).toFixed(0)} ms, unknown ${least(absent!).toFixed(0)} ms`)
})

test('MQ-060 the session cookie is issued at sign-in and void after sign-out: the old one gives 401', async () => {
  const here = await schoolOf(ground, 'masteryn-quest')
  const person = await known(ground, here)
  const entered = await enter(here, person)
  assert.match(entered.headers.getSetCookie().join(), /session=[\w-]{43}; .*HttpOnly; SameSite=Lax/)
  const session = cookieIn(entered, 'session')
  assert.equal((await here.request('/me/profile', { headers: { cookie: session } })).status, 200)
  const left = await here.request('/sign-out', { form: {}, headers: { cookie: session } })
  assert.match(left.headers.get('clear-site-data') ?? '', /cache/)
  assert.equal((await here.request('/api/v1/me', { headers: { cookie: session, accept: 'application/json' } })).status, 401)
  assert.equal(placeOf(await here.request('/me/profile', { headers: { cookie: session } })), '/sign-in?next=%2Fme%2Fprofile')
  assert.deepEqual(await sessionsOf(here, person.id), [])
})

test('MX-007 MX-022 by the confirmed e-mail one comes to one\'s own account, and to nobody else\'s', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const [ann, ben] = [await known(ground, here), await known(ground, here)]
  const annIn = cookieIn(await enter(here, ann), 'session')
  await enter(here, ben)
  const page = await here.request('/me/profile', { headers: { cookie: annIn } })
  assert.equal(page.status, 200)
  assert.ok((await page.text()).includes(ann.values.email!))
  const [bens] = await sessionsOf(here, ben.id)
  assert.equal((await here.request(`/me/security/sessions/${bens!.id}/end`, { form: {}, headers: { cookie: annIn } })).status, 403)
  assert.equal((await here.request(`/office/people/${ben.id}`, { headers: { cookie: annIn } })).status, 403)
  assert.equal((await sessionsOf(here, ben.id)).length, 1)
})

test('a sign-in leads on to where one wanted to go, and never out of the school', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const go = (next: string) => here.request(`/kk/sign-in?next=${encodeURIComponent(next)}`, { form: { email: person.name, password }, headers: { cookie: 'age=none' } })
  assert.equal(placeOf(await go('/courses/business-kazakh?from=1#top')), '/kk/courses/business-kazakh?from=1#top')
  for (const next of outside) assert.equal(placeOf(await go(next)), '/kk/me', next)
  const session = cookieIn(await go('/me'), 'session')
  assert.equal(placeOf(await here.request('/sign-in?next=%2Fcourses', { headers: { cookie: session } })), '/courses', 'who is in already goes on at once')
  for (const next of outside) assert.equal(placeOf(await here.request(`/sign-in?next=${encodeURIComponent(next)}`, { headers: { cookie: session } })), '/me', next)
})

test('a browser that has shown no cookie is led over a page that sees whether the new one comes back, and goes on when it does', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const sent = await here.request('/kk/sign-in?next=%2Fcourses', { form: { email: person.name, password } })
  const over = placeOf(sent)!
  assert.equal(over, '/kk/sign-in/cookies?next=%2Fcourses')
  assert.equal(placeOf(await here.request(over, { headers: { cookie: cookieIn(sent, 'session') } })), '/kk/courses')
  const explained = await here.request(over)
  assert.deepEqual([explained.status, explained.headers.getSetCookie()], [200, []])
})

test('the letter that lets one in leads on to the same place', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const linkFor = async (next: string) => {
    await here.request(`/sign-in/link?next=${encodeURIComponent(next)}`, { form: { email: person.name } })
    return new URL((await lettersIn(here)).find(({ template }) => template === 'sign-in.enter')!.link)
  }
  const link = await linkFor('/courses/business-kazakh')
  assert.ok((await (await here.request(link.pathname + link.search)).text()).includes(`action="${link.pathname}${link.search}"`))
  assert.equal(placeOf(await here.request(link.pathname + link.search, { form: {}, headers: { cookie: 'age=none' } })), '/ru/courses/business-kazakh')
  for (const next of outside.slice(0, 3)) assert.equal((await linkFor(next)).search, '', next)
})

test('a place is a path inside the school and nothing that a browser could read otherwise', () => {
  for (const place of outside) assert.deepEqual([placeInside(place), onTo('/sign-up', place)], [undefined, '/sign-up'], place)
  assert.equal(onTo('/sign-up', '/courses/light?a=b'), '/sign-up?next=%2Fcourses%2Flight%3Fa%3Db')
})

test('last sign-in is written in the transaction of the sign-in, and only then', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const last = () => here.inside(({ db }) => db.selectFrom('accounts.people').select('last_sign_in_at').where('id', '=', person.id).executeTakeFirstOrThrow())
  await enter(here, person, 'another password')
  assert.equal((await last()).last_sign_in_at, null)
  await enter(here, person)
  assert.deepEqual((await last()).last_sign_in_at, noon)
})

test('MX-029 CL-018 a sign-in from a new browser is told by mail, stands among the sessions, and can be ended there', async () => {
  for (const slug of ['mexrontal', 'cloudex-learning']) {
    const here = await schoolOf(ground, slug)
    const person = await known(ground, here)
    const entered = await enter(here, person, password, { agent: firefox })
    const first = cookieIn(entered, 'session')
    await enter(here, person, password, { agent: firefox, cookie: cookieIn(entered, 'device') })
    assert.deepEqual(await lettersIn(here), [])
    const second = cookieIn(await enter(here, person, password, { agent: safari }), 'session')
    const [letter, ...more] = await lettersIn(here)
    assert.deepEqual([letter!.template, letter!.to, more.length], ['sign-in.new-browser', person.values.email, 0])
    const page = await (await here.request('/me/security', { headers: { cookie: first } })).text()
    assert.ok(page.includes('Safari · iOS') && page.includes('Firefox · Linux') && page.includes('этот сеанс'))
    const others = [...page.matchAll(/sessions\/([0-9a-f-]{36})\/end/g)].map(([, id]) => id)
    for (const id of others) await here.request(`/me/security/sessions/${id}/end`, { form: {}, headers: { cookie: first } })
    assert.equal((await here.request('/me/security', { headers: { cookie: second } })).status, 303)
    assert.equal((await here.request('/me/security', { headers: { cookie: first } })).status, 200)
  }
})

test('all other sessions end at once, this one stays', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const [one, two, three] = [await enter(here, person), await enter(here, person), await enter(here, person)].map(answer => cookieIn(answer, 'session'))
  await here.request('/me/security/sessions/end-others', { form: {}, headers: { cookie: two! } })
  const statuses = await Promise.all([one, two, three].map(async cookie => (await here.request('/me/security', { headers: { cookie: cookie! } })).status))
  assert.deepEqual(statuses, [303, 200, 303])
})

test('a session ends two weeks after the last visit and in any case after ninety days; visits are written at most once an hour', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const session = cookieIn(await enter(here, person), 'session')
  const visit = async (ms: number) => { at(new Date(noon.getTime() + ms)); return (await here.request('/me/security', { headers: { cookie: session } })).status }
  const [hour, day] = [3_600_000, 86_400_000]
  try {
    assert.equal(await visit(hour), 200)
    assert.deepEqual((await sessionsOf(here, person.id))[0]!.seen_at, noon)
    assert.equal(await visit(13 * day), 200)
    assert.deepEqual((await sessionsOf(here, person.id))[0]!.seen_at, new Date(noon.getTime() + 13 * day))
    assert.equal(await visit(27 * day - 1), 200)
    for (let days = 40; days < 90; days += 12) assert.equal(await visit(days * day), 200)
    assert.equal(await visit(90 * day - 1), 200)
    assert.equal(await visit(90 * day), 303)
  } finally { at(noon) }
  const other = cookieIn(await enter(here, person), 'session')
  try {
    at(new Date(noon.getTime() + 14 * day))
    assert.equal((await here.request('/me/security', { headers: { cookie: other } })).status, 303)
  } finally { at(noon) }
})

test('signing in again gives a new session and ends the one this browser had', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const first = cookieIn(await enter(here, person), 'session')
  const second = cookieIn(await enter(here, person, password, { cookie: first }), 'session')
  assert.notEqual(first, second)
  assert.equal((await here.request('/me/security', { headers: { cookie: first } })).status, 303)
  assert.equal((await sessionsOf(here, person.id)).length, 1)
})

test('by e-mailed link: once, for a quarter of an hour, with the same answer for everybody', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const ask = (email: string) => here.request('/sign-in/link', { form: { email } })
  const [yes, no] = [await ask(person.name), await ask('nobody@mail.example')]
  assert.deepEqual([yes.status, placeOf(yes)], [no.status, placeOf(no)])
  const [letter, ...more] = await lettersIn(here)
  assert.deepEqual([letter!.template, letter!.to, more.length], ['sign-in.enter', person.name, 0])
  assert.match(letter!.text, /Никому не пересылайте/)
  const path = new URL(letter!.link).pathname
  assert.equal((await here.request(path)).status, 200)
  try {
    at(new Date(noon.getTime() + 15 * 60_000))
    assert.equal((await here.request(path, { form: {} })).status, 410)
    at(new Date(noon.getTime() + 15 * 60_000 - 1))
    assert.equal(placeOf(await here.request(path, { form: {} })), '/ru/sign-in/cookies?next=%2Fme')
    assert.equal((await here.request(path, { form: {} })).status, 410)
  } finally { at(noon) }
})

test('MQ-110 MQ-111 advice stands beside every new password, "12345678" is refused with it, and so is passing it on', async () => {
  const here = await schoolOf(ground, 'masteryn-quest')
  const person = await known(ground, here)
  const session = cookieIn(await enter(here, person), 'session')
  const age = cookieIn(await here.request('/sign-up/age', { form: { 'birth_date-day': '1', 'birth_date-month': '2', 'birth_date-year': '1990' } }), 'age')
  const pages = [await here.request('/sign-up', { headers: { cookie: age } }), await here.request('/me/security', { headers: { cookie: session } }), await here.request('/recover')]
  for (const page of pages) {
    const text = await page.text()
    assert.match(text, /Лучше всего несколько слов/)
    assert.match(text, /Никому не сообщайте пароль/)
  }
  const weak = { login: 'aru.new', name: 'Аружан', password: '12345678', policy: '1', agree: 'on', 'birth_date-day': '1', 'birth_date-month': '2', 'birth_date-year': '1990' }
  const refused = await here.request('/sign-up', { form: weak, headers: { cookie: age } })
  assert.equal(refused.status, 422)
  const text = await refused.text()
  assert.match(text, /Наименьшая длина пароля: 10\. Возьмите несколько слов/)
  assert.doesNotMatch(text, /12345678/)
  const changed = await here.request('/me/security/password', { form: { current: password, password: '12345678' }, headers: { cookie: session } })
  assert.equal(changed.status, 422)
  assert.match(await (await here.request('/me/security', { headers: { cookie: session } })).text(), /не знает вашего пароля и никогда его не спросит/)
})

test('a changed password ends every other session and starts this one anew; the old password no longer fits', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const [one, two] = [await enter(here, person), await enter(here, person)].map(answer => cookieIn(answer, 'session'))
  const wrong = await here.request('/me/security/password', { form: { current: 'not this one', password: 'seven slow copper clouds' }, headers: { cookie: one! } })
  assert.equal(wrong.status, 422)
  const changed = await here.request('/me/security/password', { form: { current: password, password: 'seven slow copper clouds' }, headers: { cookie: one! } })
  const renewed = cookieIn(changed, 'session')
  const statuses = await Promise.all([one!, two!, renewed].map(async cookie => (await here.request('/me/security', { headers: { cookie } })).status))
  assert.deepEqual(statuses, [303, 303, 200])
  assert.equal((await enter(here, person)).status, 401)
  assert.equal((await enter(here, person, 'seven slow copper clouds')).status, 303)
  assert.deepEqual((await lettersIn(here)).map(({ template }) => template).filter(template => template !== 'sign-in.new-browser'), ['sign-in.password-changed'])
})

test('over https the cookie is __Host- and Secure, whatever the request looks like', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const site = ground.sites.get(here.address.host)!
  ground.sites.set(here.address.host, { ...site, address: new URL(here.address.href.replace('http:', 'https:')) })
  const entered = await enter(here, person)
  assert.match(entered.headers.getSetCookie().join(), /__Host-session=[\w-]{43}; .*Path=\/; HttpOnly; Secure; SameSite=Lax/)
})
