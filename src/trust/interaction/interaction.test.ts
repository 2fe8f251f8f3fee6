// What is noted of a visit: exactly what a school has named, about whom it has said, and nothing beside it.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { test, type TestContext } from 'node:test'
import { reveal } from '#platform/sealing/sealing.ts'
import { checkPromise, enforcePromises } from '#trust/evidence/evidence.ts'
import { addDuration } from '#trust/law/law.ts'
import { classroom } from '#test/classroom.ts'
import { noon, openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { roundTrips } from '#test/round-trips.ts'
import { copiedRows } from '#test/taught.ts'
import { workThrough } from '#test/working.ts'
import { readSite } from '../../site.ts'
import { notePage, writeVisits } from './interaction.ts'

const ground = await openTestDatabases()
const { school, asAdmin } = ground

const desktop = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0'
const phone = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36'
const robot = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000)

type How = { as?: Member | undefined; agent?: string; address?: string; cookie?: string; form?: Record<string, string> }
/** A request over a socket that has an address, by a browser that says what it is. */
async function ask(here: School, path: string, { as, agent = desktop, address = '203.0.113.77', cookie, form }: How = {}) {
  const headers = { host: here.address.host, accept: 'text/html', origin: here.address.origin, 'user-agent': agent, cookie: [as?.cookie, cookie].filter(Boolean).join('; ') }
  const answer = await ground.app.request(here.address.origin + path, { headers, ...form && { method: 'POST', body: new URLSearchParams(form) } }, { incoming: { socket: { remoteAddress: address } } })
  return { status: answer.status, html: await answer.text(), cookies: answer.headers.getSetCookie() }
}
const viewIn = (html: string) => /id="stay" data-view="([0-9a-f-]{36})" data-to="\/visits"/.exec(html)?.[1]
const kept = async () => writeVisits(ground.ground.db)

const rowsOf = async (here: School, { id }: Member) => {
  await kept()
  return here.inside(async ctx => {
    await ctx.keys.fetch([id])
    return reveal(ctx, await ctx.db.selectFrom('interaction.visits').selectAll().where('person', '=', id).orderBy('at').orderBy('id').execute())
  })
}
const countsOf = async (here: School) => {
  await kept()
  return here.inside(({ db }) => db.selectFrom('interaction.counts').selectAll().orderBy('page').orderBy('device').execute())
}
/** What the cookie question leaves in a browser. */
async function chosen(here: School, answer: 'all' | 'necessary', cookie = '') {
  const { cookies } = await ask(here, '/cookies', { form: { answer }, cookie })
  return { jar: cookies.map(each => each.split(';')[0]!).find(each => each.startsWith('cookie-choice='))!, cookies }
}
const promise = (here: School, id: string) => here.policy.promises.find(each => each.id === id)!

const quest = await school('masteryn-quest')
const room = await classroom(quest, 'text')

test('MQ-019 MQ-034 MQ-036 three visits are three rows for service quality, with the kind of device, in the copy too; the policy names it', async () => {
  const who = await quest.learner()
  for (const [path, agent] of [['/courses', desktop], [`/kk/courses/${room.course}?from=menu`, phone], ['/trajectories', desktop]] as const)
    assert.equal((await ask(quest, path, { as: who, agent })).status, 200)
  const rows = await rowsOf(quest, who)
  assert.deepEqual(rows.map(({ page, device, purpose }) => [page, device, purpose]).sort(), [['/courses', 'desktop', 'quality'], [`/courses/${room.course}`, 'mobile', 'quality'], ['/trajectories', 'desktop', 'quality']])
  assert.equal(quest.policy.purposes.find(({ id }) => id === 'quality')!.serves, 'improvement')
  const copied = await copiedRows(quest, who, 'interaction.visits')
  assert.deepEqual(copied.map(({ page, device }) => `${page} ${device}`).sort(), rows.map(({ page, device }) => `${page} ${device}`).sort())
  assert.ok((await ask(quest, '/privacy')).html.includes(promise(quest, 'visits-recorded').says.ru))
  assert.equal((await checkPromise(quest.system, promise(quest, 'visits-recorded'))).state, 'kept')
})

