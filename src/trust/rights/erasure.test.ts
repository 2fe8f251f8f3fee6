import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { duty, fulfilDue } from '#platform/obligations/obligations.ts'
import { openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { workThrough } from '#test/working.ts'
import { askForRight } from './rights.ts'

const { asAdmin, school, ground } = await openTestDatabases()
const canary = () => `Канарейка-${crypto.randomUUID()}`

const leave = (here: School, who: Member) => here.request('/me/data/erase', { as: who, form: { sure: 'true' } })
const whole = () => asAdmin(async client => {
  const { rows } = await client.query<{ t: string }>(`select oid::regclass::text as t from pg_class where relkind in ('r', 'p') and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')`)
  return (await Promise.all(rows.map(({ t }) => client.query(`select x::text as line from ${t} x`)))).flatMap(({ rows }) => rows.map(row => row.line as string)).join('\n')
})

test('LP-012 CL-038 MQ-131 whoever asks is erased: the account, the rows and the key are gone, a proof without a person remains', async () => {
  const here = await school()
  const [gone, stays] = [await here.learner({ name: canary() }), await here.learner({ name: canary() })]
  await askForRight(gone.ctx, { kind: 'objection', wish: canary() })
  const answer = await leave(here, gone)
  assert.equal(answer.status, 303)
  const proof = answer.headers.get('location')!
  assert.match(proof, /^\/erased\//)
  assert.equal((await here.request('/me/data', { as: gone })).status, 303, 'the session is over at once')
  await workThrough(here.system)
  assert.ok((await ground.ledger.forgottenAmong(here.slug, [gone.id, stays.id])).has(gone.id))
  const everything = await whole()
  assert.ok(everything.includes(stays.id))
  const left = everything.split('\n').filter(line => line.includes(gone.id))
  assert.ok(left.every(line => line.startsWith(`(${here.slug},`) && /,(visitor|learner|system),[a-z-]+\.[a-z-]+,/.test(line)), `only the log may still hold the id, as a pseudonym: ${left.join("\n")}`)
  const page = await (await here.request(proof)).text()
  assert.match(page, /Удалено и проверено/)
  assert.equal((await here.request('/me/data', { as: stays })).status, 200)
})

test('two windows that erase at once begin one erasure, and get one proof', async () => {
  const here = await school()
  const who = await here.learner()
  const answers = await Promise.all([leave(here, who), leave(here, who), leave(here, who)])
  const begun = await here.inside(({ db }) => db.selectFrom('rights.erasures').select('id').where('person', '=', who.id).execute())
  assert.equal(begun.length, 1)
  for (const answer of answers) assert.match(answer.headers.get('location') ?? '/sign-in', new RegExp(`^/(erased/${begun[0]!.id}|sign-in)`))
})

test('before erasing, the person sees what goes, what stays by law and until when, and must mean it', async () => {
  const here = await school()
  const who = await here.learner()
  await askForRight(who.ctx, { kind: 'objection', wish: 'Не хочу рекомендаций' })
  const page = await (await here.request('/me/data/erase', { as: who })).text()
  assert.match(page, /Исчезнет сразу/)
  assert.match(page, /номер больше ни к кому не ведёт. До 3 декабря 2031 г\. в \d\d:\d\d GMT\+5/)
  const without = await here.request('/me/data/erase', { as: who, form: {} })
  assert.equal(without.status, 422)
  assert.equal((await here.request('/me/data', { as: who })).status, 200, 'nothing has happened')
})

test('an erasure that is killed after any of its steps goes on from there and ends the same', async () => {
  for (const until of ['', 'key-gone', 'rows-gone', 'objects-gone']) {
    const here = await school()
    const who = await here.learner()
    await leave(here, who)
    const { duties } = await import('../../product.ts')
    const erasure = duties.find(({ kind }) => kind === 'rights.erasure')!
    const dying = duty('rights.erasure', {
      prepare: async (ctx, owed) => { const prepared = await erasure.prepare!(ctx, owed); if (owed.step === until) throw new Error('killed'); return prepared },
      fulfil: erasure.fulfil,
    })
    await workThrough(here.system, [dying])
    const later = { ...here.system, now: new Date(here.system.now.getTime() + 3_600_000) }
    await workThrough(later)
    const { rows: [proof] } = await here.inside(ctx => sql<{ completed_at: Date | null; person: string | null }>`select completed_at, person from rights.erasures`.execute(ctx.db))
    assert.ok(proof!.completed_at, `killed after "${until}"`)
    assert.equal(proof!.person, null)
  }
  assert.ok(fulfilDue)
})

test('a residue keeps the erasure open: it is tried again and never called done', async () => {
  const here = await school()
  const who = await here.learner()
  await leave(here, who)
  const { duties } = await import('../../product.ts')
  const erasure = duties.find(({ kind }) => kind === 'rights.erasure')!
  const sparing = duty('rights.erasure', { prepare: erasure.prepare!, fulfil: async (ctx, owed, prepared) => owed.step === 'key-gone' ? { step: 'rows-gone' } : erasure.fulfil(ctx, owed, prepared) })
  await workThrough(here.system, [sparing])
  const { rows: [proof] } = await here.inside(ctx => sql<{ completed_at: Date | null }>`select completed_at from rights.erasures`.execute(ctx.db))
  assert.equal(proof!.completed_at, null)
})
