// A course in figures: what its teacher reads of a run, and how little of anybody is in it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { restrict } from '#trust/rights/rights.ts'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { assignTeacher } from '#school/courses/courses.ts'
import { enrol, markDone } from '#school/enrolment/enrolment.ts'
import { writeVisits } from '#trust/interaction/interaction.ts'
import { noon, openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { roundTrips } from '#test/round-trips.ts'
import { courseOf, teach } from '#test/taught.ts'
import { showFigures } from './show-figures.ts'
import { told } from './small-groups.ts'

const ground = await openTestDatabases()
const week = 7 * 86_400_000
const at = ({ ctx }: Member, weeksAgo: number) => ({ ...ctx, now: new Date(noon.getTime() - weeksAgo * week) })

/** A run of three lessons with this many learners, and who teaches it. */
async function group(here: School, size: number) {
  const run = `figures-${crypto.randomUUID().slice(0, 6)}`
  await teach(here, [courseOf({ slug: run, modules: [3] })])
  const teacher = await here.staff('teacher')
  await here.inside(ctx => assignTeacher(ctx, { run, person: teacher.id }))
  const learners = await Promise.all(Array.from({ length: size }, async (_, place) => {
    const learner = await here.member('learner', { name: `Имя${place}` })
    await enrol(learner.ctx, { course: run })
    return learner
  }))
  return { run, teacher, learners }
}
const page = (run: string) => `/teach/progress/${run}/figures`
const read = async (here: School, run: string, as: Member) => (await (await here.request(page(run), { as })).text()).replaceAll('\u00a0', ' ')
/** The rows of a run as the database adds them up itself. */
const rowsOf = (here: School, run: string, by: 'item' | 'week') => here.inside(async ({ db, zone }) => {
  const name = by === 'item' ? sql`c.item` : sql`to_char(date_trunc('week', c.at at time zone ${zone}), 'YYYY-MM-DD')`
  const { rows } = await sql<{ name: string; count: number }>`
    select ${name} as name, count(*)::int as count from enrolment.completions c join enrolment.enrolments e on e.id = c.enrolment where e.run_name = ${run} and c.kind = 'lesson' group by 1`.execute(db)
  return rows
})

const photo = await ground.school('landscape-photo')
const cloud = await ground.school('cloudex-learning')

test('LP-044 CL-033 a teacher reads a course in figures that are those of the database, and what has fewer than five people behind it is left out', async () => {
  for (const here of [photo, cloud]) {
    const small = await group(here, 4)
    for (const learner of small.learners) await markDone(at(learner, 1), { run: small.run, lesson: 'lesson-1' })
    const { figures: few } = await showFigures(small.teacher.ctx, { run: small.run })
    assert.deepEqual([few.learners, few.weeks, few.lessons, few.opened], [null, [], [], []])
    assert.match(await read(here, small.run, small.teacher), /Цифры появятся, когда учащихся станет не меньше 5/)

    const { run, teacher, learners } = await group(here, 7)
    for (const learner of learners) await markDone(at(learner, 1), { run, lesson: 'lesson-1' })
    for (const learner of learners.slice(0, 2)) await markDone(at(learner, 1), { run, lesson: 'lesson-2' })
    const { figures } = await showFigures(teacher.ctx, { run })
    const stored = new Map((await rowsOf(here, run, 'item')).map(({ name, count }) => [name, count]))
    assert.deepEqual([stored.get('lesson-1'), stored.get('lesson-2')], [7, 2])
    // Were the two alone left out, the sum of the week would tell them: the seven go with them.
    assert.deepEqual([figures.learners, figures.lessons.map(({ count }) => count)], [7, [null, null, 0]])
    for (const learner of learners.slice(2)) await markDone(at(learner, 0), { run, lesson: 'lesson-2' })
    const whole = (await showFigures(teacher.ctx, { run })).figures
    assert.deepEqual(whole.lessons.map(({ name, count }) => [name, count]), [['lesson-1', 7], ['lesson-2', 7], ['lesson-3', 0]])
    assert.deepEqual(whole.lessons.slice(0, 2), (await rowsOf(here, run, 'item')).toSorted((one, other) => one.name < other.name ? -1 : 1))
    const html = await read(here, run, teacher)
    assert.match(html, /Учтено учащихся: 7/)
    assert.ok(!html.includes('Имя') && !/[0-9a-f]{8}-[0-9a-f]{4}-/.test(html.slice(html.indexOf('<main'), html.indexOf('</main'))), 'nobody is named, and nobody can be opened')
    assert.ok(await roundTrips(() => read(here, run, teacher)) <= 4)
    const promised = here.policy.promises.find(({ id }) => id === 'courses-in-figures')!
    assert.equal((await checkPromise(here.system, promised)).state, 'kept')
  }
})

test('LP-048 lessons done by week are those of the database, and no name stands beside them', async () => {
  const { run, teacher, learners } = await group(photo, 6)
  for (const learner of learners) await markDone(at(learner, 2), { run, lesson: 'lesson-1' })
  for (const learner of learners.slice(0, 5)) for (const lesson of ['lesson-2', 'lesson-3']) await markDone(at(learner, 1), { run, lesson })
  const { weeks } = (await showFigures(teacher.ctx, { run })).figures
  assert.equal(weeks.length, 12)
  assert.deepEqual(weeks.filter(({ count }) => count).map(({ name, count }) => ({ name, count })), (await rowsOf(photo, run, 'week')).toSorted((one, other) => one.name < other.name ? -1 : 1))
  assert.deepEqual(weeks.slice(-3).map(({ count }) => count), [6, 10, 0])
  assert.ok(!(await read(photo, run, teacher)).includes('Имя'))
})

test('LP-046 a topic that was opened three times stands above one that was opened once; a school that has not said so counts no openings for it', async () => {
  const { run, teacher, learners } = await group(photo, 5)
  const open = (lesson: string) => ground.app.request(`${photo.address.origin}/learn/${run}/${lesson}`, {
    headers: { host: photo.address.host, accept: 'text/html', cookie: learners[0]!.cookie, 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0' },
  }, { incoming: { socket: { remoteAddress: '203.0.113.77' } } })
  for (const lesson of ['lesson-1', 'lesson-2', 'lesson-2', 'lesson-2']) assert.equal((await open(lesson)).status, 200)
  await writeVisits(ground.ground.db)
  assert.deepEqual((await showFigures(teacher.ctx, { run })).figures.opened.map(({ name, count }) => [name, count]), [['lesson-2', 3], ['lesson-1', 1], ['lesson-3', 0]])
  const there = await group(cloud, 5)
  assert.deepEqual((await showFigures(there.teacher.ctx, { run: there.run })).figures.opened, [])
})

test('whoever has put their data on hold is not counted; only those who teach the run read it, and only where the school promises it', async () => {
  const { run, teacher, learners } = await group(photo, 7)
  for (const learner of learners) await markDone(at(learner, 1), { run, lesson: 'lesson-1' })
  await restrict(learners[0]!.ctx, {})
  const { figures } = await showFigures(teacher.ctx, { run })
  assert.deepEqual([figures.learners, figures.lessons[0]!.count], [6, 6])
  for (const other of [await photo.staff('teacher'), learners[1]!]) assert.equal((await photo.request(page(run), { as: other })).status, 403)
  assert.ok((await (await photo.request(`/teach/progress/${run}`, { as: teacher })).text()).includes(`href="${page(run)}"`))
  const dev = await ground.school('webstapero-dev-notes')
  const there = await group(dev, 5)
  assert.equal((await dev.request(page(there.run), { as: there.teacher })).status, 404)
  assert.ok(!(await (await dev.request(`/teach/progress/${there.run}`, { as: there.teacher })).text()).includes(`href="${page(there.run)}"`))
})

test('a number of a few is hidden, one that a few are missing from too, and never one alone', () => {
  const row = (name: string, count: number) => ({ name, count, people: count })
  const counts = (rows: ReturnType<typeof row>[], of?: number) => told(rows, { least: 5, ...of !== undefined && { of } }).map(({ count }) => count)
  assert.deepEqual(counts([row('a', 9), row('b', 2), row('c', 6), row('d', 0)]), [9, null, null, 0])
  assert.deepEqual(counts([row('a', 10), row('b', 9), row('c', 6), row('d', 5)], 10), [10, null, null, 5])
})
