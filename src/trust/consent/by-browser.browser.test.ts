// Cookies ruled by the browser's own settings: cleared, switched off, or refused once for all. Nothing brings them back another way.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { reveal } from '#platform/sealing/sealing.ts'
import { writeVisits } from '#trust/interaction/interaction.ts'
import { noon } from '#test/fixtures.ts'
import { go } from '#test/going.ts'
import { openBrowser } from '#test/in-browser.ts'

const { school, tab, tabWithoutCookies, at, ground } = await openBrowser()

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

test('once analytics are allowed a page tells how long it was read and which item of the menu was pressed, and nothing of what was typed', async () => {
  const here = await school('webstapero-dev-notes')
  const who = await here.learner()
  const { page, complaints } = await tab(here, { as: who })
  await page.goto('/contacts')
  await go(page, page.locator('.ask button[value="all"]'))
  await page.locator('main textarea').first().fill('Канарейка в письме')
  at(new Date(noon.getTime() + 5000))
  await go(page, page.locator('.masthead .sections a[href="/about"]').first())
  const told = async () => {
    await writeVisits(ground.db)
    return here.inside(async ctx => {
      await ctx.keys.fetch([who.id])
      const rows = await reveal(ctx, await ctx.db.selectFrom('interaction.visits').select(['id', 'person', 'page', 'element', 'seconds']).where('person', '=', who.id).execute())
      return rows.filter(row => row.page === '/contacts').map(({ element, seconds }) => ({ element, seconds }))
    })
  }
  let rows = await told()
  for (let tries = 0; tries < 40 && !(rows.length === 2 && rows.some(({ seconds }) => seconds !== null && seconds < 5)); tries++) {
    await new Promise(later => setTimeout(later, 50))
    rows = await told()
  }
  at(noon)
  assert.deepEqual(rows.map(({ element }) => element).sort(), ['/about', null])
  assert.ok(rows.find(({ element }) => element === null)!.seconds! < 5, 'what the browser counted, not what lay between two pages')
  assert.deepEqual(complaints, [])
})
