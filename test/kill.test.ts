import assert from 'node:assert/strict'
import { test } from 'node:test'
import { killLoop } from './kill-loop.ts'

test('ten kills at random moments lose nothing that was acknowledged, and each next start recovers by itself', async () => {
  const { acknowledged, killed, lost } = await killLoop(10)
  assert.deepEqual(Object.keys(killed).sort(), ['backend', 'launcher', 'postmaster', 'server'])
  assert.ok(acknowledged.length >= 10, `${acknowledged.length} acknowledged`)
  assert.deepEqual(lost, [])
})
