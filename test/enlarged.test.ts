// Text twice as large, as somebody sets it in their browser: on the main pages of each role none of it is cut, lies over other text, or leaves the page.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { layOut } from './axe.ts'
import { openBrowser } from './in-browser.ts'
import { lookThrough } from './main-pages.ts'

const { school, tabWith } = await openBrowser()
const twiceAsLarge = { webkit: { webprefs: { default_font_size: 32 } } }

/** Every piece of text that is shown, and what is wrong with where it stands. */
const lost = (page: Page) => page.evaluate(() => {
  type Piece = { words: string; box: DOMRect; within: Element }
  const { documentElement: root } = document
  const unseen = (one: Element) => !one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || one.closest('svg, select, noscript, .skip')
  const forEars = (one: Element) => { for (let each: Element | null = one; each; each = each.parentElement) if (getComputedStyle(each).clipPath === 'inset(50%)') return true; return false }
  const scrolls = (one: Element) => { for (let each: Element | null = one; each && each !== root; each = each.parentElement) if (/auto|scroll/.test(getComputedStyle(each).overflowX) && each.scrollWidth > each.clientWidth) return true; return false }
  const floats = (one: Element) => { for (let each: Element | null = one; each; each = each.parentElement) if (/fixed|sticky/.test(getComputedStyle(each).position)) return true; return false }
  const pieces: Piece[] = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const within = texts.currentNode.parentElement!
    const words = texts.currentNode.textContent!.replace(/\s+/g, ' ').trim()
    if (!words || unseen(within) || forEars(within)) continue
    const range = document.createRange()
    range.selectNodeContents(texts.currentNode)
    for (const box of range.getClientRects()) if (box.width > 1) pieces.push({ words: words.slice(0, 40), box, within })
  }
  const faults = new Set<string>()
  if (root.scrollWidth > root.clientWidth) faults.add(`the page is ${root.scrollWidth} wide in a window of ${root.clientWidth}`)
  for (const { words, box, within } of pieces) {
    if ((box.right > root.clientWidth + 1 || box.left < -1) && !scrolls(within)) faults.add(`leaves the page: "${words}"`)
    for (let each: Element | null = within; each && each !== document.body; each = each.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(each)
      const frame = each.getBoundingClientRect()
      const across = /hidden|clip/.test(overflowX) && (box.right > frame.right + 1 || box.left < frame.left - 1)
      const down = /hidden|clip/.test(overflowY) && (box.bottom > frame.bottom + box.height / 4 || box.top < frame.top - box.height / 4)
      if (across || down) faults.add(`cut by .${each.getAttribute('class')}: "${words}"`)
    }
  }
  // What floats over a page is for the test of the focus.
  const flat = pieces.filter(({ within }) => !floats(within)).sort((one, other) => one.box.top - other.box.top)
  for (const [at, { words, box }] of flat.entries()) for (const below of flat.slice(at + 1)) {
    if (below.box.top >= box.bottom) break
    const wide = Math.min(box.right, below.box.right) - Math.max(box.left, below.box.left)
    const high = Math.min(box.bottom, below.box.bottom) - below.box.top
    if (wide > 2 && high > 0.35 * Math.min(box.height, below.box.height)) faults.add(`"${words}" lies over "${below.words}"`)
  }
  for (const one of document.querySelectorAll('select')) {
    const { font, paddingLeft, paddingRight } = getComputedStyle(one)
    const brush = document.createElement('canvas').getContext('2d')!
    brush.font = font
    const words = one.selectedOptions[0]?.text ?? ''
    if (one.checkVisibility() && brush.measureText(words).width > one.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) + 1) faults.add(`cut by its select: "${words}"`)
  }
  return [...faults]
})

// 640 pixels of text twice as large are 320 of ordinary text, and as little as a page ever gets.
for (const width of [1280, 640]) {
  test(`text of 200 % loses nothing in a window of ${width} pixels`, async () => {
    const here = await school()
    const found = await lookThrough(here, async as => (await tabWith(twiceAsLarge, here, { ...as && { as }, width })).page, async page => {
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '32px')
      await page.evaluate(() => { for (const each of document.querySelectorAll('details')) each.open = true })
      await layOut(page)
      return lost(page)
    })
    assert.deepEqual(found, [])
  })
}

test('on the narrowest phone text of 200 % leaves a page of the office, of the officer and of a guest whole: nothing beside, every table readable', async () => {
  const here = await school()
  const visits = [['operator', '/office', '/office/people', '/office/courses'], ['privacy-officer', '/privacy-office', '/privacy-office/audit'], [undefined, '/sign-in', '/privacy']] as const
  for (const [role, ...paths] of visits) {
    const { page } = await tabWith(twiceAsLarge, here, { ...role && { as: await here.staff(role) }, width: 320 })
    for (const path of paths) {
      await page.goto(path)
      await layOut(page)
      assert.deepEqual(await lost(page), [], path)
      assert.ok(await page.evaluate(() => [...document.querySelectorAll('td')].every(cell => cell.clientWidth === 0 || cell.clientWidth > 150)), path)
      assert.ok(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.querySelector('h1')!).fontSize) >= Number.parseFloat(getComputedStyle(document.querySelector('.lead') ?? document.body).fontSize)), `${path}: the heading is not smaller than what stands under it`)
    }
  }
})

test('a word that is cut, a line that runs out of the page and one that lies over another are noticed', async () => {
  const here = await school()
  const { page } = await tabWith(twiceAsLarge, here, { width: 640 })
  await page.goto('/kk/sign-in')
  assert.deepEqual(await lost(page), [])
  await page.evaluate(() => {
    for (const name of ['box', 'line', 'over']) for (const [at, words] of [`${name} ${'ә'.repeat(60)}`, `second of ${name}`].entries()) {
      const each = document.createElement('p')
      each.className = `${name} ${name}-${at}`
      each.textContent = words
      document.querySelector('main')!.append(each)
    }
    const style = new CSSStyleSheet()
    style.replaceSync('.box { overflow: hidden; white-space: nowrap; width: 5rem; } .line-0 { white-space: nowrap; } .over-1 { margin-top: -3rem; }')
    document.adoptedStyleSheets = [style]
  })
  const found = (await lost(page)).join('\n')
  for (const fault of [/cut by \.box box-0: "box/, /leaves the page: "line/, /"over .* lies over "second of over"/, /the page is \d+ wide/]) assert.match(found, fault)
})