test('MQ-035 a minute on a lesson is kept with its beginning: told by the page, or by the next one where no script runs', async () => {
  const who = room.learner
  const { html } = await ask(quest, `/learn/${room.run}/lesson-1`, { as: who })
  const view = viewIn(html)!
  ground.at(later(60))
  assert.equal((await ask(quest, '/visits', { as: who, form: { view, seconds: '60' } })).status, 204)
  await ask(quest, '/courses', { as: who })
  ground.at(later(105))
  await ask(quest, '/trajectories', { as: who })
  const timed = (await rowsOf(quest, who)).map(({ page, at, seconds }) => [page, at.getTime() - noon.getTime(), seconds])
  assert.deepEqual(timed, [[`/learn/${room.run}/lesson-1`, 0, 60], ['/courses', 60_000, 45], ['/trajectories', 105_000, null]])
  // What is told cannot be longer than the page has been open, nor be told by another person.
  await ask(quest, '/visits', { as: who, form: { view, seconds: '86400' } })
  assert.equal((await rowsOf(quest, who))[0]!.seconds, 105)
  await ask(quest, '/visits', { as: await quest.learner(), form: { view, seconds: '1' } })
  assert.equal((await rowsOf(quest, who))[0]!.seconds, 105)
  ground.at(noon)
})

test('MQ-037 two browsers are two rows with the family of each, and no version', async () => {
  const who = await quest.learner()
  for (const agent of [desktop, phone]) await ask(quest, '/about', { as: who, agent })
  assert.deepEqual((await rowsOf(quest, who)).map(({ browser }) => browser).sort(), ['Chrome', 'Firefox'])
})

test('to be noted costs a page no round trip, and many visits are written in one transaction', async () => {
  const who = await quest.learner()
  const visit = () => ask(quest, '/trust', { as: who })
  await visit()
  await kept()
  assert.equal(await roundTrips(visit), 3)
  for (let times = 0; times < 5; times++) await visit()
  assert.ok(await roundTrips(kept) <= 3)
  assert.equal((await rowsOf(quest, who)).length, 7)
})

test('what no sentence names is not written, and what is written all the same breaks the promise', async () => {
  const manifest = readSite('masteryn-quest').manifest.replace('keeps: [page, duration, device, browser], purpose', 'keeps: [page], purpose')
  const here = await school('masteryn-quest', { manifest, next: undefined })
  const who = await here.learner()
  const { html } = await ask(here, '/courses', { as: who, agent: phone })
  assert.equal(viewIn(html), undefined, 'no script comes along')
  const [row] = await rowsOf(here, who)
  assert.deepEqual([row!.page, row!.device, row!.browser, row!.system, row!.address, row!.element, row!.seconds], ['/courses', null, null, null, null, null, null])
  assert.equal((await checkPromise(here.system, promise(here, 'visits-recorded'))).state, 'kept')
  await here.inside(({ db }) => db.updateTable('interaction.visits').set({ seconds: 5 }).execute())
  assert.equal((await checkPromise(here.system, promise(here, 'visits-recorded'))).state, 'broken')
})

test('guests are counted only, staff and robots not at all, and an address in which somebody may stand is kept as a pattern', async () => {
  const here = await school('masteryn-quest')
  const [who, teacher] = [await here.learner(), await here.staff('teacher')]
  await ask(here, '/courses')
  await ask(here, '/courses', { as: teacher })
  await ask(here, '/courses', { agent: robot })
  await ask(here, '/courses', { agent: '' })
  assert.deepEqual((await countsOf(here)).map(({ page, views, device }) => [page, views, device]), [['/courses', 1, 'desktop']])
  const { html } = await ask(here, '/trust/visits-recorded', { as: who })
  assert.ok(viewIn(html))
  assert.deepEqual((await rowsOf(here, who)).map(({ page }) => page), ['/trust/:id'])
  assert.equal(viewIn((await ask(here, '/courses')).html), undefined, 'a guest is not watched')
})

