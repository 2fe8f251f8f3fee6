// What an operator does when a machine is lost: copies, a new folder, and the schools again.
import assert from 'node:assert/strict'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ask, dataFolder, senim, startSenim } from './instance.ts'
import { tracesIn } from './traces.ts'

type School = { site: string; people: number; lost: string[]; strangers: string[]; files: { brought: number; there: number; lost: object[] } }
/** Every stored file: its name, and its bytes as they lie there. */
const storedIn = (data: string) => new Map(readdirSync(join(data, 'files'), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  .map(({ parentPath, name }) => [join(parentPath, name).slice(data.length), readFileSync(join(parentPath, name))]))

test('copies made by the command line come back on a new machine, and a restore that was cut short lets nobody in', async () => {
  const [folder, copies] = [dataFolder(), dataFolder()]
  const tell = (data: string, ...typed: string[]) => senim(typed, { env: { SENIM_DATA: data, SENIM_BACKUPS: copies } }).result(180_000)
  const made = await tell(folder, 'backup', 'create', '--json')
  assert.equal(made.code, 0, made.err)
  const [main, vault] = JSON.parse(made.out) as { file: string; database: string; rows: number; key: string; files: { count: number } }[]
  assert.deepEqual([main!.database, vault!.database], ['main', 'vault'])
  const stored = storedIn(folder)
  assert.deepEqual([main!.files.count, stored.size > 0], [stored.size, true])
  assert.equal(existsSync(main!.key), true)

  const other = dataFolder()
  // The second copy of the erasure ledger lies with the keys.
  cpSync(join(folder, 'keys'), join(other, 'keys'), { recursive: true })
  const mainBack = await tell(other, 'restore', main!.file, '--json')
  const vaultBack = await tell(other, 'restore', vault!.file, '--replace', '--json')
  assert.equal(vaultBack.code, 0, mainBack.err + vaultBack.err)
  const { rows, schools } = JSON.parse(vaultBack.out) as { rows: number; schools: School[] }
  assert.equal(rows, vault!.rows)
  assert.ok(schools.length >= 5 && schools.every(school => school.people > 0 && !school.lost.length && !school.strangers.length), vaultBack.out)

  // Of an older main alone the rows are there, and no key: the files came with main, and open since the vault is back.
  assert.deepEqual(storedIn(other), stored)

  rmSync(join(other, 'files'), { recursive: true })
  const filesBack = await tell(other, 'restore', main!.file, '--files', '--json')
  assert.equal(filesBack.code, 0, filesBack.err)
  assert.equal((JSON.parse(filesBack.out) as { schools: School[] }).schools.reduce((sum, { files }) => sum + files.brought, 0), stored.size)
  assert.deepEqual(storedIn(other), stored)
  assert.match((await tell(other, 'restore', vault!.file, '--files')).err, /has no files/)

  assert.match((await tell(other, 'restore', main!.file)).err, /holds data already/)
  writeFileSync(join(other, 'restoring'), `${main!.file}\n`)
  const shut = await tell(other, 'site', 'list')
  assert.deepEqual([shut.code, /senim restore .*main.* --replace/.test(shut.err)], [1, true])
  const changed = join(copies, 'changed.copy')
  const bytes = readFileSync(main!.file)
  bytes[500]! ^= 1
  writeFileSync(changed, bytes)
  assert.match((await tell(folder, 'backup', 'verify', changed)).err, /was changed/)
})

test('a copy made before the demonstration was removed brings nobody of it back: no row, no key, no name', async () => {
  const [folder, copies] = [dataFolder(), dataFolder()]
  const env = { SENIM_DATA: folder, SENIM_BACKUPS: copies }
  const before = await startSenim(folder, { env })
  assert.ok((await tracesIn(folder)).includes('accounts.people.id'))
  const made = await before.tell('backup', 'create', '--json')
  assert.equal(made.code, 0, made.err)
  const removed = await before.tell('demo', 'remove', '--json')
  assert.ok((JSON.parse(removed.out) as { people: number }).people > 20, removed.err)
  await before.stop()
  for (const { file } of JSON.parse(made.out) as { file: string }[]) {
    const back = await senim(['restore', file, '--replace', '--json'], { env }).result(180_000)
    const { rows, schools } = JSON.parse(back.out) as { rows: number; schools: School[] }
    assert.ok(rows > 100, 'the copy is from the time before')
    assert.deepEqual(schools.filter(({ people, lost, strangers }) => people || lost.length || strangers.length), [], back.err)
  }
  const after = await startSenim(folder, { env })
  assert.deepEqual(await tracesIn(folder), [])
  assert.doesNotMatch((await ask(after.port, '/en')).text, /class="faces"/)
  await after.stop()
})
