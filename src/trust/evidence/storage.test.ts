// Where the data lies, as a signed document says it, held against what the school has promised.
import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { useSiteFolders } from '#platform/data-folder/data-folder.ts'
import { cliCommands as backups, makeDueCopies } from '#trust/backups/backups.ts'
import { noon, openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { callOf, typed } from '#test/terminal.ts'
import { cliCommands } from './evidence.ts'

const { school } = await openTestDatabases()
const folder = `data/test/documents-${process.pid}`
useSiteFolders({ path: folder, demo: true })
after(() => { useSiteFolders({ path: folder, demo: true }); rmSync(folder, { recursive: true, force: true }) })

/** Signs a document that says where database, files and copies lie. */
function signed(here: School, places: { database: string; files: string; backups: string } | undefined, until = '2027-01-10') {
  const at = join(folder, 'sites', here.slug)
  mkdirSync(at, { recursive: true })
  writeFileSync(join(at, 'attestations.yaml'), JSON.stringify({ storage: { title: { ru: 'Договор с дата-центром', kk: 'Деректер орталығымен шарт', en: 'Contract with the data centre' }, signed: '2026-01-10', until, by: 'Qazaq Data Centre', sha256: 'a'.repeat(64), ...places && { places } } }))
}
async function report(here: School, operator: Member) {
  const { code, json } = await typed(cliCommands, 'promises', callOf(here, operator, { flags: { check: true } }))
  const row = (json as { id: string; state: string; figure: { en: string } }[]).find(({ id }) => id === 'storage-home')!
  const page = await (await here.request(`/en/trust/${row.id}`)).text()
  assert.ok(page.includes(row.figure.en.split('.')[0]!), 'the evidence says the same')
  return { code, state: row.state, figure: row.figure.en }
}
const home = { database: 'KZ', files: 'KZ', backups: 'KZ' }

test('MX-077 the report of the command line states the country of database, files and backups with its document; one of them elsewhere fails the self-test', async () => {
  const here = await school('mexrontal')
  const operator = await here.staff('operator')
  assert.deepEqual(await report(here, operator), { code: 0, state: 'unproven', figure: 'There is no document in force.' })
  signed(here, home)
  const document = 'Document "Contract with the data centre", in force until 2027-01-10.'
  assert.deepEqual(await report(here, operator), { code: 0, state: 'kept', figure: `Database: KZ, files: KZ, backups: KZ. ${document}` })
  for (const part of ['database', 'files', 'backups'] as const) {
    signed(here, { ...home, [part]: 'DE' })
    const { code, state, figure } = await report(here, operator)
    assert.deepEqual([code, state], [1, 'broken'], part)
    assert.match(figure, /: DE/)
  }
  signed(here, undefined)
  assert.equal((await report(here, operator)).state, 'unproven')
  signed(here, home, '2026-12-01')
  assert.equal((await report(here, operator)).state, 'unproven', 'a document past its day says nothing')
})

test('CL-052 a backup is made neither by hand nor by night where the document names another country; evidence states the place, its country and the document', async () => {
  const here = await school('cloudex-learning')
  const operator = await here.staff('operator')
  const create = () => typed(backups, 'backup create', callOf(here, operator, { now: noon }))
  const byNight = () => makeDueCopies({ ...here.system, site: '-', sites: [{ slug: here.slug, policy: here.policy }] })
  signed(here, { ...home, backups: 'DE' })
  await assert.rejects(byNight(), { code: 'backups.abroad', facts: { site: here.slug, country: 'DE' } })
  await assert.rejects(create(), { status: 409, code: 'backups.abroad', facts: { site: here.slug, country: 'DE' } })
  assert.match((await report(here, operator)).figure, /backups: DE\. Document "Contract with the data centre"/)
  signed(here, home)
  assert.equal(await byNight(), 2)
  assert.equal((await create()).code, 0)
})
