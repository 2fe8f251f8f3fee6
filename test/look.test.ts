// How pages look and feel, in a real browser, under the content policy, without a database.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { chromium, type Page } from 'playwright-core'
import { locales } from '#platform/locale.ts'
import { parts } from '#platform/ui/gallery/gallery.tsx'
import { looks, themes } from '#platform/ui/themes.ts'
import { violations } from './axe.ts'
import { chromiumPath } from './chromium.ts'
import { serveGallery } from './gallery-server.tsx'

const { address, close } = await serveGallery()
const browser = await chromium.launch({ executablePath: chromiumPath()!, args: ['--no-sandbox'] })
after(async () => { await browser.close(); close() })

/** Opens pages one after another in one tab, and gives what the browser complained about. */
async function visit<R>(paths: string[], look: (page: Page, path: string) => Promise<R>, options: { width?: number; dark?: boolean; script?: boolean } = {}) {
  const { width = 1280, dark = false, script = true } = options
  // The content policy stays on for the page; only axe itself has to be let in.
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: dark ? 'dark' : 'light', bypassCSP: false, javaScriptEnabled: script })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => { if (message.type() === 'error') complaints.push(message.text()) })
  const seen: R[] = []
  for (const path of paths) {
    await page.goto(address + path, { waitUntil: 'load' })
    seen.push(await look(page, path))
  }
  await context.close()
  return { seen, complaints }
}

const violationsAt = async (page: Page, path: string) => (await violations(page)).map(found => `${path} ${found}`)

test('every part has a face for each language and mode, as wide as the narrowest phone, and each face is accessible', async () => {
  const faces = parts.flatMap(({ key }, place) => locales.flatMap((locale, at) => (['light', 'dark'] as const).filter((_, mode) => (place + at + mode) % 3 === 0).map(mode => `/core/${locale}/gallery/${key}/${mode}`)))
  const { seen, complaints } = await visit(faces, async (page, path) => [...await violationsAt(page, path), ...await page.evaluate(path => document.documentElement.scrollWidth > 320 ? [`${path} is wider than 320`] : [], path)], { width: 320 })
  assert.deepEqual(seen.flat(), [])
  assert.deepEqual(complaints, [])
  await visit(['/core/kk/gallery/button'], async page => {
    const frames = await page.locator('iframe').evaluateAll(all => all.map(frame => `${(frame as HTMLIFrameElement).clientWidth} ${frame.getAttribute('src')}`))
    assert.deepEqual(frames, ['light', 'dark'].flatMap(mode => locales.map(locale => `320 /${locale}/gallery/button/${mode}`)))
  })
})

const everyLanguage = (theme: string, what: string) => locales.map(locale => `/${theme}/${locale}/${what}`)

for (const [mode, dark] of [['light', false], ['dark', true]] as const) {
  test(`every component is accessible in three languages on a narrow ${mode} screen`, async () => {
    const { seen, complaints } = await visit(everyLanguage('core', 'gallery'), violationsAt, { width: 320, dark })
    assert.deepEqual(seen.flat(), [])
    assert.deepEqual(complaints, [])
  })

  test(`every other look is accessible in ${mode}, also with a refused form`, async () => {
    const paths = themes.filter((_, place) => place % 2 === Number(dark)).flatMap(theme => [`/${theme}/kk/failed`, `/${theme}/ru/course`]) // every other look in each mode; the long tests see all pages of all
    assert.deepEqual((await visit(paths, violationsAt, { dark })).seen.flat(), [])
  })
}

test('a page that is not accessible is noticed', async () => {
  const { seen } = await visit(['/core/en/gallery'], async (page, path) => {
    await page.evaluate(() => document.querySelector('label')!.removeAttribute('for'))
    return violationsAt(page, path)
  })
  assert.match(seen[0]!.join(), /label/)
})

