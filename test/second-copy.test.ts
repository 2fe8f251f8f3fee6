// The key vault on two servers at once: nothing that was acknowledged is lost with one of them, and nothing is acknowledged while one is away.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabases, secondCopyAt } from '#platform/database/database.ts'
import { ledgerPlaces, openLedger } from '#platform/ledger/ledger.ts'
import { keyProvider, openVault } from '#platform/sealing/sealing.ts'
import { readSettings } from '#platform/settings/settings.ts'
import { controls, handRoom } from '#trust/backups/backups.ts'
import { examine } from '../src/doctor.ts'
import { dataFolder } from './instance.ts'
import { twoServers } from './standby.ts'
import { admit, newFolder, noon } from './vault-ground.ts'

const { first, startSecond } = await twoServers(dataFolder())
let second = await startSecond()
after(async () => { await first.kill(); await second.kill() })

const folder = newFolder()
const keys = keyProvider(folder, '')
const ledger = await openLedger(ledgerPlaces(folder, keys, ''), keys)
/** The installation with its vault on one of the two servers; the rest stands elsewhere. */
async function installation(vaultUrl: string) {
  const databases = await openDatabases('data/test', `senim_${process.pid}`, { databaseUrl: process.env.DATABASE_URL, vaultUrl })
  const vault = await openVault(databases.vault, { keys, ledger })
  return { databases, vault, close: async () => { await vault.close(); await databases.close() } }
}
const said = async (locale: 'ru' | 'kk' | 'en' = 'en') => {
  const settings = readSettings({ DATABASE_URL: process.env.DATABASE_URL!, VAULT_URL: first.url('postgres'), SENIM_DATA: folder, SENIM_MODE: 'production' })
  const { json } = await examine({ settings, locale } as never)
  const { state, says } = (json as { what: string; state: string; says: string }[]).find(({ what }) => what === 'vault')!
  return { state, says }
}
const until = async (state: string) => {
  for (let patience = 200; (await secondCopyAt(first.url('postgres'), 'VAULT_URL')).state !== state; patience--) {
    if (!patience) throw new Error(`The servers never came to ${state}`)
    await pause(50)
  }
}
const follow = async (names: string) => { await first.ask(`alter system set synchronous_standby_names = '${names}'`); await first.ask('select pg_reload_conf()') }

test('what is acknowledged is on both servers; while the copy is away nothing is, reading goes on, and the doctor says each state with its remedy', async () => {
  const { databases, vault, close } = await installation(first.url('postgres'))
  handRoom({ ...databases.benches, folder: newFolder(), keys, ledger, store: { async *list() {}, async *read() {} } })
  const prove = async () => (await controls.find(({ verb, subject }) => `${verb}/${subject}` === 'back-up/keys')!.prove({} as never, { vault } as never)).state
  const site = 'two-places'
  const [stays, gone, late] = [randomUUID(), randomUUID(), randomUUID()]
  try {
    assert.deepEqual([(await said()).state, await prove()], ['care', 'unproven'])
    await follow('second')
    await until('together')
    assert.deepEqual([await said(), await prove()], [{ state: 'fine', says: 'The second copy of the key vault is written together with the first: second.' }, 'kept'])
    await admit(vault, site, stays, { email: 'stays@school.example' })
    await admit(vault, site, gone, { email: 'gone@school.example' })

    await first.ask('alter system set synchronous_commit = local')
    await first.ask('select pg_reload_conf()')
    await until('loose')
    assert.deepEqual([(await said()).state, await prove()], ['broken', 'broken'])
    await first.ask('alter system reset synchronous_commit')
    await first.ask('select pg_reload_conf()')
    await until('together')

    await second.kill()
    await until('away')
    assert.deepEqual([(await said()).state, await prove()], ['broken', 'broken'])
    for (const locale of ['ru', 'kk'] as const) assert.match((await said(locale)).says, /synchronous_standby_names/)
    await assert.rejects(vault.admit(site, late, { email: 'late@school.example' }, noon), { code: 'sealing.copy-away', status: 503, retryAfter: 60 })
    await assert.rejects(vault.renewKeys(site, stays), { code: 'sealing.copy-away' })
    assert.deepEqual((await vault.readable(site)).toSorted(), [stays, gone].toSorted(), 'nothing of it was done, and reading goes on')
    const keysAtHand = vault.ring(site)
    await keysAtHand.fetch([stays])
    assert.ok(keysAtHand.of(stays))
    // The ledger knows it first; the key goes as soon as both can let go of it.
    await assert.rejects(vault.forget(site, gone, { kinds: ['own', 'law'] }, noon), { code: 'sealing.copy-away' })

    second = await startSecond()
    await until('together')
    await vault.forget(site, gone, { kinds: ['own', 'law'] }, noon)
    await admit(vault, site, late, { email: 'late@school.example' })
    await first.kill() // in the moment after it was acknowledged
  } finally { await close().catch(() => {}) }

  await second.ask('select pg_promote()')
  const again = await installation(second.url('postgres'))
  try {
    assert.deepEqual((await again.vault.readable(site)).toSorted(), [stays, late].toSorted(), 'the admitted are there, the forgotten is not')
    assert.equal(await again.vault.find(site, 'email', 'late@school.example'), late)
    const keysAtHand = again.vault.ring(site)
    await keysAtHand.fetch([stays, late])
    assert.ok(keysAtHand.of(stays) && keysAtHand.of(late))
    await admit(again.vault, site, randomUUID(), { email: 'next@school.example' })
  } finally { await again.close() }
})

test('a server that waits for two copies counts two, and a role that may not look says so', async () => {
  const { secondCopyIn } = await import('#platform/database/database.ts')
  const row = { names: 'FIRST 2 (a, b)', commit: 'on', sees: true, connected: 2, copies: ['a'] }
  assert.equal(secondCopyIn(row).state, 'away')
  assert.equal(secondCopyIn({ ...row, copies: ['a', 'b'] }).state, 'together')
  assert.equal(secondCopyIn({ ...row, names: 'ANY 1 (a, b)' }).state, 'together')
  assert.equal(secondCopyIn({ ...row, names: 'a, b' }).state, 'together')
  assert.equal(secondCopyIn({ ...row, sees: false, copies: [] }).state, 'unseen')
  assert.equal(secondCopyIn({ ...row, sees: false, connected: 0, copies: [] }).state, 'away')
  assert.equal(secondCopyIn({ ...row, names: '' }).state, 'none')
})
