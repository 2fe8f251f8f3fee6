import assert from 'node:assert/strict'
import { test } from 'node:test'
import { announce, deliverEvents, on, type Listener } from '#platform/events/events.ts'
import type { Context } from '#trust/audit/audit.ts'
import { noon, openTestDatabases } from '#test/fixtures.ts'

const { school } = await openTestDatabases()
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000)

async function place(...listeners: Listener<Context>[]) {
  const here = await school()
  const inside = <R>(work: (ctx: Context) => Promise<R>, now = noon) => here.inside(work, here.as({ person: null, role: 'system' }, now))
  return { here, inside, deliver: (now = noon) => deliverEvents<Context>(work => inside(work, now), listeners), tell: (about: string) => inside(ctx => announce(ctx.db, 'test.happened', { about })) }
}

test('every listener hears of an event once, in the order of writing', async () => {
  const heard: string[] = []
  const { tell, deliver } = await place(on('test.happened', 'first', async (_, { about }) => heard.push(`first ${about}`)), on('test.happened', 'second', async (_, { about }) => heard.push(`second ${about}`)), on('test.else', 'third', async () => heard.push('third')))
  await tell('a')
  await tell('b')
  assert.equal(await deliver(), 4)
  assert.equal(await deliver(), 0)
  assert.deepEqual(heard.filter(line => line.startsWith('first')), ['first a', 'first b'])
  assert.equal(heard.length, 4)
})

test('a change that is undone tells nobody', async () => {
  const heard: string[] = []
  const { inside, deliver } = await place(on('test.happened', 'first', async (_, { about }) => heard.push(about)))
  await assert.rejects(inside(async ctx => { await announce(ctx.db, 'test.happened', { about: 'a' }); throw new Error('undone') }))
  assert.equal(await deliver(), 0)
  assert.deepEqual(heard, [])
})

test('a listener that fails keeps nobody else from hearing, and is told again after a pause; what it had written is undone', async () => {
  let broken = true
  const heard: string[] = []
  const { inside, tell, deliver } = await place(
    on('test.happened', 'broken', async ctx => {
      await ctx.db.insertInto('jobs.runs').values({ id: crypto.randomUUID(), job: 'heard', started_at: noon, outcome: 'done', attempt: 1 }).execute()
      if (broken) throw new Error('no')
    }),
    on('test.happened', 'sound', async (_, { about }) => heard.push(about)))
  await tell('a')
  assert.equal(await deliver(), 1)
  const marks = () => inside(ctx => ctx.db.selectFrom('jobs.runs').select('id').execute())
  assert.deepEqual([heard, (await marks()).length], [['a'], 0])
  broken = false
  assert.equal(await deliver(minutes(0.99)), 0)
  assert.equal(await deliver(minutes(1)), 1)
  assert.deepEqual([heard, (await marks()).length], [['a'], 1])
})

test('after eight failures it is given up, and somebody can see it', async () => {
  const { inside, tell, deliver } = await place(on('test.happened', 'broken', async () => { throw new Error('no') }))
  await tell('a')
  for (let hours = 0; hours < 60; hours++) await deliver(minutes(hours * 60))
  const [row] = await inside(ctx => ctx.db.selectFrom('events.deliveries').selectAll().execute())
  assert.equal(row!.attempts, 8)
  assert.ok(row!.dead_at)
})

test('several workers tell everyone once', async () => {
  const heard: string[] = []
  const { tell, deliver } = await place(on('test.happened', 'slow', async (_, { about }) => { await new Promise(done => setTimeout(done, 5)); heard.push(about) }))
  for (const about of ['a', 'b', 'c', 'd']) await tell(about)
  await Promise.all([deliver(), deliver(), deliver()])
  assert.deepEqual(heard.sort(), ['a', 'b', 'c', 'd'])
})
