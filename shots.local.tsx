import { chromium } from 'playwright-core'
import { serveGallery } from './test/gallery-server.tsx'
const { address, close } = await serveGallery()
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const [, , what = 'course', locale = 'ru', only, width = '1280', modes = 'light,dark', full = '1'] = process.argv
for (const theme of only && only !== 'all' ? only.split(',') : ['core', 'masteryn', 'photo', 'mexrontal', 'cloudex', 'webstapero'])
  for (const mode of modes.split(',') as ('light' | 'dark')[]) {
    const page = await browser.newPage({ viewport: { width: Number(width), height: Number(width) < 500 ? 780 : 800 }, colorScheme: mode })
    page.on('console', m => console.log(theme, m.text()))
    await page.goto(`${address}/${theme}/${locale}/${what}`)
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: `/tmp/shots/${what}-${theme}-${mode}-${width}.png`, fullPage: full === '1' })
    await page.close()
  }
await browser.close(); close()
