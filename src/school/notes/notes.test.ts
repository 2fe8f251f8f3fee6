// Notes beside lessons: kept, found again, taken along, erased, and read by nobody but whoever wrote them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eraseAtOnce } from '#trust/rights/rights.ts'
import { assignTeacher } from '#school/courses/courses.ts'
import { leave } from '#school/enrolment/enrolment.ts'
import { openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { copiedRows, courseOf, learnerOf, teach } from '#test/taught.ts'
import { keepNote } from './notes.ts'

const { school, asAdmin } = await openTestDatabases()

const canary = 'Жаттығу: тень длиннее утром'
async function taught() {
  const here = await school()
  await teach(here, [courseOf({ modules: [3] })])
  return { here, learner: await learnerOf(here, 'light') }
}
const address = ({ run }: { run: string }, lesson = 'lesson-1') => `/learn/${run}/${lesson}`
const html = async (here: School, path: string, as: Member) => (await here.request(path, { as })).text()
const api = (here: School, as: Member, run: string, json?: unknown) =>
  here.request(`/api/v1/runs/${run}/lessons/lesson-1/note`, { as, ...json ? { method: 'PUT', body: JSON.stringify(json), headers: { 'content-type': 'application/json' } } : {} })
const savingOn = (page: string) => /name="saving"(?: value="([^"]*)")?/.exec(page)![1] ?? ''

test('a note is kept by the form, stands beside its lesson again, and beside no other', async () => {
  const { here, learner } = await taught()
  const answer = await here.request(`${address(learner)}/note`, { as: learner, form: { saving: '', words: `${canary}\r\nвторая строка  ` } })
  assert.equal(answer.headers.get('location'), `${address(learner)}?said=notes.kept#note`)
  assert.ok((await html(here, address(learner), learner)).includes(`${canary}\nвторая строка</textarea>`))
  assert.ok(!(await html(here, address(learner, 'lesson-2'), learner)).includes(canary))
})

test('a window that has not seen the last saving writes over nothing: both texts stand on the page, and the writer chooses', async () => {
  const { here, learner } = await taught()
  const early = savingOn(await html(here, address(learner), learner))
  await here.request(`${address(learner)}/note`, { as: learner, form: { saving: early, words: 'Из первого окна' } })
  const refused = await here.request(`${address(learner)}/note`, { as: learner, form: { saving: early, words: 'Из второго окна' } })
  const page = await refused.text()
  assert.equal(refused.status, 409)
  assert.match(page, /Из первого окна[\s\S]*изменили в другом окне[\s\S]*Из второго окна<\/textarea>/)
  const chosen = await here.request(`${address(learner)}/note`, { as: learner, form: { saving: savingOn(page), words: 'Из второго окна', join: 'on' } })
  assert.equal(chosen.status, 303)
  assert.ok((await html(here, address(learner), learner)).includes('Из первого окна\n\nИз второго окна</textarea>'))
})

test('two savings in the same moment: one is kept, the other is told', async () => {
  const { here, learner } = await taught()
  const both = await Promise.allSettled(['раз', 'два'].map(words => keepNote(learner.ctx, { run: learner.run, lesson: 'lesson-1', words, saving: null })))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const kept = await (await api(here, learner, learner.run)).json() as { words: string; saving: string }
  await Promise.allSettled(['три', 'четыре'].map(words => keepNote(learner.ctx, { run: learner.run, lesson: 'lesson-1', words, saving: kept.saving })))
  const { rows } = await asAdmin(client => client.query('select count(*)::int as notes from notes.notes where site = $1', [here.slug]))
  assert.equal(rows[0].notes, 1)
})

test('empty words take the note away, and a window that still shows it is told so', async () => {
  const { here, learner } = await taught()
  const { saving } = await keepNote(learner.ctx, { run: learner.run, lesson: 'lesson-1', words: canary, saving: null })
  assert.deepEqual((await keepNote(learner.ctx, { run: learner.run, lesson: 'lesson-1', words: '  ', saving })).saving, null)
  const refused = await here.request(`${address(learner)}/note`, { as: learner, form: { saving: saving!, words: 'снова' } })
  assert.match(await refused.text(), /В другом окне заметку удалили/)
  assert.equal((await keepNote(learner.ctx, { run: learner.run, lesson: 'lesson-1', words: 'заново', saving: null })).saving?.length, 36)
})

