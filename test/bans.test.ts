// What this product never does to the people who use it. One test for each ban of the house; each can be shown to fail.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { locales } from '#platform/locale.ts'
import { messages, routes } from '../src/product.ts'
import { openBrowser } from './in-browser.ts'
import { noon } from './fixtures.ts'
import { pagesOf } from './pages.ts'
import { worldOf } from './world.ts'

const { school, tab, at } = await openBrowser()
const schools = globSync('sites/*/policy.yaml').map(file => file.split('/')[1]!)

/** The pages of a school as a visitor and a learner get them. */
async function pagesFor(like: string) {
  const here = await school(like)
  const world = await worldOf(here)
  return Promise.all(pagesOf(world).filter(({ role }) => role === 'visitor' || role === 'learner').map(async ({ at, path, as }) => ({ at: `${like} ${at}`, html: await (await here.request(path, as ? { as } : {})).text() })))
}
const everyPage = new Map(await Promise.all(['mexrontal', 'landscape-photo'].map(async like => [like, await pagesFor(like)] as const)))
const allPages = () => [...everyPage.values()].flat()

const ticked = (html: string) => [...html.matchAll(/<input[^>]*type="(?:checkbox|radio)"[^>]*>/g)].map(([input]) => input).filter(input => / checked/.test(input) && !/ value="none"/.test(input)) // to get nothing may stand beforehand

test('no box is ticked beforehand', async () => {
  const asking = await Promise.all(schools.flatMap(like => ['/sign-up', '/cookies'].map(async path => ({ at: `${like} ${path}`, html: await (await (await school(like)).request(path)).text() }))))
  const here = await school('mexrontal')
  const newcomer = { at: 'mexrontal /me/rhythm', html: await (await here.request('/me/rhythm', { as: await here.learner() })).text() }
  assert.match(newcomer.html, /name="days"/)
  const notAnswered = allPages().filter(({ at }) => !/\/test\/:attempt\/:number$|\/me\/rhythm$/.test(at)) // there the learner of this world has answered
  assert.deepEqual([...notAnswered, ...asking, newcomer].flatMap(({ at, html }) => ticked(html).map(input => `${at}: ${input}`)), [])
  assert.equal(ticked('<input type="checkbox" name="news" value="on" checked/>').length, 1)
})

/** How loud each answer to a question is, in the order the keyboard meets them. */
const loudness = (page: Page, selector: string) => page.locator(selector).evaluateAll(answers => answers.map(answer => {
  const { width, height } = answer.getBoundingClientRect()
  const { backgroundColor, color, borderColor, borderWidth, fontSize, fontWeight, opacity, textDecorationLine } = getComputedStyle(answer)
  return { words: answer.textContent, size: `${Math.round(width)}x${Math.round(height)}`, look: [backgroundColor, color, borderColor, borderWidth, fontSize, fontWeight, opacity, textDecorationLine].join(' ') }
}))

test('to refuse is as large, as bright and as early as to accept', async () => {
  const here = await school('mexrontal')
  for (const width of [320, 1280]) for (const dark of [false, true]) {
    const { page } = await tab(here, { width, dark })
    await page.goto('/ru')
    const answers = await loudness(page, '.ask .answers > *')
    assert.deepEqual(answers.map(({ words }) => words), ['Только необходимые', 'Выбрать', 'Разрешить все'], 'to refuse comes first')
    assert.equal(new Set(answers.map(({ size, look }) => size + look)).size, 1, `${width} ${JSON.stringify(answers)}`)
    await page.goto('/ru/cookies')
    const later = await loudness(page, 'main form .button')
    assert.deepEqual([later[0]!.words, later.at(-1)!.words, new Set(later.map(({ look }) => look)).size], ['Только необходимые', 'Разрешить все', 1])
  }
})

