// Outside links: how they are marked, what stands before them, and what can never stand in one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FaultyFolder, readCourseFolder, wordsOf, writeCourseFolder } from '#school/courses/courses.ts'
import { markDone } from '#school/enrolment/enrolment.ts'
import { judgeReview, writeReview } from '#school/catalogue/catalogue.ts'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { openTestDatabases, type Member, type School } from './fixtures.ts'
import { schoolOf } from './schools.ts'
import { smallCourse } from './small-course.ts'
import { learnerOf, teach } from './taught.ts'

const ground = await openTestDatabases()

const [reading, tool, policy] = ['https://stat.example/tables?year=2026', 'https://draw.example/', 'https://draw.example/privacy']
const links = `[Числа](${reading}) [Рисунок](${tool} "tool policy=${policy}")`
const withLinks = (words: string) => smallCourse(Object.fromEntries(['ru', 'kk', 'en'].map(locale => [`lessons/01-side.${locale}.md`, (text: string) => text.replace('[mdn]', `${words} [mdn]`)])))
const course = readCourseFolder(withLinks(links))
const faultsOf = (words: string) => {
  try { readCourseFolder(withLinks(words)) } catch (fault) { return (fault as FaultyFolder).faults.map(each => wordsOf(each, 'en')) }
  return []
}

/** A school that teaches the course with links, and a learner of it who needs nothing but its one lesson. */
async function taughtIn(slug: string) {
  const here = await schoolOf(ground, slug)
  await teach(here, [{ ...course, slug: 'light', completion: { lessons: 100, test: false, assignment: false } }])
  const learner = await learnerOf(here, 'light')
  return { here, learner, lesson: async () => anchorsIn(await textOf(here, '/learn/light/side', learner)) }
}
type Anchor = { href: string; rel: string; words: string; heard: string }
const anchorsIn = (page: string): Anchor[] => [...page.matchAll(/<a class="outside-link" href="([^"]+)" rel="([^"]+)">([^<]+)<span class="unseen" lang="ru"> \(([^)]+)\)/g)]
  .map(([, href, rel, words, heard]) => ({ href: href!.replaceAll('&amp;', '&'), rel: rel!, words: words!, heard: heard! }))
const textOf = async (here: School, path: string, as?: Member) => (await here.request(path, { ...as && { as }, headers: { 'accept-language': 'ru' } })).text()
const wordsIn = (page: string) => page.slice(page.indexOf('<main')).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const follow = (here: School, path: string, from = 'same-origin') => here.request(path, { headers: { 'sec-fetch-site': from } })
const stateOf = async (here: School, id: string) => (await checkPromise(here.system, here.policy.promises.find(({ keeps }) => keeps.includes(id))!)).state
const marked = { rel: 'noopener noreferrer external', heard: 'внешний сайт' }

const promising = taughtIn('masteryn-quest')

test('MQ-112 an outside link in a lesson and in what people write shows its mark, for eyes and for ears, and goes without opener and referrer', async () => {
  const { here, learner, lesson } = await promising
  const operator = await here.staff('operator')
  const [first, second] = await lesson()
  assert.deepEqual([first, second].map(link => ({ ...link, href: undefined })), [{ ...marked, words: 'Числа', href: undefined }, { ...marked, words: 'Рисунок', href: undefined }])
  const review = await writeReview(learner.ctx, { course: 'light', stars: 5, words: `Понравилось, сравните с ${reading}&utm_source=me, там числа.`, publish: true })
  await judgeReview(operator.ctx, { review, approve: 'yes' })
  const said = anchorsIn(await textOf(here, '/reviews')).find(({ words }) => words.includes('stat.example'))!
  assert.deepEqual({ ...said, href: undefined }, { ...marked, words: reading, href: undefined }, 'the tracker is gone')
  assert.equal(await stateOf(here, 'MQ-112'), 'kept')
})

test('MQ-113 a course is finished without following a link, and no address that follows or sells its reader comes into one', async () => {
  const { here, learner } = await promising
  await markDone(learner.ctx, { run: 'light', lesson: 'side' })
  const { completed_at } = await here.inside(({ db }) => db.selectFrom('enrolment.enrolments').select('completed_at').where('person', '=', learner.id).executeTakeFirstOrThrow())
  assert.ok(completed_at, 'finished')
  for (const parameter of ['utm_source', 'gclid', 'fbclid', 'yclid', 'ref', 'aff_id'])
    assert.equal(faultsOf(`[x](${reading}&${parameter}=7)`)[0], `small/lessons/01-side.ru.md:7:13 The link follows its reader: take "${parameter}" out of the address.`)
  assert.match(faultsOf('[x](https://a.example/#utm_campaign=1)')[0]!, /utm_campaign/)
  assert.match(faultsOf('[x](https://anna:secret@a.example/)')[0]!, /A link leads to https/)
  assert.match(faultsOf('[x](https://a.example/ "click here")')[0]!, /not "click here"/)
  assert.match(faultsOf('[x](https://a.example/ "policy=https://b.example/?gclid=1")')[0]!, /Beside the address/)
  assert.deepEqual(readCourseFolder({ ...writeCourseFolder(course), name: 'small' }), course, 'what stands beside an address goes out and comes in again')
})

