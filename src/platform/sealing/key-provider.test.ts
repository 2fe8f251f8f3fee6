import assert from 'node:assert/strict'
import { chmodSync, existsSync, linkSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { keyFile } from '#platform/database/database.ts'
import { newFolder } from '#test/vault-ground.ts'
import { KeyMissing, keyProvider } from './sealing.ts'

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

test('a key is 32 bytes in a file that only we may read, and is made once', async () => {
  const folder = newFolder()
  const keys = keyProvider(folder, '')
  const made = await keys.make('school', 'epoch-1')
  assert.equal(made.length, 32)
  assert.deepEqual([mode(join(folder, 'keys')), mode(join(folder, 'keys/school')), mode(join(folder, 'keys/school/epoch-1.key'))], ['700', '700', '600'])
  assert.ok((await keys.make('school', 'epoch-1')).equals(made))
  assert.ok((await keys.read('school', 'epoch-1')).equals(made))
  assert.deepEqual([await keys.list('school'), await keys.list('elsewhere'), await keys.list(null)], [['epoch-1'], [], []])
})

test('a key that others can read is refused, and what to do is said', async () => {
  const folder = newFolder()
  const keys = keyProvider(folder, '')
  await keys.make('school', 'epoch-1')
  for (const open of [0o640, 0o604, 0o620, 0o644]) {
    chmodSync(join(folder, 'keys/school/epoch-1.key'), open)
    await assert.rejects(keys.read('school', 'epoch-1'), /can be read by others.*chmod 600/)
    await assert.rejects(keys.make('school', 'epoch-1'), /can be read by others/)
  }
  chmodSync(join(folder, 'keys/school/epoch-1.key'), 0o600)
  await keys.read('school', 'epoch-1')
  keyFile(folder, 'installation')
  chmodSync(join(folder, 'keys/installation.key'), 0o644)
  assert.throws(() => keyFile(folder, 'installation'), /can be read by others/)
})

test('a key that is missing is never made anew by reading; one cut short is no key', async () => {
  const folder = newFolder()
  const keys = keyProvider(folder, '')
  await assert.rejects(keys.read('school', 'epoch-1'), KeyMissing)
  assert.throws(() => keyFile(folder, 'installation', true), KeyMissing)
  assert.ok(!existsSync(join(folder, 'keys')))
  await keys.make('school', 'epoch-1')
  writeFileSync(join(folder, 'keys/school/epoch-1.key'), Buffer.alloc(16))
  await assert.rejects(keys.read('school', 'epoch-1'), /holds 16 bytes/)
})

test('a destroyed key is overwritten before its name goes, and destroying it again does no harm', async () => {
  const folder = newFolder()
  const keys = keyProvider(folder, '')
  const made = await keys.make('school', 'epoch-1')
  linkSync(join(folder, 'keys/school/epoch-1.key'), join(folder, 'witness')) // a second name of the same bytes
  await keys.destroy('school', 'epoch-1')
  await keys.destroy('school', 'epoch-1')
  assert.deepEqual(await keys.list('school'), [])
  const left = readFileSync(join(folder, 'witness'))
  assert.ok(left.length === 32 && !left.equals(made))
  assert.deepEqual(readdirSync(join(folder, 'keys/school')), [])
})

test('whether the keys lie outside the data folder is said truly', () => {
  assert.equal(keyProvider('/srv/senim', '').outside, false)
  assert.equal(keyProvider('/srv/senim', 'file:/srv/senim/elsewhere').outside, false)
  assert.equal(keyProvider('/srv/senim', 'file:/srv/senim-keys').outside, true)
  assert.equal(keyProvider('/srv/senim', 'file:/etc/senim/keys').outside, true)
  assert.throws(() => keyProvider('/srv/senim', 'vault:secret-token'), /^Error: SENIM_KEYS is vault:/)
})

test('no name of a site or a key leads out of the folder', async () => {
  const keys = keyProvider(newFolder(), '')
  for (const name of ['..', '../epoch-1', 'a/b', '', 'Ä', 'x'.repeat(64)]) {
    await assert.rejects(keys.make(name, 'epoch-1'), /Not the name/)
    await assert.rejects(keys.make('school', name), /Not the name/)
  }
})

test('systemd hands keys over, and says which one is missing', async () => {
  const folder = newFolder()
  process.env.CREDENTIALS_DIRECTORY = folder
  try {
    writeFileSync(join(folder, 'senim.school.epoch-1'), Buffer.alloc(32, 7), { mode: 0o440 })
    writeFileSync(join(folder, 'senim.ledger'), Buffer.alloc(32, 8), { mode: 0o400 })
    const keys = keyProvider('/srv/senim', 'systemd')
    assert.deepEqual([keys.outside, await keys.list('school'), await keys.list(null)], [true, ['epoch-1'], ['ledger']])
    assert.ok((await keys.make('school', 'epoch-1')).equals(Buffer.alloc(32, 7)))
    await assert.rejects(keys.make('school', 'epoch-2'), /no credential senim\.school\.epoch-2/)
    await keys.destroy('school', 'epoch-1')
    assert.deepEqual(await keys.list('school'), ['epoch-1'])
    chmodSync(join(folder, 'senim.ledger'), 0o444)
    await assert.rejects(keys.read(null, 'ledger'), /can be read by others/)
  } finally { delete process.env.CREDENTIALS_DIRECTORY }
  assert.throws(() => keyProvider('/srv/senim', 'systemd'), /CREDENTIALS_DIRECTORY is not set/)
})
