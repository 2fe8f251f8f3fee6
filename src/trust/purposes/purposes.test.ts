// What data is for: each function says it, the school's register decides, and what is not declared is read by nobody.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse, stringify } from 'yaml'
import { reveal } from '#platform/sealing/sealing.ts'
import { inTransaction, type Context } from '#trust/audit/audit.ts'
import { PolicyFaults, readPolicy } from '#trust/policy/policy.ts'
import { askForRight } from '#trust/rights/rights.ts'
import { ask } from '#people/support/support.ts'
import { openTestDatabases, type School } from '#test/fixtures.ts'
import { schoolOf } from '#test/schools.ts'
import { callOf, typed } from '#test/terminal.ts'
import { known, password } from '#test/visits.ts'
import { servesOf } from '../../act-purposes.ts'
import { cliCommands, controls, jobs, listeners, templates } from '../../product.ts'
import { functions, registerOf, underPurpose } from './purposes.ts'

const ground = await openTestDatabases()
const { school } = ground

type Tried = { allowed: boolean; refused: string | null }
const probe = async (here: School, purpose: string, category: string, more: Record<string, string> = {}) => {
  const { code, json } = await typed(cliCommands, 'purposes probe', callOf(here, await here.staff('operator'), { flags: { purpose, category, ...more } }))
  assert.equal(code, (json as Tried).allowed ? 0 : 1)
  return json as Tried
}
type Shown = { id: string; serves: string; categories: { category: string }[]; functions: string[] }
const registerIn = async (here: School) => await (await here.request('/api/v1/purposes')).json() as Shown[]
const entriesOf = (here: School) => here.inside(({ db }) => db.selectFrom('audit.entries').select(['act', 'outcome', 'purpose']).orderBy('number').execute())
const refusals = async (here: School) => (await entriesOf(here)).filter(({ outcome }) => outcome === 'refused').map(({ act, purpose }) => `${act} ${purpose}`)

test('every command, query, job, letter and listener names what it is for', () => {
  const all = functions()
  for (const [kind, names, least] of [['jobs', jobs.map(({ name }) => name), 10], ['letters', Object.keys(templates), 10], ['listeners', listeners.map(({ name }) => name), 10]] as const) {
    assert.ok(names.length >= least, kind)
    assert.ok(names.every(name => all.includes(name)), kind)
  }
  assert.ok(all.length > 200)
  assert.deepEqual(all.filter(name => !servesOf(name)), [])
  assert.equal(servesOf('nowhere.read'), undefined)
})

test('the register has exactly the purposes of the manifest, and a probe with another is refused and logged', async () => {
  const here = await school('webstapero-dev-notes')
  const { json } = await typed(cliCommands, 'purposes list', callOf(here, await here.staff('operator')))
  const listed = here.policy.purposes.map(({ id }) => id)
  assert.deepEqual((json as Shown[]).map(({ id }) => id), listed)
  assert.deepEqual((await registerIn(here)).map(({ id }) => id), listed)
  const page = await (await here.request('/ru/privacy')).text()
  for (const { id, what } of here.policy.purposes) assert.ok(page.includes(`id="purpose-${id}"`) && page.includes(what.ru), id)
  assert.equal((await probe(here, 'contact', 'phone')).allowed, true)
  assert.deepEqual(await probe(here, 'newsletter', 'email').then(({ allowed, refused }) => [allowed, refused]), [false, 'purpose'])
  assert.deepEqual(await refusals(here), ['purposes.probe newsletter'])
})

test('MX-008 a telephone number is given by wish, support sees it on an enquiry, and no other purpose reads it', async () => {
  const here = await school('mexrontal')
  const without = await here.request('/sign-up', { headers: { cookie: 'age=adult' } })
  assert.equal(without.status, 200)
  assert.equal(here.policy.registration.fields.find(({ field }) => field === 'phone')!.needed, false)
  const [learner, support] = [await here.learner(), await here.staff('support')]
  const { id } = await ask(learner.ctx, { topic: 'technical', words: 'Не открывается второй урок курса.' })
  assert.match(await (await here.request(`/office/enquiries/${id}`, { as: support })).text(), /href="tel:\+77010000000"/)

  const read = (name: string) => inTransaction(here.system, name, ({ db }) => db.selectFrom('accounts.people').select(['id', 'phone']).where('id', '=', learner.id).execute())
  assert.ok((await read('support.show'))[0]!.phone)
  for (const name of ['catalogue.remind-all', 'learning.show-mine', 'notifications.mine', 'jobs.work', 'office.overview'])
    await assert.rejects(read(name), { code: 'purposes.undeclared', status: 403, facts: { category: 'account.phone', function: name } }, name)
  for (const purpose of ['newsletter', 'analytics', 'contact', 'learning', 'account']) assert.equal((await probe(here, purpose, 'phone')).allowed, false, purpose)
  assert.equal((await probe(here, 'support', 'phone')).allowed, true)
  assert.equal((await probe(here, 'support', 'phone', { function: 'support.show' })).allowed, true)
  assert.equal((await probe(here, 'support', 'phone', { function: 'catalogue.remind' })).refused, 'function')
})

