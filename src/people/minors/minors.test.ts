import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDatabases, noon, type School } from '#test/fixtures.ts'
import { lettersIn } from '#test/letters.ts'
import { schoolOf, typed } from '#test/schools.ts'
import { cookieIn, enter, placeOf } from '#test/visits.ts'
import { writeVisits } from '#trust/interaction/interaction.ts'
import { guardianshipOf } from './guardianships.ts'
import { comeOfAge, dropUnanswered, forgetEnded } from './minors.ts'

const ground = await openTestDatabases()
const guardian = 'mother@mail.example'
const day = 86_400_000
const later = (days: number, milliseconds = 0) => new Date(noon.getTime() + days * day + milliseconds)
const at = (here: School, now: Date) => ({ ...here.system, now })
const pathOf = (link: string) => new URL(link).pathname + new URL(link).search

/** Somebody between the two ages, as far as the letter to their guardian. */
async function minorIn(here: School, over: Record<string, string> = {}) {
  const said = await here.request('/sign-up/age', { form: over.birth ? { 'birth_date-year': over.birth.slice(0, 4), 'birth_date-month': over.birth.slice(5, 7), 'birth_date-day': over.birth.slice(8) } : { age: 'minor' } })
  const cookie = cookieIn(said, 'age')
  const { birth_date: _, ...rest } = typed(here)
  const form = { ...rest, guardian_email: over.guardian ?? guardian }
  const answer = await here.request('/sign-up/minor', { form, headers: { cookie } })
  assert.equal(placeOf(answer), '/sign-up/waiting')
  return { form: form as Record<string, string>, cookie }
}

/** Their own address confirmed as well, where the school has one. */
async function namedIn(here: School, over?: Record<string, string>) {
  const minor = await minorIn(here, over)
  const letters = await lettersIn(here)
  const own = letters.find(({ template }) => template === 'sign-up.confirm')
  if (own) assert.equal(placeOf(await here.request(pathOf(own.link), { form: {} })), '/ru/sign-up/waiting')
  const asked = letters.find(({ template }) => template === 'minors.ask')!
  return { ...minor, asked, name: minor.form.email ?? minor.form.login!, person: asked.person }
}

/** And the guardian has said yes. */
async function allowedIn(here: School, over?: Record<string, string>) {
  const minor = await namedIn(here, over)
  const page = placeOf(await here.request(pathOf(minor.asked.link), { form: {} }))!.replace('&said=minors.said-yes', '').replace('?said=minors.said-yes&', '?')
  const session = cookieIn(await enter(here, minor), 'session')
  return { ...minor, page, session }
}
const peopleIn = (here: School) => ground.asAdmin(async client => Number((await client.query('select count(*) as n from accounts.people where site = $1', [here.slug])).rows[0].n))
const pageAt = (here: School, page: string, what: string) => page.replace('?', `/${what}?`)

test('MX-074 at 16 the account waits for the guardian, who answers by a link of their own; unanswered it is erased; withdrawn later it closes', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const { asked, name, cookie } = await namedIn(here)
  assert.deepEqual([asked.to, new URL(asked.link).pathname.split('/').slice(0, 4).join('/')], [guardian, '/ru/guardian/confirm'])

  const early = await enter(here, { name })
  assert.equal(early.status, 403)
  assert.match(await early.text(), /ждём согласия вашего родителя/)
  assert.equal(cookieIn(await here.request('/sign-up/age', { form: { age: 'adult' }, headers: { cookie } }), 'age'), '', 'another age counts for nothing in this browser')
  const asAdult = await here.request('/sign-up', { form: typed(here), headers: { cookie } })
  assert.equal(placeOf(asAdult), '/sign-up')

  const page = await (await here.request(pathOf(asked.link))).text()
  assert.match(page, /Аружан/)
  assert.match(page, /Правила, пока вам нет 18/)
  const yes = await here.request(pathOf(asked.link), { form: {} })
  assert.equal(yes.status, 303)
  assert.equal((await here.request(pathOf(asked.link), { form: {} })).status, 410, 'the link works once')
  const session = cookieIn(await enter(here, { name }), 'session')
  assert.equal((await here.request('/me', { headers: { cookie: session } })).status, 200)

  const letter = (await lettersIn(here)).find(({ template }) => template === 'minors.page')!
  const own = await here.request(pathOf(letter.link))
  assert.equal(own.status, 200)
  const withdrawn = await here.request(pageAt(here, pathOf(letter.link), 'withdraw'), { form: { sure: 'on' } })
  assert.equal(withdrawn.status, 303)
  assert.equal((await enter(here, { name })).status, 403)
  assert.notEqual((await here.request('/me', { headers: { cookie: session } })).status, 200, 'nobody is in any more')
  assert.ok((await lettersIn(here)).some(({ template, to }) => template === 'minors.closed' && to === guardian))
})

