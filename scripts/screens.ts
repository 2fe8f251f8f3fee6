// Pictures of every screen of a running demonstration, as each of its people sees it, to be looked at:
//   npm run screens -- <folder> [--at http://localhost:3000] [--site slug,…] [--role key,…] [--lang ru,kk,en] [--mode light,dark] [--width 360,1280]
// One picture of each route that a person's links lead to, and a sheet of all of them for each person.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser, type Page } from 'playwright-core'
import sharp from 'sharp'
import { routes, demoRoutes } from '../src/product.ts'
import { chromiumPath } from '../test/chromium.ts'

const { values, positionals: [folder] } = parseArgs({
  allowPositionals: true,
  options: {
    at: { type: 'string', default: 'http://localhost:3000' },
    site: { type: 'string', default: 'masteryn-quest,landscape-photo,mexrontal,cloudex-learning,webstapero-dev-notes' },
    role: { type: 'string', default: 'visitor,learner,learner-two,teacher,operator,privacy-officer,support' },
    lang: { type: 'string', default: 'ru,kk,en' }, mode: { type: 'string', default: 'light,dark' }, width: { type: 'string', default: '360,1280' },
  },
})
if (!folder) { console.error('Name a folder for the pictures: npm run screens -- <folder>'); process.exit(1) }
const at = new URL(values.at)
const listed = (text: string) => text.split(',')

/** How many pages that answer the same route are worth a picture. */
const PER_ROUTE = 1
/** A page that is longer is cut: what matters of it has been seen. */
const TALLEST = 6000

const patterns = [...routes, ...demoRoutes(() => [])].filter(route => route.kind === 'page')
  .map(({ path }) => ({ path, fits: new RegExp(`^${path.replace(/:[a-z]+(\{[^}]*\})?/gi, '[^/]+')}$`) }))
const routeOf = (path: string) => patterns.find(({ fits }) => fits.test(path) || fits.test(path.replace(/^\/(ru|kk|en)(?=\/|$)/, '') || '/'))?.path ?? path

const browser = await chromium.launch({ executablePath: chromiumPath()!, args: ['--no-sandbox', '--host-resolver-rules=MAP *.localhost 127.0.0.1'] })
for (const site of listed(values.site)) for (const lang of listed(values.lang)) for (const mode of listed(values.mode)) for (const width of listed(values.width)) {
  for (const role of listed(values.role)) await pictures(browser, { site, lang, mode, width: Number(width), role })
}
await browser.close()

type Walk = { site: string; lang: string; mode: string; width: number; role: string }

/** Follows the links one of these people meets, and keeps a picture of each kind of page. */
async function pictures(browser: Browser, walk: Walk): Promise<void> {
  const context = await browser.newContext({ viewport: { width: walk.width, height: 800 }, locale: walk.lang, colorScheme: walk.mode as 'light' | 'dark' })
  const page = await context.newPage()
  if (walk.role !== 'visitor' && !await enter(page, walk)) return context.close()
  const place = join(folder!, walk.site, `${walk.lang}-${walk.mode}-${walk.width}`)
  mkdirSync(place, { recursive: true })
  const base = `${at.protocol}//${walk.site}.${at.host}`
  await page.goto(`${base}/${walk.lang}`)
  await page.screenshot({ path: join(place, `${walk.role}-first-look.jpg`), type: 'jpeg', quality: 70 })
  const refuse = page.locator('.ask button[value="necessary"]')
  if (await refuse.count()) await Promise.all([page.waitForNavigation(), refuse.click()])
  const [seen, kinds, kept] = [new Set<string>(), new Map<string, number>(), [] as string[]]
  const queue = [walk.role === 'visitor' ? `/${walk.lang}` : `/${walk.lang}/me`, `/${walk.lang}`]
  while (queue.length) {
    const path = queue.shift()!
    const kind = routeOf(path.split('?')[0]!)
    if (seen.has(path) || (kinds.get(kind) ?? 0) >= PER_ROUTE) continue
    seen.add(path)
    const answer = await page.goto(base + path, { waitUntil: 'load' }).catch(() => undefined) // a download has no page
    if (!answer?.headers()['content-type']?.startsWith('text/html')) continue
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    const name = `${walk.role}-${path.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '').slice(0, 80)}.jpg`
    const height = Math.min(TALLEST, await page.evaluate(() => document.documentElement.scrollHeight))
    await page.screenshot({ path: join(place, name), fullPage: true, type: 'jpeg', quality: 70, clip: { x: 0, y: 0, width: walk.width, height } })
    kept.push(name)
    for (const link of await page.$$eval('a[href]', links => links.map(link => (link as HTMLAnchorElement).href))) {
      const { origin, pathname, search } = new URL(link)
      if (origin === base && !pathname.startsWith('/assets')) queue.push(pathname + search)
    }
  }
  await sheet(place, walk.role, kept, walk.width)
  console.log(`${walk.site} ${walk.lang} ${walk.mode} ${walk.width} ${walk.role}: ${kept.length}`)
  await context.close()
}

async function enter(page: Page, { site, lang, role }: Walk): Promise<boolean> {
  await page.goto(`${at.origin}/${lang}`)
  const button = page.locator(`form:has(input[value="${site}"]):has(input[name="key"][value="${role}"]) button`).first()
  if (!await button.count()) return false
  await button.click()
  await page.waitForLoadState()
  return true
}

/** All pictures of one person side by side, small. */
async function sheet(place: string, role: string, names: string[], width: number): Promise<void> {
  const [cell, gap, tall] = [width > 500 ? 420 : 240, 8, 640]
  const columns = Math.max(1, Math.floor(2000 / (cell + gap)))
  const parts = await Promise.all(names.map(async (name, index) => ({
    input: await sharp(await sharp(join(place, name)).resize({ width: cell }).toBuffer()).resize({ width: cell, height: tall, fit: 'cover', position: 'top', withoutEnlargement: true }).toBuffer(),
    left: gap + (index % columns) * (cell + gap), top: gap + Math.floor(index / columns) * (tall + gap),
  })))
  const rows = Math.ceil(names.length / columns)
  await sharp({ create: { width: gap + columns * (cell + gap), height: gap + rows * (tall + gap), channels: 3, background: '#777' } }).composite(parts).png({ palette: true }).toFile(join(place, `_${role}.png`))
}
