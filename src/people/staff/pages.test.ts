import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDatabases } from '#test/fixtures.ts'
import { roundTrips } from '#test/round-trips.ts'
import { worldOf } from '#test/world.ts'

const { school } = await openTestDatabases()

test('no page about people asks the database more than three times', async () => {
  const here = await school('masteryn-quest')
  const { people: { learner, operator } } = await worldOf(here)
  const pages = [
    ...['/me/profile', '/me/settings', '/me/security', '/me/recovery'].map(path => ({ path, as: learner })),
    ...['/office/people', '/office/people/invite', `/office/people/${learner.id}`].map(path => ({ path, as: operator })),
  ]
  for (const { path, as } of pages) {
    await here.request(path, { as }) // the keys of these people are at hand then
    let status = 0
    const times = await roundTrips(async () => { status = (await here.request(path, { as })).status })
    assert.equal(status, 200, path)
    assert.ok(times <= 3, `${path}: ${times}`)
  }
})
