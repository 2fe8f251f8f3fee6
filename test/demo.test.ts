// The first two minutes, and the end of them: what a demonstration shows on its first page, where each line leads, and what is left when it is removed.
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core'
import { locales } from '#platform/locale.ts'
import { violations } from './axe.ts'
import { chromiumPath } from './chromium.ts'
import { go } from './going.ts'
import { ask, dataFolder, startSenim, type Running } from './instance.ts'
import { administered, counted, tracesIn } from './traces.ts'

const running = await startSenim(dataFolder())
const browser = await chromium.launch({ executablePath: chromiumPath()!, args: ['--no-sandbox', '--disable-dev-shm-usage', '--host-resolver-rules=MAP *.localhost 127.0.0.1'] })
after(async () => { await browser.close(); await running.stop() })
const home = `http://localhost:${running.port}`
const slugs = globSync('sites/*/policy.yaml').map(file => file.split('/')[1]!).sort()

async function inTab<R>(work: (page: Page) => Promise<R>, options: BrowserContextOptions = {}): Promise<R> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options })
  try { return await work(await context.newPage()) } finally { await context.close() }
}
const post = (to: Running, path: string, body = '', origin = `http://localhost:${to.port}`) => ask(to.port, path, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', origin } })

type Row = { site: string; state: string; checkedAt: string }
const promises = async () => JSON.parse((await running.tell('promises', '--json')).out) as Row[]

/** Once the first round of checks is over. */
async function settled(): Promise<Row[]> {
  for (let before = '', until = Date.now() + 90_000; ; await pause(1500)) {
    const rows = await promises()
    const now = rows.map(({ state, checkedAt }) => state + checkedAt).join()
    if (now === before && rows.filter(({ state }) => state === 'kept').length > rows.length / 2 || Date.now() > until) return rows
    before = now
  }
}

test('each school stands there in its own look, with what its database says at this moment', async () => {
  const rows = await settled()
  await inTab(async page => {
    await page.goto(`${home}/en`)
    assert.deepEqual((await page.locator('.school').evaluateAll(cards => cards.map(({ id }) => id))).sort(), slugs)
    assert.equal(new Set(await page.locator('.school').evaluateAll(cards => cards.map(card => getComputedStyle(card).getPropertyValue('--heading') + getComputedStyle(card.querySelector('.poster')!).background))).size, slugs.length)
    for (const slug of slugs) {
      const card = page.locator(`#${slug}`)
      const own = rows.filter(({ site }) => site === slug)
      assert.ok((await card.locator('.chip.kept').innerText()).includes(`${own.filter(({ state }) => state === 'kept').length} of ${own.length}\u00a0promises`), slug)
      assert.match(await card.locator('.teaches').innerText(), /\d+ hours · \d{2}\s+lessons · .*Қазақша/)
      for (const line of [/1\s(work|picture|program) waits for (review|feedback)\n/, /No\.\s\d+: working day [123] of 3\n/]) assert.match(await card.innerText(), line)
      const letters = globSync(join(running.folder, 'outbox', slug, '*/*.json')).length
      assert.equal((await card.innerText()).includes(`${letters}\u00a0${letters === 1 ? 'letter' : 'letters'} in the outbox`), letters > 0, slug)
      // Somebody under age is there with their guardian where the school takes minors.
      assert.equal(await card.locator('.faces button').count(), /guardian-from:/.test(readFileSync(`sites/${slug}/policy.yaml`, 'utf8')) ? 9 : 7, slug)
    }
    assert.equal(await page.getByText(/The policy changes in 9\sdays/).count(), 1)
  })
})

test('each line enters as whoever sees it and leads to where it is, in the language of the page, also without script', async () => {
  const seen: Record<string, number> = {}
  let guardians = 0
  for (const [script, slug] of slugs.map((slug, place) => [place % 2 === 0, slug] as const)) await inTab(async page => {
    await page.goto(`${home}/kk`)
    const sights = await page.locator(`#${slug} [name="see"]`).evaluateAll(inputs => inputs.map(input => (input as HTMLInputElement).value))
    for (const sight of sights) {
      await page.goto(`${home}/kk`)
      await go(page, page.locator(`#${slug} form:has([value="${sight}"]) button`))
      const { pathname, hash } = new URL(page.url())
      const expected = { works: /^\/kk\/teach\/submissions\/[0-9a-f-]{36}$/, request: /^\/kk\/privacy-office\/requests\/[0-9a-f-]{36}$/, change: /^\/kk\/privacy\/versions$/, letters: /^\/kk\/outbox$/ }[sight]!
      assert.match(pathname, expected, `${slug} ${sight}`)
      if (sight === 'works') assert.ok(await page.locator('main img, main pre, main ol, main a[href*="/files/"]').count() > 0, `${slug}: the work itself`)
      if (sight === 'change') assert.deepEqual([hash, await page.locator('.diff .change, .diff dt').count() > 0], ['#difference', true])
      seen[sight] = (seen[sight] ?? 0) + 1
    }
    await page.goto(`${home}/kk`)
    await go(page, page.locator(`#${slug} form:has([value="support"]) button`))
    assert.equal(new URL(page.url()).pathname, '/kk/office/people')
    const minor = page.locator(`#${slug} form:has([value="minor"]) button`)
    await page.goto(`${home}/kk`)
    if (!await minor.count()) return
    await go(page, minor.first())
    assert.equal(new URL(page.url()).pathname, '/kk/minors')
    assert.match(await page.locator('main').innerText(), /family\.example/)
    await page.goto(`${home}/kk`)
    await go(page, minor.last())
    assert.match(new URL(page.url()).pathname, /^\/kk\/guardian\/[0-9a-f-]{36}$/)
    assert.match(await page.locator('#learning').innerText(), /оқып жүр/)
    guardians++
  }, { javaScriptEnabled: script })
  assert.deepEqual([seen.works, seen.request, seen.change, seen.letters, guardians], [5, 5, 1, 5, 2])
})

test('the page is accessible in three languages, light and dark, at 320 pixels and wide, and nothing scrolls sideways', async () => {
  for (const locale of locales) for (const [width, colorScheme] of [[320, 'light'], [320, 'dark'], [1280, 'light'], [1280, 'dark']] as const) await inTab(async page => {
    for (const path of ['', '/demo/remove']) {
      await page.goto(`${home}/${locale}${path}`)
      const where = `${locale} ${width} ${colorScheme} ${path}`
      assert.deepEqual(await violations(page), [], where)
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, where)
    }
  }, { viewport: { width, height: 900 }, colorScheme })
})

