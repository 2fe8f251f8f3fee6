// What leaves the log: exactly the view, signed so that a stranger can check it, and written down itself.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { verify } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { askForRight, eraseAtOnce } from '#trust/rights/rights.ts'
import { openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { callOf, typed } from '#test/terminal.ts'
import { unzipped } from '#test/unzipped.ts'
import { cliCommands, sealLog } from '../audit.ts'

const { asAdmin, school } = await openTestDatabases()
const folder = mkdtempSync(join(tmpdir(), 'senim-export-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const asked = { purpose: 'authority', words: 'Запрос номер 12, проверка обращений' }
const take = (here: School, as: Member, query = 'act=rights.&role=learner', form: Record<string, string> = asked) => here.request(`/privacy-office/audit/export?${query}`, { as, form })
const zipFrom = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
const entriesOf = (here: School, act: string) => asAdmin(client => client.query('select actor, subject, purpose, details is not null as sealed from audit.entries where site = $1 and act = $2 order by number', [here.slug, act])).then(({ rows }) => rows)

async function busySchool() {
  const here = await school()
  const [one, other, officer] = [await here.learner(), await here.learner(), await here.staff('privacy-officer')]
  for (const who of [one, other, one]) await askForRight(who.ctx, { kind: 'objection', wish: 'Не хочу рекомендаций' })
  for (let round = 0; round < 50; round++) await sealLog(here.system.sealer, here.slug, here.system.witness, here.system.now)
  return { here, one, other, officer }
}

async function checked(here: School, officer: Member, bytes: Buffer) {
  const [file, key] = [join(folder, `${crypto.randomUUID()}.zip`), join(folder, `${here.slug}.pem`)]
  writeFileSync(file, bytes)
  writeFileSync(key, await (await here.request('/.well-known/senim-signing-key.pem')).text())
  const { code, json } = await typed(cliCommands, 'audit verify-export', callOf(here, officer, { args: { file }, flags: { key } }))
  return { code, ...json as { sound: boolean; count: number; fault: Record<string, unknown> | null } }
}

test('the export is exactly the view, with its filters, count, time and who made it, and the school’s public key fits its signature', async () => {
  const { here, one, other, officer } = await busySchool()
  const page = await (await here.request('/privacy-office/audit?act=rights.&role=learner', { as: officer })).text()
  assert.match(page, /href="\/privacy-office\/audit\/export\?act=rights\.&amp;role=learner"/)
  assert.match(await (await here.request('/privacy-office/audit/export?act=rights.&role=learner', { as: officer })).text(), /В этом виде 3\s+записи/)
  const answer = await take(here, officer)
  assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'application/zip'])
  const bytes = await zipFrom(answer)
  const files = unzipped(bytes)
  const manifest = JSON.parse(files['manifest.json']!)
  assert.deepEqual([manifest.count, manifest.filters, manifest.madeBy, manifest.purpose], [3, { act: 'rights.', role: 'learner' }, { person: officer.id, role: 'privacy-officer' }, { kind: asked.purpose, words: asked.words }])
  assert.equal(manifest.madeAt, here.system.now.toISOString())
  const entries = JSON.parse(files['entries.json']!) as { number: number; act: string; subject: string; hash: string; position: number }[]
  assert.deepEqual(entries.map(({ act, subject }) => [act, subject]), [['rights.ask', one.id], ['rights.ask', other.id], ['rights.ask', one.id]])
  assert.ok(entries.every(({ hash, position }) => /^[0-9a-f]{64}$/.test(hash) && position > 0))
  assert.deepEqual(files['entries.csv']!.trim().split('\r\n').slice(1).map(line => Number(/^"(\d+)"/.exec(line)![1])), entries.map(({ number }) => number))
  assert.deepEqual(await checked(here, officer, bytes).then(({ code, sound, count, fault }) => [code, sound, count, fault]), [0, true, 3, null])
})

test('a stranger without Senim checks the signature with the published key, by the command that stands in the archive', async () => {
  const { here, officer } = await busySchool()
  const bytes = await zipFrom(await take(here, officer))
  const place = mkdtempSync(join(folder, 'stranger-'))
  const files = unzipped(bytes)
  const keyFile = await (await here.request('/.well-known/senim-signing-key.pem')).text()
  const last = bytes.lastIndexOf(Buffer.from('PK\x03\x04', 'latin1')) + 30 + 'manifest.sig'.length
  const signature = bytes.subarray(last, last + 64)
  const other = files['manifest.json']!.replace('"count": 3', '"count": 2')
  assert.deepEqual([files['manifest.json']!, other].map(text => verify(null, Buffer.from(text), keyFile, signature)), [true, false])
  const [command] = /openssl pkeyutl .*/.exec(files['read-me.txt']!)!
  if (spawnSync('openssl', ['version']).status !== 0) return // where the program is not, the same was just checked without it
  for (const [name, content] of [['manifest.sig', signature], ['key.pem', keyFile]] as const) writeFileSync(join(place, name), content)
  const checkedBy = (text: string) => { writeFileSync(join(place, 'manifest.json'), text); return spawnSync('sh', ['-c', command], { cwd: place }).status }
  assert.deepEqual([checkedBy(files['manifest.json']!), checkedBy(other)], [0, 1])
})

test('a changed byte is named: in a line, in the manifest, in the key, in the archive itself; so is what was cut off or signed by others', async () => {
  const { here, officer } = await busySchool()
  const bytes = await zipFrom(await take(here, officer))
  const changed = (at: number) => { const copy = Buffer.from(bytes); copy[at]! ^= 1; return copy }
  const inside = (name: string, text: string) => bytes.indexOf(Buffer.from(text), bytes.indexOf(Buffer.from(name)))
  const [csv, json] = [inside('entries.csv', 'rights.ask'), inside('entries.json', 'rights.ask')]
  const { fault: inTable, code } = await checked(here, officer, changed(csv))
  assert.deepEqual([code, inTable!.what, inTable!.file, inTable!.line], [1, 'line-changed', 'entries.csv', 2])
  const start = bytes.indexOf(Buffer.from('entries.csv')) + 'entries.csv'.length
  assert.ok(Number(inTable!.from) <= csv - start + 1 && csv - start + 1 <= Number(inTable!.to), 'the byte lies where it is said to')
  const { fault: inJson } = await checked(here, officer, changed(json))
  assert.deepEqual([inJson!.file, inJson!.line], ['entries.json', 2])
  for (const [text, what] of [['"count": 3', 'signature-differs'], ['BEGIN PUBLIC KEY', 'key-differs']] as const) assert.equal((await checked(here, officer, changed(bytes.indexOf(Buffer.from(text))))).fault!.what, what)
  // Every byte of the archive, in steps that meet all of its parts.
  for (let at = 3; at < bytes.length; at += 97) assert.equal((await checked(here, officer, changed(at))).sound, false, `byte ${at}`)
  const mtime = 10 // of the first file, in its local header
  assert.deepEqual((await checked(here, officer, changed(mtime))).fault, { what: 'byte-changed', byte: mtime + 1 })
  assert.equal((await checked(here, officer, bytes.subarray(0, 400))).fault!.what, 'not-an-export')
})

test('an export is in the log with its purpose, and everybody it names sees that somebody looked', async () => {
  const { here, one, other, officer } = await busySchool()
  await take(here, officer)
  const entries = await entriesOf(here, 'audit.export')
  const own = entries.find(({ subject }) => subject === officer.id)
  assert.deepEqual([own.actor, own.purpose, own.sealed], [officer.id, 'authority', true])
  assert.deepEqual(entries.filter(({ subject }) => subject !== officer.id).map(({ subject }) => subject).toSorted(), [one.id, other.id].toSorted())
  assert.match(await (await here.request('/privacy-office/audit?act=audit.export', { as: officer })).text(), /запрос государственного органа: Запрос номер 12, проверка обращений \(3; act=rights\.&amp;role=learner\)/)
  assert.match(await (await here.request('/me/data', { as: one })).text(), /выгрузка журнала действий[^]*запрос государственного органа/)
})

test('without a purpose nothing leaves, what was typed stays; nobody but the officer exports', async () => {
  const { here, one, officer } = await busySchool()
  const refused = await take(here, officer, 'act=rights.', { purpose: '', words: 'мало' })
  assert.equal(refused.status, 422)
  const text = await refused.text()
  assert.match(text, /Выберите ответ[^]*Слишком коротко/)
  assert.ok(text.includes('>мало</textarea>') && text.includes('/privacy-office/audit/export?act=rights.'))
  for (const as of [one, await here.staff('operator'), await here.staff('teacher')]) assert.equal((await take(here, as)).status, 403)
  assert.deepEqual((await entriesOf(here, 'audit.export')).filter(({ purpose }) => purpose !== null), [])
})

test('an officer keeps views by name, for themselves alone; they are sealed and lead back to the same filters', async () => {
  const { here, one, officer } = await busySchool()
  const other = await here.staff('privacy-officer')
  const keep = (form: Record<string, string>, as = officer) => here.request('/privacy-office/audit/views', { as, form })
  const kept = await keep({ name: 'Обращения одного человека', act: 'rights.', subject: one.id })
  assert.equal(kept.status, 303)
  const noted = await asAdmin(client => client.query("select leads_to from web.sendings where position($1::bytea in coalesce(leads_to, '')) > 0", [Buffer.from(one.id)]))
  assert.deepEqual(noted.rows, [], 'whom it looks for is noted nowhere in the clear')
  const page = await (await here.request('/privacy-office/audit', { as: officer })).text()
  assert.ok(page.includes(`href="/privacy-office/audit?act=rights.&amp;subject=${one.id}">Обращения одного человека`))
  assert.ok(!(await (await here.request('/privacy-office/audit', { as: other })).text()).includes('Обращения одного человека'))
  const { rows: [row] } = await asAdmin(client => client.query('select id, name, filters from audit.views where officer = $1', [officer.id]))
  assert.ok(!row.filters.includes(one.id) && !row.name.includes('Обращения'))
  assert.equal((await keep({ name: 'Ничего' })).status, 422)
  assert.equal((await here.request('/privacy-office/audit/views/drop', { as: other, form: { id: row.id } })).status, 403)
  assert.equal((await here.request('/privacy-office/audit/views/drop', { as: officer, form: { id: row.id } })).status, 303)
  assert.ok(!(await (await here.request('/privacy-office/audit', { as: officer })).text()).includes('Обращения одного человека'))
  assert.equal((await keep({ name: 'Вид того, кто уходит', act: 'rights.' }, other)).status, 303)
  const left = async () => (await asAdmin(client => client.query('select 1 from audit.views where officer = $1', [other.id]))).rowCount
  assert.equal(await left(), 1)
  await eraseAtOnce(here.system, other.id)
  assert.equal(await left(), 0, 'with the officer go the views')
})
