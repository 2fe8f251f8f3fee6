import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { duty, fulfilDue, overdue, owe, settle, standing, type Duty } from '#platform/obligations/obligations.ts'
import type { Context } from '#trust/audit/audit.ts'
import { noon, openTestDatabases } from '#test/fixtures.ts'

const { school } = await openTestDatabases()
const days = (count: number) => new Date(noon.getTime() + count * 86_400_000)

async function place(...duties: Duty<Context>[]) {
  const here = await school()
  const at = (now: Date) => here.as({ person: null, role: 'system' }, now)
  const inside = <R>(work: (ctx: Context) => Promise<R>, now = noon) => here.inside(work, at(now))
  const work = (now = noon) => fulfilDue(at(now), work => here.inside(work, at(now)), duties)
  const promise = (about: string, more: object = {}) => inside(ctx => owe(ctx.db, { kind: 'test.answer', about, now: noon, promisedBy: days(10), ...more }))
  const stand = (now = noon) => inside(ctx => standing(ctx.db, 'test.answer', now))
  return { here, inside, work, promise, stand, rows: () => inside(ctx => ctx.db.selectFrom('obligations.owed').selectAll().execute()) }
}

test('what is owed is done when its moment has come, not before, and once', async () => {
  const done: string[] = []
  const { work, promise, rows } = await place(duty('test.answer', { fulfil: async (_: Context, { about }) => { done.push(about); return { effect: 'answered' } } }))
  await promise('r-1', { startAt: days(2) })
  await promise('r-1', { startAt: days(1) })
  assert.equal(await work(new Date(days(2).getTime() - 1)), 0)
  assert.equal(await work(days(2)), 1)
  assert.equal(await work(days(3)), 0)
  assert.deepEqual(done, ['r-1'])
  const [row] = await rows()
  assert.deepEqual([row!.effect, row!.done_at], ['answered', days(2)])
})

test('effect and "done" are one transaction: what fails half-way leaves neither, and is tried again', async () => {
  let broken = true
  const { work, promise, inside, rows } = await place(duty('test.answer', {
    async fulfil(ctx: Context, { about }) {
      await ctx.db.insertInto('jobs.runs').values({ id: randomUUID(), job: about, started_at: ctx.now, outcome: 'done', attempt: 1 }).execute()
      if (broken) throw new Error('power cut')
      return { effect: 'answered' }
    },
  }))
  await promise('r-1')
  assert.equal(await work(), 0)
  const [row] = await rows()
  assert.deepEqual([row!.done_at, row!.attempts, row!.fault?.length], [null, 1, 8])
  assert.equal((await inside(ctx => ctx.db.selectFrom('jobs.runs').selectAll().execute())).length, 0)
  broken = false
  assert.equal(await work(noon), 0)
  assert.equal(await work(new Date(noon.getTime() + 60_000)), 1)
  assert.equal((await inside(ctx => ctx.db.selectFrom('jobs.runs').selectAll().execute())).length, 1)
})

test('one that fails holds up no other', async () => {
  const { work, promise, stand } = await place(duty('test.answer', { fulfil: async (_: Context, { about }) => { if (about === 'bad') throw new Error('no'); return { effect: 'answered' } } }))
  for (const about of ['bad', 'r-1', 'r-2']) await promise(about)
  assert.equal(await work(), 2)
  assert.deepEqual(await stand(), { all: 3, open: 1, late: 0 })
})

test('many steps are gone through one by one, and after a crash go on from the last that was finished', async () => {
  const steps: string[] = []
  let crash = true
  const { work, promise, rows } = await place(duty('test.answer', {
    async prepare(_: Context, { step }) { steps.push(step || 'asked') },
    async fulfil(_, { step }) {
      if (!step) return { step: 'key-gone' }
      if (step === 'key-gone') return { step: 'rows-gone' }
      if (crash) throw new Error('killed')
      return { effect: 'certified' }
    },
  }))
  await promise('r-1')
  assert.equal(await work(), 2)
  assert.equal((await rows())[0]!.step, 'rows-gone')
  crash = false
  assert.equal(await work(new Date(noon.getTime() + 60_000)), 1)
  assert.deepEqual(steps, ['asked', 'key-gone', 'rows-gone', 'rows-gone'])
  assert.equal((await rows())[0]!.effect, 'certified')
})

test('of several workers one does it', async () => {
  let times = 0
  const { work, promise } = await place(duty('test.answer', { fulfil: async () => { times++; await new Promise(done => setTimeout(done, 30)); return { effect: 'answered' } } }))
  await promise('r-1')
  await Promise.all([work(), work(), work(), work()])
  assert.equal(times, 1)
})

test('a missed one is seen as late, on the stricter of the two dates, and stays seen after it was done', async () => {
  const { promise, stand, inside } = await place()
  await promise('r-1', { dueBy: days(5) })
  assert.deepEqual(await stand(days(5)), { all: 1, open: 1, late: 0 })
  const after = new Date(days(5).getTime() + 1)
  assert.deepEqual(await stand(after), { all: 1, open: 1, late: 1 })
  assert.deepEqual((await inside(ctx => overdue(ctx.db, after))).map(({ about }) => about), ['r-1'])
  assert.equal(await inside(ctx => settle(ctx.db, { kind: 'test.answer', about: 'r-1', now: after, effect: 'answered' })), true)
  assert.equal(await inside(ctx => settle(ctx.db, { kind: 'test.answer', about: 'r-1', now: after, effect: 'answered' })), false)
  assert.deepEqual(await stand(days(30)), { all: 1, open: 0, late: 1 })
  assert.deepEqual(await inside(ctx => overdue(ctx.db, days(30))), [])
})

test('a due date after the promised one is held to the promise', async () => {
  const { promise, rows } = await place()
  await promise('r-1', { dueBy: days(30) })
  assert.deepEqual((await rows())[0]!.due_by, days(10))
})
