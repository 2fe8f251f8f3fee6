// A sitting with cards: by keyboard alone, and without script.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { go } from '#test/going.ts'
import { answerCheck } from '#school/assessment/assessment.ts'
import { obstacles, openBrowser } from '#test/in-browser.ts'
import { courseOf, learnerOf, teach } from '#test/taught.ts'
import { turnCards } from './cards.ts'

const { school, tab } = await openBrowser()

async function sitting(script: boolean) {
  const here = await school()
  await teach(here, [courseOf({ modules: [1] })])
  const learner = await learnerOf(here, 'light')
  const checks: { id: string; asked: { options: { id: string }[] } }[] = await here.inside(async ({ db }) => (await db.selectFrom('courses.lessons').select('checks').where('slug', '=', 'lesson-1').executeTakeFirstOrThrow()).checks)
  const early = { ...learner.ctx, now: new Date(learner.ctx.now.getTime() - 30 * 86_400_000) }
  for (const { id, asked } of checks) await answerCheck(early, { run: learner.run, lesson: 'lesson-1', question: id, answer: [asked.options?.[0]?.id ?? '1'] })
  await turnCards(learner.ctx, { on: true })
  const opened = await tab(here, { as: learner, script, width: 320 })
  await opened.page.goto('/me/cards')
  return { ...opened, cards: checks.length }
}

test('all cards are answered from the keyboard, the last answer is taken back, and every face is free of obstacles', async () => {
  const { page, cards, complaints } = await sitting(true)
  for (let card = 0; card < cards; card++) {
    await page.getByText('Показать ответ').waitFor()
    assert.equal(await page.getByText('Верный ответ').isVisible(), false)
    await page.keyboard.press('Enter')
    await page.getByText('Верный ответ').waitFor()
    if (card === 0) assert.deepEqual(await obstacles(page), [])
    await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Digit3')])
  }
  await page.getByText('На сегодня всё').waitFor()
  assert.deepEqual(await obstacles(page), [])
  await go(page, page.getByRole('button', { name: 'Отменить' }))
  await page.getByText('Ответ отменён: карточка снова перед вами.').waitFor()
  assert.deepEqual(complaints, [])
})

test('without script a card opens, is answered by a button, and the answer is taken back', async () => {
  const { page } = await sitting(false)
  await page.getByText('Показать ответ').click()
  await go(page, page.getByRole('button', { name: /^Вспомнилось/ }))
  await page.locator('.toast').getByText('Ответ записан.').waitFor()
  await go(page, page.locator('.toast').getByRole('button', { name: 'Отменить' }))
  await page.getByText('Показать ответ').waitFor()
})
