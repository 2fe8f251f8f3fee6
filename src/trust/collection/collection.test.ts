// Nothing undeclared, nothing without a purpose, nothing of unknown origin.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse, stringify } from 'yaml'
import { PolicyFaults, readPolicy } from '#trust/policy/policy.ts'
import { driftOf } from '#trust/publication/publication.ts'
import { openTestDatabases } from '#test/fixtures.ts'
import { unzipped } from '#test/unzipped.ts'
import { cookieIn, enter, known } from '#test/visits.ts'
import { workThrough } from '#test/working.ts'
import { controls } from '../../product.ts'
import { readSite } from '../../site.ts'
import { placesIn } from './coverage.ts'

const ground = await openTestDatabases()
const { school, asAdmin } = ground

/** What is said of a school's manifest after a change to it. */
function faultsAfter(slug: string, change: (manifest: any) => void): string[] {
  const manifest = parse(readSite(slug).manifest)
  change(manifest)
  try {
    readPolicy(stringify(manifest), controls)
    return []
  } catch (error) {
    if (error instanceof PolicyFaults) return error.faults.map(({ says }) => says.en)
    throw error
  }
}

test('MQ-013 every value in a copy of data has a kind, and every kind comes from the person, from use or from a partner', async () => {
  const here = await school('masteryn-quest')
  const person = await known(ground, here)
  await enter(here, person)
  const who = await here.learner()
  assert.equal((await here.request('/me/data/copy', { as: who, form: {} })).status, 303)
  await workThrough(here.system)
  const link = /\/me\/data\/copies\/[0-9a-f-]{36}/.exec(await (await here.request('/me/data', { as: who })).text())![0]
  const files = unzipped(Buffer.from(await (await here.request(link, { as: who })).arrayBuffer()))
  const { categories } = JSON.parse(files['policy.json']!) as { categories: { category: string; source: string }[] }
  const sourceOf = new Map(categories.map(({ category, source }) => [category, source]))
  const data = Object.keys(files).filter(name => /^data\/.*\.json$/.test(name) && JSON.parse(files[name]!).length)
  assert.ok(data.length > 1)
  for (const name of data) {
    const { items } = JSON.parse(files[name.replace('data/', 'schema/')]!) as { items: { properties: Record<string, { description: string }> } }
    const rows = JSON.parse(files[name]!) as Record<string, unknown>[]
    const kinds = Object.entries(items.properties).filter(([column, { description }]) => description.includes('.') && rows.some(row => row[column] !== null)).map(([, { description }]) => description)
    for (const kind of kinds) assert.ok(['person', 'automatic', 'partner'].includes(sourceOf.get(kind)!), `${name}: ${kind}`)
  }
  const withoutSource = faultsAfter('masteryn-quest', manifest => { delete manifest.data[0].source })
  assert.match(withoutSource.join(), /"source" is missing/)
  const filled = await asAdmin(async client => {
    const found: { category: string; values: number }[] = []
    for (const { table, column, category } of placesIn(here.system.map))
      found.push({ category, values: Number((await client.query(`select count(${column}) as n from ${table} where site = $1`, [here.slug])).rows[0].n) })
    return found
  })
  assert.deepEqual(filled.filter(({ category, values }) => values && !sourceOf.has(category)), [])
})

test('WD-030 every kind of data that people give says so and by which form, on their page and in their copy', async () => {
  const here = await school('webstapero-dev-notes')
  const person = await known(ground, here)
  const cookie = cookieIn(await enter(here, person), 'session')
  const mine = await (await here.request('/me/data', { headers: { cookie } })).text()
  for (const said of ['вы сами: регистрация, приглашение, профиль', 'вы сами: обращение в школу', 'вы сами: сдача работы', 'вы сами: запись к уроку']) assert.ok(mine.includes(said), said)
  await here.request('/me/data/copy', { headers: { cookie }, form: {} })
  await workThrough(here.system)
  const link = /\/me\/data\/copies\/[0-9a-f-]{36}/.exec(await (await here.request('/me/data', { headers: { cookie } })).text())![0]
  const files = unzipped(Buffer.from(await (await here.request(link, { headers: { cookie } })).arrayBuffer()))
  const { categories } = JSON.parse(files['policy.json']!) as { categories: { category: string; source: string; forms: { ru: string }[] }[] }
  for (const { category, source, forms } of categories) assert.equal(forms.length > 0, source === 'person', category)
  assert.deepEqual(categories.find(({ category }) => category === 'account.name')!.forms.map(({ ru }) => ru), ['регистрация', 'приглашение', 'профиль'])
  assert.match(files['ru.html']!, /вы сами: регистрация, приглашение, профиль/)
})

test('MQ-045 a kind of data without a purpose is refused, and no form asks for more than is described', async () => {
  const slug = 'masteryn-quest'
  assert.deepEqual(faultsAfter(slug, () => {}), [])
  assert.ok(faultsAfter(slug, manifest => { manifest.data[2].purposes = [] }).length)
  assert.match(faultsAfter(slug, manifest => { delete manifest.data[2].purposes }).join(), /"purposes" is missing/)
  assert.match(faultsAfter(slug, manifest => { manifest.registration.fields.push({ ...manifest.registration.fields[0], field: 'phone', category: 'account.phone' }) }).join(), /"account.phone" is not described under "data"/)
  const here = await school(slug)
  const member = await here.learner()
  const described = new Set(here.policy.registration.fields.map(({ field }) => field.replace('-', '_')))
  const forms = await Promise.all([here.request('/sign-up'), here.request('/me/profile', { as: member }), here.request('/me/settings', { as: member })])
  const asked = (await Promise.all(forms.filter(({ status }) => status === 200).map(page => page.text())))
    .flatMap(html => [...html.slice(html.indexOf('<main')).matchAll(/<(?:input|select|textarea)[^>]* name="([^"]+)"/g)].map(([, name]) => name!.replace(/-(day|month|year)$/, '')))
  const ofPeople = ['name', 'first_name', 'last_name', 'email', 'login', 'phone', 'birth_date', 'city', 'password']
  assert.ok(asked.includes('birth_date'))
  assert.deepEqual(asked.filter(name => ofPeople.includes(name) && !described.has(name)), [])
})

test('WD-009 what is stored is what is listed: a stray value is named, and a feature that needs another kind stays shut until it is announced', async () => {
  const slug = 'webstapero-dev-notes'
  const here = await school(slug)
  const member = await here.learner()
  assert.deepEqual(await driftOf(here.system), [])
  await asAdmin(client => client.query('update accounts.people set city = name where id = $1', [member.id]))
  assert.deepEqual((await driftOf(here.system)).map(({ kind, name }) => `${kind} ${name}`), ['column accounts.people.city'])
  const body = { name: 'Аяна', email: 'ayana@mail.example', password: 'nine quiet paper boats', age: 'adult', city: 'Караганда' }
  const refused = await here.request('/api/v1/people', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  assert.equal(refused.status, 422)
  const payments = faultsAfter(slug, manifest => { manifest.data.push({ ...manifest.data[0], category: 'payment.record' }) })
  assert.match(payments.join(), /"payment.record" does not fit here/)
})