test('a refused read of somebody who is known stands in the log, and shows nothing', async () => {
  const here = await school('mexrontal')
  const teacher = await here.staff()
  const work = ({ db }: Context) => db.selectFrom('accounts.people').select(['id', 'phone']).execute()
  await here.learner()
  await assert.rejects(inTransaction(teacher.ctx, 'learning.show-group', work), { code: 'purposes.undeclared' })
  assert.deepEqual((await refusals(here)).map(line => line.split(' ')[0]), ['learning.show-group'])
})

test('MX-010 the network address is in the record of the sign-in and nowhere else, and is read for security alone', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const { name } = await known(ground, here)
  const socket = { incoming: { socket: { remoteAddress: '203.0.113.7', remotePort: 50_000, remoteFamily: 'IPv4' } } }
  const entered = await ground.app.request(`${here.address.origin}/sign-in`, { method: 'POST', headers: { origin: here.address.origin, host: here.address.host }, body: new URLSearchParams({ email: name, password }) }, socket)
  assert.equal(entered.status, 303)
  const records = await here.inside(async ctx => reveal(ctx, await ctx.db.selectFrom('sign_in.records').select(['id', 'address']).execute()))
  assert.deepEqual(records.map(({ address }) => address), ['203.0.113.7'])
  const places = here.system.map.flatMap(({ name, columns }) => columns.filter(({ note }) => note.says === 'data' && note.category === 'technical.security').map(() => name))
  assert.deepEqual([...new Set(places)], ['sign_in.records'], 'no table of figures and no other')
  const all = JSON.stringify(await here.inside(async ctx => reveal(ctx, await Promise.all(['processors.transfers', 'enrolment.enrolments', 'support.messages'].map(table => ctx.db.selectFrom(table as 'accounts.people').selectAll().execute())))))
  assert.ok(!all.includes(records[0]!.address!))
  for (const { data, fields } of here.policy.recipients) assert.ok(!data.includes('technical.security') && !fields.some(field => /address|ip\b/.test(field)), 'nobody outside gets it')
  for (const purpose of ['analytics', 'personalisation', 'learning', 'contact']) assert.equal((await probe(here, purpose, 'technical.security')).allowed, false, purpose)
  assert.equal((await probe(here, 'security', 'technical.security')).allowed, true)
  assert.equal((await refusals(here)).filter(line => line.startsWith('purposes.probe')).length, 4)
})

test('MQ-011 the running of the platform is a purpose with its own list, and a read for an undeclared one is refused and logged', async () => {
  const here = await school('masteryn-quest')
  const operation = (await registerIn(here)).find(({ id }) => id === 'operation')!
  assert.deepEqual(operation.categories.map(({ category }) => category), ['account.dates', 'account.sessions'])
  assert.ok(operation.functions.includes('office.jobs') && operation.functions.includes('backups.restore'))
  assert.equal((await probe(here, 'operation', 'learning.work')).refused, 'category')
  assert.equal((await probe(here, 'profiling', 'account.dates')).refused, 'purpose')
  assert.deepEqual(await refusals(here), ['purposes.probe operation', 'purposes.probe profiling'])
})

