// One's own data: seen, taken away, corrected, erased.
import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { unzipped } from '../unzipped.ts'
import { follow, heading, press, until, type School, type Tab } from './house.ts'
import type { Newcomer } from './newcomer.ts'

export async function takeCopy({ manifest }: School, { page }: Tab, { words }: Newcomer): Promise<Record<string, string>> {
  await page.goto('/ru/me/data')
  for (const { what } of manifest.data) assert.ok(await page.locator('#held').getByText(what.ru, { exact: true }).count(), `My data does not name ${what.ru}`)
  await press(page, 'Собрать копию')
  const link = page.getByRole('link', { name: /^Скачать копию/ })
  await until(page, async () => await link.count() > 0, 'the copy')
  const [download] = await Promise.all([page.waitForEvent('download'), link.first().click()])
  const files = await unzipped(await buffer(await download.createReadStream()))
  const whole = Object.values(files).join('\n')
  assert.deepEqual([...words].filter(([, word]) => !whole.includes(word)).map(([use]) => use), [], 'the copy lacks something that was typed')
  return files
}

/** Asks for something in one's own words: it reaches the privacy office with its deadline. The answer is its number. */
export async function ask({ page }: Tab, wish: string): Promise<string> {
  await page.goto('/ru/me/data')
  await page.getByLabel('О чём просите').selectOption({ label: 'Возразить против использования' })
  await page.getByLabel('Своими словами').fill(`Не хочу советов ${wish}`)
  await press(page, 'Отправить запрос')
  await page.getByText('Запрос принят, номер и срок стоят ниже.').waitFor()
  return /№ (\d+)/.exec(await page.locator('#requests').innerText())![1]!
}

export async function correctName({ page }: Tab, name: string) {
  await page.goto('/ru/me/data')
  await follow(page, 'Открыть профиль')
  await page.getByLabel(/^Имя/).fill(name)
  await press(page, 'Сохранить')
  await page.getByText('Сохранено.').waitFor()
  assert.equal(await page.getByLabel(/^Имя/).inputValue(), name)
}

/** Sees what goes and what stays by law and until when, leaves, and gets the proof. */
export async function leave({ page }: Tab) {
  await page.goto('/ru/me/data')
  await follow(page, 'Посмотреть и удалить')
  await heading(page, 'Исчезнет сразу')
  await heading(page, 'Останется по закону')
  assert.match(await page.locator('main').innerText(), /До \d{1,2} [а-я]+ \d{4}/)
  await page.getByLabel(/^Да, удалить всё/).check()
  await press(page, 'Удалить навсегда')
  await until(page, async () => await page.getByText('Удалено и проверено').count() > 0, 'the proof of erasure')
}
