// What was found, and for how long it stands.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { asIs } from '#platform/locale.ts'
import { smallManifest, said } from '#test/small-manifest.ts'
import { openTestDatabases, noon } from '#test/fixtures.ts'
import { control, judge, type Finding, type Promised } from '#trust/policy/policy.ts'
import { usualMoment } from './show-evidence.ts'
import { checkPromise, checkPromises, enforcePromises, evidenceOf } from './evidence.ts'

const { school } = await openTestDatabases()
const hour = 3_600_000
const later = (hours: number) => new Date(noon.getTime() + hours * hour)
const small = () => school('mexrontal', { manifest: smallManifest() })
type Here = Awaited<ReturnType<typeof small>>
const system = (here: Here, now = noon) => here.as({ person: null, role: 'system' }, now)
const stateOf = async (here: Here, id: string, now: Date) => (await here.inside(ctx => evidenceOf(ctx.db, ctx.policy, now))).find(promise => promise.id === id)!

const promised = (find: (ctx: any) => Promise<Finding>, more = {}): Promised => {
  const own = control('watch', 'health', { rule: z.strictObject({}), kind: 'invariant', prove: (_, ctx) => find(ctx), ...more })
  return { id: 'agreement', says: said('—'), chapter: 'keeping', verb: 'watch', subject: 'health', rule: {}, keeps: [], control: own }
}

test('what was not looked at, or too long ago, is unproven', async () => {
  const here = await small()
  assert.equal((await stateOf(here, 'agreement', noon)).evidence.state, 'unproven')
  await checkPromise(system(here), promised(async () => judge(1, 0, asIs('fine'))))
  assert.deepEqual([(await stateOf(here, 'agreement', later(24))).evidence.state, (await stateOf(here, 'agreement', new Date(later(24).getTime() + 1))).evidence.state], ['kept', 'unproven'])
})

test('where nothing was observed nothing is proved, and a violation is broken', async () => {
  const here = await small()
  assert.equal((await checkPromise(system(here), promised(async () => judge(0, 0, asIs('none'))))).state, 'unproven')
  assert.equal((await checkPromise(system(here, later(1)), promised(async () => judge(5, 1, asIs('one'))))).state, 'broken')
  assert.equal((await stateOf(here, 'agreement', later(1))).evidence.figure.en, 'one')
})

test('a check that throws is unproven with a reason, never kept, and stops no other check', async () => {
  const here = await small()
  const found = await checkPromise(system(here), promised(async () => { throw new TypeError('a person\'s name') }))
  assert.equal(found.state, 'unproven')
  assert.equal(found.figure.en, 'The check could not be made (TypeError).')
  await checkPromises(system(here))
  const all = await here.inside(ctx => evidenceOf(ctx.db, ctx.policy, noon))
  assert.ok(all.every(({ looked }) => looked))
})

test('a check that the last work did not precede within two hours is unproven', async () => {
  const here = await small()
  let works = true
  const kept = promised(async () => judge(1, 0, asIs('fine')), { enforce: async () => { if (!works) throw new Error('no') } })
  assert.equal((await checkPromise(system(here), kept)).state, 'unproven', 'never done')
  await enforcePromises({ ...system(here), policy: { ...here.policy, promises: [kept] } })
  assert.equal((await checkPromise(system(here, later(2)), kept)).state, 'kept')
  works = false
  await enforcePromises({ ...system(here, later(2)), policy: { ...here.policy, promises: [kept] } })
  assert.equal((await checkPromise(system(here, new Date(later(2).getTime() + 1)), kept)).state, 'unproven')
})

test('a probe is asked outside of a transaction, an invariant inside of one', async () => {
  const here = await small()
  const { isInside } = await import('#platform/database/database.ts')
  const seen: boolean[] = []
  const look = async (ctx: any) => { seen.push(isInside(ctx.db)); return judge(1, 0, asIs('fine')) }
  await checkPromise(system(here), promised(look))
  await checkPromise(system(here), promised(look, { kind: 'probe' }))
  assert.deepEqual(seen, [true, false])
})

test('the last thirty results are kept and shown, the latest first', async () => {
  const here = await small()
  for (let time = 0; time < 33; time++) await checkPromise(system(here, later(time)), promised(async () => judge(1, time === 32 ? 1 : 0, asIs(`time ${time}`))))
  const count = await here.inside(ctx => ctx.db.selectFrom('evidence.results').select(({ fn }) => fn.countAll<string>().as('all')).where('promise', '=', 'agreement').executeTakeFirstOrThrow())
  assert.equal(Number(count.all), 30)
})

test('the trust page names the figure, the state and a way to each promise; programs read the same', async () => {
  const here = await small()
  await checkPromises(system(here))
  const page = await (await here.request('/en/trust')).text()
  assert.match(page, /Promises kept: \d of 3/)
  assert.match(page, /href="\/en\/trust\/account-kept"/)
  const { promises, all } = await (await here.request('/trust.json')).json() as { promises: Record<string, unknown>[]; all: number }
  assert.equal(all, 3)
  assert.deepEqual(Object.keys(promises[0]!), ['site', 'id', 'name', 'ledger', 'says', 'kind', 'state', 'figure', 'checkedAt', 'validFor'])
  const one = await (await here.request('/en/trust/account-kept')).text()
  assert.match(one, /Policy, version 1, chapter "Хранение"|Policy, version 1, chapter &quot;Хранение&quot;/)
  assert.equal((await here.request('/trust/nothing')).status, 404)
})

test('a broken promise stands above all others on the trust page, with the moment since when; kept again, it is no longer there', async () => {
  const here = await small()
  const found = async (after: number, violations: number) => { await checkPromise(system(here, later(after)), promised(async () => judge(1, violations, asIs('counted')))) }
  const page = async () => (await here.request('/en/trust')).text()
  await found(-5, 1)
  await found(-4, 0)
  await found(-3, 1)
  await found(-2, 1)
  assert.match(await page(), /Not kept now[\s\S]*href="\/en\/trust\/agreement"[\s\S]*Broken since[\s\S]*At a glance/)
  assert.ok((await page()).includes(later(-3).toISOString()))
  assert.ok(!(await page()).includes(later(-5).toISOString()), 'it was kept in between')
  await found(-1, 0)
  assert.doesNotMatch(await page(), /Not kept now|Broken since/)
})

test('the trust page says how each kind of check is made and what it cannot see, and so does each promise', async () => {
  const here = await small()
  await checkPromises(system(here))
  const page = await (await here.request('/en/trust')).text()
  assert.match(page, /id="method"[\s\S]*Counted over all data[\s\S]*outside the databases and stores/)
  assert.match(await (await here.request('/en/trust/account-kept')).text(), /What this check cannot see/)
})

test('the time of the check that most promises share is the one the page says once', () => {
  const at = (hours: number, looked = true) => ({ looked, evidence: { checkedAt: later(hours) } }) as Parameters<typeof usualMoment>[0][number]
  assert.deepEqual(usualMoment([at(5), at(2), at(2), at(9, false), at(9, false), at(9, false)]), later(2))
  assert.equal(usualMoment([at(9, false)]), undefined)
})