test('rows go with their person and at their term; the totals stay, and one who is gone keeps nobody else from being noted', async () => {
  const here = await school('masteryn-quest')
  const [leaving, staying] = [await here.learner(), await here.learner()]
  for (const as of [leaving, staying]) await ask(here, '/courses', { as })
  await kept()
  assert.equal((await here.request('/me/data/erase', { as: leaving, form: { sure: 'true' } })).status, 303)
  await workThrough(here.system)
  notePage(leaving.ctx, { view: randomUUID(), path: '/about', params: {}, cookies: {}, client: { address: '', agent: desktop }, refusesByItself: false }, '/about')
  await ask(here, '/about', { as: staying })
  const people = async () => (await kept(), here.inside(({ db }) => db.selectFrom('interaction.visits').select('person').execute()))
  assert.deepEqual((await people()).map(({ person }) => person), [staying.id, staying.id])
  assert.equal((await countsOf(here)).find(({ page }) => page === '/courses')!.views, 2)
  const end = addDuration(noon, 'P6M')
  for (const [moment, left] of [[new Date(end.getTime() - 3_600_000), 2], [new Date(end.getTime() + 3_600_000), 0]] as const) {
    await enforcePromises(here.as({ person: null, role: 'system' }, moment))
    assert.equal((await people()).length, left)
  }
  assert.equal((await countsOf(here)).length > 0, true)
  await enforcePromises(here.as({ person: null, role: 'system' }, new Date(addDuration(noon, 'P2Y').getTime() + 2 * 3_600_000)))
  assert.deepEqual(await countsOf(here), [])
})

test('CL-013 CL-014 CL-015 a visit has the address, the browser and the system; they are in the copy, and in no report of a course', async () => {
  const here = await school('cloudex-learning')
  const { learner, teacher, run } = await classroom(here, 'text')
  await ask(here, '/courses', { as: learner, address: '203.0.113.77' })
  await ask(here, '/courses', { as: learner, agent: phone, address: '2001:db8::7' })
  const expected = ['2001:db8::7 Chrome Android', '203.0.113.77 Firefox Windows']
  for (const rows of [await rowsOf(here, learner), await copiedRows(here, learner, 'interaction.visits')])
    assert.deepEqual(rows.map(({ address, browser, system }) => `${address} ${browser} ${system}`).sort(), expected)
  for (const path of ['/teach/progress', `/teach/progress/${run}`]) {
    const { status, html } = await ask(here, path, { as: teacher, address: '198.51.100.4' })
    assert.equal(status, 200)
    assert.doesNotMatch(html, /203\.0\.113\.77|2001:db8|Firefox|Android/)
  }
})

test('CL-016 three pages are three rows of interaction', async () => {
  const here = await school('cloudex-learning')
  const who = await here.learner()
  for (const path of ['/', '/courses', '/about']) await ask(here, path, { as: who })
  assert.deepEqual((await rowsOf(here, who)).map(({ page }) => page).sort(), ['/', '/about', '/courses'])
})

test('WD-017 WD-018 WD-019 with consent pages, time and presses of the menu are kept; without it nothing, and what is typed never', async () => {
  const here = await school('webstapero-dev-notes')
  const who = await here.learner()
  const visitAll = async (cookie: string) => { for (const path of ['/', '/courses', '/about']) assert.equal((await ask(here, path, { as: who, cookie })).status, 200) }
  await visitAll('')
  await visitAll((await chosen(here, 'necessary')).jar)
  assert.deepEqual([await rowsOf(here, who), await countsOf(here)], [[], []])
  const { jar } = await chosen(here, 'all')
  await visitAll(jar)
  assert.deepEqual((await rowsOf(here, who)).map(({ page }) => page).sort(), ['/', '/about', '/courses'])
  const { html } = await ask(here, '/reviews', { as: who, cookie: jar })
  assert.match(html, /data-name="\/courses"/)
  const tell = async (form: Record<string, string>) => (await ask(here, '/visits', { as: who, cookie: jar, form: { view: viewIn(html)!, ...form } })).status
  ground.at(later(120))
  assert.equal(await tell({ seconds: '120' }), 204)
  assert.equal(await tell({ element: '/courses' }), 204)
  assert.equal(await tell({ element: 'my secret words' }), 204)
  assert.equal(await tell({ element: '/courses', value: 'my secret words' }), 422)
  ground.at(noon)
  const rows = (await rowsOf(here, who)).filter(({ page }) => page === '/reviews').map(({ element, seconds }) => [element, seconds])
  assert.deepEqual(rows, [[null, 120], ['/courses', null]])
})

