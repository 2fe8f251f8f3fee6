// The first page of somebody who has chosen nothing: two questions, three courses and why, nothing kept.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { courseOf, learnerOf, teach } from '#test/taught.ts'

const { school, asAdmin } = await openTestDatabases()
const html = async (here: School, path: string, as: Member) => (await here.request(path, { as })).text()
const titled = (slug: string, level: 'beginner' | 'intermediate' | 'advanced', lessons: number) => courseOf({ slug, modules: [lessons], more: { level, title: { ru: `Курс ${slug}`, kk: `${slug} курсы`, en: `Course ${slug}` } } })
const suggested = (page: string) => [...page.matchAll(/href="\/courses\/([\w-]+)"/g)].map(([, slug]) => slug)

async function newcomer() {
  const here = await school()
  await teach(here, [titled('deep', 'advanced', 1), titled('middle', 'intermediate', 1), titled('first', 'beginner', 1), titled('second', 'beginner', 1)])
  return { here, learner: await here.learner() }
}

test('an empty account is asked two questions, or goes straight to the catalogue', async () => {
  const { here, learner } = await newcomer()
  const page = await html(here, '/me', learner)
  assert.match(page, /Насколько тема вам знакома\?[\s\S]*Сколько времени вы готовы отдать курсу\?[\s\S]*href="\/courses"[\s\S]*Пропустить и открыть каталог/)
  assert.deepEqual(suggested(page), [])
  assert.match(await html(here, '/me?choose=on&level=beginner', learner), /Ответьте, пожалуйста, на оба вопроса/)
})

test('two answers give three courses, the fitting ones first, each with what it was chosen by', async () => {
  const { here, learner } = await newcomer()
  const page = await html(here, '/me?choose=on&level=beginner&length=short', learner)
  assert.deepEqual(suggested(page), ['first', 'second', 'middle'])
  assert.match(page, /начальный уровень, как вы ответили[\s\S]*как вы хотели[\s\S]*есть на языке этой страницы[\s\S]*средний уровень, рядом с вашим ответом/)
  assert.equal(suggested(await html(here, '/me?choose=on&level=advanced&length=short', learner))[0], 'deep')
  assert.match(await html(here, '/me?choose=on&level=beginner&length=long', learner), /вы ответили: «Больше десяти часов»/)
})

test('the same answers give everybody the same courses, and nothing of them is kept', async () => {
  const { here, learner } = await newcomer()
  const address = '/me?choose=on&level=intermediate&length=medium'
  const rows = async () => (await asAdmin(client => client.query(`select (select count(*) from audit.entries where site = $1)::int + (select count(*) from enrolment.enrolments where site = $1)::int + (select count(*) from catalogue.starts where site = $1)::int as n`, [here.slug]))).rows[0].n
  const before = await rows()
  assert.deepEqual(suggested(await html(here, address, learner)), suggested(await html(here, address, await here.learner())))
  assert.equal(await rows(), before)
})

test('whoever has a course is asked nothing, and neither is staff', async () => {
  const { here } = await newcomer()
  for (const who of [await learnerOf(here, 'first'), await here.staff('teacher')]) assert.doesNotMatch(await html(here, '/me', who), /Насколько тема вам знакома/)
})
