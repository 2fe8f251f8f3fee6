// What an answer is worth, and what the order of the options gives away: nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { answered, givenFrom, score } from './score.ts'
import { shuffled } from './shuffle.ts'
import type { Asked, Key } from './question.ts'

const said = (text: string) => ({ ru: text, kk: text, en: text })
const options = ['a', 'b', 'c', 'd'].map(id => ({ id, text: said(id) }))
const key = (parts: object) => ({ explanation: said('why'), lesson: null, ...parts }) as Key

test('one right option is all or nothing', () => {
  const question = { asked: { type: 'single', text: said('?'), options } as Asked, key: key({ type: 'single', right: 'b' }) }
  assert.deepEqual([['b'], ['a'], [''], []].map(given => score(question, given)), [1, 0, 0, 0])
})

test('of several, a wrong choice takes a right one back, and choosing everything earns no more', () => {
  const question = { asked: { type: 'multiple', text: said('?'), options } as Asked, key: key({ type: 'multiple', right: ['a', 'b'] }) }
  assert.deepEqual([['a', 'b'], ['a'], ['a', 'c'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd'], ['c', 'd']].map(given => score(question, given)), [1, 0.5, 0, 0.5, 0, 0])
})

test('a number is read with a comma, a point or spaces, and both edges of the tolerance count', () => {
  const question = { asked: { type: 'numeric', text: said('?'), unit: null } as Asked, key: key({ type: 'numeric', right: 1250.5, tolerance: 0.5 }) }
  assert.deepEqual(['1250,5', '1 250.5', '1250', '1251', '1249.9', '1251.1', 'много', '1e3', ''].map(typed => score(question, [typed])), [1, 1, 1, 1, 0, 0, 0, 0, 0])
})

test('a short answer is accepted in any of the three languages, whatever its case', () => {
  const question = { asked: { type: 'short', text: said('?') } as Asked, key: key({ type: 'short', right: { ru: ['золотой час'], kk: ['алтын сағат'], en: ['golden hour'] } }) }
  assert.deepEqual(['Золотой  час.', '«алтын сағат»', 'Golden Hour', 'час'].map(typed => score(question, [typed])), [1, 1, 1, 0])
})

test('pairs and neighbours count each for its part', () => {
  const items = ['x', 'y'].map(id => ({ id, text: said(id) }))
  const matching = { asked: { type: 'matching', text: said('?'), items, options } as Asked, key: key({ type: 'matching', right: { x: 'a', y: 'b' } }) }
  assert.deepEqual([['a', 'b'], ['a', 'c'], ['b', 'a'], ['', '']].map(given => score(matching, given)), [1, 0.5, 0, 0])
  const ordering = { asked: { type: 'ordering', text: said('?'), items: options } as Asked, key: key({ type: 'ordering', right: ['a', 'b', 'c', 'd'] }) }
  assert.equal(score(ordering, ['a', 'b', 'c', 'd']), 1)
  assert.ok(score(ordering, ['b', 'c', 'd', 'a']) < 1)
  assert.equal(score(ordering, ['a', 'a', 'a', 'a']), 0)
})

test('whatever is sent, a score stays between 0 and 1, and what is no option is no answer', () => {
  const question = { asked: { type: 'multiple', text: said('?'), options } as Asked, key: key({ type: 'multiple', right: ['a', 'b'] }) }
  fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom('a', 'b', 'c', 'd'), fc.string())), sent => {
    const fraction = score(question, givenFrom(question.asked, sent))
    assert.ok(fraction >= 0 && fraction <= 1)
  }))
  assert.equal(answered(givenFrom(question.asked, ['<script>'])), false)
})

test('a seed gives one order for good, keeps every option, and different seeds differ', () => {
  const list = Array.from({ length: 8 }, (_, index) => index)
  fc.assert(fc.property(fc.integer(), seed => {
    assert.deepEqual(shuffled(list, seed), shuffled(list, seed))
    assert.deepEqual(shuffled(list, seed).toSorted((one, other) => one - other), list)
  }))
  assert.ok(new Set(Array.from({ length: 50 }, (_, seed) => shuffled(list, seed).join())).size > 40)
})
