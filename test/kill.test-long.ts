import assert from 'node:assert/strict'
import { test } from 'node:test'
import { killLoop } from './kill-loop.ts'

test('fifty kills at random moments lose nothing that was acknowledged', async context => {
  const { acknowledged, killed, lost } = await killLoop(50)
  context.diagnostic(`${acknowledged.length} acknowledged, killed: ${JSON.stringify(killed)}`)
  assert.ok(acknowledged.length >= 100, `${acknowledged.length} acknowledged`)
  assert.deepEqual(lost, [])
})