test('WD-036 the cookie of analytics comes after consent, and goes with it', async () => {
  const here = await school('webstapero-dev-notes')
  const visitCookie = ({ cookies }: { cookies: string[] }) => cookies.filter(each => each.startsWith('visit=')).map(each => each.split(';')[0])
  assert.deepEqual(visitCookie(await ask(here, '/courses')), [])
  const { jar } = await chosen(here, 'all')
  const [first] = visitCookie(await ask(here, '/courses', { cookie: jar }))
  assert.match(first!, /^visit=[0-9a-f-]{36}$/)
  ground.at(later(30))
  await ask(here, '/about', { cookie: `${jar}; ${first}` })
  ground.at(noon)
  assert.deepEqual((await countsOf(here)).map(({ page, seconds }) => [page, Number(seconds)]), [['/about', 0], ['/courses', 30]], 'reading time of a guest, known without a script')
  const refused = await chosen(here, 'necessary', `${jar}; ${first}`)
  assert.deepEqual(visitCookie(refused), ['visit='])
  assert.deepEqual(visitCookie(await ask(here, '/courses', { cookie: refused.jar })), [])
})

test('MX-058 MX-062 refused, pages are counted on the server and tied to nothing; allowed, time and presses too; withdrawn, that stops with the next page', async () => {
  const here = await school('mexrontal')
  const who = await here.learner()
  const first = await ask(here, '/courses', { as: who })
  assert.deepEqual([viewIn(first.html), first.cookies], [undefined, []])
  const { jar } = await chosen(here, 'all')
  const { html, cookies } = await ask(here, '/courses', { as: who, cookie: jar })
  assert.match(cookies.join(), /^visit=/)
  ground.at(later(20))
  await ask(here, '/visits', { as: who, cookie: jar, form: { view: viewIn(html)!, seconds: '20' } })
  ground.at(noon)
  const after = await chosen(here, 'necessary', jar)
  assert.equal(viewIn((await ask(here, '/courses', { as: who, cookie: after.jar })).html), undefined)
  assert.deepEqual((await countsOf(here)).map(({ page, views, seconds, device, browser, system }) => [page, views, Number(seconds), device, browser, system]), [['/courses', 3, 20, '', '', '']])
  assert.deepEqual(await rowsOf(here, who), [])
})

/** Everything that is printed while something happens. */
async function printed(context: TestContext, work: () => Promise<unknown>): Promise<string> {
  const lines: string[] = []
  for (const name of ['log', 'info', 'warn', 'error'] as const) context.mock.method(console, name, (...words: unknown[]) => { lines.push(words.join(' ')) })
  for (const stream of [process.stdout, process.stderr]) context.mock.method(stream, 'write', (chunk: unknown) => { lines.push(String(chunk)); return true })
  try { await work() } finally { context.mock.restoreAll() }
  return lines.join('\n')
}

test('LP-032 LP-033 of an address the network stays, in no row, log or record stands the whole; two learners become one row', async context => {
  const here = await school('landscape-photo')
  const [one, other] = [await here.learner(), await here.learner()]
  const said = await printed(context, async () => {
    for (const as of [one, other]) await ask(here, '/courses', { as, address: '203.0.113.77' })
    await ask(here, '/sign-in', { address: '203.0.113.77', form: { email: one.email, password: 'a wrong password' } })
    await ask(here, '/nowhere', { address: '203.0.113.77' })
    await kept()
  })
  assert.doesNotMatch(said, /203\.0\.113/)
  const counts = (await countsOf(here)).filter(({ page }) => page === '/courses')
  assert.deepEqual(counts.map(({ views }) => views), [2])
  assert.deepEqual(Object.keys(counts[0]!).filter(column => /person|session|id$|address|network/.test(column)), [])
  const networks = await here.inside(({ db }) => db.selectFrom('interaction.networks').select(['network', 'views']).execute())
  assert.deepEqual(networks, [{ network: '203.0.113.0/24', views: 2 }])
  const found = await asAdmin(async client => {
    const { rows: tables } = await client.query<{ name: string }>(`select oid::regclass::text as name from pg_class where relkind in ('r', 'p') and not relispartition and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'site')`)
    const hits: string[] = []
    for (const { name } of tables) if ((await client.query(`select from ${name} as t where site = $1 and t::text like '%203.0.113.77%' limit 1`, [here.slug])).rowCount) hits.push(name)
    return [...hits, ...(await client.query('select from sign_in.records where site = $1', [here.slug])).rows.map(() => 'sign_in.records')]
  })
  assert.deepEqual(found, [])
  assert.equal((await checkPromise(here.system, promise(here, 'visits-counted'))).state, 'kept')
  await assert.rejects(here.inside(({ db }) => db.insertInto('interaction.networks').values({ day: '2026-12-03', network: '203.0.113.77/32', country: '', views: 1 }).execute()), /networks_network_check/)
})

