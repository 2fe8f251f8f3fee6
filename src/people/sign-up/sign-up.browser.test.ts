// The way in, in a real browser under the content policy: with script and without, and as somebody who cannot see.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { go } from '#test/going.ts'
import { obstacles, openBrowser } from '#test/in-browser.ts'
import { lettersIn } from '#test/letters.ts'
import { courseOf, teach } from '#test/taught.ts'
import { password } from '#test/visits.ts'
import { worldOf } from '#test/world.ts'

const { school, tab } = await openBrowser()

async function fillIn(page: Page, fields: Record<string, string>) {
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value)
  const tick = page.locator('input[name="agree"]')
  if (await tick.count()) await tick.check()
}

for (const script of [true, false]) {
  const how = script ? 'with script' : 'without script'

  test(`MX-073 ${how}: age, then the form; a slip is named and nothing typed is lost; the letter's link leads in; out again, and in by password`, async () => {
    const here = await school('mexrontal')
    const { page, complaints } = await tab(here, { script })
    await page.goto('/sign-up')
    assert.equal(await page.locator('[name=email]').count(), 0)
    await page.getByText('18 или больше').click()
    await page.getByRole('button', { name: 'Продолжить' }).click()
    await fillIn(page, { first_name: 'Айсұлу', last_name: 'Ким', email: 'aisulu@mail', city: 'Орал', password: '12345678' })
    await page.getByRole('button', { name: 'Зарегистрироваться' }).click()
    const summary = page.getByRole('alert')
    assert.match((await summary.textContent())!, /Электронная почта[^]*Наименьшая длина пароля: 10/)
    await fillIn(page, { email: 'aisulu@mail.example' })
    assert.equal(await page.locator('[name=city]').inputValue(), 'Орал')
    assert.equal(await page.locator('[name=password]').inputValue(), '')
    await fillIn(page, { password })
    await page.getByRole('button', { name: 'Зарегистрироваться' }).click()
    await page.getByRole('heading', { name: 'Проверьте почту' }).waitFor()
    const [letter] = await lettersIn(here)
    await page.goto(here.home + new URL(letter!.link).pathname)
    await page.getByRole('button', { name: 'Подтвердить и войти' }).click()
    await page.waitForURL(/\/ru\/me/)
    await page.goto('/me/profile')
    assert.equal(await page.locator('[name=first_name]').inputValue(), 'Айсұлу')
    await page.goto('/me/security')
    assert.match((await page.locator('main').textContent())!, /Chrome · Linux/)
    await page.getByRole('button', { name: 'Кабинет' }).click()
    await page.getByRole('button', { name: 'Выйти' }).first().click()
    await page.getByText('Вы вышли.').waitFor()
    await page.goto('/sign-in')
    await fillIn(page, { email: 'aisulu@mail.example', password })
    await page.locator('main').getByRole('button', { name: 'Войти', exact: true }).click()
    await page.waitForURL(/\/me$/)
    assert.deepEqual(complaints.filter(text => !/status of 4\d\d/.test(text)), [])
  })

  test(`MQ-059 MQ-061 ${how}: a login and no e-mail, ten codes to keep, and with one of them a new password`, async () => {
    const here = await school('masteryn-quest')
    const { page } = await tab(here, { script })
    await page.goto('/sign-up')
    for (const [part, value] of [['day', '17'], ['month', '5'], ['year', '1994']]) await page.locator(`[name=birth_date-${part}]`).fill(value!)
    await page.getByRole('button', { name: 'Продолжить' }).click()
    assert.equal(await page.locator('[name=birth_date-year]').inputValue(), '1994')
    await fillIn(page, { name: 'Айсұлу', login: 'aisulu', password })
    await page.getByRole('button', { name: 'Зарегистрироваться' }).click()
    await page.getByRole('heading', { name: 'Коды восстановления' }).waitFor()
    const codes = await page.locator('main code').allTextContents()
    assert.equal(codes.length, 10)
    await go(page, page.getByRole('button', { name: 'Коды сохранены' }))
    assert.equal(await page.locator('main code').count(), 0)

    const other = await tab(here, { script })
    await other.page.goto('/recover')
    await fillIn(other.page, { login: 'aisulu', code: codes[3]!, password: 'seven slow copper clouds' })
    await other.page.getByRole('button', { name: 'Задать новый пароль' }).click()
    await other.page.waitForURL(/\/me/)
    await page.goto('/me/profile')
    assert.match(page.url(), /\/sign-in\?next=/, 'the session of before has ended')
  })

  test(`MX-075 ${how}: who is too young meets a kind word, a way on, and no field to fill in`, async () => {
    const here = await school('mexrontal')
    const { page } = await tab(here, { script })
    await page.goto('/sign-up')
    await page.getByText(/^меньше/).click()
    await page.getByRole('button', { name: 'Продолжить' }).click()
    await page.getByRole('heading', { name: 'Пока не получится' }).waitFor()
    await page.goto('/sign-up') // going back, or typing the address again
    assert.equal(await page.locator('main input:not([type=hidden])').count(), 0)
    assert.equal(await page.getByRole('link', { name: 'Посмотреть открытые уроки' }).count(), 1)
  })
}

