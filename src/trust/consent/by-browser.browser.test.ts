// Cookies ruled by the browser's own settings: cleared, switched off, or refused once for all. Nothing brings them back another way.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { go } from '#test/going.ts'
import { openBrowser } from '#test/in-browser.ts'

const { school, tab, tabWithoutCookies } = await openBrowser()

/** What a page can keep in a browser besides cookies. */
const kept = (page: Page) => page.evaluate(async () => ({
  local: localStorage.length, session: sessionStorage.length, databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length, workers: (await navigator.serviceWorker.getRegistrations()).length,
}))
const nothing = { local: 0, session: 0, databases: 0, caches: 0, workers: 0 }

test('MX-063 cookies cleared in the browser come back by no other storage, and the school asks anew', async () => {
  const here = await school('mexrontal')
  const { page, context } = await tab(here)
  await page.goto('/kk/courses')
  await go(page, page.locator('.ask button[value="all"]'))
  await page.goto('/kk/courses')
  assert.equal(await page.locator('.ask').count(), 0)
  assert.ok((await context.cookies()).some(({ name }) => name.endsWith('language')), 'it was allowed to remember the language')
  assert.deepEqual(await kept(page), nothing)
  await context.clearCookies()
  await page.goto('/')
  assert.equal(await page.locator('.ask').count(), 1, 'it asks anew')
  assert.equal(await page.locator('html').getAttribute('lang'), 'ru', 'and has forgotten the language')
  assert.deepEqual(await context.cookies(), [])
})

test('MX-063 a browser without cookies reads the school, and one that refuses by itself is not asked', async () => {
  const here = await school('mexrontal')
  const { page } = await tabWithoutCookies(here, { script: true })
  for (const path of ['/', '/courses', '/privacy', '/trust']) assert.equal((await page.goto(path))!.status(), 200, path)
  const refusing = await tab(here)
  await refusing.context.setExtraHTTPHeaders({ 'sec-gpc': '1' })
  await refusing.page.goto('/kk/courses')
  assert.equal(await refusing.page.locator('.ask').count(), 0)
  assert.deepEqual(await refusing.context.cookies(), [])
  assert.deepEqual(await kept(refusing.page), nothing)
})
