// Copies: made each night, opened and counted, brought back without those who were erased meanwhile.
import assert from 'node:assert/strict'
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { parse, stringify } from 'yaml'
import { inSite, openDatabases } from '#platform/database/database.ts'
import { keyProvider, withKeys } from '#platform/sealing/sealing.ts'
import { sealLog, verifyLog } from '#trust/audit/audit.ts'
import { queueMail } from '#platform/mail/mail.ts'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { passOut } from '#trust/processors/processors.ts'
import { askForRight } from '#trust/rights/rights.ts'
import { classroom, sendFile, tellingPhoto } from '#test/classroom.ts'
import { noon, openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { everythingOf } from '#test/visits.ts'
import { workThrough } from '#test/working.ts'
import { layGround, openSite, readSite } from '../../site.ts'
import { controls, copiesIn, drill, handRoom, loadCopy, makeCopy, makeDueCopies, reconcile, repairs, restoreCopy, turnKeys, verifyCopy, type Room } from './backups.ts'

const { asAdmin, school, databases, ground, main } = await openTestDatabases()
const folders: string[] = []
after(() => { for (const folder of folders) rmSync(folder, { recursive: true, force: true }) })
const days = (count: number) => new Date(noon.getTime() + count * 86_400_000)
const canary = () => `Канарейка-${crypto.randomUUID()}`

function roomOf(keys = keyProvider('data/test')): Room {
  const folder = mkdtempSync(join(tmpdir(), 'senim-copies-'))
  folders.push(folder)
  const room = { ...databases.benches, folder, keys, ledger: ground.ledger, store: ground.files.store }
  handRoom(room)
  return room
}
const booksOf = (here: School, now = noon) => ({ db: main, sites: [here.slug], now })
const workOf = (here: School, now: Date) => ({ ...here.system, now, site: '-', sites: [{ slug: here.slug, policy: here.policy }] })
const prove = (here: School, name: string, rule: object, now: Date) => {
  const control = controls.find(({ verb, subject }) => `${verb}/${subject}` === name)!
  return here.inside(ctx => control.prove(rule as never, { ...ctx, now }), here.as({ person: null, role: 'system' }, now))
}
const leave = (here: School, who: Member) => here.request('/me/data/erase', { as: who, form: { sure: 'true' } })

test('CL-051 MX-036 LP-079 each night both databases are copied and encrypted; a night left out is a broken promise', async () => {
  const here = await school()
  const name = canary()
  await here.learner({ name, email: `${crypto.randomUUID()}@seen.example` })
  const room = roomOf()
  for (const day of [0, 1, 2]) {
    assert.equal(await makeDueCopies(workOf(here, days(day))), 2)
    assert.equal(await makeDueCopies(workOf(here, days(day))), 0, 'once a night')
    assert.equal((await prove(here, 'back-up/databases', { every: 'P1D' }, days(day))).state, 'kept')
  }
  const records = await here.inside(ctx => ctx.db.selectFrom('backups.copies').select(['database', 'file', 'sha256']).execute())
  assert.deepEqual(['main', 'vault'].map(which => records.filter(({ database }) => database === which).length), [3, 3])
  assert.equal((await prove(here, 'back-up/databases', { every: 'P1D' }, new Date(days(3).getTime() + 3_600_000))).state, 'kept')
  assert.equal((await prove(here, 'back-up/databases', { every: 'P1D' }, new Date(days(3).getTime() + 3_600_001))).state, 'broken')
  for (const { file, database } of records) {
    const { manifest } = (await copiesIn(room)).find(kept => kept.file.endsWith(file))!
    const bytes = readFileSync(join(room.folder, file)).subarray(0, manifest!.bytes)
    assert.equal(manifest!.database, database)
    for (const words of [name, 'seen.example', here.slug, 'accounts.people', 'teacher']) assert.ok(!bytes.includes(words), `${words} can be read in ${file}`)
    assert.equal(statSync(join(room.folder, file)).mode & 0o077, 0)
    await assert.rejects(here.inside(ctx => sql`select pg_read_binary_file(${join(room.folder, file)})`.execute(ctx.db)), /permission denied/)
  }
  const stranger = keyProvider(mkdtempSync(join(tmpdir(), 'senim-keys-')))
  await stranger.make(null, 'backup')
  await assert.rejects(verifyCopy(stranger, join(room.folder, records[0]!.file)), { code: 'backups.tampered' })
})

test('WD-050 a copy is brought back to life beside the running school, and only then the promise is kept', async () => {
  const here = await school()
  await here.learner()
  const room = roomOf()
  assert.equal((await prove(here, 'back-up/restore', { every: 'P30D' }, noon)).state, 'unproven')
  for (const which of ['main', 'vault'] as const) {
    const { file, manifest } = await makeCopy(room, which, booksOf(here))
    assert.equal((await drill(room, file, booksOf(here))).manifest.rows, manifest.rows)
    assert.equal((await prove(here, 'back-up/restore', { every: 'P30D' }, noon)).state, manifest.database === 'main' ? 'unproven' : 'kept', 'half of a trial says nothing yet')
  }
  assert.equal((await prove(here, 'back-up/restore', { every: 'P30D' }, noon)).state, 'kept')
  assert.equal((await prove(here, 'back-up/restore', { every: 'P30D' }, days(31))).state, 'broken')
})

test('a copy in which one byte is different, that is cut short or was written by another is refused everywhere', async () => {
  const here = await school()
  await here.learner()
  const room = roomOf()
  const { file, manifest } = await makeCopy(room, 'main', booksOf(here))
  assert.equal((await verifyCopy(room.keys, file)).rows, manifest.rows)
  const whole = readFileSync(file)
  const bad = join(room.folder, 'bad.copy')
  for (const place of [10, 300, Math.floor(manifest.bytes / 2), manifest.bytes - 1, manifest.bytes + 40]) {
    const changed = Buffer.from(whole)
    changed[place]! ^= 1
    writeFileSync(bad, changed)
    await assert.rejects(verifyCopy(room.keys, bad), { code: 'backups.tampered' }, `byte ${place}`)
    await assert.rejects(loadCopy(room, bad, `${room.main.database}_bad`), { code: 'backups.tampered' }, `byte ${place}`)
  }
  writeFileSync(bad, whole.subarray(0, whole.length - 20))
  await assert.rejects(verifyCopy(room.keys, bad), { code: 'backups.not-a-copy' })
  assert.equal((await copiesIn(room)).filter(({ manifest }) => !manifest).length, 1)
  await assert.rejects(drill(room, bad, booksOf(here)), { code: 'backups.not-a-copy' })
})

test('only so many copies stay; the oldest goes, and its record says so', async () => {
  const here = await school()
  const room = roomOf()
  process.env.SENIM_BACKUPS_KEEP = '2'
  try { for (const day of [0, 1, 2]) await makeCopy(room, 'vault', booksOf(here, days(day))) } finally { delete process.env.SENIM_BACKUPS_KEEP }
  assert.equal(readdirSync(room.folder).length, 2)
  const records = await here.inside(ctx => ctx.db.selectFrom('backups.copies').select(['taken_at', 'removed_at']).orderBy('taken_at').execute())
  assert.deepEqual(records.map(({ removed_at }) => removed_at), [days(2), null, null])
})

/** The databases as they come back from these copies, under other names, opened as a start opens them. */
async function broughtBack(here: School, files: string[]) {
  const name = `${databases.benches.main.database}_back`
  const room = roomOf()
  for (const [index, file] of files.entries()) await loadCopy(room, file, index ? `${name}_vault` : name, repairs)
  const back = await openDatabases('data/test', name)
  const laid = await layGround(back, 'data/test')
  const site = await openSite(laid, { slug: here.slug, address: here.address, ...readSite('mexrontal') }, noon)
  const ctx = { ...here.system, ...laid, keys: laid.vault.ring(here.slug), policy: site.policy }
  return { ctx, inside: <R>(work: (ctx: typeof here.system) => Promise<R>) => withKeys(ctx, () => inSite(ctx.db, here.slug, db => work({ ...ctx, db }), { session: 'system', now: noon })),
    close: async () => { await laid.vault.close(); await back.close() } }
}

test('whoever was erased after the copy does not come back with it; the others do, with their sequences and their log', async () => {
  const here = await school()
  const [gone, stays] = [await here.learner({ name: canary() }), await here.learner({ name: canary() })]
  const room = roomOf()
  await sealLog(ground.sealer, here.slug, ground.witness, noon)
  const [older, vault] = [await makeCopy(room, 'main', booksOf(here)), await makeCopy(room, 'vault', booksOf(here))]
  await leave(here, gone)
  await workThrough(here.system)
  const { ctx, inside, close } = await broughtBack(here, [older.file, vault.file])
  try {
    const { rows } = await inside(ctx => sql<{ id: string }>`select id from accounts.people`.execute(ctx.db))
    assert.deepEqual(rows.map(({ id }) => id), [stays.id])
    assert.ok(!(await ctx.vault.readable(here.slug)).includes(gone.id), 'nor does the key come back from the older vault')
    const found = await reconcile(ctx)
    assert.deepEqual([found.people, found.lost, found.strangers], [1, [], []])
    await inside(ctx => sql`select audit.write(${crypto.randomUUID()}::uuid, 'backups.restore', null, null, null, 'done', null)`.execute(ctx.db))
    const quiet = { ...ground.witness, folders: [mkdtempSync(join(tmpdir(), 'senim-witness-'))] }
    folders.push(...quiet.folders)
    // An entry is sealed once every transaction that began before it has ended, those of other tests too.
    let sealed = 0
    for (let patience = 0; !sealed && patience < 200; patience++) { sealed = await sealLog(ctx.sealer, here.slug, quiet, noon); if (!sealed) await pause(50) }
    assert.ok(sealed >= 1, 'the restored log goes on')
    assert.equal((await verifyLog(ctx.sealer, here.slug, quiet)).intact, true)
  } finally { await close() }
})

/** A school that has declared one who prints, and what is on paper there. */
const withPrinter = () => {
  const manifest = parse(readSite('mexrontal').manifest)
  const said = (text: string) => ({ ru: text, kk: text, en: text })
  manifest.recipients.push({
    id: 'printer', name: said('Типография'), function: said('Печатает дипломы'), country: 'KZ', ground: 'operation', data: ['account.name'], fields: ['name'], purpose: 'contact', hosts: ['print.example'], standard: 'ISO/IEC 27001',
    agreement: { number: '12', until: '2027-03-01' }, certificate: { number: '27-1', until: '2027-06-01' }, assessment: { by: 'Дана', on: '2026-05-05', result: 'fit' },
  })
  return stringify(manifest, { lineWidth: 0, aliasDuplicateObjects: false })
}

test('MX-045 after an erasure nothing can be read in databases, files, pages, mail queue and a restored copy; who got something outside was asked to erase it, and until they confirm it is an open defect with an owner', async () => {
  const here = await school('mexrontal', { manifest: withPrinter() })
  const word = canary()
  const [{ run, learner: gone }, officer] = [await classroom(here, 'photo'), await here.staff('privacy-officer')]
  const stays = await here.learner({ name: canary() })
  await askForRight(gone.ctx, { kind: 'objection', wish: `${word} возражает` })
  assert.equal((await sendFile(here, gone, run, { words: `${word} сдаёт работу`, described: word, file: await tellingPhoto() })).status, 303)
  await here.inside(({ db }) => queueMail(db, { person: gone.id, template: 'publication.changed', about: '1', now: noon }))
  await passOut(here.system, { host: 'print.example', person: gone.id, payload: { name: word } }, async () => undefined as never)
  const room = roomOf()
  const [older, vault] = [await makeCopy(room, 'main', booksOf(here)), await makeCopy(room, 'vault', booksOf(here))]
  assert.equal((await leave(here, gone)).status, 303)
  await workThrough(here.system)

  const objects = async (who: Member) => (await Array.fromAsync(ground.files.store.list(`${here.slug}/${who.id}/`))).length
  const known = { asAdmin, databases } as never
  assert.deepEqual([(await everythingOf(known, here.slug)).includes(word), await objects(gone)], [false, 0])
  assert.deepEqual(await here.inside(({ db }) => db.selectFrom('mail.letters').select('id').where('person', '=', gone.id).execute()), [])
  for (const path of ['/', '/courses', '/reviews', '/gallery', '/trust.json']) assert.ok(!(await (await here.request(path)).text()).includes(word), path)
  const { ctx, inside, close } = await broughtBack(here, [older.file, vault.file])
  try {
    const back = await inside(ctx => sql<{ id: string }>`select id from accounts.people`.execute(ctx.db))
    const ids = back.rows.map(({ id }) => id)
    assert.deepEqual([ids.includes(gone.id), ids.includes(stays.id), (await ctx.vault.readable(here.slug)).includes(gone.id)], [false, true, false])
  } finally { await close() }

  const promise = here.policy.promises.find(({ id }) => id === 'recipients-erase')!
  const stateAt = async (now: Date) => (await checkPromise({ ...here.system, now }, promise)).state
  const page = async () => (await here.request('/privacy-office/recipients', { as: officer })).text()
  assert.match(await page(), /удаление не подтверждено[^]*Отвечает: /)
  assert.deepEqual([await stateAt(noon), await stateAt(days(30))], ['due', 'broken'])
  const [notice] = await here.inside(({ db }) => db.selectFrom('processors.notices').select(['id', 'reference_numbers']).execute())
  const mark = async (what: string, form: Record<string, string>) => (await here.request(`/privacy-office/recipients/${notice!.id}/${what}`, { as: officer, form })).status
  assert.equal(await mark('erased', { confirmation: 'Акт об удалении 5' }), 409, 'nobody confirms what they were not asked')
  assert.deepEqual([await mark('told', { way: 'Письмо 77' }), await mark('erased', { confirmation: '5' })], [303, 422])
  assert.equal(await stateAt(days(30)), 'broken', 'asked is not erased')
  assert.equal(await mark('erased', { confirmation: 'Акт об удалении 5' }), 303)
  assert.match(await page(), /Удаление подтверждено[^]*Акт об удалении 5/)
  assert.deepEqual([await stateAt(noon), notice!.reference_numbers.length], ['kept', 1])
})

test('an older main with a newer vault shows keys of people who are not there; an older vault shows rows that are lost, and deletes none', async () => {
  const here = await school()
  const first = await here.learner()
  const room = roomOf()
  const [oldMain, oldVault] = [await makeCopy(room, 'main', booksOf(here)), await makeCopy(room, 'vault', booksOf(here))]
  const second = await here.learner()
  const [newMain, newVault] = [await makeCopy(room, 'main', booksOf(here, days(1))), await makeCopy(room, 'vault', booksOf(here, days(1)))]
  for (const [files, expected] of [
    [[oldMain, newVault], { people: 1, lost: [], strangers: [second.id] }],
    [[newMain, oldVault], { people: 2, lost: [second.id], strangers: [] }],
    [[oldMain, oldVault], { people: 1, lost: [], strangers: [] }],
  ] as const) {
    const { ctx, close } = await broughtBack(here, files.map(({ file }) => file))
    try { assert.deepEqual(await reconcile(ctx), expected) } finally { await close() }
  }
  assert.ok(first.id)
})

test('a restore is refused over data that is in use, from a newer level, and with a ledger that has lost entries', async () => {
  const here = await school()
  const who = await here.learner()
  const room = roomOf()
  await leave(here, who)
  await workThrough(here.system)
  const { file } = await makeCopy(room, 'main', booksOf(here))
  await assert.rejects(restoreCopy(room, file, { replace: false }), { code: 'backups.in-use' })
  const forgetful = { head: ground.ledger.head, has: async ({ number }: { number: number }) => number === 0 }
  await assert.rejects(restoreCopy({ ...room, ledger: forgetful }, file, { replace: true }), { code: 'backups.ledger-behind' })
  const fewer = mkdtempSync(join(tmpdir(), 'senim-migrations-'))
  folders.push(fewer)
  for (const name of readdirSync('database/main').sort().slice(0, -1)) copyFileSync(join('database/main', name), join(fewer, name))
  await assert.rejects(loadCopy({ ...room, main: { ...room.main, migrations: fewer as 'database/main' } }, file, `${room.main.database}_newer`), { code: 'backups.newer' })
})

test('keys turn every week behind a verified copy of the vault, and an older copy of it opens for nobody', async () => {
  const here = await school()
  await here.learner()
  const room = roomOf()
  const before = await makeCopy(room, 'vault', booksOf(here))
  const at = (now: Date) => ({ ...here.system, now })
  assert.equal(await turnKeys(at(new Date(days(6).getTime() - 1))), 0)
  assert.equal(await turnKeys(at(days(6))), 2)
  const copies = await copiesIn(room)
  assert.equal(copies.length, 2)
  await verifyCopy(room.keys, copies[0]!.file)
  const { destroyedAt } = (await here.system.vault.epochs(here.slug))[0]!
  assert.deepEqual(destroyedAt, days(6))
  await assert.rejects(restoreCopy(room, before.file, { replace: true }), { code: 'backups.key-destroyed' })
  assert.equal((await prove(here, 'erase/copies', { within: 'P7D' }, days(7))).state, 'unproven', 'the keys of a test lie among its data')
  const late = await prove(here, 'erase/copies', { within: 'P7D' }, new Date(days(13).getTime() + 1))
  assert.equal(late.state, 'broken')
})

test('a copy of the vault that cannot be made keeps the old key alive', async () => {
  const here = await school()
  await here.learner()
  const room = roomOf()
  handRoom({ ...room, folder: join('package.json', 'copies') })
  await assert.rejects(turnKeys({ ...here.system, now: days(7) }))
  assert.equal((await here.system.vault.epochs(here.slug))[0]!.destroyedAt, null)
  handRoom(room)
  assert.ok(await turnKeys({ ...here.system, now: days(7) }) >= 0)
  assert.ok((await here.system.vault.epochs(here.slug))[0]!.destroyedAt)
  chmodSync(room.folder, 0o700)
})
