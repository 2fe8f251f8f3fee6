// The player in a real browser: nothing before it is played, by keyboard, and what one sees when it does not play.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCourseFolder } from '#school/courses/courses.ts'
import { obstacles, openBrowser } from '#test/in-browser.ts'
import { filmedCourse } from '#test/small-video.ts'
import { teach } from '#test/taught.ts'

const { school, tab } = await openBrowser()
const at = '/learn/small/side'

test('a video is fetched when it is played, and is played, stopped and wound by keyboard', async () => {
  const here = await school()
  await teach(here, [readCourseFolder(filmedCourse())])
  const { page, complaints } = await tab(here)
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).pathname))
  await page.goto(at)
  assert.deepEqual(asked.filter(path => path.endsWith('.webm')), [])
  const video = page.locator('video')
  await video.focus()
  await page.keyboard.press('Space')
  await page.waitForFunction(() => { const { currentTime, paused } = document.querySelector('video')!; return !paused && currentTime > 0 })
  assert.ok(asked.some(path => path.endsWith('/media/day.webm')))
  await page.keyboard.press('Space')
  assert.equal(await video.evaluate((each: HTMLVideoElement) => each.paused), true)
  const before = await video.evaluate((each: HTMLVideoElement) => each.currentTime)
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(time => document.querySelector('video')!.currentTime > time, before)
  assert.equal(await video.evaluate((each: HTMLVideoElement) => [...each.textTracks].filter(({ mode }) => mode === 'showing').map(({ language }) => language).join()), 'ru')
  assert.deepEqual(complaints, [])
})

test('a video that does not play says so, opens its words and leaves the file and the school in reach; without script they stand there anyway', async () => {
  const here = await school()
  await teach(here, [readCourseFolder(filmedCourse())])
  const { page } = await tab(here, { width: 360 })
  await page.route('**/*.webm*', route => route.abort())
  await page.goto(at)
  assert.equal(await page.getByText('Не удалось проиграть').isVisible(), false)
  await page.locator('video').focus()
  await page.keyboard.press('Space')
  await page.getByText('Не удалось проиграть').waitFor()
  assert.ok(await page.getByText('Слова ru.').isVisible())
  assert.deepEqual(await obstacles(page), [])
  const { page: plain } = await tab(here, { script: false, width: 360 })
  await plain.goto(at)
  await plain.getByText('То же словами').click()
  assert.ok(await plain.getByText('Слова ru.').isVisible())
  assert.ok(await plain.getByRole('link', { name: /Скачать файл/ }).isVisible())
})
