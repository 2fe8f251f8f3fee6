// The desk at work: keys, a draft that keeps itself, and two teachers at one work.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { classroom, sendFile, sentWork } from '#test/classroom.ts'
import type { Member } from '#test/fixtures.ts'
import { openBrowser } from '#test/in-browser.ts'
import { keepSnippet } from '../assignments.ts'

const { asAdmin, school, tab } = await openBrowser()
const here = await school()

async function at(who: Member, path: string, work: (page: Page) => Promise<void>) {
  const { page, context, complaints } = await tab(here, { as: who })
  await page.goto(path)
  await work(page)
  await context.close()
  assert.deepEqual(complaints, [])
}
const reviewOf = async (work: string) => (await asAdmin(client => client.query('select r.points, r.given_at, r.words is not null as written from assignments.reviews r join assignments.takes t on t.id = r.take where t.work = $1', [work]))).rows as { points: number; given_at: Date | null; written: boolean }[]
const chosen = (page: Page) => page.locator('.criterion input:checked').evaluateAll(all => all.map(each => `${(each as HTMLInputElement).name} ${(each as HTMLInputElement).value}`))

test('levels are chosen by digits, the sum follows, and what was written is kept by itself', async () => {
  const room = await classroom(here, 'text')
  const { work } = await sentWork(room)
  await at(room.teacher, `/teach/submissions/${work}`, async page => {
    await page.locator('.desk-keys summary').waitFor()
    await page.keyboard.press('3')
    await page.keyboard.press('Tab')
    await page.locator('[name="level-words"]').first().focus()
    await page.keyboard.press('1')
    assert.deepEqual(await chosen(page), ['level-light 4', 'level-words 0'])
    assert.match((await page.locator('.desk-keys .total').textContent())!, /Итого 4 из 6, 67 %/)
    await page.fill('#review-words', 'Свет найден')
    await page.locator('.desk-keys [role="status"]', { hasText: 'Черновик сохранён' }).waitFor({ timeout: 15_000 })
    await page.reload()
    assert.equal(await page.inputValue('#review-words'), 'Свет найден')
    assert.deepEqual(await chosen(page), ['level-light 4', 'level-words 0'])
  })
  assert.deepEqual(await reviewOf(work), [{ points: 4, given_at: null, written: true }])
})

test('keys are left alone while something is typed and when they are switched off, and lead to the works before and after', async () => {
  const room = await classroom(here, 'text')
  const first = await sentWork(room)
  const second = await sentWork({ run: room.run, learner: await room.another() })
  await at(room.teacher, `/teach/submissions/${first.work}`, async page => {
    await page.locator('.desk-keys summary').waitFor()
    await page.locator('#review-words').pressSequentially('2 j')
    assert.deepEqual([await page.inputValue('#review-words'), await chosen(page), page.url().endsWith(first.work)], ['2 j', [], true])
    await page.locator('.desk-review h2').click()
    await page.keyboard.press('?')
    await page.locator('.key-list input').uncheck()
    await page.keyboard.press('2')
    assert.deepEqual(await chosen(page), [])
    await page.locator('.key-list input').check()
    await page.locator('.desk-review h2').click()
    await page.keyboard.press('j')
    await page.waitForURL(new RegExp(second.work))
    await page.locator('.desk-keys details:not([hidden])').waitFor({ state: 'attached' })
    await page.keyboard.press('k')
    await page.waitForURL(new RegExp(first.work))
    assert.equal(await page.inputValue('#review-words'), '2 j', 'leaving the page has kept it')
  })
})

test('digits walk down the criteria to the words, and a second thought about one stays there', async () => {
  const room = await classroom(here, 'text')
  const { work } = await sentWork(room)
  await at(room.teacher, `/teach/submissions/${work}`, async page => {
    await page.locator('.desk-keys details:not([hidden])').waitFor({ state: 'attached' })
    const focused = () => page.evaluate(() => (document.activeElement as HTMLInputElement).name)
    await page.keyboard.press('2')
    assert.equal(await focused(), 'level-words')
    await page.keyboard.press('2')
    assert.equal(await focused(), 'words')
    await page.locator('[name="level-light"]').first().focus()
    await page.keyboard.press('3')
    assert.equal(await focused(), 'level-light')
    assert.deepEqual(await chosen(page), ['level-light 4', 'level-words 2'])
  })
})

