// The five schools, each walked in one of the two ways. Between them every column that holds something of a person is filled, and searched for afterwards.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAllSeen, nothingSeen } from './columns.ts'
import { openHouse, schoolOf } from './house.ts'
import { inviteAndLoseAgain } from './invited.ts'
import { walk } from './journey.ts'

export const slugs = ['cloudex-learning', 'landscape-photo', 'masteryn-quest', 'mexrontal', 'webstapero-dev-notes'] as const

export async function walkThrough(withScript: (index: number) => boolean) {
  const house = await openHouse()
  const seen = nothingSeen()
  for (const [index, slug] of slugs.entries()) {
    const script = withScript(index)
    test(`${slug}: from the first look to the certificate and to leaving without a trace, ${script ? 'with' : 'without'} script`, () => walk(house, schoolOf(slug), script, seen))
  }
  test('somebody invited to teach, and told of a coming policy, leaves without a trace', () => inviteAndLoseAgain(house, schoolOf('mexrontal'), seen))
  test('the house noted no fault of its own', () => assert.deepEqual(house.running.said.err.split('\n').filter(line => /^fault |^\{"fault"/.test(line)), []))
  test('every column that holds something of a person held it, and was searched for when they had left', () => assertAllSeen(seen))
}
