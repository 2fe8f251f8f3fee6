import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { ask, freeLeases, job, keepTimetable, lastRuns, listJobs, nextMoment, runNext, type Job } from '#platform/jobs/jobs.ts'
import type { Context } from '#trust/audit/audit.ts'
import { noon, openTestDatabases } from '#test/fixtures.ts'

const { school } = await openTestDatabases()
const minutes = (count: number, from = noon) => new Date(from.getTime() + count * 60_000)
const zone = 'Asia/Almaty'

async function place(...jobs: Job<Context>[]) {
  const here = await school()
  const at = (now: Date) => here.as({ person: null, role: 'system' }, now)
  const run = (now = noon) => runNext({ outer: at(now), inside: work => here.inside(work, at(now)), jobs, zone, signal: new AbortController().signal })
  const inside = <R>(work: (ctx: Context) => Promise<R>, now = noon) => here.inside(work, at(now))
  await inside(ctx => keepTimetable(ctx.db, jobs, noon, zone))
  return { here, run, inside, runs: () => inside(ctx => lastRuns(ctx.db, jobs[0]!.name)), list: () => inside(ctx => listJobs(ctx.db)) }
}

test('a job runs when its moment has come, leaves a record and is planned anew', async () => {
  const { run, runs, list } = await place(job('test.count', { every: 'PT10M' }, async () => 3))
  assert.equal(await run(), true)
  const [record] = await runs()
  assert.deepEqual({ outcome: record!.outcome, handled: record!.handled, attempt: record!.attempt, started: record!.started_at }, { outcome: 'done', handled: 3, attempt: 1, started: noon })
  assert.equal(await run(minutes(9.99)), false)
  assert.deepEqual((await list())[0]!.next, minutes(10))
  assert.equal(await run(minutes(10)), true)
})

test('what failed is tried again after growing pauses; the record names the fault by its number', async () => {
  let broken = true
  const { run, runs, inside } = await place(job('test.mend', {}, async () => { if (broken) throw new Error('the store is closed') }))
  await inside(ctx => ask(ctx.db, 'test.mend', { about: 'thing-1', now: noon }))
  assert.equal(await run(), true)
  assert.match((await runs())[0]!.fault!, /^[0-9a-f]{8}$/)
  assert.equal(await run(minutes(0.99)), false)
  assert.equal(await run(minutes(1)), true)
  assert.equal(await run(minutes(4.99)), false)
  broken = false
  assert.equal(await run(minutes(5)), true)
  assert.deepEqual((await runs()).map(({ outcome, attempt }) => [outcome, attempt]), [['done', 3], ['failed', 2], ['failed', 1]])
})

test('after eight failures somebody has to look: what was asked for waits for them, what has a timetable goes on with it', async () => {
  const { run, list, inside } = await place(job('test.never', {}, async () => { throw new Error('never') }), job('test.nightly', { every: 'P1D', at: '03:00' }, async () => { throw new Error('never') }))
  await inside(ctx => ask(ctx.db, 'test.never', { now: noon }))
  await inside(ctx => ask(ctx.db, 'test.nightly', { now: noon }))
  const moment = new Date(noon)
  for (let step = 0; step < 400; step++) { await run(moment); moment.setTime(moment.getTime() + 5 * 60_000) }
  const [never, nightly] = await list()
  assert.equal(never!.outcome, 'given-up')
  assert.ok(never!.dead)
  assert.equal(nightly!.dead, null)
  assert.ok(nightly!.next! > moment)
  await inside(ctx => ask(ctx.db, 'test.never', { now: moment }), moment)
  assert.equal((await list())[0]!.dead, null)
})

test('of several workers one runs a job', async () => {
  let times = 0
  const { run } = await place(job('test.once', { every: 'PT1H' }, async () => { times++; await new Promise(done => setTimeout(done, 50)) }))
  const took = await Promise.all(Array.from({ length: 6 }, () => run()))
  assert.deepEqual(took.filter(Boolean).length, 1)
  assert.equal(times, 1)
})

test('a job whose worker died is taken over when its lease has ended, and its run is said to have been interrupted', async () => {
  const { run, runs, inside } = await place(job('test.heavy', { every: 'PT1H' }, async () => 1))
  const die = (ctx: Context) => sql`update jobs.work set attempts = 1, worker = gen_random_uuid(), lease_until = clock_timestamp() + interval '20 s'`.execute(ctx.db)
  await inside(async ctx => {
    await die(ctx)
    await ctx.db.insertInto('jobs.runs').values({ id: crypto.randomUUID(), job: 'test.heavy', started_at: noon, outcome: 'running', attempt: 1 }).execute()
  })
  assert.equal(await run(minutes(1)), false)
  await inside(ctx => sql`update jobs.work set lease_until = clock_timestamp() - interval '1 ms'`.execute(ctx.db))
  assert.equal(await run(minutes(1)), true)
  assert.deepEqual((await runs()).map(({ outcome }) => outcome), ['done', 'interrupted'])
  await inside(die)
  await inside(ctx => freeLeases(ctx.db))
  assert.equal(await run(minutes(90)), true)
})

test('what was missed while nothing ran is caught up once, not as often as it was missed', async () => {
  const { run, runs } = await place(job('test.daily', { every: 'P1D' }, async () => {}))
  await run()
  const later = minutes(5 * 24 * 60 + 7)
  assert.equal(await run(later), true)
  assert.equal(await run(later), false)
  assert.equal((await runs()).length, 2)
})

test('asked for twice about one thing it runs once, and then is asked for no more', async () => {
  const seen: string[] = []
  const { run, inside, list } = await place(job('test.build', {}, async (_, { about }) => { seen.push(about) }))
  for (const about of ['a-1', 'a-1', 'b-2']) await inside(ctx => ask(ctx.db, 'test.build', { about, now: noon }))
  while (await run()) continue
  assert.deepEqual(seen.sort(), ['a-1', 'b-2'])
  assert.deepEqual(await list(), [])
})

test('a job is asked for by ids alone: a sentence or an address is refused by the database', async () => {
  const { inside } = await place(job('test.about', {}, async () => {}))
  for (const about of ['Аружан Сериковна', 'a@school.example', 'two words', 'x'.repeat(201)])
    await assert.rejects(inside(ctx => ask(ctx.db, 'test.about', { about, now: noon })), /reference/)
})

test('a time of day is that of the wall in the school: both sides of it', () => {
  const next = (now: string, every: `P${string}` = 'P1D') => nextMoment({ every, at: '03:00' }, new Date(now), zone).toISOString()
  assert.equal(next('2026-12-03T02:59:59+05:00'), '2026-12-02T22:00:00.000Z')
  assert.equal(next('2026-12-03T03:00:00+05:00'), '2026-12-03T22:00:00.000Z')
  assert.equal(nextMoment({ every: 'PT1M' }, noon, zone).toISOString(), minutes(1).toISOString())
  const weekly = next('2026-12-03T12:00:00+05:00', 'P7D')
  assert.equal(new Date(weekly).getTime() > noon.getTime(), true)
  assert.equal(next(weekly, 'P7D'), new Date(new Date(weekly).getTime() + 7 * 86_400_000).toISOString())
})
