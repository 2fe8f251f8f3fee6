// Bringing a course in with a browser, on a phone, with and without script.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { go } from '#test/going.ts'
import { obstacles, openBrowser } from '#test/in-browser.ts'
import { smallCourse } from '#test/small-course.ts'
import { folderZipped } from '#test/zipped.ts'

const { school, tab } = await openBrowser()

for (const script of [false, true]) test(`an operator brings a course in on a phone ${script ? 'with' : 'without'} script: first its faults, then its preview, then it is published`, async () => {
  const here = await school()
  const operator = await here.staff('operator')
  const slug = `light-${randomBytes(4).toString('hex')}`
  const { page, complaints } = await tab(here, { as: operator, script, width: 320 })
  const send = async (files: Iterable<[string, string]>) => {
    await page.getByLabel('Архив курса (zip)').setInputFiles({ name: 'course.zip', mimeType: 'application/zip', buffer: folderZipped(slug, files) })
    await go(page, page.getByRole('button', { name: 'Проверить и принять' }))
  }
  await page.goto('/office/courses')
  await go(page, page.getByRole('link', { name: 'Принять курс (zip)' }))
  await go(page, page.getByRole('button', { name: 'Проверить и принять' }))
  assert.match(await page.locator('#course-file-problem').innerText(), /Выберите zip-архив курса/)
  await send(smallCourse({ 'course.yaml': text => text.replace('hours: 1', 'hours: many'), 'test.yaml': null }).files)
  assert.match(await page.getByRole('alert').innerText(), /Курс не принят, ничего не изменилось\. Замечаний: 2\./)
  const table = page.getByRole('table', { name: 'Что исправить' })
  assert.match(await table.innerText(), new RegExp(`${slug}/course\\.yaml[\\s\\S]*6[\\s\\S]*8[\\s\\S]*ожидается число[\\s\\S]*Нет файла test\\.yaml`))
  if (script) assert.deepEqual(await obstacles(page), [])
  await send(smallCourse().files)
  assert.match(page.url(), new RegExp(`/office/courses/${slug}/preview`))
  await page.getByText('Курс принят и ждёт публикации').waitFor()
  if (script) assert.deepEqual(await obstacles(page), [])
  await go(page, page.getByRole('link', { name: 'К публикации' }))
  await go(page, page.locator(`#${slug}`).getByRole('button', { name: 'Опубликовать' }))
  await page.goto(`/courses/${slug}`)
  await page.getByRole('heading', { level: 1, name: 'Свет' }).waitFor()
  assert.deepEqual(complaints.filter(words => !words.includes('422')), [])
})