test('MX-074 a day before the end the sign-up is still there, at its end everything is gone, the guardian’s address too', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const { asked } = await namedIn(here)
  assert.equal(await dropUnanswered(at(here, later(10, -1))), 0)
  assert.equal(await peopleIn(here), 1)
  assert.equal(await dropUnanswered(at(here, later(10))), 1)
  assert.equal(await peopleIn(here), 0)
  assert.deepEqual(await ground.vault.readable(here.slug), [], 'no key is left that opens anything')
  assert.equal(await here.inside(({ db }) => guardianshipOf(db, asked.person)), undefined)
  assert.equal((await here.request(pathOf(asked.link), { form: {} })).status, 410)
})

test('a guardian who says no leaves nothing behind, and a forged link or key opens nothing', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const { asked } = await namedIn(here)
  const forged = pathOf(asked.link).slice(0, -3) + 'AAA'
  assert.equal((await here.request(forged, { form: {} })).status, 410)
  assert.equal((await here.request(pathOf(asked.link).replace('confirm', 'decline'), { form: {} })).status, 303)
  assert.equal(await peopleIn(here), 0)
  const { page } = await allowedIn(here, { guardian: 'father@mail.example' })
  assert.equal((await here.request(page.slice(0, -2) + 'AA')).status, 404)
  for (const [what, form] of Object.entries({ 'withdraw': { sure: 'on' }, 'end': { sure: 'on' }, 'copy': {}, 'consents/review-publishing/allow': {} }))
    assert.equal((await here.request(pageAt(here, page, what).slice(0, -2) + 'AA', { form: form as Record<string, string> })).status, 404, what)
})

test('nobody says yes to themselves, and without a guardian’s address nothing begins, by form or by API', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const said = cookieIn(await here.request('/sign-up/age', { form: { age: 'minor' } }), 'age')
  const form = typed(here)
  const own = await here.request('/sign-up/minor', { form: { ...form, guardian_email: form.email!.toUpperCase() }, headers: { cookie: said } })
  assert.equal(own.status, 422)
  assert.match(await own.text(), /ваш собственный адрес/)
  const none = await here.request('/sign-up/minor', { form, headers: { cookie: said } })
  assert.equal(none.status, 422)
  const { agree: _, policy: __, ...fields } = form
  const api = await here.request('/api/v1/people', { method: 'POST', body: JSON.stringify({ ...fields, ...form.agree && { agree: true, policy: 1 }, age: 'minor' }), headers: { 'content-type': 'application/json' } })
  assert.equal(api.status, 422)
  assert.equal(await peopleIn(here), 0)
})

test('a letter that was lost comes again to the named address alone, and the answer does not say whether it is known', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  await namedIn(here)
  const [known, unknown] = [await here.request('/guardian', { form: { email: guardian.toUpperCase() } }), await here.request('/guardian', { form: { email: 'somebody@mail.example' } })]
  assert.deepEqual([known.status, placeOf(known)], [unknown.status, placeOf(unknown)])
  const letters = await lettersIn(here)
  assert.deepEqual(letters.map(({ template, to }) => [template, to]), [['minors.ask', guardian]])
  assert.equal((await here.request(pathOf(letters[0]!.link), { form: {} })).status, 303)
})

