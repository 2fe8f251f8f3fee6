// What somebody keeps for themselves beside the main job: a note, a rhythm of the week, cards that come back, and what those who teach or look after privacy keep.
import type { Page } from 'playwright-core'
import { go } from '../going.ts'
import { press, type Tab } from './house.ts'
import type { Newcomer } from './newcomer.ts'

/** Beside the lesson that stands open. With script it keeps itself while it is typed. */
export async function writeNote({ page }: Tab, words: string, script: boolean) {
  await page.getByLabel('Моя заметка').fill(`Повторить перед сдачей: ${words}`)
  if (script) return page.getByText(/Сохранено в \d/).waitFor()
  await press(page, 'Сохранить заметку')
  await page.getByText('Заметка сохранена.').waitFor()
}

/** In the evening: two days of the week are meant for learning, and what the lessons asked is to come back. */
export async function planWeekAndCards({ page }: Tab) {
  await page.goto('/ru/me/rhythm')
  for (const day of ['1', '4']) await page.locator(`[name="days"][value="${day}"]`).check()
  await press(page, 'Сохранить план')
  await page.getByText('План на неделю сохранён.').waitFor()
  await page.goto('/ru/me/cards')
  await press(page, 'Включить повторение')
  await page.getByText('Повторение включено.').waitFor()
}

/** On a later day the first card has come back. */
export async function answerCard({ page }: Tab) {
  await page.goto('/ru/me/cards')
  await page.getByText('Показать ответ').click()
  await press(page, /^Вспомнилось/)
  await page.getByText('Ответ записан.').waitFor()
}

/** A teacher's own words for comments, in every language. */
export async function makeSnippet(page: Page, { word }: Newcomer) {
  await page.goto('/ru/teach/snippets')
  const form = page.getByRole('form', { name: 'Новая заготовка' })
  for (const language of ['ru', 'kk', 'en']) await form.locator(`[name="${language}"]`).fill(`Горизонт ${word(`snippet-${language}`)}`)
  await go(page, form.getByRole('button', { name: 'Добавить заготовку' }))
  await page.getByText('Заготовка сохранена.').waitFor()
}

/** An officer's view of the log: its name and what it looks for are theirs. */
export async function keepView(page: Page, { word }: Newcomer) {
  await page.goto(`/ru/privacy-office/audit?subject=${word('view-filter')}`)
  await page.locator('summary', { hasText: 'Сохранить' }).click()
  const form = page.locator('form[action*="/privacy-office/audit/views"]')
  await form.locator('[name="name"]').fill(`Жалоба ${word('view-name')}`)
  await go(page, form.getByRole('button'))
  await page.getByText('Вид сохранён.').waitFor()
}

/** A learner wants to hear when a course takes people again. */
export async function askReminder(page: Page, course: string) {
  await page.goto(`/ru/courses/${course}`)
  await press(page, 'Напомнить мне')
  await page.getByText('Напомним, когда запись откроется.', { exact: true }).waitFor()
}
