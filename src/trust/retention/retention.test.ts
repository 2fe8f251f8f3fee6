// What has had its time goes, and not a day sooner: both sides of each boundary.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reveal } from '#platform/sealing/sealing.ts'
import { queueMail } from '#platform/mail/mail.ts'
import { checkPromise, enforcePromises } from '#trust/evidence/evidence.ts'
import { addDuration } from '#trust/law/law.ts'
import { cliCommands } from './retention.ts'
import { noon, openTestDatabases, type School } from '#test/fixtures.ts'
import { enter, everythingOf, known, password } from '#test/visits.ts'
import { callOf, typed } from '#test/terminal.ts'
import { workThrough } from '#test/working.ts'

const ground = await openTestDatabases()
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0'
const safari = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'

const system = (here: School, now: Date) => here.as({ person: null, role: 'system' }, now)
const later = (days: number, since = noon) => new Date(since.getTime() + days * 86_400_000)
const recordsOf = (here: School, person: string) => here.inside(async ctx => {
  await ctx.keys.fetch([person])
  return reveal(ctx, await ctx.db.selectFrom('sign_in.records').select(['id', 'person', 'at', 'address', 'browser']).where('person', '=', person).orderBy('at').execute())
})
const isThere = (here: School, person: string) => here.inside(async ({ db }) => (await db.selectFrom('accounts.people').select('id').where('id', '=', person).execute()).length === 1)
/** A sign-in over a socket that has an address. */
const enterFrom = (here: School, { name }: { name: string }, agent: string, remoteAddress: string) =>
  ground.app.request(`${here.address.origin}/sign-in`, {
    method: 'POST', body: new URLSearchParams({ email: name, password }), headers: { host: here.address.host, origin: here.address.origin, 'user-agent': agent },
  }, { incoming: { socket: { remoteAddress } } })
/** The hourly work at a moment, and what it set going. */
async function workAt(here: School, now: Date) {
  await enforcePromises(system(here, now))
  await workThrough(system(here, now))
}

test('WD-013 WD-014 WD-015 address, browser and system of a sign-in are recorded, and are gone after their term', async () => {
  const here = await ground.school('webstapero-dev-notes')
  const person = await known(ground, here)
  for (const [agent, remoteAddress] of [[firefox, '203.0.113.7'], [safari, '198.51.100.9']] as const) await enterFrom(here, person, agent, remoteAddress)
  const records = await recordsOf(here, person.id)
  assert.deepEqual(records.map(({ address, browser }) => `${address} ${browser}`).sort(), ['198.51.100.9 Safari · iOS', '203.0.113.7 Firefox · Windows'])
  await workAt(here, later(1, addDuration(noon, 'P2Y')))
  assert.deepEqual(await recordsOf(here, person.id), [])
})

test('WD-057 records of two years go also for somebody who goes on learning; a day younger they stay', async () => {
  const here = await ground.school('webstapero-dev-notes')
  const person = await known(ground, here)
  const end = addDuration(noon, 'P2Y')
  const ages = [later(-731 - 1, end), later(-1), later(1), later(200)]
  await here.inside(async ({ db }) => { for (const at of ages) await db.insertInto('sign_in.records').values({ id: crypto.randomUUID(), person: person.id, at, outcome: 'entered' }).execute() })
  await workAt(here, end)
  const left = await recordsOf(here, person.id)
  assert.deepEqual(left.map(({ at }) => at.getTime()), [later(1), later(200)].map(at => at.getTime()))
  assert.ok(await isThere(here, person.id), 'the account stays')
  const promise = here.policy.promises.find(({ id }) => id === 'sign-ins-kept')!
  assert.equal((await checkPromise(system(here, end), promise)).state, 'kept')
  assert.equal((await checkPromise(system(here, later(2, end)), promise)).state, 'broken', 'work left undone is seen')
})

