// What a service outside is told of visits: after a yes only, by the server, and nothing that points to anybody.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, beforeEach, test } from 'node:test'
import { analyticsAt } from '#platform/analytics/analytics.ts'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { restrict } from '#trust/rights/rights.ts'
import { classroom } from '#test/classroom.ts'
import { noon, openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { handService, passOn, writeVisits } from './interaction.ts'
import { told } from './outside.ts'

const ground = await openTestDatabases()
const desktop = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0'

/** A service that remembers what it was told. */
const heard: { path: string; agent: string | undefined; body: string }[] = []
let answers = 204
const peer = createServer(async (request, answer) => {
  heard.push({ path: request.url!, agent: request.headers['user-agent'], body: await text(request) })
  answer.writeHead(answers).end()
}).listen(0, '127.0.0.1')
await once(peer, 'listening')
after(() => peer.close())
const at = (path: string) => `http://G-7:geheim@127.0.0.1:${(peer.address() as AddressInfo).port}${path}`
beforeEach(() => {
  heard.length = 0
  answers = 204
  handService(analyticsAt(at('/mp/collect')))
})
after(() => handService(undefined))

type How = { as?: Member; cookie?: string; refuses?: boolean; form?: Record<string, string> }
async function ask(here: School, path: string, { as, cookie, refuses, form }: How = {}) {
  const headers = { host: here.address.host, accept: 'text/html', origin: here.address.origin, 'user-agent': desktop, cookie: [as?.cookie, cookie].filter(Boolean).join('; '), ...refuses && { 'sec-gpc': '1' } }
  return ground.app.request(here.address.origin + path, { headers, ...form && { method: 'POST', body: new URLSearchParams(form) } }, { incoming: { socket: { remoteAddress: '203.0.113.77' } } })
}
const choice = async (here: School, answer: 'all' | 'necessary') => (await ask(here, '/cookies', { form: { answer } })).headers.getSetCookie().map(each => each.split(';')[0]!).find(each => each.startsWith('cookie-choice='))!
const waiting = async (here: School) => {
  await writeVisits(ground.ground.db)
  return here.inside(({ db }) => db.selectFrom('interaction.outside').select(['hour', 'page', 'language', 'views']).orderBy('page').orderBy('language').execute())
}
const send = async (here: School, hours = 1) => {
  await writeVisits(ground.ground.db)
  return passOn({ ...here.system, now: new Date(noon.getTime() + hours * 3_600_000) })
}
const logged = (here: School) => here.inside(({ db }) => db.selectFrom('processors.transfers').select(['person', 'recipient', 'fields', 'purpose', 'ground', 'agreement']).where('ground', '=', 'analytics').execute())

for (const [like, ids] of [['masteryn-quest', 'MQ-075 MQ-078 MQ-083'], ['mexrontal', 'MX-070']] as const) test(`${ids} in ${like} the named service gets hourly counts of browsers that said yes, declared fields and nobody in them; of others nothing`, async () => {
  const here = await ground.school(like)
  const room = await classroom(here, 'text')
  const who = await here.learner()
  const [yes, no] = [await choice(here, 'all'), await choice(here, 'necessary')]
  for (const how of [{}, { cookie: no }, { cookie: yes, refuses: true }, { as: who }, { as: who, cookie: no }]) await ask(here, '/courses', how)
  assert.deepEqual(await waiting(here), [])
  assert.equal(await send(here), 0)

  for (const path of [`/kk/courses/${room.course}?from=menu&email=aru@example.org&uid=${who.id}`, '/en/trust', '/en/trust']) await ask(here, path, { cookie: yes })
  await ask(here, '/me/data', { as: who, cookie: yes })
  const day = noon.toISOString().slice(0, 13)
  assert.deepEqual((await waiting(here)).map(({ hour, page, language, views }) => [hour.toISOString().slice(0, 13), page, language, views]),
    [[day, `/courses/${room.course}`, 'kk', 1], [day, '/me/data', 'ru', 1], [day, '/trust', 'en', 2]])
  assert.equal(await send(here, 0.5), 0, 'an hour that runs is not told yet')
  assert.equal(await send(here), 1)
  assert.equal(heard.length, 1)
  const { client_id, ...rest } = JSON.parse(heard[0]!.body) as Record<string, unknown>
  const viewed = (page: string, language: string) => ({ name: 'page_view', params: { page_location: here.address.origin + page, language } })
  assert.deepEqual(rest, { timestamp_micros: Date.parse(`${day}:00:00Z`) * 1000, non_personalized_ads: true, events: [viewed(`/courses/${room.course}`, 'kk'), viewed('/me/data', 'ru'), viewed('/trust', 'en'), viewed('/trust', 'en')] })
  assert.match(String(client_id), /^[0-9a-f-]{36}$/)
  assert.deepEqual([heard[0]!.path, heard[0]!.agent], ['/mp/collect?measurement_id=G-7&api_secret=geheim', 'Senim'])
  for (const secret of [who.id, who.email ?? 'aru@', '203.0.113', 'Firefox', 'uid=', '@']) assert.ok(!heard[0]!.body.includes(secret), secret)
  const recipient = here.policy.recipients.find(({ ground }) => ground === 'analytics')!
  assert.deepEqual(await logged(here), [{ person: null, recipient: recipient.id, fields: [...told], purpose: recipient.purpose, ground: 'analytics', agreement: recipient.transfer!.number }])
  assert.deepEqual(recipient.fields, [...told])
  assert.deepEqual([await waiting(here), await send(here)], [[], 0])

  await ask(here, '/trust', { cookie: no })
  assert.deepEqual(await waiting(here), [], 'a yes that is taken back stops it at once')
  const promise = here.policy.promises.find(({ verb, subject }) => verb === 'disclose' && subject === 'visit-counts')!
  assert.equal((await checkPromise(here.system, promise)).state, 'kept')
})

test('whoever has put their data on hold is not told of; without a service nothing waits for one', async () => {
  const here = await ground.school('mexrontal')
  const [who, other] = [await here.learner(), await here.learner()]
  const yes = await choice(here, 'all')
  await restrict(who.ctx, { until: '2026-12-10' })
  for (const as of [who, other]) await ask(here, '/trust', { as, cookie: yes })
  assert.deepEqual((await waiting(here)).map(({ views }) => views), [1])
  handService(undefined)
  await ask(here, '/about', { cookie: yes })
  assert.equal((await waiting(here)).length, 1)
  await send(here)
  assert.deepEqual(await waiting(here), [])
})

test('what the service did not take stays and goes later; after the agreement nothing goes, and what was written down shows it', async () => {
  const here = await ground.school('masteryn-quest')
  const yes = await choice(here, 'all')
  await ask(here, '/trust', { cookie: yes })
  answers = 503
  await assert.rejects(send(here), /503/)
  assert.equal((await waiting(here)).length, 1)
  answers = 204
  assert.equal(await send(here), 1)
  await ask(here, '/about', { cookie: yes })
  await assert.rejects(send(here, 24 * 366 * 4), { code: 'processors.closed' })
  assert.equal(heard.length, 2)
})

test('Metrica is told page by page, under a number of its own each time', async () => {
  handService(analyticsAt(at('/collect')))
  const here = await ground.school('mexrontal')
  const yes = await choice(here, 'all')
  for (const path of ['/kk/trust', '/kk/trust']) await ask(here, path, { cookie: yes })
  assert.equal(await send(here), 1)
  const told = heard.map(({ body }) => Object.fromEntries(new URLSearchParams(body)))
  assert.deepEqual(told.map(({ cid, ...rest }) => rest), Array(2).fill({ tid: 'G-7', ms: 'geheim', t: 'pageview', et: String(noon.getTime() / 1000 - noon.getTime() / 1000 % 3600), dl: `${here.address.origin}/trust`, ul: 'kk' }))
  assert.notEqual(told[0]!.cid, told[1]!.cid)
})

test('MQ-082 the policy and the question about cookies name the service in three languages; no page loads anything from it', async () => {
  const here = await ground.school('masteryn-quest')
  for (const locale of ['ru', 'kk', 'en']) {
    const [policy, first, cookies] = await Promise.all(['/privacy', '/', '/cookies'].map(async path => {
      const answer = await ask(here, `/${locale}${path === '/' ? '' : path}`)
      assert.doesNotMatch(answer.headers.get('content-security-policy')!, /google|yandex/)
      return answer.text()
    }))
    assert.match(policy!, /Google Analytics/)
    assert.match(/<section class="ask".*?<\/section>/s.exec(first!)![0], /Google Analytics/)
    assert.match(/<main.*<\/main>/s.exec(cookies!)![0], /Google Analytics/)
    for (const page of [policy, first, cookies]) assert.doesNotMatch(page!, /(?:src|href)="[^"]*(?:google|yandex)/)
  }
})
