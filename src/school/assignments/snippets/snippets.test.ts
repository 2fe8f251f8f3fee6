// A teacher's own words: theirs alone, put into comments by choice, in their copy, and gone with them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eraseAtOnce } from '#trust/rights/rights.ts'
import { classroom, sentWork } from '#test/classroom.ts'
import { openTestDatabases, type Member } from '#test/fixtures.ts'
import { unzipped } from '#test/unzipped.ts'
import { workThrough } from '#test/working.ts'
import { keepSnippet, removeSnippet, reviewWork } from '../assignments.ts'

const { asAdmin, school } = await openTestDatabases()
const here = await school()
const rows = (sql: string, ...values: unknown[]) => asAdmin(client => client.query(sql, values)).then(({ rows }) => rows as Record<string, any>[])
const page = async (path: string, as: Member) => (await here.request(path, { as })).text()
const post = (path: string, as: Member, form: Record<string, string>) => here.request(path, { as, form })
const kept = (as: Member) => rows('select * from assignments.snippets where teacher = $1 order by made_at', as.id)

test('a teacher keeps words in the languages they teach in, changes and removes them; nobody else sees them', async () => {
  const [teacher, other] = [await here.staff('teacher'), await here.staff('teacher')]
  assert.equal((await post('/teach/snippets', teacher, { ru: 'Горизонт завален', kk: 'Көкжиек қисайған', en: '' })).status, 303)
  const text = await page('/teach/snippets', teacher)
  assert.ok(text.includes('Горизонт завален') && text.includes('<p class="said-words" lang="kk">Көкжиек қисайған</p>'))
  assert.ok(!(await page('/teach/snippets', other)).includes('Горизонт завален'))
  const [row] = await kept(teacher)
  assert.ok(Buffer.isBuffer(row!.ru) && !row!.ru.includes('Горизонт') && row!.en === null, 'sealed, and no language without words')
  assert.equal((await post('/teach/snippets', other, { id: row!.id, ru: 'Чужое' })).status, 403)
  assert.equal((await post('/teach/snippets/remove', other, { id: row!.id })).status, 403)
  assert.equal((await post('/teach/snippets', teacher, { id: row!.id, ru: '', kk: '', en: 'Level the horizon' })).status, 303)
  const changed = await page('/teach/snippets', teacher)
  assert.ok(changed.includes('Level the horizon') && !changed.includes('Горизонт завален'))
  assert.equal((await post('/teach/snippets/remove', teacher, { id: row!.id })).status, 303)
  assert.deepEqual(await kept(teacher), [])
  assert.equal((await post('/teach/snippets/remove', teacher, { id: row!.id })).status, 404)
})

test('a snippet without words in any language is refused beside its field, in the reader’s language, and what was typed stays', async () => {
  const teacher = await here.staff('teacher')
  const refused = await post('/kk/teach/snippets', teacher, { ru: ' ', kk: '', en: '' })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Кемінде бір тілде сөз жазыңыз/)
  const long = await post('/teach/snippets', teacher, { ru: 'а'.repeat(1001), kk: 'Қысқа', en: '' })
  assert.equal(long.status, 422)
  assert.ok((await long.text()).includes('Қысқа'))
  assert.deepEqual(await kept(teacher), [])
})

test('only teachers have snippets, and two hundred are enough', async () => {
  const [learner, operator, teacher] = [await here.learner(), await here.staff('operator'), await here.staff('teacher')]
  for (const who of [learner, operator]) {
    assert.equal((await here.request('/teach/snippets', { as: who })).status, 403)
    await assert.rejects(keepSnippet(who.ctx, { ru: 'Нет' }), { status: 403 })
  }
  const { id } = await keepSnippet(teacher.ctx, { ru: 'Первая' })
  await asAdmin(client => client.query('insert into assignments.snippets (site, id, teacher, ru, made_at) select site, gen_random_uuid(), teacher, ru, made_at from assignments.snippets, generate_series(1, 198) where id = $1', [id]))
  await keepSnippet(teacher.ctx, { ru: 'Двухсотая' })
  await assert.rejects(keepSnippet(teacher.ctx, { ru: 'Ещё одна' }), { status: 409, code: 'assignments.enough-snippets' })
})

test('without script a snippet is chosen in a form: it comes after what was typed, in comments, overall words and notes', async () => {
  const room = await classroom(here, 'text')
  const { work } = await sentWork(room)
  const { id } = await keepSnippet(room.teacher.ctx, { ru: 'Свет найден точно.', kk: 'Жарық дәл табылған.' })
  const { id: stranger } = await keepSnippet((await here.staff('teacher')).ctx, { ru: 'Чужие слова' })
  const desk = `/teach/submissions/${work}`
  const shown = await page(desk, room.teacher)
  for (const name of ['snippet', 'snippet-light', 'snippet-words']) assert.match(shown, new RegExp(`<noscript><select name="${name}"[^]*?value="${id}\\.kk" lang="kk"`), name)
  assert.ok(!shown.includes('Чужие слова'))
  const review = { outcome: 'save', words: 'В целом хорошо', 'comment-light': 'Смотрите', 'comment-words': '', seen: 'none' }
  const foreign = await post(`${desk}/review`, room.teacher, { ...review, snippet: `${stranger}.ru` })
  assert.equal(foreign.status, 422)
  assert.ok((await foreign.text()).includes('В целом хорошо'), 'what was typed stays')
  assert.equal((await post(`${desk}/review`, room.teacher, { ...review, snippet: `${id}.ru`, 'snippet-light': `${id}.kk`, 'snippet-words': '' })).status, 303)
  assert.equal((await post(`${desk}/notes`, room.teacher, { from: '1', to: '', words: '', snippet: `${id}.ru` })).status, 303)
  const after = await page(desk, room.teacher)
  assert.ok(after.includes('В целом хорошо\nСвет найден точно.</textarea>') && after.includes('Смотрите\nЖарық дәл табылған.</textarea>'))
  assert.match(after, /<p class="said-words">Свет найден точно\.<\/p>/)
  assert.equal((await post(`${desk}/notes`, room.teacher, { from: '1', to: '1', words: '', snippet: '' })).status, 422)
  await assert.rejects(reviewWork(room.teacher.ctx, { work, outcome: 'save', words: 'а'.repeat(19_990), levels: {}, comments: {}, snippet: `${id}.ru` }), { code: 'assignments.snippet-too-long' })
})

test('snippets are in the copy of their teacher, and go with them', async () => {
  const teacher = await here.staff('teacher')
  await keepSnippet(teacher.ctx, { ru: 'Канарейка', en: 'Canary' })
  const { id } = await keepSnippet(teacher.ctx, { kk: 'Екінші' })
  await removeSnippet(teacher.ctx, { id })
  await post('/me/data/copy', teacher, {})
  await workThrough(here.system)
  const [link] = /\/me\/data\/copies\/[0-9a-f-]{36}/.exec(await page('/me/data', teacher))!
  const copy = await unzipped(Buffer.from(await (await here.request(link, { as: teacher })).arrayBuffer()))
  const copied = JSON.parse(copy['data/assignments.snippets.json']!) as Record<string, unknown>[]
  assert.deepEqual(copied.map(({ ru, kk, en }) => [ru, kk, en]), [['Канарейка', null, 'Canary']])
  await eraseAtOnce(here.system, teacher.id)
  assert.deepEqual(await kept(teacher), [])
})