test('a person is entered as by the keyboard alone', async () => inTab(async page => {
  await page.goto(`${home}/ru`)
  for (let step = 0; step < 40 && !await page.evaluate(() => document.activeElement?.matches('.faces button')); step++) await page.keyboard.press('Tab')
  assert.ok(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.activeElement!).outlineWidth) >= 3))
  await Promise.all([page.waitForURL(/\/ru\/me$/), page.keyboard.press('Enter')])
}))

test('nothing is removed by a look, from another site, or from a page of a school', async () => {
  assert.equal((await ask(running.port, '/demo/remove')).status, 200)
  for (const origin of ['https://evil.example', `http://${slugs[0]}.localhost:${running.port}`]) assert.equal((await post(running, '/demo/remove', '', origin)).status, 403, origin)
  assert.equal((await ask(running.port, '/demo/remove', { method: 'POST', body: '', headers: { 'content-type': 'application/x-www-form-urlencoded' } })).status, 403)
  assert.equal((await post(running, '/demo/enter', `site=${slugs[0]}&key=learner`, 'https://evil.example')).status, 403)
  assert.ok((await tracesIn(running.folder)).includes('accounts.people.id'))
})

test('one click and its confirmation remove everybody: no row, no key, no file, no letter; courses and policies stand, and no promise is broken', async () => {
  await inTab(async page => {
    await page.goto(`${home}/ru`)
    await go(page, page.getByRole('link', { name: 'Удалить демонстрацию' }))
    await go(page, page.getByRole('button', { name: 'Удалить демонстрацию' }))
    for (const until = Date.now() + 60_000; page.url().endsWith('/demo/remove') && Date.now() < until;) await page.waitForTimeout(300)
    assert.match(await page.locator('main').innerText(), /Демонстрация удалена/)
    assert.equal(await page.locator('.faces, .seen').count(), 0)
    for (const slug of slugs) assert.ok((await page.locator(`#${slug}`).innerText()).includes(`npx senim person add --site ${slug} --role operator`))
    assert.deepEqual(await violations(page), [])
  }, { javaScriptEnabled: true })
  assert.deepEqual(await tracesIn(running.folder), [])
  const [courses, versions, ends] = await administered(running.folder, 'main', async client => [
    await counted(client, `courses.courses where site not like 'probe-%'`), await counted(client, `publication.versions where site not like 'probe-%'`), await counted(client, `audit.entries where act = 'demo.end'`),
  ])
  assert.deepEqual([courses! >= 5, versions, ends], [true, 6, 5])
  assert.equal((await post(running, '/demo/enter', `site=${slugs[0]}&key=learner`)).status, 404)
  assert.equal((await ask(running.port, '/courses', { host: `${slugs[0]}.localhost` })).status, 200)
  for (const until = Date.now() + 90_000; Date.now() < until; await pause(1000)) if ((await rechecked()).every(({ state }) => state !== 'stale')) break
  assert.deepEqual((await rechecked()).filter(({ state }) => state === 'broken' || state === 'stale'), [])
  assert.equal((await running.tell('audit', 'verify')).code, 0)
})

