import assert from 'node:assert/strict'
import { test } from 'node:test'
import { killLoop } from './kill-loop.ts'

test('twelve kills at random moments lose nothing that was acknowledged, and each next start recovers by itself', async () => {
  const { acknowledged, killed, lost, unheard } = await killLoop(12)
  assert.deepEqual(Object.keys(killed).sort(), ['backend', 'launcher', 'postmaster', 'server', 'web', 'worker'])
  assert.ok(acknowledged >= 12, `${acknowledged} acknowledged`)
  assert.deepEqual({ lost, unheard }, { lost: [], unheard: [] })
})
