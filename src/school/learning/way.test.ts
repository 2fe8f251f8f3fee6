// The way through a course: where it goes on, why there, and how long each stage is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { progressOf, type Completed } from '#school/enrolment/enrolment.ts'
import { nextStep, placeIn, wayThrough } from './way.ts'

const words = (text: string) => ({ ru: text, kk: text, en: text })
const lesson = (slug: string, minutes: number) => ({ slug, title: words(slug), minutes, free: false })
const outline = [
  { slug: 'light', title: words('light'), lessons: [lesson('dawn', 10), lesson('noon', 20)] },
  { slug: 'frame', title: words('frame'), lessons: [lesson('edge', 15)] },
]
const about = { completion: { lessons: 100, test: true, assignment: false }, test: { title: words('test') }, assignment: { title: words('work') } } as unknown as Parameters<typeof progressOf>[0]
const going = (done: string[], position?: { lesson: string; place: number }) => ({
  run: { slug: 'run' }, outline, position,
  progress: progressOf(about, outline, done.map(item => ({ id: item, kind: item === 'test' ? 'test' : 'lesson', item, evidence: null, at: new Date(0) }) as Completed)),
})

test('the next step is the lesson one stopped in, else the first that is not done, else what the course still asks for; each says why', () => {
  const step = (done: string[], position?: { lesson: string; place: number }) => { const { to, why } = nextStep(going(done, position)); return [to, why] }
  assert.deepEqual(step([]), ['/learn/run/dawn', 'why-first'])
  assert.deepEqual(step(['dawn']), ['/learn/run/noon', 'why-open'])
  assert.deepEqual(step(['dawn'], { lesson: 'edge', place: 2 }), ['/learn/run/edge#place-2', 'why-stopped'])
  assert.deepEqual(step(['dawn'], { lesson: 'dawn', place: 1 }), ['/learn/run/noon', 'why-open'], 'a lesson that is done is not gone back to')
  assert.deepEqual(step(['dawn', 'noon', 'edge']), ['/learn/run/test', 'why-left'])
  assert.deepEqual(step(['dawn', 'noon', 'edge', 'test']), ['/learn/run', undefined])
})

test('a stage is as long as its lessons, one of them is where one stands, and what the course does not ask for is none', () => {
  const stages = wayThrough(going(['dawn']))
  assert.deepEqual(stages.map(({ kind, minutes, done, all, state, to }) => [kind, minutes, done, all, state, to]), [
    ['module', 30, 1, 2, 'now', '/learn/run/noon'], ['module', 15, 0, 1, 'next', '/learn/run/edge'], ['test', 0, 0, 1, 'next', '/learn/run/test'],
  ])
  assert.deepEqual(wayThrough(going(['dawn', 'noon', 'edge'])).map(({ state }) => state), ['done', 'done', 'now'])
})

test('a lesson knows its module, its number among all and its minutes', () => {
  assert.deepEqual(placeIn(outline, 'edge'), { module: 2, number: 3, all: 3, minutes: 15 })
  assert.equal(placeIn(outline, 'nowhere'), undefined)
})
