import assert from 'node:assert/strict'
import { createSecretKey, randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { sql } from 'kysely'
import { jsx } from '#jsx/jsx-runtime'
import { Forgotten, fetchMissing, type Keys, NeedsKeys, open, openAll, reseal, reveal, seal, SealedValue, withKeys } from './sealing.ts'
import { rowId } from './sealed-value.ts'
import { addNote, admit, noon, openVaultGround } from '#test/vault-ground.ts'

const ground = await openVaultGround()
const { vault, asAdmin } = ground

type Sealed = Record<string, SealedValue>
const rows = async (here: Awaited<ReturnType<typeof ground.site>>, query: string) =>
  (await here.inside(db => sql.raw<Sealed>(query).execute(db))).rows

/** A site with one person and one note of theirs, in a row of its own. */
async function oneNote(note = 'Мақсатым — ұстаз болу', title = 'Туралы') {
  const here = await ground.site(1)
  const [person] = here.ids as [string]
  const id = randomUUID()
  const ctx = here.ctx()
  await ctx.keys.fetch([person])
  await here.inside(db => addNote(db, { id, person, ...seal(ctx, { table: 'probe.notes', row: id, person }, { note, title }) }))
  return { ...here, person, id, note }
}

test('CL-045 what was sealed is ciphertext with the id of its key in SQL and in a dump, and opens as it was written', async () => {
  const here = await oneNote()
  const dump = await asAdmin(async client => (await client.query('select note, title from probe.notes where id = $1', [here.id])).rows[0])
  for (const bytes of [dump.note, dump.title] as Buffer[]) {
    assert.equal(bytes[0], 0xe5)
    assert.equal(bytes.toString('hex', 4, 20), here.person.replaceAll('-', ''))
    assert.ok(!bytes.includes(Buffer.from('ұстаз')))
  }
  const [row] = await rows(here, 'select id, note, title from probe.notes')
  assert.deepEqual(await reveal(here.ctx(), row), { id: here.id, note: 'Мақсатым — ұстаз болу', title: 'Туралы' })
})

test('a superuser who pastes a value into another row, column, site or person is found out', async () => {
  const pastes: [string, RegExp][] = [
    ['update probe.notes set note = (select note from probe.notes where id = $2) where id = $1', /another row/],
    ['update probe.notes set note = title where id = $1 and $2 <> id', /another column/],
    [`update probe.notes set note = overlay(note placing decode(replace(person::text, '-', ''), 'hex') from 5) where id = $1 and $2 <> id`, /unable to authenticate/],
    ['update probe.notes set note = set_byte(note, 60, get_byte(note, 60) # 1) where id = $1 and $2 <> id', /unable to authenticate/],
  ]
  for (const [paste, fault] of pastes) {
    const [here, there] = [await oneNote(), await oneNote('Другое')]
    await admit(vault, here.slug, there.person, {})
    await asAdmin(async client => {
      await client.query(`update probe.notes set site = '${here.slug}' where id = $1`, [there.id])
      if (paste.includes('overlay')) await client.query('update probe.notes set person = $2 where id = $1', [here.id, there.person])
      await client.query(paste, [here.id, there.id])
    })
    await assert.rejects(rows(here, `select id, note from probe.notes where id = '${here.id}'`).then(found => reveal(here.ctx(), found)), fault, paste)
  }
})

test('whoever rewrites the header to fit another row or column of the same person opens nothing', async () => {
  const here = await oneNote()
  const [id, ctx] = [randomUUID(), here.ctx()]
  await ctx.keys.fetch([here.person])
  await here.inside(db => addNote(db, { id, person: here.person, ...seal(ctx, { table: 'probe.notes', row: id, person: here.person }, { note: 'вторая' }) }))
  const [headOf, from] = ['overlay(note placing (select substring(note from 29 for 16) from probe.notes where id = $1) from 29)', 'overlay(title placing substring(note from 21 for 8) from 21)']
  for (const forged of [`(select ${headOf} from probe.notes where id = $2)`, from]) {
    await asAdmin(client => client.query(`update probe.notes set note = ${forged} where id = $1 and $2::uuid is not null`, [here.id, id]))
    await assert.rejects(rows(here, `select id, note from probe.notes where id = '${here.id}'`).then(found => reveal(here.ctx(), found)), /unable to authenticate/)
  }
})

test('the same key opens nothing under the name of another site', async () => {
  const key = { version: 1, key: createSecretKey(randomBytes(32)) }
  const keysOf = (site: string) => ({ site, keys: { site, of: () => key } as unknown as Keys })
  const at = { table: 'probe.notes', row: randomUUID(), person: randomUUID() }
  const value = new SealedValue({ table: 'probe.notes', column: 'note', rows: [rowId(at.row)] }, seal(keysOf('one-school'), at, { note: 'здесь' }).note)
  assert.equal(open(keysOf('one-school'), value), 'здесь')
  assert.throws(() => open(keysOf('two-school'), value), /unable to authenticate/)
  assert.throws(() => open({ ...keysOf('one-school'), site: 'two-school' }, value), /another site/)
})

test('a value carried to another site stays shut, though its person has a key there too', async () => {
  const [here, there] = [await oneNote(), await ground.site()]
  await admit(vault, there.slug, here.person, {})
  await asAdmin(client => client.query(`update probe.notes set site = '${there.slug}' where id = '${here.id}'`))
  await assert.rejects(reveal(there.ctx(), await rows(there, 'select id, note from probe.notes')), /unable to authenticate/)
})

test('the column takes nothing but an envelope', async () => {
  const here = await oneNote()
  const short = Buffer.alloc(71, 1)
  short.set([0xe5, 1, 1, 1])
  const almost = [0xe4, 1, 1, 1], newer = [0xe5, 2, 1, 1], kindless = [0xe5, 1, 3, 1]
  const headed = [almost, newer, kindless].map(head => Buffer.concat([Buffer.from(head), Buffer.alloc(96, 1)]))
  for (const wrong of [...headed, Buffer.from('plain text that is long enough to be mistaken for something that has been sealed'), short, Buffer.alloc(200)])
    await assert.rejects(here.inside(db => addNote(db, { id: randomUUID(), person: here.person, note: wrong })), /sealed_check|violates check/)
  await here.inside(db => addNote(db, { id: randomUUID(), person: here.person }))
})

test('a self-join, a CTE, a UNION, JSON and a cast each carry sealed values that open', async () => {
  const here = await oneNote('первая')
  const id = randomUUID()
  const ctx = here.ctx()
  await ctx.keys.fetch([here.person])
  await here.inside(db => addNote(db, { id, person: here.person, ...seal(ctx, { table: 'probe.notes', row: id, person: here.person }, { note: 'вторая' }) }))
  const shows = async (query: string) => JSON.stringify(await reveal(here.ctx(), await rows(here, query)))
  const both = /первая.*вторая|вторая.*первая/s
  assert.match(await shows('select a.id, b.id as other, a.note, b.note as beside from probe.notes a join probe.notes b on a.id < b.id'), both)
  assert.match(await shows('with all_of_them as (select id, note from probe.notes) select * from all_of_them'), both)
  assert.match(await shows('with all_of_them as materialized (select id, note from probe.notes) select * from all_of_them'), both)
  assert.match(await shows('select id, note from probe.notes union select id, note from probe.notes'), both)
  assert.match(await shows('select id, coalesce(note, title) as either from probe.notes'), both)
  assert.match(await shows(`select json_agg(json_build_object('id', id, 'note', note)) as list from probe.notes`), both)
  assert.match(await shows('select id, note::text as text from probe.notes'), both)
})

test('where PostgreSQL names no origin, a swapped value is still found, and a missing key too', async () => {
  const [here, other] = [await oneNote('первая'), await oneNote('вторая')]
  await asAdmin(client => client.query(`update probe.notes set note = (select note from probe.notes where id = '${other.id}') where id = '${here.id}'`))
  for (const query of ['select id, note from probe.notes union all select id, note from probe.notes', 'select id, coalesce(note, title) as note from probe.notes',
    `select json_build_object('id', id, 'note', note) as one from probe.notes`])
    await assert.rejects(rows(here, query).then(found => reveal(here.ctx(), found)), /another row/, query)
  await assert.rejects(rows(here, 'select note from probe.notes'), /Select the key of probe.notes/)
  await assert.rejects(rows(here, 'select note from probe.notes union select note from probe.notes').then(found => reveal(here.ctx(), found)), /Select the key of probe.notes/)
  await assert.rejects(rows(here, 'select array_agg(note) as list from probe.notes'), /select them one by one/)
})

test('a row with a key of two columns is bound to both', async () => {
  const here = await ground.site(1)
  const [learner, course, ctx] = [here.ids[0]!, randomUUID(), here.ctx()]
  await ctx.keys.fetch([learner])
  const { note } = seal(ctx, { table: 'probe.pairs', row: [learner, course], person: learner }, { note: 'вдвоём' })
  await here.inside(db => sql`insert into probe.pairs (learner, course, note) values (${learner}, ${course}, ${note})`.execute(db))
  assert.equal((await reveal(ctx, await rows(here, 'select learner, course, note from probe.pairs')))[0]!.note, 'вдвоём')
  assert.equal((await reveal(ctx, await rows(here, 'select learner, course, note from probe.pairs union select learner, course, note from probe.pairs')))[0]!.note, 'вдвоём')
  await assert.rejects(rows(here, 'select learner, note from probe.pairs'), /Select the key/)
  await asAdmin(client => client.query(`update probe.pairs set course = '${randomUUID()}' where site = '${here.slug}'`))
  await assert.rejects(rows(here, 'select learner, course, note from probe.pairs').then(found => reveal(ctx, found)), /another row/)
})

test('a sealed value that reaches a page, a log or an answer is a fault, and shows nothing', async () => {
  const here = await oneNote()
  const [row] = await rows(here, 'select id, note from probe.notes')
  const { note } = row!
  assert.throws(() => JSON.stringify({ note }), /reveal it first/)
  assert.throws(() => `${note}`, /reveal it first/)
  assert.throws(() => '' + (note as unknown as string), /reveal it first/)
  assert.throws(() => jsx('p', { children: note }), /reveal it first/)
  assert.throws(() => jsx('p', { title: note }), /reveal it first/)
  assert.throws(() => [...note as never], /reveal it first/)
  assert.equal(inspect({ note }), '{ note: [sealed probe.notes.note] }')
  assert.deepEqual([Object.keys(note!), { ...note }], [[], {}])
})

test('everything sealed is opened however deep it lies, and everything else stays what it is', async () => {
  const here = await oneNote('глубоко')
  const [row] = await rows(here, 'select id, note, title from probe.notes')
  const at = new Date()
  const deep = { list: [{ note: row!.note }], map: new Map([['a', row!.note]]), set: new Set([row!.title]), at, bytes: Buffer.of(1), nothing: null, address: new URL('http://school.example') }
  const opened = await reveal(here.ctx(), deep)
  assert.deepEqual(opened, { list: [{ note: 'глубоко' }], map: new Map([['a', 'глубоко']]), set: new Set(['Туралы']), at, bytes: Buffer.of(1), nothing: null, address: deep.address })
  assert.ok(deep.list[0]!.note instanceof SealedValue)
})

test('sealing and opening do not wait: whoever lacks keys says whose, and the work is done anew with them', async () => {
  const here = await ground.site(3)
  const other = await ground.open() // a process that has not seen these people
  const ctx = here.ctx(other)
  const needs = (error: unknown) => error instanceof NeedsKeys && error.people.length === 3
  assert.throws(() => ctx.keys.need(here.ids), needs)
  let runs = 0
  const written = await withKeys(ctx, async () => {
    runs++
    return here.ids.map(person => seal(ctx, { table: 'probe.notes', row: person, person }, { note: person }))
  })
  assert.deepEqual([written.length, runs], [3, 4])
  runs = 0
  const fresh = here.ctx(await ground.open())
  const sealed = written.map((row, index) => new SealedValue({ table: 'probe.notes', column: 'note', rows: [Buffer.from(here.ids[index]!.replaceAll('-', ''), 'hex')] }, row.note))
  assert.deepEqual(await withKeys(fresh, async () => { runs++; return openAll(fresh, sealed) }), here.ids)
  assert.equal(runs, 2)
  assert.equal(await fetchMissing(fresh, new Error('another fault')), false)
  await assert.rejects(withKeys(fresh, async () => { throw new NeedsKeys([here.ids[0]!]) }), NeedsKeys)
  await other.close()
})

test('a forgotten person reads as nothing and can be written about no more; a key that is merely lost is a fault', async () => {
  const [here, lost] = [await oneNote(), await oneNote()]
  await vault.forget(here.slug, here.person, { kinds: ['own'] }, noon)
  const [row] = await rows(here, 'select id, note from probe.notes')
  assert.deepEqual(await reveal(here.ctx(), row), { id: here.id, note: null })
  assert.throws(() => seal(here.ctx(), { table: 'probe.notes', row: here.id, person: here.person }, { note: 'ещё' }), Forgotten)
  await ground.asVaultAdmin(client => client.query('delete from sealing.keys where person = $1', [lost.person]))
  const cold = await ground.open()
  await assert.rejects(rows(lost, 'select id, note from probe.notes').then(found => reveal(lost.ctx(cold), found)), /does not name them: this is a loss/)
  await cold.close()
})

test('what the law keeps opens after the erasure, until its own key goes', async () => {
  const here = await ground.site(1)
  const [person, id, ctx] = [here.ids[0]!, randomUUID(), here.ctx()]
  await ctx.keys.fetch([person])
  const held = seal(ctx, { table: 'probe.notes', row: id, person, hold: true }, { title: 'Счёт 17' })
  await here.inside(db => addNote(db, { id, person, ...seal(ctx, { table: 'probe.notes', row: id, person }, { note: 'личное' }), ...held }))
  const shown = async () => (await reveal(here.ctx(), await rows(here, 'select id, note, title from probe.notes')))[0]
  await vault.forget(here.slug, person, { kinds: ['own'] }, noon)
  assert.deepEqual(await shown(), { id, note: null, title: 'Счёт 17' })
  await vault.forget(here.slug, person, { kinds: ['law'], reason: 'term-over' }, noon)
  assert.deepEqual(await shown(), { id, note: null, title: null })
})

test('CL-045 a renewed key re-encrypts every row of its person; without the old one all still opens', async () => {
  const here = await oneNote('до обновления')
  const version = await vault.renewKeys(here.slug, here.person)
  assert.equal(version, 2)
  const ctx = here.ctx()
  const [row] = await rows(here, 'select id, note from probe.notes')
  assert.equal(row!.note!.header.version, 1)
  const moved = await withKeys(ctx, async () => reseal(ctx, row!.note!))
  await here.inside(db => sql`update probe.notes set note = ${moved} where id = ${here.id}`.execute(db))
  await vault.retireKeys(here.slug, here.person, version)
  const [after] = await rows(here, 'select id, note from probe.notes')
  assert.equal(after!.note!.header.version, 2)
  assert.equal((await reveal(here.ctx(), after))!.note, 'до обновления')
  assert.throws(() => open(here.ctx(), row!.note!), NeedsKeys)
  await assert.rejects(reveal(here.ctx(), row), /this is a loss/)
})
