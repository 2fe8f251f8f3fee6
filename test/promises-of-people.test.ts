// What schools promise about people, proved: each control keeps watch, and sees a fault that was planted.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seal } from '#platform/sealing/sealing.ts'
import { checkPromise } from '#trust/evidence/evidence.ts'
import type { Promised } from '#trust/policy/policy.ts'
import { openSession } from '#people/sign-in/sign-in.ts'
import { openTestDatabases, type School } from './fixtures.ts'
import { schoolOf } from './schools.ts'
import { known } from './visits.ts'

const ground = await openTestDatabases()
const mine = ['collect/registration', 'collect/preferences', 'ask/age', 'offer/confirmed-address', 'erase/cleared-field', 'offer/registration', 'offer/profile', 'offer/sign-in', 'offer/recovery',
  'protect/passwords', 'protect/password-choice', 'protect/sign-in', 'watch/sessions', 'refuse/staff-passwords', 'permit/need-to-know']
const nameOf = ({ verb, subject }: Promised) => `${verb}/${subject}`

async function findings(here: School) {
  const ctx = { ...here.system, keys: ground.vault.ring(here.slug) }
  const found: Record<string, string> = {}
  for (const promised of ctx.policy.promises) if (mine.includes(nameOf(promised))) {
    const { state, figure } = await checkPromise(ctx, promised)
    found[nameOf(promised)] = state
    for (const text of Object.values(figure)) assert.doesNotMatch(text, /[{}]/)
  }
  return found
}
const only = (found: Record<string, string>, state: string) => Object.entries(found).filter(([, each]) => each === state).map(([name]) => name).sort()

for (const slug of ['masteryn-quest', 'webstapero-dev-notes']) {
  test(`with people in it, ${slug} keeps everything it promises about them, and the journey is walked in a school without people`, async () => {
    const here = await schoolOf(ground, slug)
    const person = await known(ground, here)
    await here.inside(async ctx => { await ctx.keys.fetch([person.id]); await openSession(ctx, person.id, 'Firefox · Linux') })
    const found = await findings(here)
    assert.ok(Object.keys(found).length >= 12, Object.keys(found).join())
    assert.deepEqual(only(found, 'kept'), Object.keys(found).sort())
    assert.equal((await here.inside(({ db }) => db.selectFrom('accounts.people').select('id').execute())).length, 1, 'the walker was never here')
    const left = await ground.asAdmin(client => client.query(`select count(*)::int as n from accounts.people where site = $1`, [`probe-${here.slug}`]))
    assert.equal(left.rows[0].n, 0)
  })
}

test('nothing observed proves nothing', async () => {
  const found = await findings(await schoolOf(ground, 'masteryn-quest'))
  for (const name of ['collect/registration', 'ask/age', 'protect/passwords', 'watch/sessions']) assert.equal(found[name], 'unproven', name)
})

test('what probes try and are refused stands in the log of the twin: that of the school names only what people did there', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  await known(ground, here)
  await findings(here)
  const refusedIn = async (site: string) => (await ground.asAdmin(client => client.query<{ act: string }>(`select act from audit.entries where site = $1 and outcome = 'refused'`, [site]))).rows.map(({ act }) => act)
  assert.deepEqual(await refusedIn(here.slug), [])
  assert.deepEqual(new Set(await refusedIn(`probe-${here.slug}`.slice(0, 63))), new Set(['staff.look', 'staff.show']))
})

test('a field outside the policy, somebody too young, a foreign hash and an endless session are each seen', async () => {
  const here = await schoolOf(ground, 'masteryn-quest')
  const person = await known(ground, here)
  await here.inside(async ctx => {
    await ctx.keys.fetch([person.id])
    await openSession(ctx, person.id)
    const place = { table: 'accounts.people', row: person.id, person: person.id }
    await ctx.db.updateTable('accounts.people').set({ ...seal(ctx, place, { phone: '+77010000000', birth_date: '2012-01-01' }) }).where('id', '=', person.id).execute()
    await ctx.db.updateTable('sign_in.passwords').set(seal(ctx, { table: 'sign_in.passwords', row: person.id, person: person.id }, { hash: '5f4dcc3b5aa765d61d8327deb882cf99' })).where('person', '=', person.id).execute()
    await ctx.db.updateTable('sign_in.sessions').set({ ends_at: new Date('2099-01-01') }).where('person', '=', person.id).execute()
  })
  const found = await findings(here)
  for (const name of ['collect/registration', 'ask/age', 'protect/passwords', 'watch/sessions']) assert.equal(found[name], 'broken', name)
})