test('a guardian’s letters go to another address once it is confirmed from there; until then it can be called off, and afterwards the old letters open nothing', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const { page, person } = await allowedIn(here)
  await lettersIn(here)
  const ask = (email: string) => here.request(pageAt(here, page, 'move'), { form: { email } })
  const same = await ask(guardian.toUpperCase())
  assert.equal(same.status, 422)
  assert.match(await same.text(), /это ваш нынешний адрес/)
  const linkOf = async () => {
    const letters = await lettersIn(here)
    assert.deepEqual(letters.map(({ template, to }) => [template, to]).toSorted(), [['minors.move', 'new@mail.example'], ['minors.move-asked', guardian]])
    return pathOf(letters.find(({ template }) => template === 'minors.move')!.link)
  }
  assert.equal((await ask('new@mail.example')).status, 303)
  const first = await linkOf()
  assert.match(await (await here.request(page)).text(), /Ждём подтверждения/)
  assert.equal((await here.request(pageAt(here, page, 'stay'), { form: {} })).status, 303)
  assert.equal((await here.request(first, { form: {} })).status, 410, 'called off')

  assert.equal((await ask('new@mail.example')).status, 303)
  const second = await linkOf()
  ground.at(later(2))
  assert.equal((await here.request(second, { form: {} })).status, 410, 'too old')
  ground.at(noon)
  assert.equal((await here.request(second.slice(0, -2) + 'AA', { form: {} })).status, 410)
  assert.equal((await here.request(second)).status, 200)
  const now = placeOf(await here.request(second, { form: {} }))!
  assert.match(await (await here.request(now)).text(), /new@mail\.example/)
  assert.equal((await here.request(page)).status, 404)
  assert.deepEqual((await lettersIn(here)).map(({ template, to }) => [template, to]), [['minors.page', 'new@mail.example']])
  const log = await here.inside(({ db }) => db.selectFrom('audit.entries').select(['act', 'thing']).where('subject', '=', person).where('act', 'like', 'minors.%').orderBy('number').execute())
  assert.deepEqual(log.map(({ act, thing }) => [act, thing]), ['confirm', 'ask-to-move', 'stay', 'ask-to-move', 'move-address'].map(act => [`minors.${act}`, 'by:guardian']))
})

test('what is public or goes out by letter is off for a minor and is not offered; the guardian alone switches it on and off', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const { page, session, person } = await allowedIn(here)
  const asMinor = (path: string, form?: Record<string, string>) => here.request(path, { headers: { cookie: session }, ...form && { form } })
  const offered = await (await asMinor('/me/consents/review-publishing')).text()
  assert.doesNotMatch(offered, /review-publishing\/give/)
  assert.equal((await asMinor('/me/consents/review-publishing/give', {})).status, 403)
  assert.doesNotMatch(await (await asMinor('/me/rhythm')).text(), /name="agree"/)
  assert.match(await (await asMinor('/minors')).text(), /mother@mail\.example/)

  assert.equal((await here.request(pageAt(here, page, 'consents/review-publishing/allow'), { form: {} })).status, 303)
  const records = () => here.inside(({ db }) => db.selectFrom('consent.records').select(['consent', 'given', 'manner']).where('person', '=', person).orderBy('number').execute())
  assert.deepEqual(await records(), [{ consent: 'review-publishing', given: true, manner: 'guardian' }])
  assert.equal((await here.request(pageAt(here, page, 'consents/review-publishing/forbid'), { form: {} })).status, 303)
  assert.equal((await records()).at(-1)!.given, false)
  const copy = await here.request(pageAt(here, page, 'copy'), { form: {} })
  assert.equal(copy.headers.get('content-type'), 'application/zip')
})

test('where no birth date is known the guardian hands over, and at the latest the calendar does; both hear of it and the address goes', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const [one, other] = [await allowedIn(here), await allowedIn(here, { guardian: 'father@mail.example' })]
  await lettersIn(here)
  assert.equal((await here.request(pageAt(here, one.page, 'end'), { form: { sure: 'on' } })).status, 303)
  const told = (await lettersIn(here)).map(({ template, to }) => [template, to])
  assert.deepEqual(told.toSorted(), [['minors.of-age', one.form.email], ['minors.of-age-guardian', guardian]])
  assert.equal((await here.request(one.page)).status, 410)
  assert.equal((await here.request('/me/consents/review-publishing/give', { form: {}, headers: { cookie: one.session } })).status, 303, 'now they decide')
  assert.equal(await comeOfAge(at(here, new Date('2030-12-02T23:59:59+05:00'))), 0)
  assert.equal(await comeOfAge(at(here, new Date('2030-12-03T00:00:00+05:00'))), 1)
  assert.equal(await forgetEnded(at(here, later(7, -1))), 0)
  assert.equal(await forgetEnded(at(here, later(7))), 1)
  assert.equal(await here.inside(({ db }) => guardianshipOf(db, one.person)), undefined)
  assert.ok(other.person)
})

