import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { normalise } from './blind-index.ts'
import { admit, later, noon, openVaultGround } from '#test/vault-ground.ts'

const ground = await openVaultGround()
const { vault, asVaultAdmin } = ground
const minute = 60_000

test('of fifty who claim one address at once exactly one gets it', async () => {
  const { slug } = await ground.site()
  const people = Array.from({ length: 50 }, () => randomUUID())
  const won = await Promise.all(people.map(person => vault.admit(slug, person, { email: 'same@school.example' }, noon)))
  assert.equal(won.filter(Boolean).length, 1)
  const winner = people[won.indexOf(true)]!
  await vault.confirm(slug, winner)
  assert.equal(await vault.find(slug, 'email', 'same@school.example'), winner)
  const left = await asVaultAdmin(async client => (await client.query('select distinct person from sealing.keys where site = $1', [slug])).rows)
  assert.deepEqual(left, [{ person: winner }])
})

test('of fifty who claim a lapsed address at once exactly one gets it', async () => {
  const { slug } = await ground.site()
  await vault.admit(slug, randomUUID(), { email: 'same@school.example' }, noon, { pendingFor: minute })
  const won = await Promise.all(Array.from({ length: 50 }, () => vault.admit(slug, randomUUID(), { email: 'same@school.example' }, later(minute))))
  assert.equal(won.filter(Boolean).length, 1)
})

test('two who claim each other\'s addresses crosswise do not wait for each other', async () => {
  const { slug } = await ground.site()
  for (let round = 0; round < 10; round++) {
    const [email, login] = [`${round}@school.example`, `login-${round}`]
    const won = await Promise.all([vault.admit(slug, randomUUID(), { email, login }, noon), vault.admit(slug, randomUUID(), { login, email }, noon)])
    assert.equal(won.filter(Boolean).length, 1)
  }
})

test('a pending address is its claimer\'s until the very moment it lapses; a confirmed one for good', async () => {
  const { slug } = await ground.site()
  const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()]
  assert.equal(await vault.admit(slug, first, { email: 'a@school.example' }, noon, { pendingFor: minute }), true)
  assert.equal(await vault.find(slug, 'email', 'a@school.example'), undefined)
  assert.equal(await vault.find(slug, 'email', 'a@school.example', { pendingAt: later(minute - 1) }), first)
  assert.equal(await vault.find(slug, 'email', 'a@school.example', { pendingAt: later(minute) }), undefined)
  assert.equal(await vault.admit(slug, second, { email: 'a@school.example' }, later(minute - 1)), false)
  assert.equal(await vault.admit(slug, second, { email: 'a@school.example' }, later(minute)), true)
  assert.deepEqual(await vault.confirm(slug, first), []) // came too late: the address is another's by now
  assert.deepEqual(await vault.confirm(slug, second), ['email'])
  assert.equal(await vault.admit(slug, third, { email: 'a@school.example' }, later(minute * 1000)), false)
  assert.equal(await vault.find(slug, 'email', 'a@school.example'), second)
})

test('who is refused leaves nothing behind, and may be admitted with another address', async () => {
  const { slug, ids: [known] } = await ground.site(1)
  const person = randomUUID()
  assert.equal(await vault.admit(slug, person, { login: 'free-login', email: `${known}@school.example` }, noon), false)
  assert.equal(await vault.find(slug, 'login', 'free-login', { pendingAt: noon }), undefined)
  assert.equal(await vault.admit(slug, person, { login: 'free-login' }, noon), true)
})

test('an admission that failed is released; a person who is known keeps all but the new claim', async () => {
  const { slug, ids: [known] } = await ground.site(1)
  const person = randomUUID()
  await vault.admit(slug, person, { email: 'b@school.example' }, noon)
  await vault.release(slug, person)
  assert.equal(await vault.admit(slug, randomUUID(), { email: 'b@school.example' }, noon), true)
  assert.equal(await vault.changeLookup(slug, known!, 'email', 'c@school.example', noon), true)
  await vault.release(slug, known!)
  assert.equal(await vault.find(slug, 'email', `${known}@school.example`), known)
  assert.equal(await vault.find(slug, 'email', 'c@school.example', { pendingAt: noon }), undefined)
  assert.deepEqual([...(await vault.ledger.forgottenAmong(slug, [known!])).keys()], [])
})

