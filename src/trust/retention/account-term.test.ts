// How long an account lives, on both sides of the day.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDatabases, type School } from '#test/fixtures.ts'
import { schoolOf } from '#test/schools.ts'
import { workThrough } from '#test/working.ts'
import { checkPromise, enforcePromises } from '#trust/evidence/evidence.ts'
import { promisesOf } from '#trust/policy/policy.ts'
import { retainAccount } from './retention.ts'

const ground = await openTestDatabases()
const { school } = ground
const on = (date: string, time = '12:00') => new Date(`${date}T${time}:00+05:00`)
const system = (here: School, now: Date) => here.as({ person: null, role: 'system' }, now)
const cameIn = (here: School, id: string, now: Date) => here.inside(ctx => ctx.db.updateTable('accounts.people').set({ last_sign_in_at: now }).where('id', '=', id).execute())
const isHere = async (here: School, id: string) => (await here.inside(ctx => ctx.db.selectFrom('accounts.people').select('id').where('id', '=', id).execute())).length === 1
const letters = (here: School, id: string) => here.inside(ctx => ctx.db.selectFrom('mail.letters').select('about').where('person', '=', id).where('template', '=', 'retention.warning').execute())
/** The job, and what it owes. */
async function work(here: School, now: Date) {
  await enforcePromises(system(here, now))
  await workThrough(system(here, now))
}
const state = async (here: School, now: Date) => (await checkPromise(system(here, now), promisesOf(here.policy, retainAccount)[0]!)).state

test('MX-040 an account goes three years after the last sign-in and not a day sooner; coming back starts the term anew; a letter warns before', async () => {
  const here = await school('mexrontal')
  const [gone, back] = [await here.learner(), await here.learner()]
  for (const { id } of [gone, back]) await cameIn(here, id, on('2026-12-03'))
  await work(here, on('2029-10-30'))
  assert.deepEqual([...await letters(here, gone.id), ...await letters(here, back.id)], [], 'too early for a warning')
  await work(here, on('2029-11-05'))
  assert.equal((await letters(here, gone.id)).length, 1)
  await cameIn(here, back.id, on('2029-11-06')) // at two years and eleven months
  await work(here, on('2029-12-02'))
  assert.ok(await isHere(here, gone.id), 'three years minus a day')
  assert.equal((await letters(here, gone.id)).length, 1, 'warned once')
  await work(here, on('2029-12-04'))
  assert.equal(await isHere(here, gone.id), false, 'three years and a day')
  assert.ok((await ground.ground.ledger.forgottenAmong(here.slug, [gone.id])).has(gone.id), 'with the key, and with everything under it')
  assert.ok(await isHere(here, back.id))
  await work(here, on('2032-11-05'))
  assert.ok(await isHere(here, back.id))
  await work(here, on('2032-11-07'))
  assert.equal(await isHere(here, back.id), false)
})

test('MX-039 nothing of somebody who keeps coming is purged, in four years', async () => {
  const here = await school('mexrontal')
  const learner = await here.learner()
  for (const year of [2026, 2027, 2028, 2029, 2030]) {
    await cameIn(here, learner.id, on(`${year}-12-03`))
    await work(here, on(`${year + 1}-12-02`))
    assert.ok(await isHere(here, learner.id), String(year))
  }
  assert.equal((await ground.vault.find(here.slug, 'email', learner.email)), learner.id)
})

test('an account past its term is broken, one within it is kept, and without the work it is unproven', async () => {
  const here = await school('mexrontal')
  const learner = await here.learner()
  await cameIn(here, learner.id, on('2026-12-03'))
  assert.equal(await state(here, on('2026-12-04')), 'unproven', 'the work was never done')
  await enforcePromises(system(here, on('2026-12-04')))
  assert.equal(await state(here, on('2026-12-04')), 'kept')
  assert.equal(await state(here, on('2029-12-04')), 'broken', 'nobody did the work for three years')
})

test('WD-056 where nothing is kept after closing, name, address and phone are gone at once, and no term goes on running', async () => {
  const here = await schoolOf(ground, 'webstapero-dev-notes')
  const [rule] = here.policy.promises.filter(({ verb, subject }) => verb === 'retain' && subject === 'account').map(({ rule }) => rule as { after: string })
  assert.equal(rule!.after, 'closing')
  const [leaving, staying] = [await here.learner(), await here.learner()]
  assert.equal((await here.request('/me/data/erase', { as: leaving, form: { sure: 'true' } })).status, 303)
  await workThrough(system(here, on('2026-12-03')))
  assert.equal(await isHere(here, leaving.id), false)
  assert.equal(await ground.vault.find(here.slug, 'email', leaving.email), undefined)
  assert.equal((await here.inside(ctx => ctx.db.selectFrom('mail.letters').select('id').where('person', '=', leaving.id).execute())).length, 0, 'nothing waits in the queue')
  await work(here, on('2046-12-03'))
  assert.ok(await isHere(here, staying.id), 'who has not closed the account is not purged by a term')
  assert.equal(await state(here, on('2026-12-03')), 'kept')
})
