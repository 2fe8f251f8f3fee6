// What the law makes the school keep: placed by two people, locked, shown with its ground and day, and gone on that day.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { open, reveal } from '#platform/sealing/sealing.ts'
import { queueMail } from '#platform/mail/mail.ts'
import { checkPromise, enforcePromises } from '#trust/evidence/evidence.ts'
import { probePurpose, readAs } from '#trust/purposes/purposes.ts'
import { previewRetention, runRetention } from '#trust/retention/retention.ts'
import { namesOf } from '#people/accounts/accounts.ts'
import { noon, openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { workThrough } from '#test/working.ts'
import { askForRight, askToLift, confirmLegalHold, liftLegalHold, placeLegalHold } from '../rights.ts'

const { school } = await openTestDatabases()
const ground = 'Налоговый кодекс РК, статья 48'
const until = '2027-12-31'
/** The moment at which that day is over in the zone of the schools. */
const end = new Date('2028-01-01T00:00:00+05:00')
const at = ({ ctx }: Pick<Member, 'ctx'>, now: Date) => ({ ...ctx, now })
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

async function held(here: School, person: Member, category: string) {
  const [officer, operator] = [await here.staff('privacy-officer'), await here.staff('operator')]
  const id = await placeLegalHold(officer.ctx, { person: person.id, category, ground, until })
  await confirmLegalHold(operator.ctx, { id })
  return { id, officer, operator }
}
const keptRows = (here: School, hold: string) => here.inside(({ db }) => db.selectFrom('rights.held_rows').select(['id', 'hold', 'source', 'content']).where('hold', '=', hold).execute())
const named = async (here: School, { id }: Member, by: 'learning.show-group' | 'rights.case', now = noon) => {
  const system = { ...here.system, now }
  const [name] = await reveal(system, await readAs(system, by, ctx => namesOf(ctx.db, sql<string>`(${id}::uuid)`)))
  return Boolean(name?.first_name || name?.name)
}
const promiseOf = (here: School) => here.policy.promises.find(({ id }) => id === 'kept-for-law')!

test('MX-041 the retention page names the legal reason of each kind; what is kept for the law serves nothing else, a probe of it is refused, and two people place and lift it', async () => {
  const here = await school('mexrontal')
  const [learner, officer, operator] = [await here.learner(), await here.staff('privacy-officer'), await here.staff('operator')]
  const form = { person: learner.id, category: 'account.name', ground, until }
  const sent = (as: Member, changed: object) => here.request('/privacy-office/holds', { as, form: { ...form, ...changed } })
  for (const wrong of [{ ground: 'закон' }, { ground: 'Аружан просила, статья 5' }, { until: '2026-12-02' }, { category: 'audit.trail' }, { person: crypto.randomUUID() }]) {
    const answer = await sent(officer, wrong)
    assert.equal(answer.status, 422, JSON.stringify(wrong))
    assert.ok((await answer.text()).includes(`value="${{ ...form, ...wrong }.ground}"`), 'what was typed stays')
  }
  assert.equal((await sent(learner, {})).status, 403)
  assert.equal((await sent(officer, {})).status, 303)
  const { id } = await here.inside(({ db }) => db.selectFrom('rights.holds').select('id').executeTakeFirstOrThrow())
  const step = async (as: Member, what: string) => (await here.request(`/privacy-office/holds/${id}/${what}`, { as, form: {} })).status
  assert.equal(await step(officer, 'confirm'), 403, 'nobody confirms their own')
  const probe = async (purpose: string, now = noon) => (await probePurpose(at(operator, now), { purpose, category: 'account.name', person: learner.id })).refused
  assert.deepEqual([await probe('learning'), await named(here, learner, 'learning.show-group')], [null, true])
  assert.equal(await step(operator, 'confirm'), 303)

  assert.deepEqual([await probe('learning'), await probe('learning', new Date(end.getTime() - 1)), await probe('learning', end)], ['rests', 'rests', null])
  assert.deepEqual([await named(here, learner, 'learning.show-group'), await named(here, learner, 'rights.case')], [false, true], 'only what serves the law reads it')
  const board = plain(await (await here.request('/privacy-office/retention', { as: officer })).text())
  assert.match(board, /Налоговый кодекс РК, статья 48 до 1 января 2028/)
  for (const { category, what } of here.policy.data.filter(({ category }) => ['technical.security', 'audit.trail'].includes(category))) assert.match(board, new RegExp(`${what.ru}[^А-Я]*(?:[^]{0,80})(закон|обязанност|договор|согласи|защит)`, 'i'), category)
  assert.match(plain(await (await here.request('/me/data', { as: learner })).text()), /Закон велит это сохранить[^]*до 1 января 2028[^]*Налоговый кодекс РК, статья 48/)

  assert.equal(await step(officer, 'end'), 303)
  assert.equal(await step(officer, 'lift'), 403)
  assert.equal(await probe('learning'), 'rests', 'one alone lifts nothing')
  assert.equal(await step(operator, 'lift'), 303)
  assert.equal(await probe('learning'), null)
  await workThrough(here.system)
  assert.match(await (await here.request('/privacy-office/holds', { as: operator })).text(), /закончено/)
  assert.equal((await checkPromise(here.system, promiseOf(here))).state, 'kept')
})

test('CL-039 before confirming one sees what is kept, the ground and the end; the rows are then locked under a key of the law, and are gone with it at their end', async () => {
  const here = await school('cloudex-learning')
  const [learner, other] = [await here.learner(), await here.learner()]
  for (const who of [learner, other]) await askForRight(who.ctx, { kind: 'objection', wish: `Канарейка ${who.id} не хочет рекомендаций` })
  const { id } = await held(here, learner, 'account.name')
  const stays = (page: string) => plain(/Останется по закону[\s\S]*?<ul>([\s\S]*?)<\/ul>/.exec(page)?.[1] ?? '')
  const before = await (await here.request('/me/data/erase', { as: learner })).text()
  assert.match(stays(before), /до 1 января 2028 г\.[^]*Налоговый кодекс РК, статья 48/)
  const answer = await here.request('/me/data/erase', { as: learner, form: { sure: 'true' } })
  await workThrough(here.system)
  assert.equal(stays(await (await here.request(answer.headers.get('location')!)).text()), stays(before), 'the proof says the same')

  const rows = await keptRows(here, id)
  assert.ok(rows.length >= 1)
  const keyOf = async (kind: 'own' | 'law') => Boolean(await here.inside(async ({ keys }) => keys.of(learner.id, kind)))
  assert.deepEqual([await keyOf('own'), await keyOf('law')], [false, true], 'the key of everything else is gone')
  const words = await here.inside(async ctx => rows.map(({ content }) => open(ctx, content)).join())
  assert.match(words, /Аружан/)
  assert.doesNotMatch(words, /Канарейка|example\.kz/, 'nothing of another kind')
  assert.equal((await here.request(`/office/people/${learner.id}`, { as: await here.staff('operator') })).status, 404, 'nobody else finds them')

  await workThrough({ ...here.system, now: new Date(end.getTime() - 1000) })
  assert.equal((await keptRows(here, id)).length, rows.length)
  await workThrough({ ...here.system, now: end })
  assert.deepEqual(await keptRows(here, id), [])
  assert.equal(await keyOf('law'), false, 'nor can a copy of them be read')
  assert.deepEqual(await here.inside(({ db }) => db.selectFrom('rights.holds').select(['person', 'ground']).where('id', '=', id).execute()), [{ person: null, ground }])
  assert.equal((await checkPromise(here.system, promiseOf(here))).state, 'kept')
})

test('WD-058 rows kept for the law have a ground and an end: the job deletes what is past its term on that day and not before, for whoever stays as well', async () => {
  const here = await school('webstapero-dev-notes')
  const [learner, free] = [await here.learner(), await here.learner()]
  const old = new Date('2024-06-01T12:00:00+05:00')
  for (const who of [learner, free]) await here.inside(({ db }) => db.insertInto('sign_in.records').values({ id: crypto.randomUUID(), person: who.id, at: old, outcome: 'entered' }).execute())
  const { id, operator } = await held(here, learner, 'technical.security')
  const left = () => here.inside(async ({ db }) => (await db.selectFrom('sign_in.records').select('person').where('at', '=', old).execute()).map(({ person }) => person))
  const due = async (now: Date) => (await previewRetention(at(operator, now), {})).find(({ promise }) => promise === 'sign-ins-kept')!.due
  const signIns = here.policy.promises.find(({ id }) => id === 'sign-ins-kept')!
  assert.equal(await due(noon), 1)
  await enforcePromises(here.system)
  assert.deepEqual(await left(), [learner.id])
  assert.equal((await checkPromise(here.system, signIns)).state, 'kept', 'what the law keeps is not late')
  const last = new Date(end.getTime() - 1)
  await runRetention(at(operator, last), {})
  assert.deepEqual(await left(), [learner.id], 'not before')
  assert.equal(await due(end), 1)
  await runRetention(at(operator, end), {})
  assert.deepEqual(await left(), [])
  const hold = await here.inside(({ db }) => db.selectFrom('rights.holds').select(['ground', 'until_at']).where('id', '=', id).executeTakeFirstOrThrow())
  assert.deepEqual(hold, { ground, until_at: end })
  assert.equal((await checkPromise(here.system, promiseOf(here))).state, 'kept')
})

test('who leaves before a hold was confirmed, or after one has ended, leaves nothing behind; lifted early, what lies apart goes at once', async () => {
  const here = await school('mexrontal')
  const learner = await here.learner()
  const { id, officer, operator } = await held(here, learner, 'account.name')
  await placeLegalHold(officer.ctx, { person: learner.id, category: 'account.email', ground, until })
  await here.inside(({ db }) => queueMail(db, { person: learner.id, template: 'publication.changed', about: '1', now: noon }))
  await here.request('/me/data/erase', { as: learner, form: { sure: 'true' } })
  await workThrough(here.system)
  assert.deepEqual((await here.inside(({ db }) => db.selectFrom('rights.holds').select('id').execute())).map(each => each.id), [id])
  assert.ok((await keptRows(here, id)).length)
  await askToLift(officer.ctx, { id })
  await assert.rejects(liftLegalHold(officer.ctx, { id }), { status: 403 })
  await liftLegalHold(operator.ctx, { id })
  await workThrough(here.system)
  assert.deepEqual(await keptRows(here, id), [])
  await assert.rejects(liftLegalHold(operator.ctx, { id }), { status: 409 })
})
