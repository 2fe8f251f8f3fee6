import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startClock } from '#platform/clock/clock.ts'

const at = (text: string) => new Date(text)
let machine = at('2026-12-01T09:00:00Z')
const start = (memory: Parameters<typeof startClock>[0], from?: string) => startClock(memory, from ? at(from) : undefined, () => machine)

test('without a wish the clock is the machine\'s', () => {
  assert.deepEqual(start(undefined).now(), machine)
})

test('from a given moment it ticks on as the machine does, and the next start goes on as far ahead', () => {
  machine = at('2026-12-01T09:00:00Z')
  const { now, ahead } = start(undefined, '2031-01-01T00:00:00Z')
  assert.deepEqual(now(), at('2031-01-01T00:00:00Z'))
  machine = at('2026-12-01T09:00:05Z')
  assert.deepEqual(now(), at('2031-01-01T00:00:05Z'))
  assert.deepEqual(start({ reached: now().toISOString(), ahead }).now(), now())
})

test('it goes only forward: the moment it had reached is the earliest it can start from', () => {
  machine = at('2026-12-01T09:00:00Z')
  const memory = { reached: '2031-01-01T00:00:00.000Z', ahead: 0 }
  assert.deepEqual(start(memory, '2031-01-01T00:00:00Z').now(), at('2031-01-01T00:00:00Z'))
  assert.throws(() => start(memory, '2030-12-31T23:59:59Z'), { code: 'clock.only-forward' })
})
