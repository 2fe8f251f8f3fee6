// A browser that keeps no cookie, because its owner does not want it to.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { openBrowser } from '#test/in-browser.ts'
import { courseOf, teach } from '#test/taught.ts'
import { known, password } from '#test/visits.ts'

const { opened, school, tabWithoutCookies } = await openBrowser()

test('WD-039 with cookies switched off the public pages work, and signing in says which one cookie it lacks, in three languages and without script', async () => {
  const here = await school('webstapero-dev-notes')
  await teach(here, [courseOf({ slug: 'light', modules: [2] })])
  const person = await known(opened, here)
  const { page, context } = await tabWithoutCookies(here, { width: 320 })
  for (const path of ['/', '/courses', '/courses/light', '/learn/light/lesson-1', '/trajectories', '/reviews', '/contacts', '/privacy', '/privacy/versions', '/trust', '/sign-up'])
    assert.equal((await page.goto(path))!.status(), 200, path)
  for (const [locale, enter, title] of [['ru', 'Войти', 'Ваш браузер не сохраняет cookie'], ['kk', 'Кіру', 'Браузеріңіз cookie сақтамайды'], ['en', 'Sign in', 'Your browser keeps no cookies']] as const) {
    await page.goto(`/${locale}/sign-in?next=%2Fcourses%2Flight`)
    await page.locator('[name=email]').fill(person.name)
    await page.locator('[name=password]').fill(password)
    await page.locator('main').getByRole('button', { name: enter, exact: true }).click()
    await page.getByRole('heading', { name: title }).waitFor()
    assert.deepEqual(await page.locator('main code').allTextContents(), ['session'], 'one cookie, by the name it has in the table')
    const { purpose } = here.policy.cookies.find(({ name }) => name === 'session')!
    assert.ok((await page.locator('main').textContent())!.includes(purpose[locale]))
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), 'no wider than a telephone')
  }
  await page.goto('/me')
  await page.waitForURL(/\/sign-in\?next=/)
  assert.deepEqual(await context.cookies(), [])
  const promise = here.policy.promises.find(({ keeps }) => keeps.includes('WD-039'))!
  const found = await checkPromise(here.system, promise)
  assert.equal(found.state, 'kept', JSON.stringify(found))
})