/** Counts what a hand does on the way. */
function hand(page: Page) {
  let done = 0
  const settled = () => page.waitForLoadState()
  return {
    count: () => done,
    press: async (name: string | RegExp, role: 'button' | 'link' = 'button') => { done++; await page.locator('main, .ask, .footer').getByRole(role, { name }).first().click(); await settled() },
    tick: async (name: RegExp) => { done++; await page.getByLabel(name).check() },
  }
}

test('to refuse, to leave and to erase take no more steps than to accept and to join', async () => {
  const here = await school('mexrontal')
  const walk = async (path: string, steps: (at: ReturnType<typeof hand>, page: Page) => Promise<void>, as?: Awaited<ReturnType<typeof here.learner>>) => {
    const { page, context } = await tab(here, { ...as && { as } })
    await page.goto(path)
    const at = hand(page)
    await steps(at, page)
    await context.close()
    return at.count()
  }
  const accept = await walk('/ru', at => at.press('Разрешить все'))
  assert.ok(await walk('/ru', at => at.press('Только необходимые')) <= accept)
  const later = (answer: string) => walk('/ru', async at => { await at.press('Файлы cookie', 'link'); await at.press(answer) })
  assert.ok(await later('Только необходимые') <= await later('Разрешить все'), 'a choice is taken back as easily as made')

  const world = await worldOf(here)
  const { other, run } = world.things as Record<string, string>
  const learner = await here.learner()
  const join = await walk('/ru', async (at, page) => {
    await at.press('Только необходимые')
    await page.goto('/ru/courses') // one press in the masthead
    await page.locator(`main a[href$="/courses/${other}"]`).first().click()
    await at.press('Записаться')
  }, learner) + 2
  const leave = await walk('/ru/me', async (at, page) => {
    await at.press('Только необходимые')
    await page.locator(`main a[href*="/learn/${run}"]`).first().click()
    await page.goto(`/ru/learn/${run}`)
    await at.press('Выйти из курса')
    await page.waitForURL(/\/me\b/)
  }, world.people.learner) + 1
  assert.ok(leave <= join, `${leave} to leave, ${join} to join`)

  const asked = here.policy.registration.fields.length
  const goodbye = await walk('/ru/me/data', async at => {
    await at.press('Только необходимые')
    await at.press('Посмотреть и удалить', 'link')
    await at.tick(/^Да, удалить всё/)
    await at.press('Удалить навсегда')
  }, learner)
  assert.ok(goodbye - 1 <= asked + 1, `${goodbye - 1} steps to erase an account, ${asked + 1} to open one`)
})

const ticking = /role="timer"|http-equiv="refresh"|class="[^"]*(countdown|timer)/

test('no clock runs that no deadline stands behind: pages have dates, and nothing counts down', () => {
  assert.deepEqual(allPages().filter(({ html }) => ticking.test(html)).map(({ at }) => at), [])
  const islands = globSync('src/*/*/islands/*.{ts,tsx}').filter(file => !file.includes('.test.'))
  assert.ok(islands.length > 3)
  assert.deepEqual(islands.filter(file => /setInterval|requestAnimationFrame/.test(readFileSync(file, 'utf8'))), [])
  assert.match('<p role="timer">09:59</p>', ticking)
})

