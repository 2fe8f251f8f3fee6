// Every page, as everybody who may open it, in three languages, light and dark, on a narrow phone: nobody is kept from using it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { locales } from '#platform/locale.ts'
import { obstacles, openBrowser } from './in-browser.ts'
import { pagesOf } from './pages.ts'
import { worldOf } from './world.ts'

const { school, tab } = await openBrowser()
const roles = ['visitor', 'learner', 'teacher', 'operator', 'privacy-officer', 'support'] as const
const everyWay = locales.flatMap(locale => [false, true].map(dark => ({ locale, dark })))

// One school goes through everything; the four others, whose pages are the same in another look, each language and mode in turn.
const walks = [
  { like: 'mexrontal', ways: everyWay, width: 320 },
  ...['masteryn-quest', 'landscape-photo', 'cloudex-learning', 'webstapero-dev-notes'].map((like, place) => ({ like, ways: [everyWay[place]!, everyWay[5 - place]!], width: place % 2 ? 1280 : 320 })),
]

for (const { like, ways, width } of walks) for (const { locale, dark } of ways) {
  test(`${like}, ${locale}, ${dark ? 'dark' : 'light'}: every page of every role has no obstacle`, async context => {
    const here = await school(like)
    const world = await worldOf(here)
    const found: string[] = []
    let looked = 0
    for (const role of roles) {
      const mine = pagesOf(world).filter(page => page.role === role)
      if (!mine.length) continue
      const { page, context: browser } = await tab(here, { ...mine[0]!.as && { as: mine[0]!.as }, width, dark })
      for (const { at, path } of mine) {
        await page.goto(`/${locale}${path === '/' ? '' : path}`)
        found.push(...(await obstacles(page)).map(obstacle => `${role} ${at}: ${obstacle}`))
        looked++
      }
      await browser.close()
    }
    context.diagnostic(`${looked} pages`)
    assert.deepEqual(found, [])
  })
}
