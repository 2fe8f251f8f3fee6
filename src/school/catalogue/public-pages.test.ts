// What anyone may see: every page signed out, linked from every other, in three languages, from the school's own data.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withinText } from '#trust/law/law.ts'
import { openTestDatabases } from '#test/fixtures.ts'
import { roundTrips } from '#test/round-trips.ts'
import { courseOf, learnerOf, teach } from '#test/taught.ts'
import { drawRoute } from './route-line.ts'
import { startTrajectory, stopTrajectory } from './start-trajectory.ts'

const { school } = await openTestDatabases()
const paths = ['/', '/courses', '/trajectories', '/reviews', '/contacts', '/about', '/help', '/terms', '/accessibility', '/privacy']

test('WD-001 WD-079 the page about the school and the home page are open to everyone and linked from every page', async () => {
  const here = await school()
  for (const path of paths) {
    const answer = await here.request(path)
    const page = await answer.text()
    assert.equal(answer.status, 200, path)
    for (const link of ['/about', '/', '/privacy', '/contacts', '/courses', '/reviews', '/trajectories']) assert.ok(page.includes(`href="${link}"`), `${path} does not lead to ${link}`)
  }
  assert.ok((await (await here.request('/about')).text()).replace(/<[^>]+>/g, '').length > 700, 'the page says something')
})

