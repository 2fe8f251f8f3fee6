import assert from 'node:assert/strict'
import { test } from 'node:test'
import { killLoop } from './kill-loop.ts'

test('fifty kills at random moments lose nothing that was acknowledged', async context => {
  const { acknowledged, killed, lost, unheard, silence } = await killLoop(50)
  context.diagnostic(`${acknowledged} acknowledged, killed: ${JSON.stringify(killed)}, at most ${silence} ms without an acknowledgement`)
  assert.ok(acknowledged >= 100, `${acknowledged} acknowledged`)
  assert.deepEqual({ lost, unheard }, { lost: [], unheard: [] })
})
