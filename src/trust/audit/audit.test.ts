import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { openTestDatabases, type School } from '#test/fixtures.ts'
import { callOf, typed } from '#test/terminal.ts'
import { cliCommands, command, query, sealLog, verifyLog } from './audit.ts'
import { leafOf } from './leaf.ts'
import { GrowingTree, leafHash } from './merkle-tree.ts'
import { writeEntry } from './write-entry.ts'

const { main, sealer, ground, asAdmin, school } = await openTestDatabases()
const now = new Date('2026-12-03T12:00:00+05:00')
const sealOnce = (here: School) => sealLog(sealer, here.slug, ground.witness, now)
/** Other tests share the server: what is younger than a transaction of theirs waits for the next round. */
async function seal(here: School) {
  for (let sealed = 0, round = 0; ; round++) {
    sealed += await sealOnce(here)
    if ((await verify(here)).unsealed === 0 || round === 200) return sealed
    await pause(20)
  }
}
const verify = (here: School) => verifyLog(sealer, here.slug, ground.witness)
// Opening a school leaves entries of its own: they are not what these tests are about.
const entriesOf = async (here: School) => (await here.inside(ctx => ctx.db.selectFrom('audit.entries').select(['act', 'actor', 'role', 'subject', 'outcome']).orderBy('number').execute()))
  .filter(({ act }) => act.startsWith('audit-test.'))

const rename = command('audit-test.rename', {
  input: z.strictObject({ person: z.uuid(), to: z.string().min(1) }),
  load: (_, { person }) => Promise.resolve(person),
  may: (actor, person) => actor.person === person,
  async run(ctx, person, { to }) {
    await ctx.db.updateTable('accounts.people').set({ last_sign_in_at: ctx.now }).where('id', '=', person).execute()
    if (to === 'nobody') throw new Refusal(409, 'common.not-valid')
  },
  audit: (person, { to }) => ({ subject: person, details: to }),
})

const look = query('audit-test.look', {
  input: z.strictObject({ people: z.array(z.uuid()) }),
  find: async (_, { people }) => people,
  may: actor => actor.role !== 'visitor',
  reveals: people => people,
})

const open = command('audit-test.open', {
  input: z.strictObject({ thing: z.string() }),
  load: (_, { thing }) => Promise.resolve(thing),
  may: actor => actor.role === 'operator',
  run: async () => {},
  audit: thing => ({ subject: null, thing: thing as `${string}:${string}` }),
})

test('a command is recorded with the actor that the database found by the session, not with the one the code names', async () => {
  const here = await school()
  const { ctx, id } = await here.learner()
  const other = await here.learner()
  await rename(ctx, { person: id, to: 'Айша' })
  await rename({ ...ctx, actor: other.actor }, { person: other.id, to: 'Айша' })
  assert.deepEqual((await entriesOf(here)).map(({ act, actor, role }) => [act, actor, role]), [['audit-test.rename', id, 'learner'], ['audit-test.rename', id, 'learner']])
})

test('who may not is refused, the try is recorded, and nothing changed', async () => {
  const here = await school()
  const [one, other] = [await here.learner(), await here.learner()]
  await assert.rejects(rename(one.ctx, { person: other.id, to: 'Айша' }), { status: 403 })
  assert.deepEqual(await entriesOf(here), [{ act: 'audit-test.rename', actor: one.id, role: 'learner', subject: null, outcome: 'refused' }])
})

test('a change that fails leaves no entry', async () => {
  const here = await school()
  const { ctx, id } = await here.learner()
  await assert.rejects(rename(ctx, { person: id, to: 'nobody' }), { status: 409 })
  assert.deepEqual(await entriesOf(here), [])
})

test('a look by staff at several people is one entry each; a look at oneself is none', async () => {
  const here = await school()
  const [one, other, teacher] = [await here.learner(), await here.learner(), await here.staff()]
  await look(teacher.ctx, { people: [one.id, other.id, teacher.id, one.id] })
  await look(one.ctx, { people: [one.id] })
  assert.deepEqual((await entriesOf(here)).map(({ actor, subject }) => [actor, subject]), [[teacher.id, one.id], [teacher.id, other.id]])
})

test('the same form sent twice changes something once', async () => {
  const here = await school()
  const { ctx, id } = await here.learner()
  const once = crypto.randomUUID()
  await rename({ ...ctx, once }, { person: id, to: 'Айша' })
  await assert.rejects(rename({ ...ctx, once }, { person: id, to: 'Айша' }), { name: 'Error', message: /sent before/ })
  assert.equal((await entriesOf(here)).length, 1)
})

test('CL-047 MQ-094 an edited, a deleted, a backdated and a reattributed entry are each found; the application cannot even try', async () => {
  for (const tampering of [`update audit.entries set act = 'nothing.happened'`, 'delete from audit.entries', `update audit.entries set at = at - interval '1 day'`, 'update audit.entries set actor = null']) {
    const here = await school()
    let sealed = await seal(here)
    for (let time = 0; time < 2; time++) {
      const { ctx, id } = await here.learner()
      await rename(ctx, { person: id, to: 'Айша' })
      sealed += await seal(here)
    }
    const { intact, entries, unsealed } = await verify(here)
    assert.deepEqual({ intact, entries, unsealed }, { intact: true, entries: sealed, unsealed: 0 })
    await assert.rejects(here.inside(ctx => ctx.db.deleteFrom('audit.entries').execute()), /permission denied/)
    await assert.rejects(here.inside(ctx => sql`insert into audit.entries (id, at, role, act, outcome) values (gen_random_uuid(), now(), 'system', 'a.b', 'done')`.execute(ctx.db)), /permission denied/)
    await asAdmin(client => client.query(`${tampering} where site = '${here.slug}' and number = (select max(number) from audit.entries where site = '${here.slug}')`))
    assert.equal((await verify(here)).fault?.at, sealed - 1)
  }
})

