// What the main job alone does not leave behind: words of one's own elsewhere in the school, and what those who work there write about somebody.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { go } from '../going.ts'
import { staffTab, type House, type School, type Tab } from './house.ts'
import type { Newcomer } from './newcomer.ts'

/** Fills in a form by the names of its fields and sends it with its last button, or the one of this value. */
async function fillIn(page: Page, action: string, fields: Record<string, string | true>, value?: string) {
  const form = page.locator(`form[action$="${action}"]`).last()
  for (const [name, typed] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`)
    if (typed === true) await field.check()
    else if (await field.first().getAttribute('type') === 'radio') await form.locator(`[name="${name}"][value="${typed}"]`).check()
    else await field.fill(typed)
  }
  await go(page, form.locator(value === undefined ? 'button' : `button[value="${value}"]`).last())
}

/** A review, a suggestion, an enquiry, a trajectory, a choice of cookies, an address that waits to be confirmed. */
export async function leaveTraces({ manifest }: School, { page }: Tab, { word, values }: Newcomer) {
  await page.goto('/ru/reviews')
  await fillIn(page, '/reviews', { stars: '4', words: `Понятные примеры и ${word('review')}`, signed: word('signature'), publish: true })
  await fillIn(page, '/reviews/suggestions', { words: `Больше примеров про ${word('suggestion')}` })
  await page.goto('/ru/me/enquiries')
  await fillIn(page, '/me/enquiries', { topic: 'general', words: `Вопрос про ${word('enquiry')}` })
  await page.goto('/ru/trajectories')
  await fillIn(page, '/start', {})
  await page.goto('/ru/cookies')
  const offered = page.locator('main form input[type=checkbox]')
  if (await offered.count()) await fillIn(page, '/cookies', { [(await offered.first().getAttribute('name'))!]: true }, 'chosen')
  await page.goto('/ru/me/recovery')
  const address = word('new-address')
  await fillIn(page, '/me/recovery/address', { value: manifest.registration.identifier === 'e-mail' ? `${address}@mail.example` : address, current: values.password! })
  await page.getByText(address).first().waitFor()
}

/** The operator looks at somebody, answers their review, closes their enquiry, hands a link over, and takes a certificate back. Each says why. */
export async function beLookedAfter(house: House, school: School, { word, values, secrets }: Newcomer, certificate: string, script: boolean) {
  const { page, complaints, context } = await staffTab(house, school, 'operator', script)
  await page.goto('/ru/office/people')
  await fillIn(page, '/office/people/find', { who: values[school.manifest.registration.identifier === 'e-mail' ? 'email' : 'login']! })
  await fillIn(page, '/look', { why: `Обращение ${word('look')}` })
  await page.getByText(values['first-name']!).or(page.getByText(values.login!)).first().waitFor()
  await page.locator('summary', { has: page.getByText('Ссылка для нового пароля') }).click()
  await fillIn(page, '/reset', { why: `По телефону ${word('handover')}` })
  if (school.manifest.registration.identifier === 'login') secrets.set('reset', new URL(await page.locator('main code').first().innerText()).pathname.split('/').at(-1)!)
  await page.goto('/ru/office/reviews')
  await fillIn(page, '/office/reviews', { reason: `Уточните ${word('judgement')}` }, 'no')
  await page.goto('/ru/office/enquiries')
  await go(page, page.locator('main tbody th a').last())
  await page.getByText(word('enquiry')).waitFor()
  await page.locator('summary', { has: page.getByText('Закрыть без ответа') }).click()
  await fillIn(page, '/close', { reason: `Спросили дважды ${word('closing')}` })
  await page.goto('/ru/office/certificates')
  await fillIn(page, '/office/certificates/revoke', { number: certificate, reason: 'mistake', why: `Выдан дважды ${word('revocation')}` })
  assert.deepEqual(complaints, [])
  await context.close()
}

/** The privacy officer answers the request that has come in. */
export async function beAnswered(house: House, school: School, { word }: Newcomer, request: string, script: boolean) {
  const { page, complaints, context } = await staffTab(house, school, 'privacy-officer', script)
  await page.goto('/ru/privacy-office/requests')
  await go(page, page.getByRole('link', { name: `№ ${request}`, exact: true }))
  await page.getByText(word('wish')).waitFor()
  await fillIn(page, new URL(page.url()).pathname, { granted: 'yes', done: `Советы отключены ${word('done')}`, kept: `Остались результаты ${word('kept')}`, why: `Пока длится учёба ${word('reason')}` })
  assert.deepEqual(complaints, [])
  await context.close()
}
