import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { reveal } from '#platform/sealing/sealing.ts'
import type { Refusal } from '#platform/refusal.ts'
import { passOut } from '#trust/processors/processors.ts'
import { eraseAtOnce } from '#trust/rights/rights.ts'
import { classroom, sendFile, tellingPhoto } from '#test/classroom.ts'
import { noon, openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { askWorkGallery } from '../controls.ts'
import { submitWork } from '../work/submit-work.ts'
import { consentToShow, withdrawShowing } from './consent.ts'
import { statement } from './gallery.ts'
import { placeWork } from './place-work.ts'

const { asAdmin, school } = await openTestDatabases()
const here = await school('landscape-photo')
const rows = (sql: string, ...values: unknown[]) => asAdmin(client => client.query(sql, values)).then(({ rows }) => rows as Record<string, any>[])
const refused = (work: Promise<unknown>, status: number, code: string) => assert.rejects(work, (error: Refusal) => {
  assert.deepEqual([error.status, error.code], [status, code], String(error))
  return true
})
const page = async (at: School, path: string, as?: Member) => (await at.request(path, { ...as && { as } })).text()

/** A picture that was sent, and nobody has been asked about. */
async function sentPicture(at = here) {
  const room = await classroom(at, 'photo')
  const sent = await sendFile(at, room.learner, room.run, { words: 'Только преподавателю', described: 'Хребет в вечернем свете', file: await tellingPhoto() })
  assert.equal(sent.status, 303, await sent.text())
  const [row] = await rows('select id from assignments.works where person = $1', room.learner.id)
  return { ...room, work: row!.id as string, gallery: `/courses/${room.course}/works`, assignment: `/learn/${room.run}/assignment`, desk: `/teach/submissions/${row!.id}` }
}
const idOf = async (work: string) => (await rows('select s.id from assignments.showings s join assignments.takes t on t.id = s.take where t.work = $1 and s.withdrawn_at is null', work))[0]!.id as string

test('LP-057 without consent a work is refused to the gallery; with the consent for it, it is shown; taken back, it and its picture are gone at once', async () => {
  const { learner, teacher, work, gallery, assignment, desk } = await sentPicture()
  const tried = await here.request(`${desk}/gallery`, { as: teacher, form: { place: 'yes' } })
  assert.equal(tried.status, 403)
  assert.ok((await tried.text()).includes('не давал согласия'))
  const [entry] = await rows(`select outcome from audit.entries where site = $1 and act = 'assignments.place-work' and actor = $2`, here.slug, teacher.id)
  assert.equal(entry?.outcome, 'refused')
  assert.ok((await page(here, gallery)).includes('Пока ни одной работы'))

  const asked = await page(here, assignment, learner)
  assert.ok(asked.includes(statement.words.ru) && !/<input[^>]*name="consent"[^>]*checked/.test(asked))
  assert.equal((await here.request(`${assignment}/consent`, { as: learner, form: { signed: 'Мадина' } })).status, 422)
  assert.equal((await here.request(`${assignment}/consent`, { as: learner, form: { consent: 'on', signed: 'Мадина' } })).status, 303)
  const picture = `${gallery}/${await idOf(work)}/view`
  assert.equal((await here.request(picture)).status, 404, 'consent alone puts nothing on show')
  assert.equal((await here.request(`${desk}/gallery`, { as: teacher, form: { place: 'yes' } })).status, 303)

  const shown = await page(here, gallery)
  assert.ok(shown.includes('Мадина') && shown.includes('Хребет в вечернем свете') && shown.includes(picture) && !shown.includes('Только преподавателю'))
  const seen = await here.request(picture)
  assert.equal(seen.status, 200)
  assert.match(seen.headers.get('cache-control')!, /no-store/)
  assert.doesNotMatch((await here.request(gallery)).headers.get('cache-control') ?? '', /public|max-age=[1-9]/)
  assert.equal((await here.request(`${gallery}/${await idOf(work)}/original`)).status, 404)
  const mine = await page(here, '/me/data', learner)
  assert.ok(mine.includes(`${assignment}#gallery`) && mine.includes('Вы согласились показать'))

  assert.equal((await here.request(`${assignment}/withdraw`, { as: learner, form: {} })).status, 303)
  assert.equal((await here.request(picture)).status, 404)
  const after = await page(here, gallery)
  assert.ok(!after.includes('Мадина') && !after.includes(picture))
  await refused(placeWork(teacher.ctx, { work, place: 'yes' }), 403, 'assignments.no-consent')
  assert.ok(!(await page(here, '/me/data', learner)).includes('#gallery'))
})

test('LP-057 results and works are refused to a corporate manager or another learning system that no consent has let in', async () => {
  const { learner } = await sentPicture()
  let left = 0
  for (const host of ['manager.example', 'lms.example']) for (const payload of [{ results: '5 из 6' }, { work: 'IMG_2048.jpg' }])
    await refused(passOut(here.system, { host, person: learner.id, payload }, async () => { left++ }), 403, 'processors.closed')
  assert.equal(left, 0)
  assert.deepEqual(await rows('select 1 from processors.transfers where person = $1', learner.id), [])
})

test('a consent is kept with its exact words, their version, the policy and the moment, also after it was taken back', async () => {
  const { run, learner, work } = await sentPicture()
  await consentToShow(learner.ctx, { run, consent: true })
  const id = await idOf(work)
  await refused(consentToShow(learner.ctx, { run, consent: true }), 409, 'assignments.consented-already')
  await withdrawShowing({ ...learner.ctx, now: new Date(noon.getTime() + 60_000) }, { run })
  const kept = await here.inside(async ctx => ctx.db.selectFrom('assignments.showings').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
  const said = await reveal(learner.ctx, kept)
  assert.deepEqual([said.statement, said.wording, said.language, said.policy_version, said.given_at, said.withdrawn_at?.getTime()], [statement.words.ru, statement.version, 'ru', learner.ctx.policy.version.number, noon, noon.getTime() + 60_000])
  await refused(withdrawShowing(learner.ctx, { run }), 409, 'assignments.not-consented')
})

test('whoever changes the words of the consent gives them a new version', () => {
  assert.deepEqual([statement.version, createHash('sha256').update(JSON.stringify(statement.words)).digest('hex').slice(0, 16)], [2, 'e9f2a8f137ee0386'])
})

test('a consent is for one work and one version of it, by its learner alone', async () => {
  const [one, other] = [await sentPicture(), await sentPicture()]
  await consentToShow(one.learner.ctx, { run: one.run, consent: true })
  await refused(placeWork(other.teacher.ctx, { work: other.work, place: 'yes' }), 403, 'assignments.no-consent')
  await refused(placeWork(other.teacher.ctx, { work: one.work, place: 'yes' }), 403, 'common.not-allowed')
  await refused(consentToShow(one.teacher.ctx, { run: one.run, consent: true }), 404, 'common.not-found')
  await refused(withdrawShowing(other.learner.ctx, { run: one.run }), 404, 'common.not-found')
  await placeWork(one.teacher.ctx, { work: one.work, place: 'yes' })
  assert.equal((await here.request(`${other.gallery}/${await idOf(one.work)}/view`)).status, 404, 'nor in the gallery of another course')
})

test('a work that is reviewed without a name waits for its answer, and its teacher does not read the name on the consent', async () => {
  const { run, learner, teacher } = await classroom(here, 'text', { anonymous: true })
  const { work } = await submitWork(learner.ctx, { run, words: 'Мой текст' })
  await consentToShow(learner.ctx, { run, consent: true, signed: 'Тайное Имя' })
  await refused(placeWork(teacher.ctx, { work, place: 'yes' }), 409, 'assignments.review-first')
  assert.ok(!(await page(here, `/teach/submissions/${work}`, teacher)).includes('Тайное Имя'))
})

test('a gallery belongs to its school, and where the policy promises none there is none', async () => {
  const { run, learner, teacher, work, gallery } = await sentPicture()
  await consentToShow(learner.ctx, { run, consent: true })
  await placeWork(teacher.ctx, { work, place: 'yes' })
  const picture = `${gallery}/${await idOf(work)}/view`
  const [there, without] = [await school('landscape-photo'), await school()]
  for (const at of [there, without]) for (const address of [gallery, picture]) assert.equal((await at.request(address)).status, 404)
  const room = await sentPicture(without)
  await refused(consentToShow(room.learner.ctx, { run: room.run, consent: true }), 404, 'common.not-found')
  assert.equal((await without.request(room.gallery)).status, 404)
  assert.ok(!(await page(without, `/courses/${room.course}`)).includes('/works'))
  assert.ok((await page(here, gallery.replace(/\/works$/, ''))).includes(gallery))
})

test('the promise about galleries is proved by attempts to show a work without a consent that stands', async () => {
  const at = await school('landscape-photo')
  const { figure, state } = await askWorkGallery.prove({}, at.system)
  assert.deepEqual([state, figure.en], ['kept', 'Works in the gallery: 0. Without consent: 0. Attempts to show one without consent: 4. Succeeded: 0.'])
})

test('whoever leaves takes the work off the wall: no row, no name, no picture', async () => {
  const { learner, teacher, run, work, gallery } = await sentPicture()
  await consentToShow(learner.ctx, { run, consent: true, signed: 'Сәуле' })
  await placeWork(teacher.ctx, { work, place: 'yes' })
  const showing = await idOf(work)
  assert.ok((await page(here, gallery)).includes('Сәуле'))
  await eraseAtOnce(here.system, learner.id)
  assert.deepEqual(await rows('select 1 from assignments.showings where id = $1', showing), [])
  assert.ok(!(await page(here, gallery)).includes('Сәуле'))
  assert.equal((await here.request(`${gallery}/${showing}/view`)).status, 404)
})
