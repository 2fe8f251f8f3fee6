// The page of a course before one enrols: what one makes, who teaches, where one goes on, and a kind no to whoever is too young.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { courseBySlug, readCourseFolder, versionKept } from '#school/courses/courses.ts'
import { inSite } from '#platform/database/database.ts'
import { markDone } from '#school/enrolment/enrolment.ts'
import { openTestDatabases, type School } from '#test/fixtures.ts'
import { smallCourse } from '#test/small-course.ts'
import { courseOf, learnerOf, teach } from '#test/taught.ts'

const { school } = await openTestDatabases()
const landing = async (here: School, path = '/courses/light') => (await here.request(path)).text()
const said = (text: string) => ({ ru: text, kk: text, en: text })

test('a course page shows what one will make by works that say whose they are and by what right they stand there, and who teaches', async () => {
  const here = await school()
  const { figures } = readCourseFolder(smallCourse())
  const work = [{ kind: 'figure' as const, name: 'sun', alt: 'Солнце сбоку', caption: 'Тень' }]
  await teach(here, [courseOf({ more: { figures, teaching: said('Айгерим снимает двадцать лет.'), samples: [{ title: said('Тень в степи'), by: said('Айгерим'), permission: said('Автор разрешила показать.'), work: { ru: work, kk: work, en: work } }] } })])
  const page = await landing(here)
  assert.match(page, /id="making"[\s\S]*Образцы работ[\s\S]*Тень в степи[\s\S]*<svg[^>]*aria-label="Солнце сбоку"|id="making"[\s\S]*Тень в степи[\s\S]*Солнце сбоку/)
  assert.match(page, /Автор: Айгерим\. Автор разрешила показать\./)
  assert.match(page, /id="teachers"[\s\S]*Айгерим снимает двадцать лет\./)
  await teach(here, [courseOf({ slug: 'bare' })])
  const bare = await landing(here, '/courses/bare')
  assert.match(bare, /id="making"/)
  assert.doesNotMatch(bare, /Образцы работ/)
})

test('a course with a cover has it on its card and on its page, silent for who listens, and it goes out with the course', async () => {
  const here = await school()
  const moon = readCourseFolder(smallCourse({ 'course.yaml': text => text.replace('modules:', 'cover: moon\nmodules:'), 'figures/moon.svg': '<svg viewBox="0 0 16 9"><circle class="fig-fill-hi" id="disc" cx="8" cy="4" r="3"/></svg>' }))
  await teach(here, [courseOf({ more: { figures: moon.figures, cover: moon.cover } })])
  for (const path of ['/courses', '/courses/light']) assert.match(await landing(here, path), /<svg viewBox="0 0 16 9" aria-hidden="true"[^>]*class="figure-drawing cover"><circle[^>]*id="light-moon-disc"/)
  const kept = await inSite(here.system.db, here.slug, async db => versionKept(db, (await courseBySlug(db, 'light'))!.version), { session: 'system', now: here.system.now })
  assert.equal(kept?.cover, 'moon')
  assert.ok(kept?.figures.some(({ name }) => name === 'moon'))
})

test('whoever is enrolled goes on with the lesson that comes next, by its number; when all are done, with the course', async () => {
  const here = await school()
  await teach(here, [courseOf({ modules: [2, 1] })])
  const learner = await learnerOf(here, 'light')
  const page = async () => (await here.request('/courses/light', { as: learner })).text()
  assert.match(await page(), /href="\/learn\/light\/lesson-1"[^>]*>[\s\S]{0,300}?Продолжить: урок 1</)
  await markDone(learner.ctx, { run: 'light', lesson: 'lesson-1' })
  await markDone(learner.ctx, { run: 'light', lesson: 'lesson-2' })
  assert.match(await page(), /href="\/learn\/light\/lesson-3"[^>]*>[\s\S]{0,300}?Продолжить: урок 3</)
  await markDone(learner.ctx, { run: 'light', lesson: 'lesson-3' })
  assert.match(await page(), /href="\/learn\/light"[^>]*>[\s\S]{0,300}?Продолжить учёбу</)
  assert.doesNotMatch(await page(), />Записаться</)
})

test('whoever has said that they are too young reads a kind no instead of the button, and may try the open lesson', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const answer = await here.request('/sign-up/age', { form: { age: 'child' } })
  const cookie = /age=[^;]+/.exec(answer.headers.get('set-cookie')!)![0]
  const page = await (await here.request('/courses/light', { headers: { cookie } })).text()
  assert.match(page, /Записаться можно с 18 лет[\s\S]*href="\/contacts"[\s\S]*href="\/learn\/light\/lesson-1"[^>]*>[\s\S]*?Попробовать первый урок/)
  assert.doesNotMatch(page, /href="\/sign-in\?next=%2Fcourses%2Flight"/)
  assert.match(await landing(here), /href="\/sign-in\?next=%2Fcourses%2Flight"/, 'and nobody else does')
})

test('a course leads on to the trajectories it is part of and to courses near to it, three at most', async () => {
  const here = await school()
  const way = { slug: 'way', title: said('Путь к свету'), outcome: said('Увидите свет'), summary: said('Коротко'), stages: [{ title: said('Первая'), course: 'light' }, { title: said('Вторая'), course: 'far' }] }
  await teach(here, [courseOf(), ...['one', 'two', 'three'].map(slug => courseOf({ slug })), courseOf({ slug: 'far', more: { level: 'advanced' } })], [way])
  const related = /id="related"[\s\S]*?<\/section>\s*<\/div>/.exec(await landing(here))![0]
  assert.match(related, /href="\/trajectories#way"[^>]*>Путь к свету/)
  const courses = [...related.matchAll(/href="\/courses\/([\w-]+)"/g)].map(([, slug]) => slug)
  assert.equal(courses.length, 3)
  assert.equal(courses[0], 'far', 'the one of the same path first')
  assert.ok(!courses.includes('light'))
})

test('the page about the school says who teaches and what can be counted; the reviews say who may write one', async () => {
  const here = await school()
  const about = await landing(here, '/about')
  assert.match(about, /Кто ведёт[\s\S]*href="\/courses\/business-kazakh"[\s\S]*Что можно посчитать[\s\S]*<dt>Курсы<\/dt><dd>1<\/dd>[\s\S]*href="\/trust"/)
  assert.match(await landing(here, '/reviews'), /Кто может написать/)
})