test('the longest word of a title stays on one line on a narrow screen, in every look', async () => {
  for (const width of [320, 360]) {
    const { seen } = await visit(themes.map(theme => `/${theme}/ru/course`), (page, path) => page.evaluate(path => {
      const title = document.querySelector('h1')!
      title.textContent = 'Политика конфиденциальности'
      const word = document.createRange()
      word.setStart(title.firstChild!, 9)
      word.setEnd(title.firstChild!, 27)
      return word.getClientRects().length > 1 ? [path] : []
    }, path), { width })
    assert.deepEqual(seen.flat(), [], `${width}`)
  }
})

test('nothing scrolls sideways at 320 pixels, in any look or language', async () => {
  const paths = themes.flatMap(theme => ['gallery', 'failed', 'course', '404'].flatMap(what => everyLanguage(theme, what)))
  const { seen } = await visit(paths, (page, path) => page.evaluate(path => {
    const wide = [...document.querySelectorAll('body *')].filter(each => !each.closest('.table, .code, .masthead .motif, .skip') && each.getBoundingClientRect().right > 321)
    return document.documentElement.scrollWidth > 320 ? [`${path} ${document.documentElement.scrollWidth} ${wide.slice(0, 3).map(each => each.className)}`] : []
  }, path), { width: 320 })
  assert.deepEqual(seen.flat(), [])
})

test('every Kazakh letter is drawn by the typeface of the look, not by a stand-in', async () => {
  const { seen } = await visit(themes.map(theme => `/${theme}/kk/gallery`), page => page.evaluate(async families => {
    const context = document.createElement('canvas').getContext('2d')!
    const strange: string[] = []
    for (const [family, weight] of families) {
      await document.fonts.load(`${weight} 64px "${family}"`, 'әӘ қазақша абв')
      for (const letter of 'әғқңөұүһіӘҒҚҢӨҰҮҺІ') {
        const widths = ['monospace', 'serif', 'cursive'].map(last => { context.font = `${weight} 64px "${family}", ${last}`; return context.measureText(letter).width })
        if (new Set(widths).size > 1) strange.push(`${family} ${letter}`)
      }
    }
    return strange
  }, [[getFamily(page, 'heading'), 400], [getFamily(page, 'body'), 400], [getFamily(page, 'body'), 700]] as [string, number][]))
  assert.deepEqual(seen.flat(), [])
})

const getFamily = (page: Page, kind: 'heading' | 'body') => looks[new URL(page.url()).pathname.split('/')[1] as keyof typeof looks][kind]

test('a letter that the typeface lacks is noticed', async () => {
  const { seen } = await visit(['/core/kk/gallery'], page => page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')!
    return ['monospace', 'serif'].map(last => { context.font = `64px "Onest", ${last}`; return context.measureText('ჟ').width })
  }))
  assert.notEqual(seen[0]![0], seen[0]![1])
})

test('no page carries an inline style or script', async () => {
  const { seen } = await visit(themes.flatMap(theme => [`/${theme}/ru/gallery`, `/${theme}/ru/failed`, `/${theme}/ru/500`]), page => page.evaluate(() =>
    [...document.querySelectorAll('[style], style, script:not([src]), [onclick], [onload]')].map(each => each.outerHTML.slice(0, 80))))
  assert.deepEqual(seen.flat(), [])
})

test('what is pressed is large enough: 44 pixels for buttons and choices on a phone, 24 for the rest', async () => {
  const { seen } = await visit(['/core/ru/gallery', '/notebook/kk/gallery', '/ledger/en/gallery'], async page => {
    await page.locator('.menu summary').click()
    return page.evaluate(() => [...document.querySelectorAll<HTMLElement>('a, button, summary, select, input:not([type=hidden]), .choice')].filter(each => each.checkVisibility() && !each.closest('.skip')).flatMap(each => {
      const { width, height } = each.getBoundingClientRect()
      const inText = getComputedStyle(each).display === 'inline' || each.closest('.choice, .whole') !== null && !each.matches('.choice')
      const least = each.matches('.button, .choice, .sections a, .languages a, summary, .tabs a, select') ? 44 : 24
      return !inText && (height < least || width < Math.min(least, 40)) ? [`${least} ${each.outerHTML.slice(0, 90)} ${width}x${height}`] : []
    }))
  }, { width: 360 })
  assert.deepEqual(seen.flat(), [])
})

