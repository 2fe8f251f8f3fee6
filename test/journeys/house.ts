// Senim started as a user starts it, and browsers that walk through it.
import { createHmac, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import pg, { type ClientConfig } from 'pg'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { parse } from 'yaml'
import { schoolFolderOf, readSchoolFolder, type CourseFolder } from '#school/courses/courses.ts'
import { chromiumPath } from '../chromium.ts'
import { go } from '../going.ts'
import { dataFolder, startSenim, type Running } from '../instance.ts'

/** What a school says of itself, as far as a journey goes by it. */
export type Manifest = {
  registration: { identifier: 'e-mail' | 'login'; confirmed: boolean; fields: { field: string; needed: boolean }[] }
  age: 'none' | { asks: 'statement' | 'birth-date'; from: number }
  data: { category: string; what: { ru: string } }[]
}
type Person = { role: string; name: { first: string; last: string } }
export type School = { slug: string; manifest: Manifest; course: CourseFolder; people: Person[] }
/** `scratch` is where the house and whatever it starts write what they call temporary; `folders` are all in which it may have left something. */
export type House = { running: Running; browser: Browser; port: number; folder: string; scratch: string; env: Record<string, string>; folders: () => string[]; administrator: (database: 'main' | 'vault') => ClientConfig }

const yaml = (file: string) => parse(readFileSync(file, 'utf8'))

export function schoolOf(slug: string): School {
  const { people } = yaml(`sites/${slug}/site.yaml`) as { people: Person[] }
  return { slug, manifest: yaml(`sites/${slug}/policy.yaml`), course: readSchoolFolder(schoolFolderOf(`sites/${slug}`)).courses[0]!, people }
}

/** It believes the browsers of this machine about where their visitors come from, as it would a proxy of the operator. On the embedded database, or on the server that the tests are run on besides. */
export async function openHouse(): Promise<House> {
  const [folder, scratch] = [dataFolder(), dataFolder()]
  const own = await ownServer()
  const env = { TMPDIR: scratch, SENIM_TRUSTED_PROXIES: '127.0.0.1', ...own && { DATABASE_URL: own.url } }
  const running = await startSenim(folder, { env })
  const browser = await chromium.launch({ executablePath: chromiumPath()!, args: ['--no-sandbox', '--disable-dev-shm-usage', '--host-resolver-rules=MAP *.localhost 127.0.0.1'] })
  const house: House = { running, browser, port: running.port, folder, scratch, env, folders: () => [folder, scratch, ...own && existsSync(own.files) ? [own.files] : []], administrator: own?.administrator ?? (database => embedded(folder, database)) }
  after(async () => { await browser.close(); await house.running.stop() })
  return house
}

/** The same house at the same port, closed and opened again some days later with a mail server. */
export async function reopenLater(house: House, SMTP_URL: string) {
  const { out, err } = house.running.said
  await house.running.stop()
  house.env = { ...house.env, SMTP_URL, PORT: String(house.port), SENIM_NOW: new Date(Date.now() + 4 * 86_400_000).toISOString() }
  house.running = await startSenim(house.folder, { env: house.env })
  house.running.said.out = out + house.running.said.out
  house.running.said.err = err + house.running.said.err
}

/** The superuser of the database in the data folder. The socket's folder stands in the fifth line of the server's own note. */
export function embedded(folder: string, database: 'main' | 'vault'): ClientConfig {
  const password = createHmac('sha256', readFileSync(join(folder, 'keys/installation.key'))).update('postgres').digest('base64url')
  const host = readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[4]!
  return { host, user: 'postgres', password, database: database === 'main' ? 'senim' : 'senim_vault' }
}

async function ownServer() {
  if (!process.env.SENIM_TEST_SERVER) return undefined
  const url = new URL(process.env.SENIM_TEST_SERVER)
  const name = `senim_${randomUUID().slice(0, 8)}`
  const server = { host: url.searchParams.get('host') ?? url.hostname, port: Number(url.port || 5432), user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
  const client = new pg.Client({ ...server, database: 'postgres' })
  await client.connect()
  const { rows: [found] } = await client.query<{ files: string }>(`select current_setting('data_directory') as files`)
  await client.end()
  url.pathname = `/${name}`
  return { url: url.href, files: found!.files, administrator: (database: 'main' | 'vault') => ({ ...server, database: database === 'main' ? name : `${name}_vault` }) }
}

/** A browser of somebody's own, at an address of their own, where nothing moves: drawing the fades between pages takes longer than the pages. What it complains of on its console is kept. */
export type Tab = { page: Page; context: BrowserContext; complaints: string[]; address: string }

export async function tabAt({ browser, port }: Pick<House, 'browser' | 'port'>, host: string, script: boolean, from?: string): Promise<Tab> {
  const address = `http://${host}:${port}`
  const context = await browser.newContext({
    baseURL: address, locale: 'ru', javaScriptEnabled: script, viewport: { width: 1200, height: 900 }, reducedMotion: 'reduce', acceptDownloads: true, ...from && { extraHTTPHeaders: { 'x-forwarded-for': from } },
  })
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

export const press = (page: Page, name: string | RegExp) => go(page, page.getByRole('button', { name, exact: typeof name === 'string' }))
export const follow = (page: Page, name: string | RegExp) => go(page, page.getByRole('link', { name, exact: typeof name === 'string' }).first())
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor()

const roles: Record<string, string> = { teacher: 'преподаватель', operator: 'оператор', 'privacy-officer': 'ответственный за персональные данные' }

/** Somebody who works in the school, invented, comes in with one click on the front page. */
export async function staffTab(house: House, { slug, people }: School, role: string, script: boolean): Promise<Tab> {
  const tab = await tabAt(house, `${slug}.localhost`, script)
  const { name } = people.find(person => person.role === role)!
  await tab.page.goto(`http://localhost:${house.port}/ru`)
  await go(tab.page, tab.page.locator('form').filter({ has: tab.page.locator(`input[name="site"][value="${slug}"]`) }).getByRole('button', { name: `${name.first} ${name.last} ${roles[role]}` }))
  return tab
}