test('WD-056 closing the account takes name, e-mail and phone along at once, from waiting letters too', async () => {
  const here = await ground.school('webstapero-dev-notes')
  const [gone, stays] = [await here.learner({ name: 'Аққанат Канарейкина', email: 'akkanat.kanarey@mail.example' }), await here.learner()]
  for (const who of [gone, stays]) await here.inside(({ db }) => queueMail(db, { person: who.id, template: 'publication.changed', about: '1', now: noon }))
  assert.equal((await here.request('/me/data/erase', { as: gone, form: { sure: 'true' } })).status, 303)
  await workThrough(here.system)
  assert.ok(!await isThere(here, gone.id) && await isThere(here, stays.id))
  const waiting = await here.inside(({ db }) => db.selectFrom('mail.letters').select('person').execute())
  assert.deepEqual(waiting.map(({ person }) => person), [stays.id])
  assert.ok(!/Канарейкина|akkanat/.test(await everythingOf(ground, here.slug)))
})

test('an account is there the day before its term is over, and gone the day after', async () => {
  const here = await ground.school('masteryn-quest')
  const person = await known(ground, here)
  await enter(here, person)
  const end = addDuration(noon, 'P3Y')
  await workAt(here, later(-1, end))
  assert.ok(await isThere(here, person.id))
  await workAt(here, later(1, end))
  assert.ok(!await isThere(here, person.id))
})

test('by the terminal one sees what a run would erase, then erases exactly that; a teacher may neither', async () => {
  const here = await ground.school('webstapero-dev-notes')
  const person = await known(ground, here)
  const [operator, teacher] = [await here.staff('operator'), await here.staff('teacher')]
  const twoYearsAgo = new Date('2024-12-03T12:00:00+05:00')
  const ages = [later(-1, twoYearsAgo), later(1, twoYearsAgo), later(2, twoYearsAgo)]
  await here.inside(async ({ db }) => { for (const at of ages) await db.insertInto('sign_in.records').values({ id: crypto.randomUUID(), person: person.id, at, outcome: 'entered' }).execute() })
  const type = async (name: string, as = operator) => {
    const { json } = await typed(cliCommands, `retention ${name}`, callOf(here, as))
    return (json as { promise: string; subject: string; all: number; due: number }[]).filter(({ promise }) => promise === 'sign-ins-kept').map(({ subject, all, due }) => [subject, due, all])
  }
  await assert.rejects(type('preview', teacher), { status: 403 })
  await assert.rejects(type('run', teacher), { status: 403 })
  assert.deepEqual(await type('preview'), [['technical.security', 1, 3]])
  assert.equal((await recordsOf(here, person.id)).length, 3, 'a preview erases nothing')
  assert.deepEqual(await type('run'), [['technical.security', 1, 3]])
  assert.deepEqual((await recordsOf(here, person.id)).map(({ at }) => at.getTime()), ages.slice(1).map(at => at.getTime()))
  assert.deepEqual(await type('preview'), [['technical.security', 0, 2]])
  const log = await here.inside(({ db }) => db.selectFrom('audit.entries').select(['actor', 'role']).where('act', '=', 'retention.run').where('outcome', '=', 'done').execute())
  assert.deepEqual(log, [{ actor: operator.id, role: 'operator' }])
})

test('an account past its term goes by the same command', async () => {
  const here = await ground.school('masteryn-quest')
  const [person, operator] = [await known(ground, here), await here.staff('operator')]
  await enter(here, person)
  const now = later(1, addDuration(noon, 'P3Y'))
  // Whoever runs it was here today.
  await here.inside(({ db }) => db.updateTable('accounts.people').set({ last_sign_in_at: now }).where('id', '=', operator.id).execute())
  await typed(cliCommands, 'retention run', callOf(here, operator, { now }))
  await workThrough(system(here, now))
  assert.deepEqual([await isThere(here, person.id), await isThere(here, operator.id)], [false, true])
})
