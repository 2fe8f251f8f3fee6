// The gradebook in a real browser: what stays in sight, what a phone makes of it, and the file without script.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { assignTeacher } from '#school/courses/courses.ts'
import { enrol } from '#school/enrolment/enrolment.ts'
import { obstacles, openBrowser } from '#test/in-browser.ts'
import { courseOf, teach } from '#test/taught.ts'

const { school, tab } = await openBrowser()

test('heads and names stay in sight while the rest moves; on a phone each learner is a card; the file comes without script', async () => {
  const here = await school()
  await teach(here, [courseOf({ modules: [1, 1, 1, 1, 1, 1, 1, 1] })])
  const teacher = await here.staff('teacher')
  await here.inside(ctx => assignTeacher(ctx, { run: 'light', person: teacher.id }))
  for (let each = 10; each < 30; each++) await enrol((await here.member('learner', { name: `Имя${each}` })).ctx, { course: 'light' })
  const { page } = await tab(here, { as: teacher })
  await page.setViewportSize({ width: 900, height: 600 })
  await page.goto('/teach/progress/light')
  const table = page.locator('.sticks')
  await table.evaluate(node => { node.scrollTo(300, 500) })
  const corner = await table.boundingBox()
  const [head, name] = [await page.locator('thead th').first().boundingBox(), await page.locator('tbody th').nth(12).boundingBox()]
  assert.deepEqual([Math.abs(head!.y - corner!.y) <= 2, Math.abs(name!.x - corner!.x) <= 2], [true, true])
  await page.setViewportSize({ width: 320, height: 700 })
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true)
  assert.equal(await page.locator('tbody tr').first().evaluate(row => getComputedStyle(row).display), 'block')
  assert.deepEqual(await obstacles(page), [])
  const { page: plain } = await tab(here, { as: teacher, script: false })
  await plain.goto('/teach/progress/light')
  await plain.getByRole('link', { name: 'Скачать таблицу' }).click()
  await plain.getByRole('button', { name: 'Скачать файл' }).click()
  await plain.getByText('Для чего нужен файл').first().waitFor()
  assert.equal(await plain.locator('[aria-invalid=true]').count(), 1, 'without a purpose the form says which field it misses')
  await plain.getByLabel('Для чего нужен файл').selectOption({ label: 'подготовка к занятиям' })
  const [file] = await Promise.all([plain.waitForEvent('download'), plain.getByRole('button', { name: 'Скачать файл' }).click()])
  assert.equal(readFileSync(await file.path(), 'utf8').trim().split('\r\n').length, 21)
})
