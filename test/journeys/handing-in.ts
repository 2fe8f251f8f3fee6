// The work: handed in, reviewed with marks and words, returned, handed in again, accepted.
import assert from 'node:assert/strict'
import exifr from 'exifr'
import { buffer } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { tellingPhoto } from '../classroom.ts'
import { go } from '../going.ts'
import { follow, heading, press, until, type School, type Tab } from './house.ts'

/** Sends the work as its kind asks; in all of them the learner's own words go along, in the file's name and in the camera's too. */
export async function handIn({ course: { assignment } }: School, { page }: Tab, words: string) {
  if (assignment.kind === 'text' || assignment.kind === 'code') await page.getByLabel(/^Ваш (текст|код)/).fill(`Первая строка\n${words}\nТретья строка`)
  else {
    const file = assignment.kind === 'photo'
      ? { name: `${words}.jpg`, mimeType: 'image/jpeg', buffer: await tellingPhoto(`Z ${words}`) }
      : { name: `${words}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`Работа ${words}`) }
    await page.getByLabel('Сообщение преподавателю').fill(`Вот работа ${words}`)
    const described = page.getByLabel('Что изображено')
    if (await described.count()) await described.fill(`Берег ${words}`)
    const camera = page.locator('input[name="keep"]')
    if (await camera.count()) await camera.check()
    await page.locator('input[type="file"]').setInputFiles(file)
  }
  await press(page, 'Отправить преподавателю')
  await page.getByText('Работа отправлена. Мы сообщим, когда преподаватель ответит.').waitFor()
}

export async function openAssignment({ course: { assignment } }: School, { page }: Tab) {
  await page.goto(page.url().replace(/\/learn\/([^/?]+).*/, '/learn/$1'))
  await follow(page, assignment.title.ru)
  await heading(page, assignment.title.ru)
}

/** By the notice that a work has come in, to the desk. */
async function toDesk(page: Page, name: string) {
  await follow(page, 'Проверка работ')
  await follow(page, new RegExp(name))
  await press(page, 'Закрепить за собой')
}

const menu = (page: Page) => page.getByRole('button', { name: /^(Учётная запись|Аккаунт|Кабинет)/ }).first().click()

type Verdict = { outcome: 'return' | 'accept'; note: string; words: string; name: string }

export async function review({ course: { assignment } }: School, { page }: Tab, { outcome, note, words, name }: Verdict, script: boolean) {
  await page.goto(`${new URL(page.url()).origin}/ru/me`)
  await menu(page)
  await toDesk(page, name)
  if (assignment.kind === 'photo') await pin(page, script)
  else {
    await page.getByLabel('С какой строки').first().fill('1')
    await page.getByLabel('По какую строку').first().fill('1')
  }
  const form = page.getByRole('form', { name: 'Новая пометка' })
  await form.getByLabel('Что здесь и что попробовать').fill(note)
  await go(page, form.getByRole('button', { name: 'Добавить пометку' }))
  await page.getByText('Пометка сохранена.').waitFor()
  for (const criterion of assignment.criteria) {
    const group = page.getByRole('group', { name: criterion.title.ru })
    await group.getByRole('radio').nth(outcome === 'accept' ? criterion.levels.length - 1 : 0).check()
    const comment = group.getByRole('textbox')
    if (!await comment.isVisible()) await group.locator('summary').click()
    await comment.fill(`${words} ${criterion.title.ru}`)
  }
  await page.getByLabel('В целом').fill(words)
  await press(page, outcome === 'accept' ? 'Принять работу' : 'Вернуть с разбором')
  await page.getByText(outcome === 'accept' ? 'Работа принята.' : 'Разбор отправлен, работа возвращена.').first().waitFor()
}

async function pin(page: Page, script: boolean) {
  if (!script) {
    await page.getByRole('button', { name: 'Нажмите место на снимке' }).click({ position: { x: 160, y: 100 } })
    await page.waitForURL(/at\.x=/)
    return
  }
  const board = page.locator('.pin-board [role="group"]')
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.pin-board img')!.complete)
  const box = (await board.locator('img').boundingBox())!
  await board.locator('svg').click({ position: { x: box.width / 4, y: box.height / 2 } })
}

/** A notice leads to what was said; the learner reads it and answers. */
export async function readFeedback({ page }: Tab, { note, words, what }: { note: string; words: string; what: RegExp }, answer?: string) {
  await page.goto(`${new URL(page.url()).origin}/ru/notices`)
  const open = page.getByRole('button', { name: what }).first()
  await until(page, async () => await open.count() > 0, `a notice ${what}`)
  await go(page, open)
  await page.getByText(note).first().waitFor()
  await page.getByText(words, { exact: true }).first().waitFor()
  if (!answer) return
  await page.getByLabel('Ваш ответ').last().fill(answer)
  await press(page, 'Ответить')
  await page.getByText('Ответ записан.').waitFor()
}

/** The photo as a teacher downloads it tells neither the place nor the camera's number nor the owner. */
export async function photoIsSilent({ page }: Tab) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Скачать файл' }).first().click()])
  const bytes = await buffer(await download.createReadStream())
  assert.deepEqual(telling(bytes), [])
  assert.equal(await exifr.gps(bytes), undefined)
}

/** What the test's photo bears that must not be kept. */
export const telling = (bytes: Buffer) => ['CANARY0SERIAL', 'Canary Artist', 'Canary Owner'].filter(trace => bytes.includes(trace))
