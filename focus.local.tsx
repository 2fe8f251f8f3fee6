import { chromium } from 'playwright-core'
import { serveGallery } from './test/gallery-server.tsx'
const { address, close } = await serveGallery()
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const page = await browser.newPage()
await page.goto(`${address}/cloudex/kk/failed`)
for (const w of [0, 300, 1000]) { await page.waitForTimeout(w); console.log(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120))) }
console.log((await page.content()).match(/notice bad[^>]*>/g))
await browser.close(); close()
