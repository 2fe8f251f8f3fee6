// Senim started as a user starts it, and browsers that walk through it.
import { readFileSync } from 'node:fs'
import { after } from 'node:test'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { parse } from 'yaml'
import { folderOf, readSchoolFolder, type CourseFolder } from '#school/courses/courses.ts'
import { chromiumPath } from '../chromium.ts'
import { dataFolder, startSenim, type Running } from '../instance.ts'

/** What a school says of itself, as far as a journey goes by it. */
export type Manifest = {
  registration: { identifier: 'e-mail' | 'login'; confirmed: boolean; fields: { field: string; needed: boolean }[] }
  age: 'none' | { asks: 'statement' | 'birth-date'; from: number }
  data: { category: string; what: { ru: string } }[]
}
export type Teacher = { name: { first: string; last: string } }
export type School = { slug: string; manifest: Manifest; course: CourseFolder; teacher: Teacher }
export type House = { running: Running; browser: Browser; port: number; folder: string }

const yaml = (file: string) => parse(readFileSync(file, 'utf8'))

export function schoolOf(slug: string): School {
  const people = yaml(`sites/${slug}/site.yaml`).people as (Teacher & { role: string })[]
  return { slug, manifest: yaml(`sites/${slug}/policy.yaml`), course: readSchoolFolder(folderOf(`sites/${slug}`)).courses[0]!, teacher: people.find(({ role }) => role === 'teacher')! }
}

export async function openHouse(): Promise<House> {
  const folder = dataFolder()
  const running = await startSenim(folder)
  const browser = await chromium.launch({ executablePath: chromiumPath()!, args: ['--no-sandbox', '--disable-dev-shm-usage', '--host-resolver-rules=MAP *.localhost 127.0.0.1'] })
  after(async () => { await browser.close(); await running.stop() })
  return { running, browser, port: running.port, folder }
}

/** A browser of somebody's own. What it complains of on its console is kept. */
export type Tab = { page: Page; context: BrowserContext; complaints: string[]; address: string }

export async function tabAt({ browser, port }: Pick<House, 'browser' | 'port'>, host: string, script: boolean): Promise<Tab> {
  const address = `http://${host}:${port}`
  const context = await browser.newContext({ baseURL: address, locale: 'ru', javaScriptEnabled: script, viewport: { width: 1200, height: 900 }, acceptDownloads: true })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => { if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`) })
  page.on('pageerror', error => complaints.push(error.message))
  return { page, context, complaints, address }
}

/** Asks for the page anew until it shows what the worker was to bring. */
export async function until(page: Page, shows: () => Promise<boolean>, what: string, patience = 30_000) {
  for (const end = Date.now() + patience; Date.now() < end;) {
    if (await shows()) return
    await page.waitForTimeout(400)
    await page.reload()
  }
  throw new Error(`It never came: ${what}, at ${page.url()}\n${(await page.locator('main').innerText()).slice(0, 800)}`)
}

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click()
export const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name, exact: typeof name === 'string' }).first().click()
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor()