for (const [slug, first, code] of [['mexrontal', 'Айсұлу', false], ['masteryn-quest', 'Айсұлу', true]] as const)
  test(`${slug}: a newcomer who pressed "enrol" comes back to that course, through age, form, a slip, and ${code ? 'codes' : 'letter'}, without script`, async () => {
    const here = await school(slug)
    await teach(here, [courseOf({ slug: 'light', modules: [2] })])
    const { page } = await tab(here, { script: false })
    await page.goto('/courses/light')
    await page.getByRole('link', { name: 'Записаться' }).first().click()
    await page.waitForURL(/\/sign-in\?next=%2Fcourses%2Flight$/)
    await page.locator('main').getByRole('link', { name: /Зарегистрироваться/ }).click()
    if (code) for (const [part, value] of [['day', '17'], ['month', '5'], ['year', '1994']]) await page.locator(`[name=birth_date-${part}]`).fill(value!)
    else await page.getByText('18 или больше').click()
    await page.getByRole('button', { name: 'Продолжить' }).click()
    await fillIn(page, { ...code ? { name: first, login: 'aisulu' } : { first_name: first, last_name: 'Ким', email: 'aisulu@mail.example', city: 'Орал' }, password: '12345678' })
    await page.getByRole('button', { name: 'Зарегистрироваться' }).click()
    await page.getByRole('alert').waitFor()
    await fillIn(page, { password })
    await page.getByRole('button', { name: 'Зарегистрироваться' }).click()
    if (code) await page.getByRole('button', { name: 'Коды сохранены' }).click()
    else {
      await page.getByRole('heading', { name: 'Проверьте почту' }).waitFor()
      const { pathname, search } = new URL((await lettersIn(here))[0]!.link)
      await page.goto(here.home + pathname + search)
      await page.getByRole('button', { name: 'Подтвердить и войти' }).click()
    }
    await page.waitForURL(/\/courses\/light(\?|$)/)
    await page.getByRole('button', { name: 'Записаться' }).first().waitFor()
  })

test('every page about people can be used by everybody: three languages, a narrow screen, by keyboard and by ear', async () => {
  const here = await school('mexrontal')
  const world = await worldOf(here)
  const [visitor, learner, operator] = await Promise.all([tab(here, { width: 320 }), tab(here, { width: 320, as: world.people.learner }), tab(here, { as: world.people.operator })])
  const found: string[] = []
  const look = async ({ page }: { page: Page }, paths: string[]) => {
    for (const path of paths) for (const locale of ['ru', 'kk', 'en']) {
      await page.goto(`/${locale}${path}`)
      found.push(...(await obstacles(page)).map(problem => `${locale}${path} ${problem}`))
    }
  }
  await Promise.all([
    look(visitor, ['/sign-in', '/sign-in/cookies', '/sign-up', '/recover', '/sign-in/link', '/settings', '/letter-sent']),
    look(learner, ['/me/profile', '/me/settings', '/me/security', '/me/recovery']),
    look(operator, ['/office/people', '/office/people/invite', `/office/people/${world.people.learner.id}`]),
  ])
  assert.deepEqual(found, [])
})

test('a password that is being chosen is judged in words while it is typed, in the reader\'s language, and not while one signs in', async () => {
  const here = await school('mexrontal')
  const { page, complaints } = await tab(here)
  await page.goto('/kk/sign-up')
  await page.locator('.choice').first().click()
  await page.getByRole('button', { name: 'Жалғастыру' }).click()
  await page.getByRole('button', { name: 'Көрсету' }).waitFor()
  for (const [typed, words] of [['жеті', 'Жетпейтін таңба саны: 6.'], ['1234567890', 'Тек цифрларды табу оңай'], ['аааааааааааа', 'Әртүрлі таңба тым аз'], ['көктем жаңбыры', 'Жарайды'], ['көктем жаңбыры терезеде', 'табу қиын']] as const) {
    await page.locator('[name=password]').fill(typed)
    await page.getByText(words).waitFor()
  }
  await page.goto('/kk/sign-in')
  await page.getByRole('button', { name: 'Көрсету' }).waitFor()
  assert.equal(await page.locator('.meter-words').count(), 0)
  assert.deepEqual(complaints, [])
})
