// What schools promise about an end: done as the person does it, and looked for afterwards in every place.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inSite } from '#platform/database/database.ts'
import { deliverEvents } from '#platform/events/events.ts'
import { withKeys } from '#platform/sealing/sealing.ts'
import { outlivesPerson, rowsOf } from '#trust/data-map/data-map.ts'
import { writeVisits } from '#trust/interaction/interaction.ts'
import { deadline, lawProfile } from '#trust/law/law.ts'
import { hashNew, storePassword } from '#people/sign-in/sign-in.ts'
import { judgeReview, writeReview } from '#school/catalogue/catalogue.ts'
import { listeners } from '../src/product.ts'
import { classroom, sendFile, tellingPhoto } from './classroom.ts'
import { noon, openTestDatabases, type Member, type School } from './fixtures.ts'
import { cookieIn, enter, everythingOf, password } from './visits.ts'
import { workThrough } from './working.ts'
import { worldOf } from './world.ts'

const ground = await openTestDatabases()
const { school } = ground

async function objectsOf(here: School, who: Member): Promise<string[]> {
  const names: string[] = []
  for await (const { name } of ground.ground.files.store.list(`${here.slug}/${who.id}/`)) names.push(name)
  return names
}

/** Which categories of data still have a row of somebody. */
const categoriesLeft = (here: School, who: Member) => here.inside(async ({ db, map }) => {
  const left = new Set<string>()
  for (const table of map) {
    const theirs = rowsOf(who.id, table, map)
    if (!theirs || !(await sql`select from ${sql.table(table.name)} where ${theirs} limit 1`.execute(db)).rows.length) continue
    for (const { note } of table.columns) if (note.says === 'data' && (!outlivesPerson(table) || note.erase === 'hold')) left.add(note.category)
  }
  return [...left]
})

const erased = async (here: School, who: Member) => {
  const answer = await here.request('/me/data/erase', { as: who, form: { sure: 'true' } })
  assert.equal(answer.status, 303)
  await workThrough(here.system)
  return answer.headers.get('location')!
}
const staysOn = (page: string) => /Останется по закону[\s\S]*?<ul>([\s\S]*?)<\/ul>/.exec(page)?.[1] ?? ''

test('LP-068 who deletes the account signs in no more; works, thumbnails and reviews are gone, and what stays by law was shown before', async () => {
  const here = await school('landscape-photo')
  const { run, course, learner } = await classroom(here, 'photo')
  const hash = await hashNew(here.visitor, password, [])
  await withKeys(here.system, () => inSite(here.system.db, here.slug, db => storePassword({ ...here.system, db }, learner.id, hash), { session: 'system', now: noon }))
  const comesIn = async () => /session=[^;]/.test((await enter(here, { name: learner.email })).headers.getSetCookie().join())
  assert.equal(await comesIn(), true)
  assert.equal((await sendFile(here, learner, run, { words: 'Солнце слева', described: 'Берег на рассвете', file: await tellingPhoto() })).status, 303)
  const review = await writeReview(learner.ctx, { course, stars: 5, words: 'Канарейка рассвета поёт в каждом уроке.', publish: true })
  await judgeReview((await here.staff('operator')).ctx, { review, approve: 'yes' })
  assert.ok((await objectsOf(here, learner)).length >= 3, 'the photo in all its sizes')
  assert.match(await (await here.request('/reviews')).text(), /Канарейка рассвета/)
  const before = await (await here.request('/me/data/erase', { as: learner })).text()
  assert.match(staysOn(before), /запис/i)

  const proof = await erased(here, learner)
  assert.equal(await comesIn(), false)
  assert.deepEqual(await objectsOf(here, learner), [])
  assert.doesNotMatch(await (await here.request('/reviews')).text(), /Канарейка рассвета/)
  assert.deepEqual(await categoriesLeft(here, learner), ['audit.trail'], 'and nothing else stays')
  assert.equal(staysOn(await (await here.request(proof)).text()), staysOn(before), 'as it was shown')
})

test('MX-050 within ten working days the data is gone, and the answer says what the law still keeps, why and until when', async () => {
  const here = await school('mexrontal')
  const { people: { learner } } = await worldOf(here)
  const proof = await erased(here, learner)
  const { asked_at, completed_at } = await here.inside(({ db }) => db.selectFrom('rights.erasures').select(['asked_at', 'completed_at']).where('id', '=', proof.split('/').at(-1)!).executeTakeFirstOrThrow())
  assert.ok(completed_at! <= deadline(asked_at, { 'working-days': 10 }, lawProfile(here.policy.law)))
  assert.deepEqual([await categoriesLeft(here, learner), await objectsOf(here, learner)], [['audit.trail'], []])
  assert.ok(!(await everythingOf(ground, here.slug)).includes(learner.email))
  const kept = staysOn(await (await here.request(proof)).text())
  assert.match(kept, /Запись о том, что и когда делали сотрудники и система/, 'what')
  assert.ok(kept.includes(lawProfile('kz').grounds['protection-duty']!.what.ru), 'why')
  assert.match(kept, /До 3 декабря 2031 г\./, 'until when')
})

