// What every page weighs on the wire, counted in a browser that has never been here, and whom it asks.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { locales } from '#platform/locale.ts'
import { createSites } from '../src/app.ts'
import { frontDesk } from '../src/front-desk.ts'
import type { Site } from '../src/site.ts'
import { budgetOf, type Budget } from './budgets.ts'
import { noon } from './fixtures.ts'
import { openBrowser, served } from './in-browser.ts'
import { pagesOf } from './pages.ts'
import { worldOf } from './world.ts'

const { ground, sites, school, tab } = await openBrowser()

type Counted = { all: number; script: number; fonts: number; pictures: number; requests: number; hosts: Set<string> }

/** Opens an address with an empty cache and counts what arrives, headers and all, in kilobytes. */
async function weigh(page: Page, address: string): Promise<Counted> {
  const counted: Counted = { all: 0, script: 0, fonts: 0, pictures: 0, requests: 0, hosts: new Set() }
  const cdp = await page.context().newCDPSession(page)
  const kinds = new Map<string, string>()
  await cdp.send('Network.enable')
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
  cdp.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (response.url.startsWith('data:')) return
    kinds.set(requestId, type)
    counted.hosts.add(new URL(response.url).host)
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    if (!kind) return
    const kilobytes = encodedDataLength / 1024
    counted.all += kilobytes
    counted.requests++
    if (kind === 'Script') counted.script += kilobytes
    if (kind === 'Font') counted.fonts += kilobytes
    if (kind === 'Image') counted.pictures++
  })
  const awaited = new Set<string>()
  cdp.on('Network.requestWillBeSent', ({ requestId }) => { awaited.add(requestId) })
  for (const end of ['Network.loadingFinished', 'Network.loadingFailed'] as const) cdp.on(end, ({ requestId }: { requestId: string }) => { awaited.delete(requestId) })
  await page.goto(address)
  await page.evaluate(() => document.fonts.ready.then(() => new Promise(drawn => requestAnimationFrame(drawn))))
  for (let tries = 0; awaited.size && tries < 40; tries++) await new Promise(later => setTimeout(later, 25))
  await cdp.detach()
  return counted
}

/** What of it is more than its budget allows. */
const tooMuch = (counted: Counted, budget: Budget) =>
  (['all', 'script', 'fonts', 'requests'] as const).flatMap(kind => counted[kind] > budget[kind] ? [`${kind} ${counted[kind].toFixed(1)}, not ${budget[kind]}`] : [])

for (const [like, locale, roles] of [['mexrontal', 'ru', ['visitor', 'learner', 'teacher', 'operator', 'privacy-officer', 'support']], ['landscape-photo', 'kk', ['visitor', 'learner']]] as const) {
  test(`every page of ${like} keeps its budget, and asks nobody but its own school`, async context => {
    const here = await school(like)
    const world = await worldOf(here)
    const heavy: string[] = []
    let most = { at: '', all: 0 }
    for (const role of roles) {
      const mine = pagesOf(world).filter(page => page.role === role)
      const { page } = await tab(here, { ...mine[0]?.as && { as: mine[0].as }, width: 390 })
      for (const { at, path } of mine) {
        const counted = await weigh(page, `/${locale}${path === '/' ? '' : path}`)
        const budget = budgetOf(at, { pictures: counted.pictures > 1, photographs: like === 'landscape-photo' })
        if (counted.all > most.all) most = { at, all: counted.all }
        heavy.push(...tooMuch(counted, budget).map(words => `${role} ${at}: ${words}`))
        for (const host of counted.hosts) if (host !== new URL(here.home).host) heavy.push(`${role} ${at}: asks ${host}`)
      }
    }
    context.diagnostic(`the heaviest is ${most.at}, ${Math.round(most.all)} KB`)
    assert.deepEqual(heavy, [])
  })
}

test('the first page of a demonstration, every look on one page, weighs no more than the front of one school', async context => {
  const own = new Map<string, Site>()
  for (const like of readdirSync('sites')) {
    const { host } = (await school(like)).address
    own.set(host, sites.get(host)!)
  }
  const port = await served(createSites(ground, own, () => noon, [], { demo: true, desk: frontDesk({ ground, sites: own, now: () => noon, folder: { path: 'data/test', mode: 'demo' } }) }))
  const { page } = await tab({ home: `http://localhost:${port}` }, { width: 390 })
  for (const locale of locales) {
    const counted = await weigh(page, `/${locale}`)
    context.diagnostic(`${locale}: ${Math.round(counted.all)} KB, of which fonts ${Math.round(counted.fonts)}`)
    assert.equal(new Set(await page.locator('.school h2').evaluateAll(names => names.map(name => getComputedStyle(name).fontFamily))).size, own.size, 'each school in a face of its own')
    assert.deepEqual([tooMuch(counted, budgetOf('/', { pictures: true })), [...counted.hosts]], [[], [`localhost:${port}`]], locale)
  }
})