test('a new e-mail takes the place of the old one only when it is confirmed', async () => {
  const { slug, ids: [ann, ben] } = await ground.site(2)
  const old = `${ann}@school.example`
  assert.equal(await vault.changeLookup(slug, ann!, 'email', `${ben}@school.example`, noon), false)
  assert.equal(await vault.changeLookup(slug, ann!, 'email', 'first-try@school.example', noon), true)
  assert.equal(await vault.changeLookup(slug, ann!, 'email', 'new@school.example', noon), true)
  assert.equal(await vault.find(slug, 'email', old), ann)
  assert.equal(await vault.find(slug, 'email', 'new@school.example'), undefined)
  assert.deepEqual(await vault.confirm(slug, ann!), ['email'])
  assert.deepEqual([await vault.find(slug, 'email', 'new@school.example'), await vault.find(slug, 'email', old), await vault.find(slug, 'email', 'first-try@school.example', { pendingAt: noon })], [ann, undefined, undefined])
  assert.equal(await vault.changeLookup(slug, ann!, 'email', 'new@school.example', noon), true) // the same again changes nothing
  await vault.confirm(slug, ann!)
  assert.equal(await vault.find(slug, 'email', 'new@school.example'), ann)
  assert.equal(await vault.changeLookup(slug, ann!, 'phone', '8 (701) 123-45-67', noon), true)
  assert.deepEqual(await vault.confirm(slug, ann!), ['phone'])
  assert.equal(await vault.find(slug, 'phone', '+77011234567'), ann)
  await vault.dropLookup(slug, ann!, 'phone')
  assert.equal(await vault.find(slug, 'phone', '+77011234567'), undefined)
})

test('after a crash the pending whom main has are confirmed, the lapsed whom it has not are released', async () => {
  const { slug } = await ground.site()
  const [arrived, lapsed, underWay] = [randomUUID(), randomUUID(), randomUUID()]
  await vault.admit(slug, arrived, { email: 'arrived@school.example' }, noon, { pendingFor: minute })
  await vault.admit(slug, lapsed, { email: 'lapsed@school.example' }, noon, { pendingFor: minute })
  await vault.admit(slug, underWay, { email: 'under-way@school.example' }, noon, { pendingFor: minute + 1 })
  const settled = await vault.settle(slug, later(minute), async people => people.filter(person => person === arrived))
  assert.deepEqual(settled, { confirmed: [arrived], released: [lapsed] })
  assert.equal(await vault.find(slug, 'email', 'arrived@school.example'), arrived)
  assert.deepEqual(await vault.pending(slug, later(minute)), [{ person: underWay, expired: false }])
})

test('one address in one school says nothing about another school', async () => {
  const [here, there] = [await ground.site(1), await ground.site()]
  const email = `${here.ids[0]}@school.example`
  assert.equal(await vault.find(there.slug, 'email', email), undefined)
  await admit(vault, there.slug, here.ids[0]!, { email, login: email })
  const blinds = await asVaultAdmin(async client => (await client.query('select distinct blind from sealing.lookups where person = $1', [here.ids[0]])).rows)
  assert.equal(blinds.length, 3) // per site and per kind
})

test('CL-045 sign-in finds a person by a keyed hash; the vault holds no address', async () => {
  const { slug } = await ground.site()
  const person = randomUUID()
  await admit(vault, slug, person, { email: 'Aruzhan@School.Example', login: 'Aruzhan' })
  for (const spelling of ['aruzhan@school.example', ' ARUZHAN@school.example ', 'Ａruzhan@school.example'])
    assert.equal(await vault.find(slug, 'email', spelling), person, spelling)
  const dump = await asVaultAdmin(async client => JSON.stringify((await client.query('select l.*, encode(blind, $1) as text, k.* from sealing.lookups l join sealing.keys k using (site, person) where site = $2', ['escape', slug])).rows))
  assert.doesNotMatch(dump, /ruzhan|school\.example/i)
})

test('spellings of one address are one', () => {
  assert.equal(normalise('email', ' Айгүл@Мектеп.Қаз '), normalise('email', 'айгүл@мектеп.қаз'))
  assert.match(normalise('email', 'a@мектеп.қаз'), /^a@xn--[a-z0-9-]+\.xn--[a-z0-9-]+$/)
  assert.equal(normalise('email', 'no at sign'), 'no at sign')
  for (const phone of ['8 701 123 45 67', '+7 (701) 123-45-67', '0077011234567', '+7７０１1234567']) assert.equal(normalise('phone', phone), '+77011234567', phone)
  assert.notEqual(normalise('phone', '+18005550100'), normalise('phone', '88005550100'))
  assert.equal(normalise('login', ' ＡrmanK '), 'armank')
})

test('a site with no people has nobody to find, and finding makes no keys', async () => {
  const { slug } = await ground.site()
  assert.equal(await vault.find(slug, 'email', 'a@school.example'), undefined)
  assert.deepEqual(await ground.keys.list(slug), [])
})

test('the vault is walled by site: its own role sees and changes nothing of another', async () => {
  const [here, there] = [await ground.site(1), await ground.site(1)]
  const { inVault } = await import('./vault-tables.ts')
  for (const table of ['people', 'keys', 'lookups', 'epochs', 'indexes'] as const) {
    const seen = await inVault(vault.db, there.slug, db => db.selectFrom(`sealing.${table}`).select('site').distinct().execute())
    assert.deepEqual(seen, [{ site: there.slug }], table)
    await assert.rejects(vault.db.selectFrom(`sealing.${table}`).selectAll().execute(), /no site chosen/, table)
    await assert.rejects(inVault(vault.db, there.slug, async db => db.updateTable(`sealing.${table}` as 'sealing.people').set({ site: here.slug }).execute()), /row-level security/, table)
  }
})
