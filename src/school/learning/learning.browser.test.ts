// Learning in a real browser, under the content policy, with and without script.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { go } from '#test/going.ts'
import { obstacles, openBrowser } from '#test/in-browser.ts'
import { courseOf, learnerOf, simpleQuestions, teach } from '#test/taught.ts'
import { worldOf } from '#test/world.ts'

const { school, tab } = await openBrowser()
const five = { questions: simpleQuestions(5), test: { pass: 60, attempts: 2 } }

test('with script an answer is kept while one is still on the page, and the connection lost and found again changes nothing', async () => {
  const here = await school()
  await teach(here, [courseOf(five)])
  const learner = await learnerOf(here, 'light')
  const { page, context, complaints } = await tab(here, { as: learner })
  await page.goto('/learn/light/test')
  await page.getByRole('button', { name: 'Начать тест' }).click()
  await page.getByText('Верный ответ', { exact: true }).click()
  await page.getByText('Ответ сохранён.').waitFor()
  await page.reload()
  assert.equal(await page.getByLabel('Верный ответ', { exact: true }).isChecked(), true)
  await context.setOffline(true)
  await page.getByText('Неверный ответ').click()
  await page.getByText('Ответ пока не сохранён').waitFor()
  await context.setOffline(false)
  await page.getByText('Ответ сохранён.').waitFor()
  assert.deepEqual(complaints.filter(text => !text.includes('ERR_INTERNET_DISCONNECTED')), [])
})

test('without script the same test is taken to its end, from the course page to the certificate of one\'s score', async () => {
  const here = await school()
  await teach(here, [courseOf(five)])
  const learner = await here.learner()
  const { page } = await tab(here, { as: learner, script: false })
  await page.goto('/courses/light')
  await go(page, page.getByRole('button', { name: 'Записаться' }))
  await page.goto('/learn/light/test')
  await page.getByRole('button', { name: 'Начать тест' }).click()
  for (let number = 1; number <= 5; number++) {
    await page.getByRole('heading', { name: `Вопрос ${number} из 5` }).waitFor()
    if (number === 5) { await page.getByRole('link', { name: 'К обзору ответов' }).click(); break }
    await page.getByText(number < 4 ? 'Верный ответ' : 'Неверный ответ', { exact: true }).click()
    await page.getByRole('button', { name: 'Сохранить и дальше' }).click()
  }
  await page.getByText('Вопросов без ответа: 1').waitFor()
  await page.getByRole('button', { name: 'Сдать тест' }).click()
  await page.getByRole('heading', { name: 'Результат: 60 %' }).waitFor()
  assert.equal(await page.getByText('Объяснение 5').count(), 1)
})

test('a lesson read with script is continued where it was left; without script a button keeps the place', async () => {
  const here = await school()
  await teach(here, [courseOf({ modules: [3] })])
  for (const script of [true, false]) {
    const learner = await learnerOf(here, 'light')
    const { page } = await tab(here, { as: learner, script })
    const kept = script ? page.waitForResponse(response => response.url().endsWith('/place')) : undefined
    await page.goto('/learn/light/lesson-2')
    const button = page.getByRole('button', { name: 'Остановиться здесь' }).last()
    if (script) await page.locator('[data-place]').last().scrollIntoViewIfNeeded()
    else if (await button.count()) await go(page, button)
    await kept
    await page.goto('/me')
    assert.match(await page.getByRole('link', { name: 'Продолжить' }).getAttribute('href') ?? '', /lesson-2/)
  }
})

test('a question in a lesson is answered and explained, by the enrolled and by a visitor of a free lesson', async () => {
  const here = await school()
  await teach(here, [courseOf()])
  const learner = await learnerOf(here, 'light')
  for (const options of [{ as: learner }, {}, { as: learner, script: false }]) {
    const { page } = await tab(here, options)
    await page.goto('/learn/light/lesson-1')
    if (await page.getByRole('button', { name: 'Проверить' }).count()) {
      assert.equal(await page.getByText('Верный ответ').count(), 0)
      await page.getByText('Тени видны.', { exact: true }).last().click()
      await page.getByRole('button', { name: 'Проверить' }).click()
    }
    await page.getByText('Верный ответ: Солнце сбоку').waitFor()
  }
})