test('MQ-114 before leaving one is told that nobody vouches for the site, and the way out says nothing of the reader', async () => {
  const { here, lesson } = await promising
  const [link] = await lesson()
  const answer = await follow(here, link!.href)
  const page = await answer.text()
  assert.match(wordsIn(page), /Мы не можем поручиться ни за безопасность stat\.example, ни за то, как там берегут личные данные/)
  assert.equal(answer.headers.get('referrer-policy'), 'no-referrer')
  assert.match(page, new RegExp(`<a href="${reading.replace('?', '\\?')}" class="button primary" rel="noopener noreferrer external">`))
  assert.doesNotMatch(page, /<main[\s\S]*<script[\s\S]*<\/main>/, 'it is a page, not a script')
  assert.match(page, /href="\/learn\/light\/side"/, 'the way back to the lesson')
  assert.equal(await stateOf(here, 'MQ-114'), 'kept')
})

test('MQ-115 the notice names the host and says that its own rules apply; it opens for nothing that the school has not signed', async () => {
  const { here, lesson } = await promising
  const other = await ground.school('masteryn-quest')
  const [link] = await lesson()
  const page = await (await follow(here, link!.href)).text()
  assert.match(page, /<h1>Дальше — сайт stat\.example<\/h1>/)
  assert.match(wordsIn(page), /Там действуют правила stat\.example, а не наши/)
  const forged = [link!.href.replace('stat.example', 'evil.example'), link!.href.replace(/&key=.*/, ''), `${link!.href}&tool=1`, `${link!.href}&policy=https%3A%2F%2Fevil.example`, '/outside?to=https%3A%2F%2Fevil.example', '/outside?to=javascript%3Aalert(1)']
  assert.deepEqual(await Promise.all(forged.map(async path => (await follow(here, path)).status)), forged.map(() => 404))
  assert.equal((await follow(other, link!.href)).status, 404, 'another school has signed nothing of it')
  assert.equal((await follow(here, link!.href, 'cross-site')).status, 403, 'another site leads nobody through ours')
  assert.match(await (await follow(here, link!.href.replace(/from=[^&]*/, 'from=%2F%2Fevil.example'))).text(), /<a href="\/" class="button secondary">/)
  assert.equal(await stateOf(here, 'MQ-115'), 'kept')
})

test('MQ-116 the notice advises to read the policy of the site, and leads to it where the author named one', async () => {
  const { here, lesson } = await promising
  const [plain, named] = await lesson()
  assert.match(wordsIn(await (await follow(here, plain!.href)).text()), /Прочитайте, как этот сайт обращается с данными, прежде чем что-то ему сообщать\. Обычно ссылка на политику стоит внизу/)
  assert.match(await (await follow(here, named!.href)).text(), new RegExp(`Прочитайте, как этот сайт обращается с данными[^<]*<a href="${policy}" rel="noopener noreferrer external">Политика конфиденциальности на draw\\.example</a>`))
  assert.equal(await stateOf(here, 'MQ-116'), 'kept')
})

test('MQ-117 notice and policy both disclaim what stands outside; the school adds nothing to an address', async () => {
  const { here, learner, lesson } = await promising
  const [link] = await lesson()
  assert.match(wordsIn(await (await follow(here, link!.href)).text()), /За содержание этого сайта и за то, как он собирает данные, отвечает его владелец\. Школа за это не отвечает/)
  assert.match(wordsIn(await textOf(here, '/privacy')), /За содержание чужого сайта и за то, какие данные он собирает, отвечает его владелец, а не школа/)
  const notice = await (await here.request(link!.href, { as: learner })).text()
  const targets = [...notice.matchAll(/href="(https:[^"]+)"/g)].map(([, href]) => href)
  assert.deepEqual(targets, [reading], 'the same address, also for somebody who is known here')
  assert.equal(await stateOf(here, 'MQ-117'), 'kept')
})

test('MQ-118 before an outside tool one is warned about payment data, and no form of another site can stand in a lesson', async () => {
  const { here, lesson } = await promising
  const [, named] = await lesson()
  const page = await (await follow(here, named!.href)).text()
  assert.match(page, /class="notice warn"[\s\S]*Это внешний инструмент, он может собирать больше данных[\s\S]*не вводите номер карты/)
  assert.match(wordsIn(page), /Проверяйте, о чём вас там спрашивают/)
  for (const embedded of ['<iframe src="https://draw.example"></iframe>', '<form action="https://draw.example"><input name="card"></form>']) assert.match(faultsOf(embedded).join(), /HTML is not allowed/)
  assert.equal(await stateOf(here, 'MQ-118'), 'kept')
})

test('a school that promises no notice keeps the mark, and its links lead out at once', async () => {
  const { lesson } = await taughtIn('mexrontal')
  assert.deepEqual((await lesson()).slice(0, 2), [{ ...marked, words: 'Числа', href: reading }, { ...marked, words: 'Рисунок', href: tool }])
})