/** Findings that were made while the invented were there would say something that is not so any more. */
async function rechecked(): Promise<Row[]> {
  const rows = await promises()
  const ended = await administered(running.folder, 'main', async client => (await client.query<{ at: Date }>(`select max(at) as at from audit.entries where act = 'demo.end'`)).rows[0]!.at)
  return rows.map(row => new Date(row.checkedAt) < ended ? { ...row, state: 'stale' } : row)
}

test('killed in the middle it is finished by the next start; nobody comes back at any start, and the first person comes in by the link that the terminal prints', async () => {
  const folder = dataFolder()
  const first = await startSenim(folder)
  const lines = () => readFileSync(join(folder, 'ledger/erasures.jsonl'), 'utf8').split('\n').length
  const before = existsSync(join(folder, 'ledger/erasures.jsonl')) ? lines() : 0
  void post(first, '/demo/remove').catch(() => {})
  while (!existsSync(join(folder, 'ledger/erasures.jsonl')) || lines() < before + 4) await pause(5)
  process.kill(first.pid(), 'SIGKILL')
  await first.ended
  assert.equal(existsSync(join(folder, 'removing-demo')), true, 'it was in the middle')

  const second = await startSenim(folder)
  assert.equal(existsSync(join(folder, 'removing-demo')), false)
  assert.deepEqual(await tracesIn(folder), [])
  await second.stop()

  const third = await startSenim(folder)
  assert.deepEqual(await tracesIn(folder), [])
  assert.doesNotMatch((await ask(third.port, '/')).text, /class="faces"/)
  const { code, out } = await third.tell('demo', 'remove', '--json')
  assert.deepEqual([code, JSON.parse(out)], [0, { removed: true, people: 0, sites: slugs }])
  const added = await third.tell('person', 'add', '--site', slugs[0]!, '--role', 'operator')
  assert.equal((await third.tell('demo', 'remove', '--json')).code, 0)
  assert.deepEqual((await post(third, '/demo/remove')).status, 303)
  assert.deepEqual(await tracesIn(folder).then(traces => traces.includes('accounts.people.id')), true, 'whoever comes after the end of the demonstration stays')
  const [link = ''] = /http:\/\/\S+/.exec(added.out) ?? []
  const { pathname, search, hostname } = new URL(link)
  assert.equal((await ask(third.port, pathname + search, { host: hostname })).status, 200)
  await third.stop()
})

test('outside of a demonstration there is nothing to remove', async () => {
  const folder = dataFolder()
  const other = await startSenim(folder, { env: { SENIM_MODE: 'test' } })
  const { code, err } = await other.tell('demo', 'remove')
  assert.deepEqual([code, /is no demonstration/.test(err)], [1, true])
  for (const [method, path] of [['GET', '/demo/remove'], ['POST', '/demo/remove'], ['POST', '/demo/enter']] as const)
    assert.equal((await ask(other.port, path, { method, ...method === 'POST' && { body: '', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: `http://localhost:${other.port}` } } })).status, 421, `${method} ${path}`)
  const list = await ask(other.port, '/en')
  assert.equal(list.status, 200)
  for (const slug of slugs) assert.ok(list.text.includes(`//${slug}.localhost:${other.port}/en`))
  assert.doesNotMatch(list.text, /<form|demo/)
  await other.stop()
})
