// Somebody who was invited to work here by a letter over a mail server, is told of a coming policy, and leaves.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { go } from '../going.ts'
import { decoded, type smtpServer } from '../smtp-server.ts'
import type { Seen } from './columns.ts'
import { heading, press, staffTab, tabAt, until, type House, type School, type Tab } from './house.ts'
import { keepSecrets, vanish } from './journey.ts'
import { newcomer, signIn, type Newcomer } from './newcomer.ts'
import { takeCopy } from './own-data.ts'
import { askReminder, keepView, makeSnippet } from './own-things.ts'

export async function inviteAndLoseAgain(house: House, school: School, post: Awaited<ReturnType<typeof smtpServer>>, seen: Seen) {
  const person = newcomer()
  const office = await staffTab(house, school, 'operator', false)
  await invite(office.page, person)
  const theirs = office.page.url()
  const tab = await tabAt(house, `${school.slug}.localhost`, false, person.from)
  const letter = () => post.letters.find(({ to }) => to === person.values.email)?.data
  await until(tab.page, async () => letter() !== undefined, 'the invitation')
  const link = /https?:\/\/\S+\/invite\/[\w-]+/.exec(decoded(letter()!))![0]
  person.secrets.set('invitation', new URL(link).pathname.split('/').at(-1)!)
  await accept(tab.page, link, school, person)
  await makeSnippet(tab.page, person)
  await become(office.page, theirs, 'privacy-officer')
  await signIn(tab, school, person)
  await keepView(tab.page, person)
  await become(office.page, theirs, 'learner')
  await closeEnrolment(office.page)
  await signIn(tab, school, person)
  await askReminder(tab.page, school.course.slug)
  await announce(house, school)
  const copy = await takeCopy(school, tab, person)
  await keepSecrets(person, [tab])
  await vanish(house, school, tab, person, copy, seen)
  assert.deepEqual([...tab.complaints, ...office.complaints], [])
  await Promise.all([tab, office].map(({ context }) => context.close()))
}

async function invite(page: Tab['page'], { values, typed }: Newcomer) {
  await page.goto('/ru/office/people/invite')
  await page.locator('[name="role"][value="teacher"]').check()
  await page.locator('[name="identifier"]').fill(values.email!)
  await press(page, 'Пригласить')
  typed('email')
}

/** The operator gives somebody another role. */
async function become(page: Tab['page'], theirs: string, role: string) {
  await page.goto(theirs)
  await page.locator('summary', { hasText: 'Изменить роль' }).click()
  const form = page.locator('form[action$="/role"]')
  await form.locator('[name="role"]').selectOption(role)
  await go(page, form.getByRole('button'))
  await page.getByText('Роль изменена').waitFor()
}

/** The run that is open takes nobody in any more. */
async function closeEnrolment(page: Tab['page']) {
  await page.goto('/ru/office/courses')
  const form = page.locator('form[action$="/close"]')
  await page.locator('details').filter({ has: form }).first().locator('summary').first().click()
  await go(page, form.first().getByRole('button'))
}

async function accept(page: Tab['page'], link: string, { manifest }: School, { values, typed }: Newcomer) {
  await page.goto(link)
  for (const { field } of manifest.registration.fields) {
    const input = page.locator(`[name="${field.replace('-', '_')}"]`)
    if (!await input.count()) continue
    await input.fill(values[field]!)
    typed(field)
  }
  await press(page, 'Начать')
  await heading(page, 'Моё обучение')
  if (manifest.data.some(({ category }) => category === 'technical.security')) typed('address')
}

/** The operator announces a change of uses: everyone who is here gets a notice of their own. */
async function announce({ running, scratch }: House, { slug }: School) {
  const file = join(scratch, 'policy.yaml')
  const summary = JSON.stringify({ ru: 'Изменение, объявленное при проверке', kk: 'Тексеру кезінде жарияланған өзгеріс', en: 'A change announced by a test' })
  const text = readFileSync(`sites/${slug}/policy.yaml`, 'utf8')
    .replace(/^effective: .*$/m, `effective: earliest\nchange: { reason: operation, affects: rights-or-uses, summary: ${summary} }`)
    .replace(/answer: \{ working-days: 10 \}/, 'answer: { working-days: 9 }')
  writeFileSync(file, text)
  const { code, err } = await running.tell('policy', 'announce', file, '--site', slug)
  assert.equal(code, 0, err)
}