test('WD-059 after the job no row can be tied to the person, by no number of anything of theirs, and the counts without names are what they were', async () => {
  const here = await school('webstapero-dev-notes')
  const { people: { learner } } = await worldOf(here)
  const cookie = cookieIn(await here.request('/cookies', { form: { answer: 'all' } }), 'cookie-choice')
  for (const path of ['/courses', '/me']) await here.request(path, { as: learner, headers: { cookie, 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0' } })
  await writeVisits(ground.ground.db)
  await deliverEvents(work => here.inside(work), listeners)
  const counts = () => here.inside(async ({ db }) => (await db.selectFrom('interaction.counts').selectAll().execute()).map(row => JSON.stringify(row)).sort().join('\n'))
  const numbers = new Set<string>()
  await here.inside(async ({ db, map }) => {
    for (const table of map) {
      const theirs = rowsOf(learner.id, table, map)
      if (!theirs || !table.columns.some(({ name, type }) => name === 'id' && type === 'uuid') || outlivesPerson(table)) continue
      for (const { id } of (await sql<{ id: string }>`select id from ${sql.table(table.name)} where ${theirs}`.execute(db)).rows) numbers.add(id)
    }
  })
  assert.ok(numbers.size >= 20 && numbers.has(learner.id), `${numbers.size} rows of theirs`)
  const before = await counts()
  assert.notEqual(before, '')
  await erased(here, learner)
  const everything = await everythingOf(ground, here.slug)
  // The log keeps whose deed it was as a number that leads nowhere: no row has it any more.
  const kept = [...everything.matchAll(/"(?:actor|subject)": ?"([0-9a-f-]{36})"/g)].filter(([, id]) => id === learner.id).length
  assert.equal(everything.split(learner.id).length - 1, kept, 'their own number stands nowhere else')
  assert.ok(numbers.delete(learner.id))
  assert.deepEqual([...numbers].filter(id => new RegExp(`"id": ?"${id}"`).test(everything)), [], 'a notice of an officer may still have the number of a request: it leads to no row')
  assert.equal(await counts(), before)
  for (const table of (await here.inside(async ({ map }) => map)).filter(each => each.name !== 'audit.entries')) {
    const theirs = rowsOf(learner.id, table, here.system.map)
    if (theirs) assert.deepEqual((await here.inside(({ db }) => sql`select from ${sql.table(table.name)} where ${theirs}`.execute(db))).rows.length, 0, table.name)
  }
})

test('MX-046 on one page a person sees, corrects, takes along, restricts, erases and settles consents, and writes to nobody', async () => {
  const here = await school('mexrontal')
  const { people: { learner } } = await worldOf(here)
  const page = async () => (await here.request('/me/data', { as: learner })).text()
  const first = await page()
  for (const { category, what } of here.policy.data.filter(({ category }) => category.startsWith('account.'))) assert.ok(first.includes(what.ru), `sees ${category}`)
  const cards = first.slice(first.indexOf('<section id="rights">'), first.indexOf('<footer'))
  for (const to of ['/me/profile', '/cookies', '/me/data/restrict', '/me/data/erase']) assert.ok(cards.includes(`href="${to}"`), `a way to ${to}`)
  assert.ok(cards.includes('action="/me/data/copy"'), 'a button for a copy')
  const does = async (path: string, form: Record<string, string> = {}) => assert.equal((await here.request(path, { as: learner, form })).status, 303, path)

  const profile = await (await here.request('/me/profile', { as: learner })).text()
  const typed = Object.fromEntries([...profile.matchAll(/<input[^>]*name="(first_name|last_name|phone|city)"[^>]*value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
  await does('/me/profile', { ...typed, city: 'Қостанай' })
  assert.match(await (await here.request('/me/profile', { as: learner })).text(), /value="Қостанай"/, 'corrected')
  await does('/me/data/copy')
  await workThrough(here.system)
  const copy = await here.request(/\/me\/data\/copies\/[0-9a-f-]{36}/.exec(await page())![0], { as: learner })
  assert.deepEqual([copy.status, Buffer.from(await copy.arrayBuffer()).subarray(0, 2).toString()], [200, 'PK'], 'taken along')
  await does('/me/data/restrict', { until: '2026-12-20' })
  assert.match(await page(), /Ваши данные только хранятся/, 'restricted')
  const choice = (await here.request('/cookies', { as: learner, form: { answer: 'necessary' } })).headers.getSetCookie().join()
  assert.match(choice, /cookie-choice=/, 'consents settled')
  await erased(here, learner)
  assert.deepEqual(await categoriesLeft(here, learner), ['audit.trail'], 'erased')
})