test('a mark is placed, written and added by keys alone, and the next one begins where this one ended', async () => {
  const room = await classroom(here, 'photo')
  await sendFile(here, room.learner, room.run, { words: 'Свет', file: await sharp({ create: { width: 320, height: 200, channels: 3, background: '#777' } }).jpeg().toBuffer() })
  const { rows: [row] } = await asAdmin(client => client.query('select id from assignments.works where person = $1', [room.learner.id]))
  await at(room.teacher, `/teach/submissions/${row.id}`, async page => {
    await page.locator('.desk-keys details:not([hidden])').waitFor({ state: 'attached' })
    await page.keyboard.press('a')
    for (const key of ['ArrowRight', 'Shift+ArrowDown', 'Enter']) await page.keyboard.press(key)
    await page.keyboard.type('Светлое пятно')
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/note-kept/)
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'new-note-place')
    assert.match((await page.locator('.notes').textContent())!, /Светлое пятно/)
    const place = await page.locator('.marked .mark:not(.new) circle').evaluate(mark => {
      const { width, height } = (mark as SVGCircleElement).ownerSVGElement!.viewBox.baseVal
      return [Number(mark.getAttribute('cx')) / width, Number(mark.getAttribute('cy')) / height].map(part => Math.round(part * 100))
    })
    assert.deepEqual(place, [51, 55])
  })
})

test('a note added while a review is being written loses none of it', async () => {
  const room = await classroom(here, 'text')
  const { work } = await sentWork(room)
  await at(room.teacher, `/teach/submissions/${work}`, async page => {
    await page.locator('.desk-keys summary').waitFor()
    await page.fill('#review-words', 'Половина мысли')
    for (const name of ['from', 'to']) await page.fill(`#new-note [name="${name}"]`, '1')
    await page.fill('#new-note textarea', 'Здесь')
    await page.click('#new-note button')
    await page.waitForURL(/note-kept/)
    assert.equal(await page.inputValue('#review-words'), 'Половина мысли')
  })
})

test('a click puts a snippet where the cursor stands, and the draft keeps it by itself', async () => {
  const room = await classroom(here, 'text')
  const { work } = await sentWork(room)
  await keepSnippet(room.teacher.ctx, { ru: 'Свет найден точно.', kk: 'Жарық дәл табылған.' })
  await at(room.teacher, `/teach/submissions/${work}`, async page => {
    await page.locator('summary', { hasText: 'Мои заготовки' }).click()
    const stock = page.locator('.snippets')
    await stock.locator('button').first().waitFor()
    assert.match((await stock.locator('[role="status"]').textContent())!, /«В целом»/)
    await page.fill('#review-words', 'Начало\nконец')
    await page.locator('#review-words').evaluate(field => (field as HTMLTextAreaElement).setSelectionRange(6, 6))
    await stock.getByText('Свет найден точно.').click()
    assert.equal(await page.inputValue('#review-words'), 'Начало\nСвет найден точно.\nконец')
    await page.locator('#new-note textarea').focus()
    await stock.getByText('Жарық дәл табылған.').press('Enter')
    assert.equal(await page.inputValue('#new-note textarea'), 'Жарық дәл табылған.')
    await page.locator('.desk-keys [role="status"]', { hasText: 'Черновик сохранён' }).waitFor({ timeout: 15_000 })
  })
  assert.equal((await reviewOf(work))[0]!.written, true)
})

test('the histogram tells how the tones of a photo are spread: half black and half white is half and half', async () => {
  const room = await classroom(here, 'photo')
  const white = await sharp({ create: { width: 320, height: 100, channels: 3, background: '#fff' } }).png().toBuffer()
  const file = await sharp({ create: { width: 320, height: 200, channels: 3, background: '#000' } }).composite([{ input: white, top: 0, left: 0 }]).jpeg({ quality: 100 }).toBuffer()
  await sendFile(here, room.learner, room.run, { words: 'Половина на половину', file })
  const { rows: [row] } = await asAdmin(client => client.query('select id from assignments.works where person = $1', [room.learner.id]))
  await at(room.teacher, `/teach/submissions/${row.id}`, async page => {
    await page.locator('.histogram svg rect').first().waitFor({ state: 'attached' })
    const [, dark, middle, light] = /Тени (\d+) %, средние тона (-?\d+) %, света (\d+) %/.exec((await page.locator('.histogram figcaption').textContent())!)!.map(Number)
    assert.ok(Math.abs(dark! - 50) <= 2 && Math.abs(light! - 50) <= 2 && middle! <= 3, `${dark} ${middle} ${light}`)
  })
})
