// The five schools, each walked in one of the two ways. Between them every column that holds something of a person is filled, and searched for afterwards.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { smtpServer } from '../smtp-server.ts'
import { assertAllSeen, nothingSeen } from './columns.ts'
import { openHouse, reopenLater, schoolOf } from './house.ts'
import { inviteAndLoseAgain } from './invited.ts'
import { walk } from './journey.ts'

export const slugs = ['cloudex-learning', 'landscape-photo', 'masteryn-quest', 'mexrontal', 'webstapero-dev-notes'] as const

export async function walkThrough(withScript: (index: number) => boolean) {
  const house = await openHouse()
  const post = await smtpServer()
  after(post.close)
  const seen = nothingSeen()
  // In the last school some days pass half-way, and from then on letters go over a mail server.
  const later = () => reopenLater(house, post.url)
  for (const [index, slug] of slugs.entries()) {
    const script = withScript(index)
    test(`${slug}: from the first look to the certificate and to leaving without a trace, ${script ? 'with' : 'without'} script`, () => walk(house, schoolOf(slug), seen, { script, later: index === slugs.length - 1 ? later : undefined }))
  }
  test('somebody invited to teach, who later looks after privacy, then learns, and is told of a coming policy, leaves without a trace', () => inviteAndLoseAgain(house, schoolOf('mexrontal'), post, seen))
  test('the house noted no fault of its own', () => assert.deepEqual(house.running.said.err.split('\n').filter(line => /^fault |^\{"fault"/.test(line)), []))
  test('every column that holds something of a person held it, and was searched for when they had left', () => assertAllSeen(seen))
}
