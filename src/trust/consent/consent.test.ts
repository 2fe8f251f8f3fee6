import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { openTestDatabases, type School } from '#test/fixtures.ts'
import { known, password } from '#test/visits.ts'
import { mustAsk } from './consent.ts'

const ground = await openTestDatabases()
const { school, asAdmin } = ground
const jarOf = (answer: Response) => answer.headers.getSetCookie().map(cookie => cookie.split(';')[0]!)
const choose = (here: School, form: Record<string, string>, more: RequestInit = {}) => here.request('/cookies?back=%2Ftrust', { ...more, form })

test('MX-061 before a choice a guest has no cookie at all; allowed, the language is kept; refused, it is not', async () => {
  const here = await school()
  assert.deepEqual(jarOf(await here.request('/kk/trust')), [])
  const allowed = jarOf(await choose(here, { answer: 'all' }))
  assert.equal(allowed.length, 1)
  const [choice] = allowed as [string]
  assert.match(choice, /^cookie-choice=\d+\.1\.\d\.\d+$/)
  assert.deepEqual(jarOf(await here.request('/kk/trust', { headers: { cookie: choice } })), ['language=kk'])
  assert.match(await (await here.request('/trust', { headers: { cookie: `${choice}; language=kk` } })).text(), /<html lang="kk"/)
  const refused = jarOf(await choose(here, { answer: 'necessary' }, { headers: { cookie: `${choice}; language=kk` } }))
  assert.ok(refused.some(cookie => /^cookie-choice=\d+\.0\.0\./.test(cookie)))
  assert.ok(refused.includes('language='), 'what is no longer allowed ends at once')
  assert.deepEqual(jarOf(await here.request('/kk/trust', { headers: { cookie: refused[0]! } })), [])
})

test('the question has three equal answers, is not asked again after one, and not of a browser that refuses by itself', async () => {
  const here = await school()
  const page = await (await here.request('/trust')).text()
  const question = /<section class="ask".*?<\/section>/s.exec(page)![0]
  assert.equal(question.match(/class="button secondary"/g)?.length, 3)
  assert.ok(question.indexOf('Только необходимые') < question.indexOf('Разрешить все'), 'to refuse comes first')
  const [choice] = jarOf(await choose(here, { answer: 'necessary' })) as [string]
  assert.doesNotMatch(await (await here.request('/trust', { headers: { cookie: choice } })).text(), /class="ask"/)
  assert.doesNotMatch(await (await here.request('/trust', { headers: { 'sec-gpc': '1' } })).text(), /class="ask"/)
  assert.equal(mustAsk(here, { 'cookie-choice': 'nonsense' }, false), true)
})

test('a member\'s choice is written down with its time and version, and answered where it was asked', async () => {
  const here = await school()
  const learner = await here.learner()
  const answer = await here.request('/cookies?back=%2Ftrust', { as: learner, form: { answer: 'chosen', functional: 'true' } })
  assert.match(answer.headers.get('location')!, /^\/trust\?said=consent\.saved/)
  const rows = await here.inside(ctx => ctx.db.selectFrom('consent.choices').select(['category', 'allowed', 'policy_version']).execute())
  assert.deepEqual(rows.filter(({ category }) => category === 'functional'), [{ category: 'functional', allowed: true, policy_version: 1 }])
})

test('the officer reads a choice of cookies in words, in three languages', async () => {
  const here = await school()
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  await here.request('/cookies?back=%2Ftrust', { as: learner, form: { answer: 'chosen', functional: 'true' } })
  const { id } = await here.inside(ctx => ctx.db.selectFrom('audit.entries').select('id').where('act', '=', 'consent.choose-cookies').executeTakeFirstOrThrow())
  const said = { ru: 'разрешены функциональные cookie', kk: 'функционалдық cookie файлдарына рұқсат берілді', en: 'functional cookies allowed' }
  for (const [language, words] of Object.entries(said)) {
    const page = await (await here.request(`/${language}/privacy-office/audit/${id}`, { as: officer })).text()
    assert.ok(page.includes(words) && !page.includes('&quot;functional') && !page.includes('"functional"'), language)
  }
})

test('the answer leads nowhere outside the school', async () => {
  const here = await school()
  for (const back of ['https://evil.example', '//evil.example', '/\\evil.example'])
    assert.doesNotMatch((await here.request(`/cookies?back=${encodeURIComponent(back)}`, { form: { answer: 'necessary' } })).headers.get('location')!, /^(https?:|\/\/|\/\\)/)
})

test('MX-057 every cookie that can be set stands in the table with its kind, purpose and life', async () => {
  const here = await school()
  const page = await (await here.request('/en/cookies')).text()
  for (const { name, purpose } of here.policy.cookies) {
    assert.ok(page.includes(`<code>${name}</code>`), name)
    assert.ok(page.includes(purpose.en.slice(0, 20)), name)
  }
})

test('WD-034 the panel explains the three kinds of cookies, and the foot of every page leads back to it', async () => {
  const here = await school('webstapero-dev-notes')
  const panel = await (await here.request('/en/cookies')).text()
  for (const words of ['The necessary ones let you sign in', 'They remember language and appearance', 'They help to understand which pages are used']) assert.ok(panel.includes(words), words)
  const [choice] = jarOf(await choose(here, { answer: 'all' })) as [string]
  for (const path of ['/', '/courses', '/privacy', '/sign-in']) {
    const page = await (await here.request(path, { headers: { cookie: choice } })).text()
    assert.doesNotMatch(page, /class="ask"/)
    assert.match(page.slice(page.lastIndexOf('<footer')), /href="\/cookies"/, path)
  }
})

test('MX-064 with all cookies blocked signing in names the necessary cookie it lacks, and the public pages work', async () => {
  const here = await school('mexrontal')
  const person = await known(ground, here)
  const entered = await here.request('/sign-in', { form: { email: person.name, password } })
  const next = await here.request(entered.headers.get('location')!)
  assert.equal(next.status, 200)
  const page = await next.text()
  const { name, purpose } = here.policy.cookies.find(cookie => cookie.name === 'session')!
  assert.deepEqual([...page.slice(page.indexOf('<main')).matchAll(/<code>([\w-]+)<\/code>/g)].map(([, code]) => code), [name])
  assert.ok(page.includes(purpose.ru))
  for (const path of ['/', '/courses', '/reviews', '/privacy', '/trust', '/sign-up']) assert.equal((await here.request(path)).status, 200, path)
})
