import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { appendFileSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { keyProvider } from '#platform/sealing/sealing.ts'
import { later, newFolder, noon } from '#test/vault-ground.ts'
import { ledgerPlaces, openLedger } from './ledger.ts'

const asked = { kinds: ['own' as const], reason: 'asked', at: noon }

async function newLedger() {
  const folder = newFolder()
  const keys = keyProvider(folder, '')
  const places = ledgerPlaces(folder, keys, '')
  const files = places.map(place => join(place, 'erasures.jsonl')) as [string, string]
  const open = () => openLedger(places, keys)
  return { folder, places, files, open, ledger: await open() }
}

/** Three entries, whole in both places. */
async function threeEntries() {
  const here = await newLedger()
  const people = [randomUUID(), randomUUID(), randomUUID()]
  for (const person of people) await here.ledger.append('school', [person], asked)
  return { ...here, people }
}

test('an erasure stands in both places, names nobody in the clear, and is known after a new start', async () => {
  const { files, ledger, open, people, places } = await threeEntries()
  const [one, two] = files.map(file => readFileSync(file, 'utf8')) as [string, string]
  assert.equal(one, two)
  assert.deepEqual(people.filter(person => one.includes(person) || one.includes(person.replaceAll('-', ''))), [])
  assert.deepEqual(files.map(file => (statSync(file).mode & 0o777).toString(8)), ['600', '600'])
  assert.equal(places.length, 2)
  const again = await open()
  assert.deepEqual([...(await again.forgottenAmong('school', [...people, randomUUID()])).keys()], people)
  assert.deepEqual(await again.forgottenAmong('another-school', people), new Map())
  assert.deepEqual(await again.forgottenAmong('school', people, 'law'), new Map())
  assert.deepEqual([await again.head(), await again.verify()], [await ledger.head(), { intact: true, head: await ledger.head() }])
})

test('who is named already is not named again; what the law kept can be named later', async () => {
  const { ledger, people } = await threeEntries()
  assert.equal((await ledger.append('school', people, asked)).number, 3)
  assert.equal((await ledger.append('school', people, { kinds: ['own', 'law'], reason: 'term-over', at: later(1000) })).number, 6)
  assert.deepEqual([...(await ledger.forgottenAmong('school', people)).values()], [noon, noon, noon])
  assert.deepEqual([...(await ledger.forgottenAmong('school', people, 'law')).values()], [later(1000), later(1000), later(1000)])
  await assert.rejects(ledger.append('school', people, { ...asked, reason: 'Айгуль попросила' }), /short code/)
})

test('a torn last line is cut off when both places agree on the rest', async () => {
  const { files, open, people } = await threeEntries()
  const whole = readFileSync(files[0], 'utf8')
  for (const file of files) appendFileSync(file, '{"number":4,"site":"sch')
  const ledger = await open()
  assert.equal((await ledger.head()).number, 3)
  assert.deepEqual(files.map(file => readFileSync(file, 'utf8')), [whole, whole])
  assert.equal((await ledger.append('school', [people[0]!], { ...asked, kinds: ['law'] })).number, 4)
  assert.equal((await ledger.verify()).intact, true)
})

test('a torn last line is completed from the place that has it, whichever it is', async () => {
  for (const torn of [0, 1]) for (const missing of [1, 40, 500]) {
    const { files, open } = await threeEntries()
    const whole = readFileSync(files[0], 'utf8')
    truncateSync(files[torn]!, whole.length - missing)
    const ledger = await open()
    assert.equal((await ledger.head()).number, 3)
    assert.deepEqual(files.map(file => readFileSync(file, 'utf8')), [whole, whole])
  }
})

test('a place that is lost, before the start or while we run, is made whole from the other', async () => {
  const { files, ledger, open, people } = await threeEntries()
  rmSync(files[1])
  assert.equal((await ledger.append('school', [randomUUID()], asked)).number, 4)
  rmSync(join(files[0], '..'), { recursive: true })
  const again = await open()
  assert.equal((await again.head()).number, 4)
  assert.equal(readFileSync(files[0], 'utf8'), readFileSync(files[1], 'utf8'))
  assert.equal((await again.forgottenAmong('school', people)).size, 3)
})

test('a line that was changed, left out or forged stops the start, and verify names its place and number', async () => {
  const changes: [string, (lines: string[]) => string[], RegExp][] = [
    ['edited', lines => lines.with(1, lines[1]!.replace('asked', 'other')), /line 2|line 3/],
    ['left out', lines => lines.toSpliced(1, 1), /line 2/],
    ['exchanged', lines => [lines[1]!, lines[0]!, lines[2]!], /line 1/],
    ['forged at the end', lines => lines.with(2, lines[2]!.replace(/"signature":"..../, '"signature":"AAAA')), /line 3/],
  ]
  for (const [name, change, line] of changes) for (const both of [false, true]) {
    const { files, ledger, open } = await threeEntries()
    const lines = readFileSync(files[0], 'utf8').trimEnd().split('\n')
    for (const file of both ? files : [files[1]]) writeFileSync(file, change(lines).join('\n') + '\n')
    await assert.rejects(open(), line, name)
    const verdict = await ledger.verify()
    assert.ok(!verdict.intact && verdict.place === join(files[both ? 0 : 1], '..') && line.test(`line ${verdict.line}`), `${name}: ${JSON.stringify(verdict)}`)
  }
})

test('an older copy of the ledger does not know a head that was published after it', async () => {
  const { files, open, ledger } = await threeEntries()
  const old = readFileSync(files[0])
  await ledger.append('school', [randomUUID()], asked)
  const published = await ledger.head()
  for (const file of files) writeFileSync(file, old)
  const restored = await open()
  assert.equal(await restored.has(published), false)
  await restored.append('school', [randomUUID()], asked)
  assert.equal(await restored.has(published), false)
  assert.equal(await restored.has(await restored.head()), true)
})

test('entries without their key stop the start: no new key is made', async () => {
  const { folder, open } = await threeEntries()
  rmSync(join(folder, 'keys/ledger.key'))
  await assert.rejects(open(), /ledger\.key is missing/)
})

test('a place that cannot be written holds the acknowledgement back; the entry is in both once it can', async () => {
  const { files, ledger, places } = await threeEntries()
  const [person, kept] = [randomUUID(), readFileSync(files[1])]
  rmSync(places[1]!, { recursive: true })
  writeFileSync(places[1]!, 'not a folder')
  await assert.rejects(ledger.append('school', [person], asked))
  rmSync(places[1]!)
  assert.equal((await ledger.append('school', [person], asked)).number, 4)
  assert.equal(readFileSync(files[0], 'utf8'), readFileSync(files[1], 'utf8'))
  assert.ok(readFileSync(files[1]).subarray(0, kept.length).equals(kept))
  assert.equal((await ledger.forgottenAmong('school', [person])).size, 1)
})

const writer = (places: string[], folder: string, people: number) => `
  import { openLedger } from '#platform/ledger/ledger.ts'
  import { keyProvider } from '#platform/sealing/sealing.ts'
  import { randomUUID } from 'node:crypto'
  const ledger = await openLedger(${JSON.stringify(places)}, keyProvider(${JSON.stringify(folder)}, ''))
  for (let n = 0; n < ${people}; n++) {
    const head = await ledger.append('school', [randomUUID()], { kinds: ['own'], reason: 'asked', at: new Date() })
    process.stdout.write(head.number + '\\n')
  }`
const start = (code: string) => spawn(process.execPath, ['--import', './src/platform/tsx-hook.ts', '--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })

test('two processes write one ledger, and its chain is whole', async () => {
  const { folder, places, ledger } = await newLedger()
  const writers = [start(writer(places, folder, 20)), start(writer(places, folder, 20))]
  await Promise.all(writers.map(each => new Promise<void>((done, fail) => each.once('exit', code => code ? fail(new Error(`exit ${code}`)) : done()))))
  assert.equal((await ledger.head()).number, 40)
  assert.equal((await ledger.verify()).intact, true)
})

test('killed at any moment, the ledger has every entry it had acknowledged', async () => {
  const { folder, places, open } = await newLedger()
  for (let round = 0; round < 4; round++) {
    const child = start(writer(places, folder, 100_000))
    let acknowledged = 0
    child.stdout.on('data', (text: Buffer) => {
      acknowledged = Number(text.toString().trimEnd().split('\n').at(-1))
      if (acknowledged > round * 12 + 10) child.kill('SIGKILL')
    })
    await new Promise(done => child.once('close', done))
    const ledger = await open()
    assert.ok((await ledger.head()).number >= acknowledged && acknowledged > 0)
    assert.equal((await ledger.verify()).intact, true)
  }
})

test('the folder of a second place can be named by the operator', () => {
  const keys = keyProvider('/srv/senim', 'file:/etc/senim/keys')
  assert.deepEqual(ledgerPlaces('/srv/senim', keys, ''), ['/srv/senim/ledger', '/etc/senim/keys/ledger'])
  assert.deepEqual(ledgerPlaces('/srv/senim', keys, '/mnt/ledger'), ['/srv/senim/ledger', '/mnt/ledger'])
})
