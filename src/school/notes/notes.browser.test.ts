// Writing a note in a real browser: it keeps itself, survives a lost connection, and two windows do not write over each other.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { go } from '#test/going.ts'
import { obstacles, openBrowser } from '#test/in-browser.ts'
import { courseOf, learnerOf, teach } from '#test/taught.ts'

const { school, tab } = await openBrowser()

async function atLesson({ script = true, width = 1280 } = {}) {
  const here = await school()
  await teach(here, [courseOf({ modules: [2] })])
  const learner = await learnerOf(here, 'light')
  const opened = await tab(here, { as: learner, script, width })
  await opened.page.goto('/learn/light/lesson-1')
  return { here, learner, ...opened, note: opened.page.getByLabel('Моя заметка') }
}

test('a note keeps itself while it is typed, and is there on another device', async () => {
  const { here, learner, page, note, complaints } = await atLesson()
  await note.fill('Свет сбоку')
  await page.getByText(/Сохранено в \d/).waitFor()
  const other = await tab(here, { as: learner, script: false })
  await other.page.goto('/learn/light/lesson-1')
  assert.equal(await other.page.getByLabel('Моя заметка').inputValue(), 'Свет сбоку')
  assert.deepEqual(complaints, [])
})

test('without a connection the text stays: a banner says so, the tab brings it back, and it is kept when the connection returns', async () => {
  const { page, context, note } = await atLesson()
  await context.setOffline(true)
  await note.fill('Не потерять')
  const banner = page.getByText('Заметка не сохранилась: нет связи')
  await banner.waitFor()
  await page.getByRole('button', { name: 'Сохранить ещё раз' }).click()
  await banner.waitFor()
  await context.setOffline(false)
  await page.getByText(/Сохранено в \d/).waitFor()
  await context.setOffline(true)
  await note.fill('Не потерять и второй раз')
  await banner.waitFor()
  await page.route('**/note', route => route.abort()) // still unreachable when the page itself is read again
  await context.setOffline(false)
  await page.reload()
  assert.equal(await page.getByLabel('Моя заметка').inputValue(), 'Не потерять и второй раз')
  await banner.waitFor()
  await page.unroute('**/note')
  await page.getByRole('button', { name: 'Сохранить ещё раз' }).click()
  await page.getByText(/Сохранено в \d/).waitFor()
  await page.reload()
  assert.equal(await page.getByLabel('Моя заметка').inputValue(), 'Не потерять и второй раз')
})

test('two windows: the second is shown what the first has kept, and keeps both', async () => {
  const { context, page, note } = await atLesson()
  const second = await context.newPage()
  await second.goto('/learn/light/lesson-1')
  await note.fill('Первое окно')
  await page.getByText(/Сохранено в \d/).waitFor()
  await second.getByLabel('Моя заметка').fill('Второе окно')
  await second.getByText('изменили в другом окне').waitFor()
  await second.getByText('Первое окно', { exact: true }).waitFor()
  await second.getByRole('button', { name: 'Сохранить оба' }).click()
  await second.getByText(/Сохранено в \d/).waitFor()
  await page.reload()
  assert.equal(await note.inputValue(), 'Первое окно\n\nВторое окно')
})

test('without script a button keeps the note; on a phone nothing stands in the way, in each language', async () => {
  const { here, learner, page, note } = await atLesson({ script: false, width: 320 })
  await note.fill('Кнопкой')
  await go(page, page.getByRole('button', { name: 'Сохранить заметку' }))
  await page.getByText('Заметка сохранена.').waitFor()
  assert.equal(await note.inputValue(), 'Кнопкой')
  const phone = await tab(here, { as: learner, width: 320 })
  for (const path of ['/kk/me/notes', '/ru/me/notes?search=кноп', '/en/learn/light/lesson-1']) {
    await phone.page.goto(path)
    assert.deepEqual(await obstacles(phone.page), [], path)
  }
})
