// The list of courses: filters that say what they leave, pages with numbers, and courses that take nobody now.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deliverEvents } from '#platform/events/events.ts'
import type { Context } from '#trust/audit/audit.ts'
import { eraseAtOnce } from '#trust/rights/rights.ts'
import { closeRun, openRun, planRun, publish, unpublish } from '#school/courses/courses.ts'
import { enrol, markDone } from '#school/enrolment/enrolment.ts'
import { noon, openTestDatabases, type School } from '#test/fixtures.ts'
import { courseOf, learnerOf, teach } from '#test/taught.ts'
import { listeners } from '../../product.ts'
import { jobs, remind } from './reminders.ts'

const { school, at } = await openTestDatabases()
/** A school whose own course is not in the catalogue. */
async function emptySchool(): Promise<School> {
  const here = await school()
  await unpublish((await here.staff('operator')).ctx, { course: 'business-kazakh' })
  return here
}
const page = async (here: School, path: string) => (await here.request(path)).text()
const coursesIn = (html: string) => [...html.matchAll(/<h[23] class="title"><a href="\/courses\/([\w-]+)"/g)].map(([, slug]) => slug)

test('the catalogue is narrowed by certificate and age where courses state them, beside the age from which the school takes anybody', async () => {
  const here = await emptySchool()
  await teach(here, [courseOf(), courseOf({ slug: 'plain', more: { certificate: false } }), courseOf({ slug: 'late', more: { age: 21 } }), courseOf({ slug: 'early', more: { age: 12 } })])
  const all = await page(here, '/courses')
  assert.match(all, /href="\/courses\?certificate=yes"[^>]*>с сертификатом \(3\)/)
  assert.match(all, /href="\/courses\?age=18"[^>]*>с 18 лет \(3\)[\s\S]*href="\/courses\?age=21"[^>]*>с 21 лет \(4\)/, 'a course from 12 waits for the 18 of the school')
  assert.doesNotMatch(all, /age=12/)
  assert.deepEqual(coursesIn(await page(here, '/courses?certificate=yes&age=18')), ['light', 'early'])
  const bare = await emptySchool()
  await teach(bare, [courseOf()])
  assert.doesNotMatch(await page(bare, '/courses'), /aria-label="Возраст"/, 'no course states an age: it is no question')
})

test('each filter that is on stands as a chip that takes it off alone, and a count beside each choice is what the choice shows', async () => {
  const here = await emptySchool()
  await teach(here, [courseOf(), courseOf({ slug: 'deep', more: { level: 'advanced', hours: 20 } }), courseOf({ slug: 'wide', more: { level: 'advanced' } })])
  const html = await page(here, '/courses?level=advanced&language=kk')
  assert.match(html, /href="\/courses\?language=kk"[^>]*aria-label="Снять фильтр: продвинутый уровень"/)
  assert.match(html, /href="\/courses\?level=advanced"[^>]*aria-label="Снять фильтр: Қазақша"/)
  const choices = [...html.matchAll(/<li><a href="(\/courses[^"]*)"[^>]*>[^<]*\((\d+)\)/g)].filter(([whole]) => !whole.includes('aria-current'))
  assert.ok(choices.length >= 6)
  for (const [, to = '', count] of choices) assert.equal(coursesIn((await page(here, to.replaceAll('&amp;', '&'))).split('Ближе всего')[0] ?? '').length, Number(count), to)
})

test('a filter that every course answers alike is not asked, and a single course needs no finding', async () => {
  const here = await emptySchool()
  await teach(here, [courseOf()])
  const one = await page(here, '/courses')
  assert.doesNotMatch(one, /class="search"|class="filter"/)
  await teach(here, [courseOf({ slug: 'deep', more: { level: 'advanced' } })])
  const two = await page(here, '/courses')
  assert.match(two, /class="search"/)
  assert.match(two, /<nav aria-label="Уровень" class="filter">/)
  assert.doesNotMatch(two, /<nav aria-label="Язык" class="filter">/)
})

