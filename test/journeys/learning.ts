// Studying: free lesson, lessons with their checks, the test.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Check, Question } from '#school/courses/courses.ts'
import { go } from '../going.ts'
import { follow, heading, press, type School, type Tab } from './house.ts'
import type { Newcomer } from './newcomer.ts'

/** A visitor reads about the course and tries what is free; nothing is asked of them. */
export async function tryOut({ course }: School, { page }: Tab) {
  await page.goto('/ru')
  await go(page, page.getByRole('navigation', { name: 'Разделы' }).or(page.locator('nav.sections')).first().getByRole('link', { name: 'Курсы' }))
  await follow(page, course.title.ru)
  await heading(page, course.title.ru)
  await heading(page, 'Когда курс считается пройденным')
  await follow(page, 'Попробовать первый урок')
  const free = course.modules.flatMap(({ lessons }) => lessons).find(lesson => lesson.free)!
  await heading(page, free.title.ru)
  for (const check of free.checks.slice(0, 1)) await answerCheck(page, check)
  assert.equal(await page.getByRole('button', { name: 'Отметить как пройденный' }).count(), 0, 'a visitor has no progress to keep')
}

/** Chooses the right answer of a check in the text, and reads why. */
async function answerCheck(page: Page, check: Check) {
  const form = page.locator('form').filter({ has: page.getByRole('group', { name: check.text.ru }) })
  if (!await form.count()) return
  assert.equal(await page.getByText(check.explanation.ru).count(), 0, 'the explanation comes after the answer')
  await fill(page, form, check)
  await go(page, form.getByRole('button', { name: 'Проверить', exact: true }))
  await page.getByText(check.explanation.ru).first().waitFor()
}

export async function enrol({ course }: School, { page }: Tab) {
  await page.goto('/ru/courses')
  await follow(page, course.title.ru)
  await press(page, 'Записаться')
  await heading(page, course.title.ru)
}

/** Every lesson: read, its checks answered, marked as done. Half-way somebody goes on in another browser. */
export async function study({ course }: School, tab: Tab, another: () => Promise<Tab>): Promise<Tab> {
  const lessons = course.modules.flatMap(module => module.lessons)
  let { page } = tab
  await follow(page, /^(Начать|Продолжить)$/)
  for (const [index, lesson] of lessons.entries()) {
    await heading(page, lesson.title.ru)
    for (const check of lesson.checks) await answerCheck(page, check)
    if (index === 1) {
      tab = await another()
      page = tab.page
      await follow(page, 'Продолжить')
      await heading(page, lesson.title.ru)
    }
    await press(page, 'Отметить как пройденный')
    await page.getByText('Этот урок отмечен как пройденный.').waitFor()
    if (index + 1 < lessons.length) await follow(page, new RegExp(`^(Следующий урок.*)?${escaped(lessons[index + 1]!.title.ru)}`))
  }
  return tab
}

/** Answers all questions rightly. Until it is handed in, nothing that the browser got may tell what is right. */
export async function takeTest({ course: { test } }: School, { page, context }: Tab, { word }: Newcomer, script: boolean) {
  const got: string[] = []
  const listen = async (response: import('playwright-core').Response) => {
    if (/html|json|javascript|text/.test(response.headers()['content-type'] ?? '')) got.push(await response.text().catch(() => ''))
  }
  await page.goto(page.url().replace(/\/learn\/([^/]+)\/.*/, '/learn/$1'))
  await follow(page, test.title.ru)
  context.on('response', listen)
  await press(page, 'Начать тест')
  for (const [index, question] of test.questions.entries()) {
    await heading(page, `Вопрос ${index + 1} из ${test.questions.length}`)
    const form = page.locator('form.attempt')
    if (question.type === 'short') await keepsWhatIsTyped(page, form, word('answer'), script)
    await fill(page, form, question)
    if (script) await page.getByText('Ответ сохранён.').waitFor()
    if (index === 0) {
      await press(page, 'Отметить, чтобы вернуться')
      await page.getByText('Вопрос отмечен: он будет в обзоре перед сдачей.').waitFor()
    }
    await press(page, index + 1 < test.questions.length ? 'Сохранить и дальше' : 'Сохранить и проверить всё')
  }
  await heading(page, 'Обзор ответов')
  context.off('response', listen)
  assert.deepEqual(tellings(got, test.questions), [])
  await press(page, 'Сдать тест')
  await heading(page, 'Результат: 100 %')
  assert.equal(await page.getByText(test.questions[0]!.explanation.ru).count(), 1, 'now it is told')
}

/** A wrong answer first, and away: what was saved is there on return. */
async function keepsWhatIsTyped(page: Page, form: ReturnType<Page['locator']>, typed: string, script: boolean) {
  const address = page.url()
  await form.getByRole('textbox').fill(typed)
  if (script) await page.getByText('Ответ сохранён.').waitFor()
  else await press(page, /^Сохранить и/)
  await page.goto('/ru/me')
  await page.goto(address)
  assert.equal(await form.getByRole('textbox').inputValue(), typed)
}

function tellings(got: string[], questions: Question[]): string[] {
  const plain = got.map(text => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
  const secrets = questions.flatMap(({ explanation }) => Object.values(explanation))
  return [...secrets.filter(secret => plain.some(text => text.includes(secret))), ...plain.flatMap(text => /"(right|explanation|tolerance|accepted)":/.exec(text)?.[0] ?? [])]
}

type Form = ReturnType<Page['locator']>
type Part = Question | Check

async function fill(page: Page, form: Form, part: Part) {
  switch (part.type) {
    case 'single': case 'multiple':
      for (const { id, text } of part.options) if ([part.right].flat().includes(id)) await form.getByLabel(text.ru, { exact: true }).check()
      return
    case 'numeric': return form.getByRole('textbox').fill(String(part.right).replace('.', ','))
    case 'short': return form.getByRole('textbox').fill(part.right.ru[0]!)
    case 'matching':
      for (const [index, { id }] of part.items.entries()) await form.getByRole('combobox').nth(index).selectOption({ label: part.options.find(option => option.id === part.right[id])!.text.ru })
      return
    case 'ordering':
      for (const [index, id] of part.right.entries()) await form.getByRole('combobox').nth(index).selectOption({ label: part.items.find(item => item.id === id)!.text.ru })
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