test('at 20 000 signs a note is kept, one sign more is refused by name with the text on the page', async () => {
  const { here, learner } = await taught()
  const refused = await here.request(`${address(learner)}/note`, { as: learner, form: { saving: '', words: `${'о'.repeat(20_000)}ж` } })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Моя заметка[\s\S]*оооож<\/textarea>/)
  assert.equal((await here.request(`${address(learner)}/note`, { as: learner, form: { saving: '', words: 'о'.repeat(20_000) } })).status, 303)
})

test('all notes stand on one page, by course and in the order of lessons, and are searched in any letter case', async () => {
  const { here, learner } = await taught()
  await teach(here, [courseOf({ modules: [3] }), courseOf({ slug: 'second', modules: [1] })])
  for (const [lesson, words] of [['lesson-3', 'Третья мысль'], ['lesson-1', 'Первая МЫСЛЬ об әдемі жарық']] as const) await keepNote(learner.ctx, { run: learner.run, lesson, words, saving: null })
  const all = await html(here, '/me/notes', learner)
  assert.ok(all.indexOf('Первая МЫСЛЬ') < all.indexOf('Третья мысль'))
  const found = await html(here, `/me/notes?search=${encodeURIComponent('ӘДЕМІ')}`, learner)
  assert.match(found, /Найдено заметок: 1/)
  assert.match(found, /<mark>әдемі<\/mark>/)
  assert.ok(!found.includes('Третья мысль'))
  assert.match(await html(here, '/me/notes?search=%3Cb%3E', learner), /В заметках нет слов «&lt;b>»/)
})

test('nobody else reads a note: not another learner, not the teacher of the course, not the operator, the officer or the support', async () => {
  const { here, learner } = await taught()
  const { saving } = await keepNote(learner.ctx, { run: learner.run, lesson: 'lesson-1', words: canary, saving: null })
  const { rows: [note] } = await asAdmin(client => client.query('select id from notes.notes where site = $1', [here.slug]))
  const [operator, teacher, officer, support] = await Promise.all((['operator', 'teacher', 'privacy-officer', 'support'] as const).map(role => here.staff(role)))
  await here.inside(ctx => assignTeacher(ctx, { run: learner.run, person: teacher!.id }))
  for (const who of [operator!, teacher!, officer!, support!, await learnerOf(here, 'light')]) {
    const role = who.actor.role
    for (const path of [address(learner), '/me/notes', `/learn/${learner.run}`, `/teach/progress/${learner.run}`, `/office/people/${learner.id}`, `/api/v1/runs/${learner.run}/lessons/lesson-1`])
      assert.ok(!(await html(here, path, who)).includes(canary), `${role} ${path}`)
    assert.ok(!(await (await api(here, who, learner.run)).text()).includes(canary), role)
    assert.ok([403, 404, 409].includes((await api(here, who, learner.run, { words: 'чужое', saving })).status), role)
    assert.equal((await here.request(`/me/notes/${note.id}/remove`, { as: who, form: {} })).status, 403, role)
  }
  assert.ok((await html(here, address(learner), learner)).includes(canary), 'its writer still has it')
})

test('in the database a note is sealed; in its writer\'s copy it can be read; with the account it goes', async () => {
  const { here, learner } = await taught()
  await keepNote(learner.ctx, { run: learner.run, lesson: 'lesson-2', words: canary, saving: null })
  const stored = async () => (await asAdmin(client => client.query('select words from notes.notes where site = $1', [here.slug]))).rows
  assert.ok(!(await stored())[0].words.includes(Buffer.from(canary)))
  assert.deepEqual((await copiedRows(here, learner, 'notes.notes')).map(({ lesson, words }) => [lesson, words]), [['lesson-2', canary]])
  await eraseAtOnce(here.system, learner.id)
  assert.deepEqual(await stored(), [])
})

test('whoever has left a course keeps the notes to it, and may delete them', async () => {
  const { here, learner } = await taught()
  await keepNote(learner.ctx, { run: learner.run, lesson: 'lesson-1', words: canary, saving: null })
  await leave(learner.ctx, { run: learner.run })
  const page = await html(here, '/me/notes', learner)
  assert.match(page, /Курс сейчас закрыт для вас, но заметки остались/)
  const [, remove] = /action="(\/me\/notes\/[\w-]+\/remove)"/.exec(page)!
  assert.equal((await here.request(remove!, { as: learner, form: {} })).status, 303)
  assert.match(await html(here, '/me/notes', learner), /Заметок пока нет/)
})
