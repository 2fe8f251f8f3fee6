// By keyboard through the main pages of each role: what has the focus is ringed, in sight, and under nothing that sticks to the screen.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser } from './in-browser.ts'
import { lookThrough } from './main-pages.ts'

const { school, tab } = await openBrowser()

/** Tabs from the top to the end of the page, and says of each stop what is wrong with it. */
async function walk(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (let step = 0; step < 160; step++) {
    await page.keyboard.press('Tab')
    const seen = await page.evaluate(() => {
      const each = document.activeElement
      if (!each || each === document.body || each.hasAttribute('data-stop')) return 'end'
      each.setAttribute('data-stop', '')
      const named = `${each.tagName} ${each.className} "${each.textContent?.trim().slice(0, 40)}"`
      const ring = [each, each.closest('.choice'), each.closest('.marks-switch')].some(one => one && Number.parseFloat(getComputedStyle(one).outlineWidth) >= 2 && getComputedStyle(one).outlineStyle !== 'none')
      if (!ring) return `no ring: ${named}`
      const { left, top, right, bottom } = each.getBoundingClientRect()
      if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) return `out of sight: ${named}`
      const over = [...document.querySelectorAll<HTMLElement>('body *')].filter(one => /^(fixed|sticky)$/.test(getComputedStyle(one).position) && one.checkVisibility() && !one.contains(each) && !each.contains(one)).find(one => {
        const bar = one.getBoundingClientRect()
        if (bottom - top > innerHeight / 2) return bar.top <= Math.max(0, top) && bar.bottom >= Math.min(innerHeight, bottom) // too tall to stand in sight whole
        return Math.min(right, bar.right) - Math.max(left, bar.left) > 2 && Math.min(bottom, bar.bottom) - Math.max(top, bar.top) > 2
      })
      return over ? `under .${over.className}: ${named}` : ''
    })
    if (seen === 'end') break
    if (seen) faults.push(seen)
  }
  return faults
}

for (const width of [1280, 360]) {
  test(`nothing that has the focus is without a ring, out of sight or under a bar, at ${width} pixels`, async () => {
    const here = await school()
    const found = await lookThrough(here, async as => {
      const { page } = await tab(here, { ...as && { as }, width })
      await page.emulateMedia({ reducedMotion: 'reduce' })
      return page
    }, walk)
    assert.deepEqual(found, [])
  })
}

test('a bar over what has the focus, and a link without a ring, are noticed', async () => {
  const here = await school()
  const { page } = await tab(here)
  await page.goto('/courses')
  await page.evaluate(() => {
    const bar = document.createElement('div')
    bar.className = 'over-all'
    document.body.append(bar)
    const style = new CSSStyleSheet()
    style.replaceSync('.over-all { position: fixed; inset: 0; } .brand:focus-visible { outline: none; }')
    document.adoptedStyleSheets = [style]
  })
  const found = (await walk(page)).join('\n')
  assert.match(found, /no ring: A brand/)
  assert.match(found, /under \.over-all/)
})