test('what an address asks for that is no choice is left out, with a kind word, and never an error', async () => {
  const here = await emptySchool()
  await teach(here, [courseOf()])
  for (const query of ['level=nonsense', 'language=fr', 'length=-1', 'certificate=no', 'age=18', 'age=abc', 'sort=price', 'page=0', 'page=one', 'level=beginner&age=%3Cb%3E']) {
    const answer = await here.request(`/courses?${query}`)
    const html = await answer.text()
    assert.equal(answer.status, 200, query)
    assert.deepEqual(coursesIn(html), ['light'], query)
    assert.match(html, /Одного из фильтров в адресе мы не знаем/, query)
  }
  assert.doesNotMatch(await page(here, '/courses?utm_source=letter'), /Одного из фильтров/)
})

test('more than a page of courses is shown in numbered pages; a number past the last is the last', async () => {
  const here = await emptySchool()
  await teach(here, Array.from({ length: 13 }, (_, index) => courseOf({ slug: `course-${index + 1}`, ...!index && { more: { level: 'advanced' as const } } })))
  const [first, second, past] = [await page(here, '/courses?sort=new'), await page(here, '/courses?sort=new&page=2'), await page(here, '/courses?sort=new&page=99')]
  assert.deepEqual([coursesIn(first).length, coursesIn(second).length], [12, 1])
  assert.deepEqual(coursesIn(past), coursesIn(second))
  assert.match(first, /Показано 13 из 13|13/)
  assert.match(first, /href="\/courses\?sort=new&(?:amp;)?page=2"[^>]*rel="next"/)
  assert.match(second, /href="\/courses\?level=beginner&(?:amp;)?sort=new"/, 'a filter begins at the first page')
  assert.equal(new Set([...coursesIn(first), ...coursesIn(second)]).size, 13)
})

test('a course that takes nobody stays with the day it opens; who asked is told once, at that moment, and nothing of the wish is left', async () => {
  const here = await emptySchool()
  await teach(here, [courseOf()])
  const [learner, operator] = [await here.learner(), await here.staff('operator')]
  await assert.rejects(remind(learner.ctx, { course: 'light' }), { code: 'catalogue.open-already' })
  await planRun(operator.ctx, { course: 'light', opens: '2027-01-12' })
  assert.equal((await enrol((await here.learner()).ctx, { course: 'light' })).run, 'light', 'until then the run that is open takes people')
  await closeRun(operator.ctx, { run: 'light' })
  assert.match(await page(here, '/courses'), /Запись откроется: 12 января 2027/)
  const landing = async () => (await here.request('/courses/light', { as: learner })).text()
  assert.match(await landing(), /12 января 2027[\s\S]*action="\/courses\/light\/remind"/)
  assert.match(await page(here, '/courses/light'), /href="\/sign-in\?next=%2Fcourses%2Flight"[^>]*>[\s\S]*Войти и попросить напомнить/)
  await assert.rejects(enrol(learner.ctx, { course: 'light' }), { code: 'enrolment.not-open' })
  assert.equal((await here.request('/courses/light/remind', { as: learner, form: {} })).status, 303)
  await assert.rejects(remind(learner.ctx, { course: 'light' }), { code: 'catalogue.reminded-already' })
  assert.match(await landing(), /action="\/courses\/light\/drop-reminder"[\s\S]*Мы напомним, когда запись откроется/)
  const leaving = await here.learner()
  await remind(leaving.ctx, { course: 'light' })
  const wishes = () => here.inside(async ({ db }) => (await db.selectFrom('catalogue.reminders').select('person').where('person', '=', leaving.id).execute()).length)
  assert.equal(await wishes(), 1)
  await eraseAtOnce(here.system, leaving.id)
  assert.equal(await wishes(), 0, 'with a person goes the wish')

  const told = async (now: Date) => {
    const ctx = here.as({ person: null, role: 'system' }, now)
    await jobs[0]!.run(ctx, { about: '', person: null, signal: AbortSignal.timeout(60_000) })
    await deliverEvents(<R>(work: (ctx: Context) => Promise<R>) => here.inside(work, ctx), listeners)
    return (await here.inside(({ db }) => db.selectFrom('notifications.notices').select(['kind', 'place']).where('person', '=', learner.id).execute())).filter(({ kind, place }) => kind === 'course-open' && place === '/courses/light').length
  }
  const opens = new Date('2027-01-12T00:00:00+05:00')
  assert.equal(await told(new Date(opens.getTime() - 1)), 0, 'a millisecond before')
  assert.equal(await told(opens), 1, 'at the moment')
  assert.equal(await told(new Date(opens.getTime() + 600_000)), 1, 'and once')
  assert.deepEqual(await here.inside(({ db }) => db.selectFrom('catalogue.reminders').select('person').execute()), [])
  assert.equal((await enrol(here.as(learner.actor, opens, learner.ctx.session), { course: 'light' })).run, 'light-2')
  const letters = await here.inside(({ db }) => db.selectFrom('mail.letters').select('template').where('person', '=', learner.id).execute())
  assert.deepEqual(letters.map(({ template }) => template).filter(template => template.includes('course-open')), ['notifications.course-open'])
})