test('the sections open on a phone without any script, and the summary of a refused form has the focus', async () => {
  await visit(['/azure/kk/course'], async page => {
    assert.equal(await page.locator('.sections').first().isVisible(), false)
    await page.locator('.menu summary').click()
    assert.equal(await page.locator('.sections').first().isVisible(), true)
  }, { width: 360, script: false })
  const { seen } = await visit(['/azure/kk/failed'], page => page.evaluate(() => document.activeElement?.className))
  assert.match(seen[0]!, /notice bad/)
})

test('the menu of the person opens under its button and closes by Escape', async () => {
  await visit(['/dusk/ru/course'], async page => {
    const menu = page.locator('#account-menu')
    assert.equal(await menu.isVisible(), false)
    await page.locator('.account > button').click()
    assert.equal(await menu.isVisible(), true)
    const [button, opened] = [await page.locator('.account > button').boundingBox(), await menu.boundingBox()]
    assert.ok(opened!.y >= button!.y + button!.height && opened!.x + opened!.width <= 1280)
    await page.keyboard.press('Escape')
    assert.equal(await menu.isVisible(), false)
  })
})

test('what has the focus is never hidden and always ringed', async () => {
  const { seen } = await visit(['/ledger/ru/course'], async page => {
    const faults: string[] = []
    for (let step = 0; step < 25; step++) {
      await page.keyboard.press('Tab')
      faults.push(...await page.evaluate(() => {
        const each = document.activeElement as HTMLElement
        const { left, top, width, height } = each.getBoundingClientRect()
        const atop = document.elementFromPoint(left + width / 2, top + height / 2)
        const ringed = Number.parseFloat(getComputedStyle(each).outlineWidth) >= 3
        return each === document.body || (ringed && (each.contains(atop) || atop?.contains(each))) ? [] : [each.outerHTML.slice(0, 80)]
      }))
    }
    return faults
  })
  assert.deepEqual(seen.flat(), [])
})

test('a page weighs little: fonts at most 60 KB, all at most 120 KB', async () => {
  const { seen } = await visit(themes.flatMap(theme => [`/${theme}/ru/404`, `/${theme}/kk/404`]), async (page, path) => {
    await page.evaluate(() => document.fonts.ready)
    return page.evaluate(path => {
      const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
      const fonts = loaded.filter(({ name }) => name.endsWith('.woff2')).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
      const all = loaded.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) + (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).encodedBodySize
      return fonts > 60 * 1024 || all > 120 * 1024 ? [`${path} fonts ${fonts}, all ${all}`] : []
    }, path)
  })
  assert.deepEqual(seen.flat(), [])
})

test('nothing moves when the fonts arrive late', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
  await context.route('**/*.woff2', async route => { await new Promise(late => setTimeout(late, 600)); await route.continue() })
  const page = await context.newPage()
  for (const theme of themes) {
    await page.goto(`${address}/${theme}/ru/course`, { waitUntil: 'load' })
    await page.evaluate(() => document.fonts.ready)
    const moved = await page.evaluate(() => new Promise<number>(tell => {
      let sum = 0
      new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += (entry as any).value }).observe({ type: 'layout-shift', buffered: true })
      setTimeout(() => tell(sum), 100)
    }))
    assert.ok(moved < 0.1, `${theme} ${moved}`) // what Core Web Vitals call good
  }
  await context.close()
})

