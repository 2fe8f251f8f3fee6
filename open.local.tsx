import { chromium } from 'playwright-core'
import { serveGallery } from './test/gallery-server.tsx'
const { address, close } = await serveGallery()
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const theme of ['mexrontal', 'cloudex', 'photo', 'webstapero']) {
  const phone = await browser.newPage({ viewport: { width: 360, height: 780 } })
  await phone.goto(`${address}/${theme}/kk/course`); await phone.locator('.menu summary').click(); await phone.screenshot({ path: `/tmp/shots/menu-${theme}.png` })
  const page = await browser.newPage({ viewport: { width: 1280, height: 500 } })
  await page.goto(`${address}/${theme}/kk/course`); await page.locator('.account > button').click(); await page.screenshot({ path: `/tmp/shots/account-${theme}.png` })
  const f = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await f.goto(`${address}/${theme}/kk/404`); await f.screenshot({ path: `/tmp/shots/404-${theme}.png` })
  await phone.close(); await page.close(); await f.close()
}
await browser.close(); close()