test('every page of learning and of the catalogue can be used by everyone, on a phone, in each language', async () => {
  const here = await school()
  const { people: { learner, teacher, operator }, things } = await worldOf(here)
  const { course, run, lesson, attempt, submitted } = things
  const pages: [string, typeof learner | undefined][] = [
    ...['', '/courses', `/courses/${course}`, '/trajectories', '/reviews', '/contacts', '/about', '/help', '/terms', '/accessibility', '/trust', '/certificates', '/courses?level=advanced&language=kk'].map((path): [string, undefined] => [path, undefined]),
    ...['/me', '/me/activity', '/me/notes', '/me/cards', '/me/rhythm', `/learn/${run}`, `/learn/${run}/${lesson}`, `/learn/${run}/test`, `/learn/${run}/test/${attempt}/1`, `/learn/${run}/test/${attempt}/review`, `/learn/${run}/test/${submitted}/result`, '/reviews'].map((path): [string, typeof learner] => [path, learner]),
    [`/teach/progress/${run}`, teacher], ['/teach/progress', teacher], ['/office/courses', operator], ['/office/reviews', operator],
    ...['import', ...['', `/${lesson}`, '/test', '/assignment'].map(part => `${course}/preview${part}`)].map((part): [string, typeof operator] => [`/office/courses/${part}`, operator]),
  ]
  const found: string[] = []
  for (const locale of ['ru', 'kk', 'en']) for (const who of [undefined, learner, teacher, operator]) {
    const { page, complaints } = await tab(here, { ...who && { as: who }, width: 320 })
    for (const [path] of pages.filter(([, as]) => as === who)) {
      await page.goto(`/${locale}${path}`)
      if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/${locale}${path.replaceAll('/', '_').slice(0, 40)}-phone.png`, fullPage: true })
      found.push(...(await obstacles(page)).map(obstacle => `/${locale}${path} ${obstacle}`))
    }
    found.push(...complaints)
  }
  assert.deepEqual(found, [])
})

/** A lesson that compares two figures, each described. */
function comparingCourse() {
  const course = courseOf({ modules: [1] })
  const { name } = course.figures[0]!
  const block = { kind: 'compare' as const, before: { figure: name, label: 'До', alt: 'Склон светлый и ровный' }, after: { figure: name, label: 'После', alt: 'На склоне видна каждая складка' }, caption: 'Один склон, два света' }
  const [module] = course.modules
  const lessons = module!.lessons.map(lesson => ({ ...lesson, body: { ru: [block, ...lesson.body.ru], kk: [block, ...lesson.body.kk], en: [block, ...lesson.body.en] } }))
  return { ...course, modules: [{ ...module!, lessons }] }
}

test('two pictures are compared by a slider that keys move; without script they stand side by side, both described', async () => {
  const here = await school()
  await teach(here, [comparingCourse()])
  const learner = await learnerOf(here, 'light')
  for (const width of [1280, 320]) {
    const { page, context, complaints } = await tab(here, { as: learner, width })
    await page.goto('/learn/light/lesson-1')
    const slider = page.getByRole('slider', { name: 'Граница между снимками' })
    const covered = (by: string) => page.waitForFunction(inset => getComputedStyle(document.querySelectorAll('.before-after .one')[1]!).clipPath === inset, `inset(0px 0px 0px ${by})`, { timeout: 5_000 })
    await slider.focus()
    await covered('50%')
    await page.keyboard.press('ArrowRight')
    await covered('51%')
    assert.equal(await slider.getAttribute('aria-valuetext'), 'До 51 %, После 49 %')
    await page.keyboard.press('Home')
    await covered('0%')
    const boxes = async () => Promise.all([0, 1].map(async index => (await page.locator('.before-after .one').nth(index).boundingBox())!))
    const [one, other] = await boxes()
    assert.deepEqual([one!.x, one!.y], [other!.x, other!.y])
    assert.deepEqual(await obstacles(page), [], `${width}`)
    await page.getByRole('button', { name: 'Поставить рядом' }).click()
    await page.locator('.before-after:not(.over)').waitFor()
    assert.equal(await slider.count(), 0)
    const [left, right] = await boxes()
    assert.notDeepEqual([left!.x, left!.y], [right!.x, right!.y])
    assert.deepEqual(complaints, [])
    await context.close()
  }
  const { page } = await tab(here, { as: learner, script: false })
  await page.goto('/learn/light/lesson-1')
  for (const name of ['Склон светлый и ровный', 'На склоне видна каждая складка']) assert.ok(await page.getByRole('img', { name }).isVisible(), name)
  const [left, right] = await Promise.all([0, 1].map(async index => (await page.locator('.before-after .one').nth(index).boundingBox())!))
  assert.ok(left!.x + left!.width <= right!.x && left!.y === right!.y)
  assert.equal(await page.locator('.before-after-slider').isVisible(), false)
})

test('on a phone the smallest words of a drawing are 12 pixels high; the drawing moves by itself, also by keys, and the page does not', async () => {
  const here = await school()
  const course = courseOf({ modules: [1] })
  const block = { kind: 'figure' as const, name: course.figures[0]!.name, alt: 'Склон', caption: 'Склон в полдень' }
  const [module] = course.modules
  const lessons = module!.lessons.map(lesson => ({ ...lesson, body: { ru: [block, ...lesson.body.ru], kk: [block, ...lesson.body.kk], en: [block, ...lesson.body.en] } }))
  await teach(here, [{ ...course, modules: [{ ...module!, lessons }] }])
  const { page, complaints } = await tab(here, { as: await learnerOf(here, 'light'), width: 320 })
  await page.goto('/learn/light/lesson-1')
  // A drawing of the schools is 720 units wide, and its smallest words are 15 of them on a phone.
  assert.ok((await page.locator('.drawing > svg').first().boundingBox())!.width * 15 / 720 >= 12)
  await page.locator('.drawing').first().focus()
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(() => document.querySelector('.drawing')!.scrollLeft > 0, undefined, { timeout: 5_000 })
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320)
  assert.deepEqual(complaints, [])
})

test('an outside link is followed through the notice without script, and the other site is told nothing of where one came from', async () => {
  const here = await school('masteryn-quest')
  await teach(here, [courseOf()])
  const { page, context } = await tab(here, { as: await learnerOf(here, 'light'), script: false })
  const asked: Record<string, string>[] = []
  await context.route('https://developer.mozilla.org/**', async route => {
    asked.push(await route.request().allHeaders())
    await route.fulfill({ contentType: 'text/html', body: '<h1>Elsewhere</h1>' })
  })
  await page.goto('/learn/light/lesson-1')
  await go(page, page.getByRole('link', { name: 'mdn (внешний сайт)' }).first())
  await page.getByRole('heading', { name: 'Дальше — сайт developer.mozilla.org' }).waitFor()
  await go(page, page.getByRole('link', { name: 'Перейти на developer.mozilla.org' }))
  assert.equal(page.url(), 'https://developer.mozilla.org/')
  assert.deepEqual(asked.map(({ referer, cookie }) => [referer, cookie]), [[undefined, undefined]])
})
