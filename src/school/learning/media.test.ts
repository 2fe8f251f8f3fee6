// The files of a lesson's videos: for whoever may read the lesson, in the part that was asked for.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCourseFolder } from '#school/courses/courses.ts'
import { takeOut } from '#school/authoring/authoring.ts'
import { openTestDatabases } from '#test/fixtures.ts'
import { film, filmedCourse, poster } from '#test/small-video.ts'
import { learnerOf, teach } from '#test/taught.ts'

const { school } = await openTestDatabases()
const [lesson] = readCourseFolder(filmedCourse()).modules[0]!.lessons
const course = (slug: string) => {
  const folder = readCourseFolder(filmedCourse())
  const [module] = folder.modules
  return { ...folder, slug, modules: [{ ...module!, lessons: [{ ...lesson!, slug: 'open', free: true }, { ...lesson!, slug: 'closed', free: false, checks: [] }] }] }
}
const bodyOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())

test('a player gets the whole or the part it asks for, and captions as text; what is beyond the end is said to be', async () => {
  const here = await school()
  await teach(here, [course('light')])
  const ask = (file: string, range?: string) => here.request(`/learn/light/open/media/${file}`, range ? { headers: { range } } : {})
  const whole = await ask('day.webm')
  assert.deepEqual([whole.status, whole.headers.get('content-type'), whole.headers.get('accept-ranges'), whole.headers.get('content-length')], [200, 'video/webm', 'bytes', String(film.length)])
  assert.deepEqual(await bodyOf(whole), film)
  const part = await ask('day.webm', 'bytes=100-199')
  assert.deepEqual([part.status, part.headers.get('content-range')], [206, `bytes 100-199/${film.length}`])
  assert.deepEqual(await bodyOf(part), film.subarray(100, 200))
  assert.deepEqual(await bodyOf(await ask('day.webm', 'bytes=-10')), film.subarray(-10))
  assert.equal((await ask('day.webm', `bytes=${film.length}-`)).status, 416)
  assert.deepEqual(await bodyOf(await ask('day.jpg')), poster)
  assert.match(await (await ask('day.kk.vtt')).text(), /^WEBVTT\n\n00:00:00\.000 --> 00:00:01\.500\nЖарық күні\n/)
  assert.match((await ask('day.webm?download=1')).headers.get('content-disposition')!, /^attachment/)
  for (const file of ['night.webm', 'day.mp4', 'day.fr.vtt', 'day.ru.md', '..%2Fday.webm']) assert.equal((await ask(file)).status, 404, file)
})

test('the video of a closed lesson is closed to whoever may not read it', async () => {
  const here = await school()
  await teach(here, [course('light')])
  const learner = await learnerOf(here, 'light')
  const at = '/learn/light/closed/media/day.webm'
  assert.equal((await here.request(at)).status, 401)
  assert.equal((await here.request(at, { as: await here.learner() })).status, 403)
  assert.equal((await here.request(at, { as: learner })).status, 200)
  const other = await school()
  assert.equal((await other.request('/learn/light/open/media/day.webm')).status, 404)
})

test('the lesson shows it in its size, in the browser\'s own controls, with captions in three languages, its words and a way to say that it does not play', async () => {
  const here = await school()
  await teach(here, [course('light')])
  const page = await (await here.request('/kk/learn/light/open')).text()
  assert.match(page, /<video[^>]* controls[^>]*>/)
  assert.match(page, /<video[^>]*preload="none"[^>]*>/)
  assert.match(page, /<video[^>]*poster="\/kk\/learn\/light\/open\/media\/day\.jpg\?v=[0-9a-f]{12}"[^>]*width="320"[^>]*height="180"/)
  assert.equal(page.match(/<track kind="captions"/g)?.length, 3)
  assert.match(page, /<track[^>]*srclang="kk"[^>]* default/)
  assert.match(page, /Дәл осының сөзбен жазылғаны[\s\S]*Слова kk\./)
  assert.match(page, /href="\/kk\/contacts\?video=%2Flearn%2Flight%2Fopen%23day#write"/)
  const report = await (await here.request('/ru/contacts?video=%2Flearn%2Flight%2Fopen%23day', { as: await here.learner() })).text()
  assert.match(report, /Не играет видео: \/learn\/light\/open#day<\/textarea>/)
  assert.doesNotMatch(await (await here.request('/ru/contacts?video=%3Cb%3E', { as: await here.learner() })).text(), /Не играет/)
  assert.match((await here.request('/learn/light/open')).headers.get('content-security-policy')!, /media-src 'self'/)
})

test('the school\'s staff sees and takes along the same bytes', async () => {
  const here = await school()
  await teach(here, [course('light')])
  const operator = await here.staff('operator')
  const { course: taken } = await takeOut(operator.ctx, { course: 'light' })
  assert.deepEqual([taken.videos[0]!.bytes, taken.videos[0]!.poster], [film, poster])
  assert.deepEqual(taken.videos[0]!.captions, readCourseFolder(filmedCourse()).videos[0]!.captions)
  const preview = await (await here.request('/office/courses/light/preview/open', { as: operator })).text()
  const [, source] = /<source src="([^"]+)"/.exec(preview)!
  assert.deepEqual(await bodyOf(await here.request(source!.replaceAll('&amp;', '&'), { as: operator })), film)
  assert.equal((await here.request(source!, { as: await here.learner() })).status, 403)
})