test('MQ-136 at 15 by birth date the minors’ conditions are shown and bound to the account with version and time; an adult gets none; on the eighteenth birthday they end', async () => {
  const here = await schoolOf(ground, 'masteryn-quest')
  const born = (year: string) => ({ 'birth_date-year': year, 'birth_date-month': '06', 'birth_date-day': '01' })
  const minor = cookieIn(await here.request('/sign-up/age', { form: born('2011') }), 'age')
  const form = await (await here.request('/sign-up', { headers: { cookie: minor } })).text()
  assert.match(form, /Правила, пока вам нет 18/)
  assert.match(form, /name="guardian_email"/)
  const adult = cookieIn(await here.request('/sign-up/age', { form: born('1990') }), 'age')
  assert.doesNotMatch(await (await here.request('/sign-up', { headers: { cookie: adult } })).text(), /Правила, пока вам нет|guardian_email/)

  const { session, person, page } = await allowedIn(here, { birth: '2011-06-01' })
  const bound = (await here.inside(({ db }) => guardianshipOf(db, person)))!
  assert.deepEqual([bound.policy_version, bound.named_at], [here.policy.version.number, noon])
  assert.match(await (await here.request('/minors', { headers: { cookie: session } })).text(), /Действуют для вас с/)
  await lettersIn(here)
  assert.equal(await comeOfAge(at(here, new Date('2029-05-31T23:59:59+05:00'))), 0)
  assert.equal(await comeOfAge(at(here, new Date('2029-06-01T00:00:00+05:00'))), 1)
  assert.deepEqual((await lettersIn(here, new Date('2029-06-01T00:00:00+05:00'))).map(({ template, to }) => [template, to]), [['minors.of-age-guardian', guardian]])
  assert.doesNotMatch(await (await here.request('/minors', { headers: { cookie: session } })).text(), /Действуют для вас с/)
  assert.equal((await here.request(page)).status, 410)
})

test('MQ-137 a minor cannot enrol before a guardian’s yes; news, public reviews and the watching of pages are off by themselves', async () => {
  const here = await schoolOf(ground, 'masteryn-quest')
  const waiting = await namedIn(here, { birth: '2010-01-15' })
  assert.equal((await enter(here, waiting)).status, 403)
  const course = (await here.inside(({ db }) => db.selectFrom('courses.courses').select('slug').limit(1).executeTakeFirst()))?.slug ?? 'any'
  assert.notEqual((await here.request('/api/v1/enrolments', { method: 'POST', body: JSON.stringify({ course, language: 'ru' }), headers: { 'content-type': 'application/json' } })).status, 201)
  assert.equal((await here.inside(({ db }) => db.selectFrom('enrolment.enrolments').select('id').execute())).length, 0)
  await here.request(pathOf(waiting.asked.link), { form: {} })
  const session = cookieIn(await enter(here, waiting), 'session')
  const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
  assert.equal((await here.request('/courses', { headers: { 'cookie': session, 'user-agent': agent } })).status, 200)
  const adult = await here.learner()
  assert.equal((await here.request('/courses', { as: adult, headers: { 'user-agent': agent } })).status, 200)
  await writeVisits(ground.main)
  const visits = await here.inside(({ db }) => db.selectFrom('interaction.visits').select('person').execute())
  assert.deepEqual(visits.map(({ person }) => person), [adult.id], 'an adult’s page is noted, a minor’s is not')
  assert.deepEqual(await here.inside(({ db }) => db.selectFrom('consent.records').select('id').where('person', '=', waiting.person).execute()), [])
  assert.equal((await here.request('/me/consents/review-publishing/give', { form: {}, headers: { cookie: session } })).status, 403)
})
