// My data and the privacy office in a real browser, on a narrow screen, with nothing but forms.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { passOut } from '#trust/processors/processors.ts'
import { go } from '#test/going.ts'
import { obstacles, openBrowser } from '#test/in-browser.ts'

const { school, tab } = await openBrowser()

test('without script, at 320 pixels: a complaint is filed, taken up, answered, and its papers are downloaded', async () => {
  const here = await school()
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  const [mine, office] = [await tab(here, { as: learner, script: false, width: 320 }), await tab(here, { as: officer, script: false, width: 320 })]
  await mine.page.goto('/me/data')
  await mine.page.getByLabel('О чём просите').selectOption({ label: 'Пожаловаться' })
  await mine.page.getByLabel('Своими словами').fill('Ответа нет вторую неделю')
  await go(mine.page, mine.page.getByRole('button', { name: 'Отправить запрос' }))
  await mine.page.getByText('Запрос принят').waitFor()
  await office.page.goto('/privacy-office/requests')
  await go(office.page, office.page.getByRole('row', { name: 'Пожаловаться' }).getByRole('link'))
  await go(office.page, office.page.getByRole('button', { name: 'Взять в работу' }))
  await office.page.getByText('Ответа нет вторую неделю').waitFor()
  await office.page.getByLabel('Выполнено').check()
  for (const [label, words] of [['Что сделано', 'Преподаватель ответил'], ['Что остаётся у нас', 'Переписка о курсе'], ['Почему и до какого срока', 'Пока открыта учётная запись']]) await office.page.getByLabel(label!).fill(words!)
  await go(office.page, office.page.getByRole('button', { name: 'Отправить ответ' }))
  await mine.page.goto('/me/data')
  const [file] = await Promise.all([mine.page.waitForEvent('download'), mine.page.getByRole('link', { name: 'Скачать историю запросов' }).click()])
  const papers = await readFile(await file.path(), 'utf8')
  for (const words of ['Ответа нет вторую неделю', 'Преподаватель ответил', 'eotinish.kz']) assert.ok(papers.includes(words), words)
})

test('My data, the register of recipients and a case can be used by anybody, in three languages, on a narrow screen', async () => {
  const here = await school()
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  await here.request('/me/data/ask', { as: learner, form: { kind: 'rectification', wish: 'Исправьте отзыв преподавателя' } })
  const { id } = await here.inside(({ db }) => db.selectFrom('rights.requests').select('id').executeTakeFirstOrThrow())
  await passOut(here.system, { setting: '$SMTP_URL', host: 'mail.example', person: learner.id, payload: { to: learner.email } }, async () => {})
  await passOut(here.system, { host: 'nobody.example', person: learner.id, payload: { name: 'А' } }, async () => {}).catch(() => {})
  await here.inside(({ db }) => db.insertInto('processors.notices').values({ id: crypto.randomUUID(), recipient: 'mail', reason: 'erasure', reference_numbers: [crypto.randomUUID()], made_at: here.system.now }).execute())
  for (const [who, paths] of [[learner, ['/me/data', `/me/data/requests/${id}`, '/me/data/erase']], [officer, ['/privacy-office/recipients', `/privacy-office/requests/${id}`]]] as const) {
    const { page, complaints } = await tab(here, { as: who, width: 320 })
    for (const locale of ['ru', 'kk', 'en']) for (const path of paths) {
      await page.goto(`/${locale}${path}`)
      assert.deepEqual(await obstacles(page), [], `${locale}${path}`)
    }
    assert.deepEqual(complaints, [])
  }
})

test('the receipt of a request says what was asked, by when and by whom it is answered, is printed without the ways around it, and is nobody else\'s', async () => {
  const here = await school()
  const [learner, other, officer] = [await here.learner(), await here.learner(), await here.member('privacy-officer', { name: 'Дана Ахметова' })]
  const { page } = await tab(here, { as: learner, script: false })
  await page.goto('/me/data?ask=objection')
  assert.equal(await page.getByLabel('О чём просите').inputValue(), 'objection', 'the card has chosen the right')
  await page.getByLabel('Своими словами').fill('Не напоминайте мне письмами')
  await go(page, page.getByRole('button', { name: 'Отправить запрос' }))
  await page.locator('#requests').getByRole('link').click()
  const text = async () => (await page.locator('main').textContent())!
  for (const words of ['Не напоминайте мне письмами', 'Возразить против использования', 'Дана Ахметова', 'Запрос получен и записан']) assert.ok((await text()).includes(words), words)
  const path = new URL(page.url()).pathname
  assert.equal((await here.request(path, { as: other })).status, 403)
  await here.request(`/privacy-office/requests/${path.split('/').at(-1)}`, { as: officer, form: { granted: 'yes', done: 'Письма больше не приходят', kept: 'Уведомления на сайте', why: 'Пока открыта учётная запись' } })
  await page.reload()
  for (const words of ['Ответ отправлен', 'Письма больше не приходят']) assert.ok((await text()).includes(words), words)
  await page.emulateMedia({ media: 'print' })
  for (const hidden of ['.crumbs', '.ask', '.footer nav', '.ways']) assert.equal(await page.locator(hidden).first().isVisible().catch(() => false), false, hidden)
  assert.equal(await page.getByText('Письма больше не приходят').isVisible(), true)
})
