// "Mark as done" and the way back: a toast with script, the same words and button without it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { go } from '#test/going.ts'
import { obstacles, openBrowser } from '#test/in-browser.ts'
import { courseOf, learnerOf, teach } from '#test/taught.ts'

const { school, tab } = await openBrowser()

async function atLesson(script: boolean) {
  const here = await school()
  await teach(here, [courseOf({ modules: [2] })])
  const learner = await learnerOf(here, 'light')
  const opened = await tab(here, { as: learner, script, width: 360 })
  await opened.page.goto('/learn/light/lesson-1')
  return { here, learner, ...opened, toast: opened.page.locator('.toast') }
}

for (const script of [true, false]) test(`a lesson is marked as done and the mark taken back, ${script ? 'with' : 'without'} script, where the reader is`, async () => {
  const { page, toast } = await atLesson(script)
  await go(page, page.getByRole('button', { name: 'Отметить как пройденный' }))
  await toast.getByText('Урок отмечен как пройденный.').waitFor()
  const [seen, next] = await Promise.all([toast, page.getByRole('link', { name: 'Следующий урок' })].map(part => part.boundingBox()))
  for (const box of [seen!, next!]) assert.ok(box.y >= 0 && box.y + box.height <= 800, 'the undo and the next lesson are both in view')
  await go(page, toast.getByRole('button', { name: 'Отменить' }))
  await page.getByRole('button', { name: 'Отметить как пройденный' }).waitFor()
  await go(page, toast.getByRole('button', { name: 'Отменить' }))
  await page.getByText('Этот урок отмечен как пройденный.').waitFor()
  if (script) assert.deepEqual(await obstacles(page), [])
})

test('the toast is one live region that speaks, is put away by Escape, and does not come back with the page', async () => {
  const { page, toast } = await atLesson(true)
  await go(page, page.getByRole('button', { name: 'Отметить как пройденный' }))
  assert.equal(await toast.getByRole('status').count(), 1)
  await toast.getByRole('status').getByText('Урок отмечен как пройденный.').waitFor()
  await page.keyboard.press('Escape')
  await toast.waitFor({ state: 'detached' })
  await page.reload()
  assert.equal(await toast.count(), 0)
})

test('the mark that completed a course is not offered back: the certificate rests on it', async () => {
  const { page, toast } = await atLesson(true)
  for (const lesson of ['lesson-1', 'lesson-2']) {
    await page.goto(`/learn/light/${lesson}`)
    await go(page, page.getByRole('button', { name: 'Отметить как пройденный' }))
  }
  await page.getByText('Этот урок отмечен как пройденный.').waitFor()
  assert.equal(await toast.count(), 0)
  assert.equal(await page.getByRole('button', { name: 'Снять отметку' }).count(), 0)
})
