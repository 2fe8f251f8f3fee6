// The first pages of the schools: each in its own manner, and none of them closed to anybody.
import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { test } from 'node:test'
import { frontOf, type Front } from '#platform/ui/ui.ts'
import { obstacles, openBrowser } from '#test/in-browser.ts'
import { slugs, readSite } from '../../../site.ts'

const { school, tab } = await openBrowser()

/** What stands first on the page of each manner. */
const marks: Record<Exclude<Front, 'plain'>, string> = { route: '.field-map .route-map', pictures: '.photograph.bleed img', desk: '.figures', shelves: '.shelves', notes: '.notebook .index' }

test('each school opens in a manner of its own, usable by everyone at 320 pixels, light and dark, in three languages', async () => {
  const found: string[] = []
  const manners = new Set<string>()
  for (const slug of slugs()) {
    const here = await school(slug)
    const front = frontOf(readSite(slug, false).settings.theme)
    manners.add(front)
    for (const [locale, dark] of [['ru', false], ['kk', true], ['en', false]] as const) {
      const { page, context, complaints } = await tab(here, { width: 320, dark })
      await page.goto(`/${locale}`)
      assert.equal(await page.locator('h1').count(), 1)
      for (const [other, mark] of Object.entries(marks)) assert.equal(await page.locator(mark).count() > 0, other === front, `${slug}: ${mark}`)
      found.push(...(await obstacles(page)).map(obstacle => `${slug} ${locale} ${obstacle}`), ...complaints)
      await context.close()
    }
  }
  assert.deepEqual(found, [])
  assert.equal(manners.size, slugs().length)
})

test('the promises a school stresses are in its policy, and its home page shows each with what the last check found', async () => {
  for (const slug of slugs()) {
    const here = await school(slug)
    const { stresses } = readSite(slug, false).settings
    assert.ok(stresses.length >= 3, slug)
    const page = await (await here.request('/')).text()
    for (const id of stresses) {
      const promised = here.policy.promises.find(promise => promise.id === id)
      assert.ok(promised, `${slug} promises no "${id}"`)
      assert.ok(page.includes(`href="/trust/${id}"`))
    }
  }
})

test('pictures of a school have words, a line of exposure and a newer format, and a home page of pictures stays light', async () => {
  for (const { settings } of slugs().map(slug => readSite(slug, false))) {
    for (const { file, widths, exposure } of settings.pictures) {
      assert.match(exposure ?? '', /^f\/\d+ · \S+ · ISO \d+$/)
      for (const width of widths) assert.ok(statSync(`${settings.folder}/pictures/${file}-${width}.avif`).size < 120_000)
    }
  }
})
