// The whole product in a real browser: a server on a port of its own, schools by host name, somebody signed in by their session.
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import { serve } from '@hono/node-server'
import { chromium, type Page } from 'playwright-core'
import { violations } from './axe.ts'
import { chromiumPath } from './chromium.ts'
import { openTestDatabases, type Member, type School } from './fixtures.ts'

export async function openBrowser() {
  const opened = await openTestDatabases()
  const server = serve({ fetch: opened.app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise(ready => server.once('listening', ready))
  const { port } = server.address() as AddressInfo
  const browser = await chromium.launch({ executablePath: chromiumPath()!, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
  after(async () => { await browser.close(); server.close() })

  /** The same school, reachable on the port. */
  async function school(like?: string): Promise<School & { home: string }> {
    const here = await opened.school(like)
    const home = `${here.address.origin}:${port}`
    opened.sites.set(new URL(home).host, { ...opened.sites.get(here.address.host)!, address: new URL(home) })
    return { ...here, home }
  }

  async function tab(here: { home: string }, { as, script = true, width = 1280, dark = false }: { as?: Member; script?: boolean; width?: number; dark?: boolean } = {}) {
    const context = await browser.newContext({ baseURL: here.home, locale: 'ru', javaScriptEnabled: script, viewport: { width, height: 800 }, colorScheme: dark ? 'dark' : 'light' })
    if (as) await context.addCookies([{ name: 'session', value: as.token, url: here.home }])
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', message => { if (message.type() === 'error') complaints.push(message.text()) })
    page.on('pageerror', error => complaints.push(error.message))
    return { page, context, complaints }
  }
  return { ...opened, school, tab }
}

/** What keeps somebody from using the page: axe's findings, and anything that is wider than the screen. */
export async function obstacles(page: Page): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  return [...await violations(page), ...wide ? ['wider than the screen'] : []]
}
