// The whole product in a real browser: a server on a port of its own, schools by host name, somebody signed in by their session.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { chromium, type Page } from 'playwright-core'
import { violations } from './axe.ts'
import { chromiumPath } from './chromium.ts'
import { openTestDatabases, type Member, type School } from './fixtures.ts'

const sessionOf = (as: Member, here: { home: string }) => ({ name: 'session', value: as.token, url: here.home })
const browserArgs = ['--no-sandbox', '--disable-dev-shm-usage']

/** The port on which an application is served until the tests of this file are over. */
export async function served({ fetch }: Pick<Hono<any>, 'fetch'>): Promise<number> {
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise(ready => server.once('listening', ready))
  after(() => { server.close() })
  return (server.address() as AddressInfo).port
}

export async function openBrowser() {
  const opened = await openTestDatabases()
  const port = await served(opened.app)
  const browser = await chromium.launch({ executablePath: chromiumPath()!, args: browserArgs })
  const extra: (() => Promise<void>)[] = []
  after(async () => { await browser.close(); for (const close of extra) await close() })

  /** The same school, reachable on the port. */
  async function school(like?: string): Promise<School & { home: string }> {
    const here = await opened.school(like)
    const home = `${here.address.origin}:${port}`
    opened.sites.set(new URL(home).host, { ...opened.sites.get(here.address.host)!, address: new URL(home) })
    return { ...here, home }
  }

  /** Nothing moves unless `moving`: drawing the fades between pages takes longer than the pages, and one left early is complained of. */
  async function tab(here: { home: string }, { as, script = true, width = 1280, dark = false, moving = false }: { as?: Member; script?: boolean; width?: number; dark?: boolean; moving?: boolean } = {}) {
    const context = await browser.newContext({ reducedMotion: moving ? 'no-preference' : 'reduce', baseURL: here.home, locale: 'ru', javaScriptEnabled: script, viewport: { width, height: 800 }, colorScheme: dark ? 'dark' : 'light' })
    if (as) await context.addCookies([sessionOf(as, here)])
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', message => { if (message.type() === 'error') complaints.push(message.text()) })
    page.on('pageerror', error => complaints.push(error.message))
    return { page, context, complaints }
  }
  /** A browser whose owner has changed something in its settings. */
  async function tabWith(preferences: object, here: { home: string }, { as, script = true, width = 1280 }: { as?: Member; script?: boolean; width?: number } = {}) {
    const profile = mkdtempSync(join(tmpdir(), 'senim-browser-'))
    mkdirSync(join(profile, 'Default'))
    writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences))
    const context = await chromium.launchPersistentContext(profile, { executablePath: chromiumPath()!, args: browserArgs, baseURL: here.home, locale: 'ru', javaScriptEnabled: script, viewport: { width, height: 800 } })
    context.once('close', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }))
    extra.push(() => context.close())
    if (as) await context.addCookies([sessionOf(as, here)])
    return { page: await context.newPage(), context }
  }
  /** A browser whose owner has switched cookies off. */
  const tabWithoutCookies = (here: { home: string }, { script = false, width = 1280 } = {}) => tabWith({ profile: { default_content_setting_values: { cookies: 2 } } }, here, { script, width })
  return { ...opened, opened, school, tab, tabWith, tabWithoutCookies }
}

/** What keeps somebody from using the page: axe's findings, and anything that is wider than the screen. */
export async function obstacles(page: Page): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  return [...await violations(page), ...wide ? ['wider than the screen'] : []]
}