test('a day of opening is one to come; planned anew it moves, and a version published meanwhile is what opens', async () => {
  const here = await emptySchool()
  await teach(here, [courseOf()])
  const operator = await here.staff('operator')
  const form = (opens: string) => here.request('/office/courses/plan', { as: operator, form: { course: 'light', opens } })
  const refused = await form('2026-12-03')
  assert.equal(refused.status, 422, 'today began at midnight')
  assert.match(await refused.text(), /Этот день уже наступил/)
  assert.equal((await form('2026-12-04')).status, 303)
  assert.equal((await form('2026-12-20')).status, 303)
  const runs = () => here.inside(({ db }) => db.selectFrom('courses.runs').select(['slug', 'opens_at', 'closes_at', 'version']).where('slug', 'like', 'light%').orderBy('slug').execute())
  assert.deepEqual((await runs()).map(({ slug, opens_at, closes_at }) => [slug, opens_at.toISOString(), closes_at?.toISOString()]),
    [['light', noon.toISOString(), '2026-12-19T19:00:00.000Z'], ['light-2', '2026-12-19T19:00:00.000Z', undefined]])
  await teach(here, [courseOf({ more: { hours: 2 } })])
  const version = await publish(operator.ctx, { course: 'light' })
  assert.deepEqual((await runs()).filter(run => run.version === version).map(({ slug }) => slug), ['light-2', 'light-3'])
  at(new Date('2026-12-20T00:00:00+05:00'))
  assert.doesNotMatch(await page(here, '/courses'), /Запись откроется/)
  at(noon)
  await openRun(operator.ctx, { course: 'light' })
})

test('a course without a certificate says so before one enrols, and gives none when it is completed', async () => {
  const here = await emptySchool()
  await teach(here, [courseOf({ modules: [1], more: { certificate: false } })])
  assert.match(await page(here, '/courses/light'), /Сертификат<\/dt><dd>не выдаётся/)
  const learner = await learnerOf(here, 'light')
  assert.match(await (await here.request('/learn/light', { as: learner })).text(), /Что осталось до конца курса/)
  await markDone(learner.ctx, { run: 'light', lesson: 'lesson-1' })
  await deliverEvents(<R>(work: (ctx: Context) => Promise<R>) => here.inside(work), listeners)
  assert.deepEqual(await here.inside(({ db }) => db.selectFrom('certificates.certificates').select('number').execute()), [])
  assert.deepEqual(await here.inside(({ db }) => db.selectFrom('events.deliveries').select('name').execute()), [], 'and nothing is tried again for it')
})