test('LP-034 of where somebody is the country stays, told from the cut network on this machine; no browser is asked, and no service', async () => {
  const here = await school('landscape-photo')
  const hosts: string[] = []
  const lookup = (message: unknown) => { hosts.push(String((message as { hostname?: string; host?: string }).hostname ?? (message as { host?: string }).host)) }
  for (const channel of ['net.client.socket', 'undici:request:create']) subscribe(channel, lookup)
  let html = ''
  for (const [address, as] of [['95.56.12.7', await here.learner()], ['95.56.12.200', undefined], ['2a03:32c0:1::5', undefined], ['10.1.2.3', undefined]] as const) ({ html } = await ask(here, '/courses', { address, ...as && { as } }))
  await kept()
  for (const channel of ['net.client.socket', 'undici:request:create']) unsubscribe(channel, lookup)
  assert.deepEqual(hosts.filter(host => host !== 'undefined'), [])
  assert.doesNotMatch(html, /geolocation/i)
  const found = await here.inside(({ db }) => db.selectFrom('interaction.networks').select(['network', 'country', 'views']).orderBy('network').execute())
  assert.deepEqual(found, [{ network: '10.1.2.0/24', country: '', views: 1 }, { network: '2a03:32c0:1::/48', country: 'KZ', views: 1 }, { network: '95.56.12.0/24', country: 'KZ', views: 2 }])
  assert.equal((await checkPromise(here.system, promise(here, 'visits-counted'))).state, 'kept')
  const office = (await ask(here, '/kk/office/visits', { as: await here.staff('operator') })).html
  assert.match(office, /Елдер[\s\S]*Қазақстан[\s\S]*>3</)
  const manifest = readSite('landscape-photo').manifest.replace('keeps: [page, device, browser, network, country]', 'keeps: [page, device, browser, network]')
  const less = await school('landscape-photo', { manifest, next: undefined })
  await ask(less, '/courses', { address: '95.56.12.7' })
  await kept()
  assert.deepEqual(await less.inside(({ db }) => db.selectFrom('interaction.networks').select('country').execute()), [{ country: '' }])
  await less.inside(({ db }) => db.updateTable('interaction.networks').set({ country: 'KZ' }).execute())
  assert.equal((await checkPromise(less.system, promise(less, 'visits-counted'))).state, 'broken')
})

test('LP-035 LP-036 LP-037 a visit by phone is counted under its page, hour and kind of device, with the family of the browser and nothing of the model', async () => {
  const here = await school('landscape-photo')
  await ask(here, '/about', { as: await here.learner(), agent: phone })
  const [row, ...more] = await countsOf(here)
  assert.deepEqual(more, [])
  assert.deepEqual([row!.page, row!.hour.toISOString(), row!.device, row!.browser], ['/about', '2026-12-03T07:00:00.000Z', 'mobile', 'Chrome'])
  assert.doesNotMatch(JSON.stringify(row), /Pixel|Mozilla|130|AppleWebKit/)
})

test('who runs a school sees numbers of pages, days and devices; others do not see the page', async () => {
  const here = await school('landscape-photo')
  const learner = await here.learner()
  for (const agent of [desktop, phone]) await ask(here, '/courses', { as: learner, agent })
  await kept()
  for (const role of ['operator', 'privacy-officer'] as const) {
    const { status, html } = await ask(here, '/kk/office/visits', { as: await here.staff(role) })
    assert.equal(status, 200)
    for (const words of ['Төрт аптада ашылған беттер: 2', '/courses', 'телефон', 'компьютер', 'Firefox', 'href="/kk/trust/visits-counted"']) assert.ok(html.includes(words), words)
  }
  assert.equal((await ask(here, '/office/visits', { as: learner })).status, 403)
  assert.equal((await ask(here, '/office/visits', { as: await here.staff('teacher') })).status, 403)
})