test('the system’s wishes are heard: more contrast, its own colours, no motion, paper', async () => {
  const shown = (page: Page, selector: string, property: string) => page.locator(selector).first().evaluate((each, property) => getComputedStyle(each).getPropertyValue(property), property)
  await visit(['/dusk/ru/gallery'], async page => {
    const quiet = await shown(page, '.row .quiet', 'color')
    await page.emulateMedia({ contrast: 'more' })
    await page.evaluate(() => Promise.all(document.getAnimations().map(each => each.finished))) // colours go over to the new ones in a moment
    assert.notEqual(await shown(page, '.row .quiet', 'color'), quiet)
    assert.deepEqual((await violations(page, ['wcag2aaa'])).filter(found => found.startsWith('color-contrast')), [])
    await page.emulateMedia({ contrast: null, forcedColors: 'active' })
    for (const each of ['.button.primary', '.chip.kept', '.tag.hi', '.card', '.notice.bad', '.choice', '.switch', '.avatar']) assert.match(await shown(page, each, 'border'), /^[1-9]/, each)
    assert.notEqual(await shown(page, '.switch[aria-checked=true] .track', 'background-color'), await shown(page, '.switch[aria-checked=false] .track', 'background-color'))
    assert.notEqual(await shown(page, '.progress .done', 'fill'), await shown(page, '.progress rect:not(.done)', 'fill'))
    await page.emulateMedia({ forcedColors: null, reducedMotion: 'reduce' })
    assert.match(await shown(page, '.button', 'transition'), /none|0s/)
    await page.emulateMedia({ reducedMotion: null, media: 'print' })
    for (const gone of ['.ask', '.sections', '.bar', '.actions', '.opens-dialog']) assert.equal(await page.locator(gone).first().isVisible(), false, gone)
    assert.deepEqual([await shown(page, '.seal', 'color'), await shown(page, 'html', 'background-color')], ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
    assert.ok(await page.locator('.disclosure p').first().isVisible(), 'what is closed on the screen is open on paper')
  })
})

test('a password may be looked at with script, and is a plain field without', async () => {
  const { complaints } = await visit(['/azure/ru/gallery'], async page => {
    const field = page.locator('[name=password]')
    await field.fill('long enough 1')
    await page.getByRole('button', { name: 'Показать' }).click()
    assert.equal(await field.getAttribute('type'), 'text')
    assert.equal(await field.inputValue(), 'long enough 1')
    await page.getByRole('button', { name: 'Скрыть' }).click()
    assert.equal(await field.getAttribute('type'), 'password')
  })
  assert.deepEqual(complaints, [])
  await visit(['/azure/ru/gallery'], async page => {
    assert.equal(await page.locator('[name=password]').getAttribute('type'), 'password')
    assert.equal(await page.getByText('Показать').count(), 0)
  }, { script: false })
})

test('a question is seen at first sight, has equal answers, and never covers what has the focus', async () => {
  for (const width of [320, 1280]) {
    const { seen } = await visit(['/ledger/kk/course'], async page => {
      const boxes = await Promise.all((await page.locator('.answers > *').all()).map(answer => answer.boundingBox()))
      assert.equal(new Set(boxes.map(box => `${Math.round(box!.height)}`)).size, 1)
      assert.ok(boxes.every(box => box!.y + box!.height < 600), JSON.stringify(boxes))
      const covered: string[] = []
      for (let step = 0; step < 40; step++) {
        await page.keyboard.press('Tab')
        covered.push(...await page.evaluate(() => {
          const each = document.activeElement!
          const ask = document.querySelector('.ask')!
          const [{ top, bottom }, over] = [each.getBoundingClientRect(), ask.getBoundingClientRect()]
          return ask.contains(each) || each === document.body || bottom <= over.top + 1 || top >= over.bottom - 1 ? [] : [each.outerHTML.slice(0, 80)]
        }))
      }
      return covered
    }, { width })
    assert.deepEqual(seen.flat(), [])
  }
})