test('MQ-062 the register lists the learning functions with their data, and a function that is not listed gets none', async () => {
  const here = await school('masteryn-quest')
  const learning = (await registerIn(here)).find(({ id }) => id === 'learning')!
  for (const name of ['learning.show-lesson', 'assessment.answer', 'assignments.submit', 'certificates.issue', 'enrolment.enrol']) assert.ok(learning.functions.includes(name), name)
  for (const category of ['learning.progress', 'learning.results', 'learning.work']) assert.ok(learning.categories.some(each => each.category === category), category)
  assert.equal((await probe(here, 'learning', 'learning.results', { function: 'assessment.show-result' })).allowed, true)
  for (const name of ['office.mail', 'audit.show-log', 'nowhere.read']) assert.equal((await probe(here, 'learning', 'learning.results', { function: name })).refused, 'function', name)
  await here.learner()
  const names = () => here.inside(({ db }) => db.selectFrom('accounts.people').select(['id', 'name']).execute())
  await assert.rejects(underPurpose(here.system, 'nowhere.read', names), { code: 'purposes.undeclared' })
  assert.ok((await underPurpose(here.system, 'learning.show-group', names)).length > 0)
})

test('MQ-047 every use in the log names a purpose of the manifest in force, and another purpose is refused', async () => {
  const here = await school('masteryn-quest')
  const [learner, support, officer] = [await here.learner(), await here.staff('support'), await here.staff('privacy-officer')]
  const { id } = await ask(learner.ctx, { topic: 'technical', words: 'Не открывается второй урок курса.' })
  await here.request(`/office/enquiries/${id}`, { as: support })
  const request = await askForRight(learner.ctx, { kind: 'objection', wish: 'Не хочу рекомендаций' })
  await here.request(`/privacy-office/requests/${request}`, { as: officer })
  const used = (await entriesOf(here)).filter(({ outcome }) => outcome === 'done')
  assert.ok(used.length >= 4)
  const declared = registerOf(here.policy).map(({ id }) => id)
  assert.deepEqual(used.filter(({ purpose }) => !purpose || !declared.includes(purpose)), [])
  assert.ok(new Set(used.map(({ purpose }) => purpose)).size > 1, 'not one word for everything')
  assert.equal((await probe(here, 'analytics', 'learning.progress')).refused, 'purpose')
  assert.deepEqual(await refusals(here), ['purposes.probe analytics'])
})

test('LP-052 a draft with a purpose that has nothing to do with learning is refused for this school, with file, line and column', async () => {
  const here = await school('landscape-photo')
  const file = 'sites/landscape-photo/policy.yaml'
  const text = readFileSync(file, 'utf8')
  const draft = text.replace('\npurposes:\n', `\npurposes:\n  - { id: pictures-for-print, serves: improvement, what: { ru: 'Печать открыток', kk: 'Ашықхат басу', en: 'Printing postcards' } }\n`)
  const line = text.slice(0, text.indexOf('\npurposes:\n')).split('\n').length + 2
  const faultsOf = (manifest: string) => { try { readPolicy({ file, text: manifest }, controls); return [] } catch (error) { if (error instanceof PolicyFaults) return error.faults; throw error } }
  assert.deepEqual(faultsOf(text), [])
  const [fault, ...more] = faultsOf(draft)
  assert.deepEqual([fault!.file, fault!.line, fault!.column, more.length], [file, line, 11, 0])
  assert.match(fault!.says.en, /"pictures-for-print" is not among those that the school promises/)
  for (const serves of ['marketing', 'advertising']) {
    const manifest = parse(text)
    manifest.purposes.push({ id: 'more', serves, what: { ru: 'Ещё', kk: 'Тағы', en: 'More' } })
    assert.ok(faultsOf(stringify(manifest)).length > 0, serves)
  }
  assert.equal((await probe(here, 'pictures-for-print', 'learning.work')).refused, 'purpose')
  assert.equal((await probe(here, 'contact', 'learning.work')).refused, 'category')
  assert.deepEqual(await refusals(here), ['purposes.probe pictures-for-print', 'purposes.probe contact'])
})

test('a probe is for who looks after the school: a learner and a visitor are turned away', async () => {
  const here = await school('mexrontal')
  const sent = { method: 'POST', body: JSON.stringify({ purpose: 'support', category: 'phone' }), headers: { 'content-type': 'application/json' } }
  assert.equal((await here.request('/api/v1/purposes/probe', sent)).status, 401)
  assert.equal((await here.request('/api/v1/purposes/probe', { ...sent, as: await here.learner() })).status, 403)
  const answer = await here.request('/api/v1/purposes/probe', { ...sent, as: await here.staff('privacy-officer') })
  assert.deepEqual(await answer.json(), { purpose: 'support', category: 'account.phone', function: null, allowed: true, refused: null })
})