test('a deed on a thing of the school names it: in the log, under its hash, and never a person', async () => {
  const here = await school()
  const { ctx, id } = await here.staff('operator')
  const thingOf = () => asAdmin(client => client.query<{ thing: string }>(`select thing from audit.entries where site = $1 and act = 'audit-test.open'`, [here.slug])).then(({ rows }) => rows.map(({ thing }) => thing))
  await open(ctx, { thing: 'course:light' })
  await assert.rejects(open(ctx, { thing: `course:${id}` }), /violates check constraint/)
  await assert.rejects(open(ctx, { thing: 'course:Айша Серікова' }), /violates check constraint/)
  assert.deepEqual(await thingOf(), ['course:light'])
  await seal(here)
  assert.equal((await verify(here)).intact, true)
  await asAdmin(client => client.query(`update audit.entries set thing = 'course:other' where site = $1 and act = 'audit-test.open'`, [here.slug]))
  assert.equal((await verify(here)).fault?.what, 'entry-changed')
})

test('an entry on no thing hashes as entries did before things were named', () => {
  const entry = { site: 'one', id: crypto.randomUUID(), number: 7, at: now, actor: null, role: 'system', act: 'a.b', subject: null, details: null, outcome: 'done', purpose: null }
  const before = leafHash(Buffer.from(JSON.stringify([entry.site, entry.id, 7, now.toISOString(), null, 'system', 'a.b', null, null, 'done', null])))
  assert.deepEqual(leafOf({ ...entry, thing: null }), before)
  assert.notDeepEqual(leafOf({ ...entry, thing: 'course:light' }), before)
})

test('whoever rebuilds the whole log inside the database is found by the checkpoints outside', async () => {
  const here = await school()
  const { ctx, id } = await here.learner()
  for (const to of ['one', 'two', 'three']) await rename(ctx, { person: id, to })
  await seal(here)
  await asAdmin(async client => {
    await client.query(`delete from audit.checkpoints where site = '${here.slug}'`)
    await client.query(`delete from audit.leaves where site = '${here.slug}'`)
    await client.query(`delete from audit.entries where site = '${here.slug}' and number = (select max(number) from audit.entries where site = '${here.slug}')`)
  })
  await seal(here)
  assert.equal((await verify(here)).intact, false)
})

test('a forged checkpoint and a silent place are found; a line torn by a crash is not taken for one', async () => {
  const here = await school()
  const { ctx, id } = await here.learner()
  await rename(ctx, { person: id, to: 'one' })
  await seal(here)
  const [place] = ground.witness.folders.map(folder => `${folder}/${here.slug}.checkpoints`) as [string]
  const kept = readFileSync(place, 'utf8')
  appendFileSync(place, '{"size":1,"ro')
  assert.equal((await verify(here)).intact, true)
  writeFileSync(place, kept.replace(/"size":\d+/, '"size":9'))
  assert.equal((await verify(here)).fault?.what, 'bad-signature')
  rmSync(place)
  assert.equal((await verify(here)).fault?.what, 'place-silent')
})

test('by the terminal a whole log ends with 0; of one that was tampered with twice the first place is said, and the command ends with 1', async () => {
  const here = await school()
  const { ctx, id } = await here.learner()
  for (const to of ['one', 'two', 'three']) await rename(ctx, { person: id, to })
  await seal(here)
  const verifyByTerminal = () => typed(cliCommands, 'audit verify', callOf(here, { ctx: here.system }))
  const whole = await verifyByTerminal()
  assert.deepEqual([whole.code, whole.json[0].intact], [0, true])
  const first = whole.json[0].entries - 2
  await asAdmin(client => client.query(`update audit.entries set act = 'nothing.happened' where number in (select number from audit.entries where site = '${here.slug}' order by number offset ${first})`))
  const { code, json } = await verifyByTerminal()
  assert.deepEqual([code, json[0].site, json[0].fault], [1, here.slug, { what: 'entry-changed', at: first, from: json[0].fault.from }])
})

test('the sealer passes over an entry whose transaction still runs, and takes it the next time', async () => {
  const here = await school()
  const later = await here.learner()
  await seal(here)
  await here.inside(async ctx => {
    writeEntry(ctx, 'early.number', { subject: null })
    await sql`select 1`.execute(ctx.db) // it is written when this is answered
    await rename(later.ctx, { person: later.id, to: 'one' }) // a later number, committed first
    assert.equal(await sealOnce(here), 0)
  })
  assert.equal(await seal(here), 2)
  assert.equal((await verify(here)).intact, true)
})

test('the tree hash is that of RFC 6962', () => {
  const known = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(hex => Buffer.from(hex, 'hex'))
  const tree = new GrowingTree()
  assert.equal(tree.root.toString('hex'), createHash('sha256').digest('hex'))
  for (const leaf of known) tree.add(leafHash(leaf))
  assert.equal(tree.root.toString('hex'), '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328')
  assert.equal(new GrowingTree(tree.size, tree.edge).root.toString('hex'), tree.root.toString('hex'))
})

test('a site cannot be entered outside of a transaction, nor another one from inside', async () => {
  const here = await school()
  await assert.rejects(main.selectFrom('accounts.people').selectAll().execute(), /No site chosen/)
  await assert.rejects(here.inside(({ db }) => sql`select set_config('app.site', 'other', true)`.execute(db)), /permission denied/)
})