// Words that press: to lose, to miss, to hurry, to be ashamed.
const shaming: Record<(typeof locales)[number], RegExp> = {
  ru: /вы (точно )?уверены, что хотите|потеряете (весь|все|свой)|не упустите|упускаете|последний шанс|только сегодня|поторопи|торопитесь|нам (так |очень )?(грустно|жаль)|нет, спасибо, я|всего \d+ мест|осталось \d+ мест/i,
  kk: /шынымен .*қалайсыз ба|жіберіп алмаңыз|соңғы мүмкіндік|тек бүгін|асығыңыз|бізге өкінішті|айырылып қаласыз/i,
  en: /are you sure you want to (lose|leave|miss)|you('|’)?(ll| will) (lose|miss out)|don(’|')t miss|last chance|only today|hurry|we(’|')re sad|sorry to see you go|no thanks, i|only \d+ (seats|places) left/i,
}
const said = () => Object.entries(messages).flatMap(([module, all]) => Object.entries(all).flatMap(([key, text]) => locales.map(locale => ({ at: `${module}.${key}`, locale, words: text[locale] }))))

test('no sentence of the product shames, threatens or hurries anyone, in three languages', () => {
  assert.ok(said().length > 3000)
  assert.deepEqual(said().filter(({ locale, words }) => shaming[locale].test(words)).map(({ at, words }) => `${at}: ${words}`), [])
  for (const [locale, words] of [['ru', 'Вы уверены, что хотите потерять прогресс?'], ['kk', 'Жіберіп алмаңыз!'], ['en', 'Are you sure you want to lose your streak?']] as const) assert.match(words, shaming[locale])
})

test('no price changes between the page of a course and its payment: there is neither', () => {
  assert.deepEqual(routes.filter(({ path }) => /checkout|payment|\bpay\b|cart|order|price/.test(path)).map(({ path }) => path), [])
  assert.deepEqual(allPages().filter(({ at, html }) => !/privacy|trust|data/.test(at) && /[₸$€]\s?\d|\d\s?(₸|тенге|теңге|KZT)/.test(html)).map(({ at }) => at), [])
})

const advertising = /скидк|акци[яи]\b|распродаж|выгодн|спецпредложен|новый курс|промокод|жеңілдік|ұсыныс(ты|ымыз)|жаңа курс|discount|\bsale\b|special offer|new course|promo/i

test('a letter about a matter is about that matter: nothing is advertised in it', () => {
  const letters = said().filter(({ at }) => /letter|mail/.test(at))
  assert.ok(letters.length > 60, String(letters.length))
  assert.deepEqual(letters.filter(({ words }) => advertising.test(words)).map(({ at, words }) => `${at}: ${words}`), [])
  const written = globSync('src/*/*/letters.ts').map(file => ({ file, text: readFileSync(file, 'utf8') }))
  assert.ok(written.length >= 5)
  assert.deepEqual(written.filter(({ text }) => /'\/(courses|trajectories|reviews)|utm_|<img|https?:\/\//.test(text)).map(({ file }) => file), [], 'a letter leads to its matter alone, and watches nobody')
  assert.match('Кстати, скидка на новый курс', advertising)
})

test('who has refused is not asked again for six months', async () => {
  for (const like of schools) {
    const here = await school(like)
    if (!(await (await here.request('/')).text()).includes('class="ask"')) continue
    const [choice] = (await here.request('/cookies', { form: { answer: 'necessary' } })).headers.getSetCookie()
    const half = new Date(noon)
    half.setUTCMonth(half.getUTCMonth() + 6)
    assert.ok(Number(/max-age=(\d+)/i.exec(choice!)![1]) * 1000 >= half.getTime() - noon.getTime(), `${like}: the answer is kept for six months`)
    at(new Date(half.getTime() - 60_000))
    for (const path of ['/', '/courses', '/sign-in', '/privacy']) assert.doesNotMatch(await (await here.request(path, { headers: { cookie: choice!.split(';')[0]! } })).text(), /class="ask"/, `${like} ${path}`)
    at(noon)
  }
})

test('before a choice no other machine is asked for anything, and nothing is stored', async () => {
  for (const like of schools) {
    const here = await school(like)
    const { page, context } = await tab(here)
    const asked = new Set<string>()
    page.on('request', request => { if (!request.url().startsWith('data:')) asked.add(new URL(request.url()).host) })
    for (const path of ['/ru', '/kk/courses', '/en/sign-in', '/ru/sign-up', '/ru/privacy']) await page.goto(path)
    assert.deepEqual([...asked], [new URL(here.home).host], like)
    assert.deepEqual((await context.cookies()).map(({ name }) => name), [], like)
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0, like)
    await context.close()
  }
})
