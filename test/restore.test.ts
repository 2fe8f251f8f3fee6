// What an operator does when a machine is lost: copies, a new folder, and the schools again.
import assert from 'node:assert/strict'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ask, dataFolder, senim, startSenim } from './instance.ts'
import { tracesIn } from './traces.ts'

type School = { site: string; people: number; lost: string[]; strangers: string[] }

test('copies made by the command line come back on a new machine, and a restore that was cut short lets nobody in', async () => {
  const [folder, copies] = [dataFolder(), dataFolder()]
  const tell = (data: string, ...typed: string[]) => senim(typed, { env: { SENIM_DATA: data, SENIM_BACKUPS: copies } }).result(180_000)
  const made = await tell(folder, 'backup', 'create', '--json')
  assert.equal(made.code, 0, made.err)
  const [main, vault] = JSON.parse(made.out) as { file: string; database: string; rows: number; key: string }[]
  assert.deepEqual([main!.database, vault!.database], ['main', 'vault'])
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
