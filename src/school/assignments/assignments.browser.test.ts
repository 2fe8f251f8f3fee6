// The desk and the upload as people meet them: with script and without, in a real browser, under the content policy.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { violations, wcag } from '#test/axe.ts'
import { classroom, sendFile, tellingPhoto } from '#test/classroom.ts'
import type { Member } from '#test/fixtures.ts'
import { openBrowser } from '#test/in-browser.ts'
import { reviewWork } from './assignments.ts'

const { asAdmin, school, tab } = await openBrowser()
const here = await school()

async function as(who: Member, look: (page: Page, complaints: string[]) => Promise<void>, { script = true, width = 1280 } = {}) {
  const { page, context, complaints } = await tab(here, { as: who, script, width })
  await look(page, complaints)
  await context.close()
}
const rows = (sql: string, ...values: unknown[]) => asAdmin(client => client.query(sql, values)).then(({ rows }) => rows as Record<string, any>[])

async function photoOnDesk() {
  const room = await classroom(here, 'photo')
  await sendFile(here, room.learner, room.run, { words: 'Солнце слева', described: 'Берег на рассвете', file: await tellingPhoto() })
  const [row] = await rows('select id from assignments.works where person = $1', room.learner.id)
  return { ...room, work: row!.id as string }
}

test('with script a mark is put by a click, moved by arrow keys, and stands where it was put', async () => {
  const { work, teacher, learner } = await photoOnDesk()
  await as(teacher, async (page, complaints) => {
    await page.goto(`/teach/submissions/${work}`)
    const board = page.locator('.pin-board [role="group"]')
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.pin-board img')!.complete)
    const box = (await board.locator('img').boundingBox())!
    // A mouse clicks whole pixels: half a percent is as near as it gets.
    const stands = async (...expected: number[]) => {
      for (const [index, name] of ['x', 'y'].entries()) assert.ok(Math.abs(Number(await page.inputValue(`input[name="${name}"]`)) - expected[index]!) < 0.5, name)
    }
    await board.locator('svg').click({ position: { x: box.width * 0.25, y: box.height * 0.5 } })
    await stands(25, 50)
    await board.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowUp')
    await stands(26, 45)
    await page.locator('#new-note textarea').fill('Горизонт завален')
    await page.locator('#new-note button').click()
    await page.waitForURL(/said=assignments\.note-kept/)
    assert.equal(await page.locator('.marked .mark').count(), 2, 'the one kept, and the next to be placed')
    assert.deepEqual(complaints, [])
  })
  await reviewWork(teacher.ctx, { work, outcome: 'return', words: 'Хорошо', levels: { light: 2, words: 2 }, comments: {} })
  const { versions } = await (await here.request(`/api/v1/works/${work}`, { as: learner })).json() as any
  assert.match(versions[0].annotations[0].target.selector.value, /^xywh=percent:2[56](\.\d)?,4[45](\.\d)?,0,0$/)
})

test('without script a click on the photo says where the mark goes, and typing does too', async () => {
  const { work, teacher } = await photoOnDesk()
  await as(teacher, async page => {
    await page.goto(`/teach/submissions/${work}`)
    const box = (await page.locator('.mark-here input[type="image"]').boundingBox())!
    assert.equal(Math.round(box.width), 640)
    await page.locator('.mark-here input[type="image"]').click({ position: { x: 160, y: 100 } })
    await page.waitForURL(/at\.x=160/)
    assert.deepEqual([await page.inputValue('input[name="x"]'), await page.inputValue('input[name="y"]')], ['25', '25'])
    await page.fill('input[name="y"]', '40,5')
    await page.fill('#new-note textarea', 'Небо без деталей')
    await page.click('#new-note button')
    await page.waitForURL(/note-kept/)
    assert.equal(await page.locator('.notes > li').count(), 1)
    assert.ok((await page.locator('.notes').textContent())!.includes('Небо без деталей'))
  }, { script: false })
})

test('with script a large photo is sent in pieces, goes on after a broken line, and the form carries only its number', async () => {
  const { run, learner } = await classroom(here, 'photo')
  const file = `data/test/large-${randomBytes(4).toString('hex')}.png`
  await writeFile(file, await sharp(randomBytes(1300 * 1000 * 3), { raw: { width: 1300, height: 1000, channels: 3 } }).png({ compressionLevel: 0 }).toBuffer())
  await as(learner, async (page, complaints) => {
    await page.goto(`/learn/${run}/assignment`)
    let pieces = 0
    await page.route('**/uploads/*', async route => {
      if (route.request().method() === 'PATCH' && ++pieces === 3) await route.abort('connectionreset')
      else await route.continue()
    })
    await page.setInputFiles('input[type="file"]', file)
    await page.locator('.field button.secondary').click() // goes on
    await page.locator('input[name="upload"]').waitFor({ state: 'attached' })
    assert.ok(pieces >= 5, `${pieces} pieces`)
    await page.fill('textarea[name="words"]', 'Снято утром')
    const [request] = await Promise.all([page.waitForRequest(/assignment\/file$/), page.locator('#send button.primary').click()])
    assert.equal(request.method(), 'POST')
    await page.waitForURL(/was-sent/)
    assert.equal(complaints.filter(text => !/ERR_CONNECTION_RESET/.test(text)).length, 0, complaints.join())
  })
  const [take] = await rows('select f.bytes, t.file from assignments.takes t join assignments.works w on w.id = t.work join files.files f on f.id = t.file where w.person = $1', learner.id)
  assert.ok(Number(take!.bytes) > 3_000_000)
})

test('without script the same form sends the photo', async () => {
  const { run, learner } = await classroom(here, 'photo')
  const file = `data/test/small-${randomBytes(4).toString('hex')}.jpg`
  await writeFile(file, await tellingPhoto())
  await as(learner, async page => {
    await page.goto(`/learn/${run}/assignment`)
    await page.setInputFiles('input[type="file"]', file)
    await page.fill('textarea[name="words"]', 'Снято вечером')
    await page.click('#send button.primary')
    await page.waitForURL(/was-sent/)
    assert.ok(await page.locator('.marked img').evaluate(() => true))
  }, { script: false })
})

test('the task, the queue, the desk and the feedback pass axe, on a desktop and at 320 pixels', async () => {
  const { run, work, teacher, learner } = await photoOnDesk()
  for (const width of [1280, 320]) await as(teacher, async page => {
    for (const path of ['/teach', `/teach/submissions/${work}`]) {
      await page.goto(path)
      assert.deepEqual(await violations(page, wcag), [], `${path} at ${width}`)
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} at ${width} scrolls sideways`)
    }
  }, { width })
  await here.request(`/teach/submissions/${work}/notes`, { as: teacher, form: { x: '10', y: '10', words: 'Свет' } })
  await reviewWork(teacher.ctx, { work, outcome: 'return', words: 'Хорошо', levels: { light: 2, words: 2 }, comments: {} })
  for (const width of [1280, 320]) await as(learner, async page => {
    await page.goto(`/kk/learn/${run}/assignment`)
    assert.deepEqual(await violations(page), [], `feedback at ${width}`)
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `feedback at ${width} scrolls sideways`)
  }, { width })
})