test('every public page stands in three languages, each with its own title, and says nothing in another one', async () => {
  const here = await school()
  for (const path of paths) {
    const pages = await Promise.all(['ru', 'kk', 'en'].map(async locale => (await here.request(`/${locale}${path === '/' ? '' : path}`)).text()))
    assert.equal(new Set(pages.map(page => /<h1[^>]*>(.*?)<\/h1>/s.exec(page)![1])).size, 3, path)
    assert.ok(pages.every(page => !/undefined|\{\w+\}|\[object/.test(page.replace(/<script[\s\S]*?<\/script>/g, ''))), path)
  }
})

test('MQ-128 the contacts page lists every channel of the manifest with its hours and its time of answer', async () => {
  const here = await school()
  const page = await (await here.request('/contacts')).text()
  for (const { channel, value, hours, answer } of here.policy.operator.contacts) {
    const shown = typeof value === 'string' ? value : value.ru
    if (channel === 'e-mail') assert.ok(page.includes(`href="mailto:${shown}"`))
    if (channel === 'phone') assert.ok(page.includes(`href="tel:${shown.replace(/[^+\d]/g, '')}"`))
    if (channel !== 'form') assert.ok(page.includes(shown), shown)
    assert.ok(page.includes(hours.ru) && page.includes(withinText(answer).ru))
  }
})

test('MQ-009 each channel on the contacts page leads where it says: the letter to the address of the manifest, the form to a request that is taken', async () => {
  const here = await school('masteryn-quest')
  const page = await (await here.request('/contacts')).text()
  const { contacts } = here.policy.operator
  for (const { value } of contacts.filter(({ channel }) => channel === 'e-mail')) assert.ok(page.includes(`href="mailto:${String(value)}"`))
  const form = contacts.find(({ channel }) => channel === 'form')!
  assert.ok(page.includes(`href="${String(form.value)}"`))
  assert.match(await (await here.request(String(form.value))).text(), /<textarea[^>]*name="words"/)
  const learner = await here.learner()
  const asked = await here.request('/me/enquiries', { as: learner, form: { topic: 'privacy', words: 'Объясните, зачем нужна дата рождения' } })
  assert.equal(asked.status, 303)
  const officer = await here.staff('privacy-officer')
  assert.match(await (await here.request('/privacy-office/enquiries', { as: officer })).text(), /\/office\/enquiries\/[0-9a-f-]{36}/)
})

test('MX-002 a school answers at its own host, and nothing of it works at another', async () => {
  const [mine, other] = [await school(), await school()]
  await teach(mine, [courseOf({ slug: 'only-here' })])
  const learner = await learnerOf(mine, 'only-here')
  assert.equal((await mine.request('/courses/only-here')).status, 200)
  assert.equal((await mine.request('/me', { as: learner })).status, 200)
  assert.equal((await other.request('/courses/only-here')).status, 404)
  assert.equal((await other.request('/learn/only-here/lesson-1')).status, 404)
  assert.match((await other.request('/me', { as: learner })).headers.get('location')!, /sign-in/)
})

test('WD-078 the policy page leads on to signing up with the version that was read, and nothing is agreed beforehand', async () => {
  const here = await school()
  const link = /href="(\/sign-up\?policy=(\d+))"/.exec(await (await here.request('/privacy')).text())!
  const page = await (await here.request(link[1]!)).text()
  assert.ok(page.includes(`href="/privacy/versions/${link[2]}"`))
  assert.doesNotMatch(page, /checked|type="checkbox"[^>]*value="(on|true)"/)
  assert.equal((await here.request(`/privacy/versions/${link[2]}`)).status, 200)
})

test('WD-003 trajectories with their stages are public; started, one is the learner\'s own, and only the choice is kept', async () => {
  const here = await school()
  const words = { ru: 'Путь к свету', kk: 'Жарыққа жол', en: 'Way to light' }
  await teach(here, [courseOf()], [{ slug: 'way', title: words, outcome: words, summary: words, stages: [{ title: { ru: 'Первая ступень', kk: 'Бірінші саты', en: 'First stage' }, course: 'light' }] }])
  assert.match(await (await here.request('/trajectories')).text(), /Путь к свету[\s\S]*Первая ступень/)
  const learner = await here.learner()
  assert.equal((await here.request('/trajectories/way/start', { as: learner, form: {} })).status, 303)
  assert.match(await (await here.request('/trajectories', { as: learner })).text(), /Ваша траектория: 0 из 1/)
  assert.doesNotMatch(await (await here.request('/trajectories', { as: await here.learner() })).text(), /Ваша траектория/)
  await assert.rejects(startTrajectory(learner.ctx, { trajectory: 'way' }), { status: 409 })
  const column = here.as(learner.actor).map.find(({ name }) => name === 'catalogue.starts')!.columns.find(({ name }) => name === 'at')!
  assert.ok(column.note.says === 'data' && here.policy.data.some(({ category }) => column.note.says === 'data' && category === column.note.category), 'of a category that the policy lists')
  await stopTrajectory(learner.ctx, { trajectory: 'way' })
  await assert.rejects(stopTrajectory(learner.ctx, { trajectory: 'way' }), { status: 404 })
})

test('on the map of a route each stage is as long as its lessons, and a table beside it says the same', async () => {
  const { stretches } = drawRoute([{ minutes: 30, stops: [10, 20] }, { minutes: 60, stops: [60] }, { minutes: 15, stops: [15] }])
  const walked = stretches.map(({ line }) => {
    const points = [...line.matchAll(/[ML](\S+) ([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
    return points.slice(1).reduce((sum, [x, y], place) => sum + Math.hypot(x - points[place]![0], y - points[place]![1]), 0)
  })
  for (const [place, minutes] of [30, 60, 15].entries()) assert.ok(Math.abs(walked[place]! / walked[0]! - minutes / 30) < 0.02, `${minutes} minutes are drawn ${walked[place]} long`)
  const here = await school()
  const words = { ru: 'Путь к свету', kk: 'Жарыққа жол', en: 'Way to light' }
  await teach(here, [courseOf({ modules: [3, 1] })], [{ slug: 'way', title: words, outcome: words, summary: words, stages: [{ title: words, course: 'light' }] }])
  const page = await (await here.request('/trajectories')).text()
  assert.equal(page.match(/class="station next"/g)?.length, 2)
  assert.equal(page.match(/<circle class="stop"/g)?.length, 2, 'the other lessons, besides the first of each stage')
  assert.match(page, /href="\/courses\/light#module-1"[\s\S]*?15 минут[\s\S]*?href="\/courses\/light#module-2"[\s\S]*?5 минут/)
})

test('the catalogue filters in the address, counts what each choice leaves, and says so when nothing fits', async () => {
  const here = await school()
  await teach(here, [courseOf(), courseOf({ slug: 'deep', more: { level: 'advanced', hours: 20 } })])
  const page = async (query: string) => (await (await here.request(`/courses${query}`)).text())
  assert.match(await page('?level=advanced'), /href="\/courses\/deep"/)
  assert.doesNotMatch(await page('?level=advanced'), /href="\/courses\/light"/)
  assert.match(await page('?level=advanced&length=short'), /Ничего не подошло: продвинутый уровень \+ до трёх часов[\s\S]*href="\/courses\?level=advanced"[^>]*><span>Снять последнее условие[\s\S]*Ближе всего к этому[\s\S]*href="\/courses\/deep"/)
  assert.match(await page('?level=nonsense'), /href="\/courses\/light"[\s\S]*href="\/courses\/deep"|href="\/courses\/deep"[\s\S]*href="\/courses\/light"/)
  assert.match(await page('?search=%3Cscript%3E'), /&lt;script>|&lt;script&gt;/)
})

test('a course page says what it takes: minutes, rules, criteria, and the data from the policy; the first lesson can be tried', async () => {
  const here = await school()
  await teach(here, [courseOf({ completion: { lessons: 100, test: true, assignment: true } })])
  const page = await (await here.request('/courses/light')).text()
  assert.match(page, /5 минут/)
  assert.match(page, /не меньше 70 %/)
  for (const { what, why } of here.policy.data.filter(({ category }) => category.startsWith('learning.'))) assert.ok(page.includes(what.ru) && page.includes(why.ru))
  const tried = /href="(\/learn\/light\/lesson-1)"/.exec(page)![1]!
  assert.equal((await here.request(tried)).status, 200)
})

test('public pages and those of a learner wait for the database three times at most', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const learner = await learnerOf(here, 'light')
  const pages: [string, boolean][] = [['/', false], ['/courses', false], ['/courses/light', false], ['/trajectories', true], ['/reviews', true], ['/me', true], ['/learn/light', true], ['/learn/light/lesson-1', true], ['/me/activity', true], ['/learn/light/test', true]]
  for (const [path, signedIn] of pages) {
    await here.request(path, signedIn ? { as: learner } : {})
    const look = () => roundTrips(async () => { assert.equal((await here.request(path, signedIn ? { as: learner } : {})).status, 200) })
    // The vault may ask something of its own meanwhile: the least of three looks is the page's.
    const trips = Math.min(await look(), await look(), await look())
    assert.ok(trips <= 3, `${path} takes ${trips}`)
  }
})
