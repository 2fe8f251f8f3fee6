import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { workThrough } from '#test/working.ts'
import { askForRight } from './rights.ts'

const { school, at } = await openTestDatabases()

async function entriesOf(zipped: Buffer): Promise<Map<string, Buffer>> {
  const zip = await promisify(fromBuffer as (bytes: Buffer, options: { lazyEntries: boolean }, done: (error: Error | null, zip: ZipFile) => void) => void)(zipped, { lazyEntries: true })
  const found = new Map<string, Buffer>()
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error)
      const pieces: Buffer[] = []
      stream.on('data', piece => pieces.push(piece)).on('end', () => { found.set(entry.fileName, Buffer.concat(pieces)); zip.readEntry() })
    }))
    zip.on('end', () => resolve(found)).on('error', reject)
    zip.readEntry()
  })
}

async function copyOf(here: School, who: Member) {
  assert.equal((await here.request('/me/data/copy', { as: who, form: {} })).status, 303)
  await workThrough(here.system)
  const page = await (await here.request('/me/data', { as: who })).text()
  return /\/me\/data\/copies\/[0-9a-f-]{36}/.exec(page)![0]
}

test('the copy holds everything of one person and nothing of another, for reading and for machines', async () => {
  const here = await school()
  const [one, other] = [await here.learner({ name: 'Канарейка Первая' }), await here.learner({ name: 'Канарейка Вторая' })]
  for (const who of [one, other]) await askForRight(who.ctx, { kind: 'objection', wish: `Слова человека ${who.id}` })
  const link = await copyOf(here, one)
  const answer = await here.request(link, { as: one })
  assert.equal(answer.status, 200)
  const entries = await entriesOf(Buffer.from(await answer.arrayBuffer()))
  const everything = Buffer.concat([...entries.values()]).toString()
  assert.match(everything, /Канарейка Первая/)
  assert.ok(everything.includes(`Слова человека ${one.id}`))
  assert.doesNotMatch(everything, /Канарейка Вторая/)
  assert.ok(!everything.includes(other.id))
  for (const name of ['index.html', 'data/accounts.people.json', 'data/accounts.people.csv', 'schema/accounts.people.json', 'manifest.json', 'policy.json']) assert.ok(entries.has(name), name)
  assert.deepEqual([...entries.get('index.html')!.toString().matchAll(/href="([^"]*)"/g)].map(([, to]) => to), ['ru.html', 'kk.html', 'en.html'])
  for (const [page, name, when] of [['ru', 'Вид', 'Когда спрошено'], ['kk', 'Түрі', 'Сұралған уақыты'], ['en', 'Kind', 'Asked at']] as const) {
    const read = entries.get(`${page}.html`)!.toString()
    assert.ok(read.includes('Канарейка Первая') && read.includes(`Слова человека ${one.id}`), 'the values themselves can be read')
    assert.ok(!read.includes('<td>rights.ask</td>') && !read.includes('<td>objection</td>'), 'signs of programs are told in words')
    for (const word of [name, when]) assert.ok(read.includes(`>${word}</th>`), word)
    for (const [, heading] of read.matchAll(/<(?:h2|th)[^>]*>([^<]*)</g)) assert.doesNotMatch(heading!, /[a-z]+[._][a-z]+/, 'what is held is named in words')
    assert.match(read, /<section><h2>[^<]*<\/h2><ul><li>[^]*assessment\.attempts\.json/, 'what there is nothing of comes last')
  }
  const { entries: listed } = JSON.parse(entries.get('manifest.json')!.toString())
  for (const { name, sha256 } of listed) assert.equal(createHash('sha256').update(entries.get(name)!).digest('hex'), sha256, name)
})

test('a copy opens for its own person and for seven days', async () => {
  const here = await school()
  const [one, other, officer] = [await here.learner(), await here.learner(), await here.staff('privacy-officer')]
  const link = await copyOf(here, one)
  for (const who of [other, officer]) assert.equal((await here.request(link, { as: who })).status, 403)
  assert.equal((await here.request(link)).status, 303)
  const made = here.system.now.getTime()
  at(new Date(made + 7 * 86_400_000 - 1000))
  assert.equal((await here.request(link, { as: one })).status, 200)
  at(new Date(made + 7 * 86_400_000))
  assert.equal((await here.request(link, { as: one })).status, 404)
  at(here.system.now)
})

test('a copy can be taken in pieces, as a broken download goes on', async () => {
  const here = await school()
  const one = await here.learner()
  const link = await copyOf(here, one)
  const whole = Buffer.from(await (await here.request(link, { as: one })).arrayBuffer())
  const part = await here.request(link, { as: one, headers: { range: 'bytes=10-19' } })
  assert.equal(part.status, 206)
  assert.deepEqual(Buffer.from(await part.arrayBuffer()), whole.subarray(10, 20))
})

test('a second copy is not begun while the first is being made', async () => {
  const here = await school()
  const one = await here.learner()
  await here.request('/me/data/copy', { as: one, form: {} })
  assert.equal((await here.request('/me/data/copy', { as: one, form: {} })).status, 409)
})
