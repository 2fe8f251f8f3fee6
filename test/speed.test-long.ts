// How fast pages are on a slow phone (1.6 Mbit/s, 150 ms, processor slowed four times), measured by Lighthouse against the budgets.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { chromium } from 'playwright-core'
import lighthouse, { type Config, type Flags } from 'lighthouse'
import { budgetOf } from './budgets.ts'
import { chromiumPath } from './chromium.ts'
import { openBrowser } from './in-browser.ts'
import { pagesOf, type ShownPage } from './pages.ts'
import { worldOf } from './world.ts'

const { school } = await openBrowser()
const port = 20_000 + process.pid % 20_000
const browser = await chromium.launch({ executablePath: chromiumPath()!, args: ['--no-sandbox', '--disable-dev-shm-usage', `--remote-debugging-port=${port}`] })
after(() => browser.close())

const config: Config = { extends: 'lighthouse:default', settings: {
  onlyAudits: ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'first-contentful-paint', 'total-byte-weight'],
  formFactor: 'mobile', screenEmulation: { mobile: true, width: 390, height: 800, deviceScaleFactor: 2, disabled: false },
  throttlingMethod: 'simulate', throttling: { rttMs: 150, throughputKbps: 1600, cpuSlowdownMultiplier: 4, requestLatencyMs: 0, downloadThroughputKbps: 0, uploadThroughputKbps: 0 },
} }

type Figures = { largest: number; first: number; blocked: number; moved: number; kilobytes: number }

/** A busy machine only adds to a figure: the least of up to five counts, and the first that fits ends it. */
async function atBest(measured: () => Promise<Figures>, fits: (found: Figures) => boolean): Promise<Figures> {
  let best = await measured()
  for (let again = 1; again < 5 && !fits(best); again++) {
    const found = await measured()
    best = Object.fromEntries(Object.entries(best).map(([name, figure]) => [name, Math.min(figure, found[name as keyof Figures])])) as Figures
  }
  return best
}

/** The figures of one page: milliseconds, and the share of the screen that moved. What could not be measured is endless: it fits no budget. */
async function measure(address: string, cookie: string | undefined): Promise<Figures> {
  const flags: Flags = { port, logLevel: 'error', output: 'json', ...cookie && { extraHeaders: { cookie } } }
  const result = await lighthouse(address, flags, config)
  const of = (audit: string) => result?.lhr.audits[audit]?.numericValue ?? Infinity
  return { largest: of('largest-contentful-paint'), first: of('first-contentful-paint'), blocked: of('total-blocking-time'), moved: of('cumulative-layout-shift'), kilobytes: of('total-byte-weight') / 1024 }
}

const wanted: [string, ShownPage['role']][] = [
  ['/', 'visitor'], ['/courses', 'visitor'], ['/courses/:course', 'visitor'], ['/privacy', 'visitor'], ['/trust', 'visitor'], ['/sign-in', 'visitor'], ['/certificates/:number', 'visitor'],
  ['/me', 'learner'], ['/learn/:run', 'learner'], ['/learn/:run/:lesson', 'learner'], ['/learn/:run/test/:attempt/:number', 'learner'], ['/me/data', 'learner'],
]

for (const like of ['landscape-photo', 'mexrontal']) test(`${like}: what is opened most is fast on a slow phone, and nothing moves while it comes`, async context => {
  const here = await school(like)
  const world = await worldOf(here)
  const pages = pagesOf(world)
  const slow: string[] = []
  for (const [at, role] of wanted) {
    const page = pages.find(page => page.at === at && page.role === role)
    if (!page) continue
    const budget = budgetOf(at, { pictures: true, photographs: like === 'landscape-photo' })
    const found = await atBest(() => measure(`${here.home}/ru${page.path === '/' ? '' : page.path}`, page.as?.cookie), ({ largest, first, blocked }) => largest <= budget.largest && first <= 1800 && blocked <= budget.blocked)
    context.diagnostic(`${at}: largest ${Math.round(found.largest)} ms, blocked ${Math.round(found.blocked)} ms, moved ${found.moved.toFixed(3)}, ${Math.round(found.kilobytes)} KB`)
    if (found.largest > budget.largest) slow.push(`${at}: largest after ${Math.round(found.largest)} ms, not ${budget.largest}`)
    if (found.first > 1800) slow.push(`${at}: first after ${Math.round(found.first)} ms`)
    if (found.blocked > budget.blocked) slow.push(`${at}: blocked for ${Math.round(found.blocked)} ms, not ${budget.blocked}`)
    if (found.moved > 0.1) slow.push(`${at}: moved ${found.moved.toFixed(3)}`)
  }
  assert.deepEqual(slow, [])
})
