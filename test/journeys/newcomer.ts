// Somebody new: unique words in everything they type, so that each can be looked for afterwards.
import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { heading, press, until, type School, type Tab } from './house.ts'
import { mark } from './residue.ts'

/**
 * `words` has what was typed so far, and `typed` says that a field of the registration was. `secrets` are those that nobody may ever read,
 * themselves included: they are not in the copy either. `from` is the address they come from.
 */
export type Newcomer = { words: Map<string, string>; secrets: Map<string, string>; word: (use: string) => string; values: Record<string, string>; typed: (field: string) => void; from: string }

const letters = 'bcdfghjkmnpqrstvwxz'
const random = (length: number) => Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
const two = (number: number) => String(number).padStart(2, '0')

export function newcomer(): Newcomer {
  const words = new Map<string, string>()
  const word = (use: string) => {
    if (!words.has(use)) words.set(use, `${mark}${random(10)}`)
    return words.get(use)!
  }
  const [number, name, secret] = [`7701${randomInt(1_000_000, 9_999_999)}`, `${mark}${random(10)}`, `${mark}${random(12)}`]
  const unique: Record<string, string> = {
    name, 'first-name': name, 'last-name': `${mark}${random(10)}`, login: `${mark}${random(10)}`, email: `${mark}${random(10)}`, phone: number, city: `${mark}${random(10)}`,
    'birth-date': `19${randomInt(30, 46)}-${two(randomInt(1, 13))}-${two(randomInt(1, 29))}`, address: `2001:db8:${Array.from({ length: 5 }, () => randomInt(0x1000, 0xffff).toString(16)).join(':')}:1`,
  }
  return {
    words, word, secrets: new Map([['password', secret]]), from: unique.address!,
    values: { ...unique, email: `${unique.email}@mail.example`, phone: `+${number}`, password: `девять тихих лодок ${secret}` },
    typed: field => { if (unique[field]) words.set(field, unique[field]) },
  }
}

const labels: Record<string, RegExp> = {
  name: /^Имя/, 'first-name': /^Имя/, 'last-name': /^Фамилия/, login: /^Логин/, email: /^Электронная почта/, phone: /^Телефон/, city: /^Город/, password: /^Пароль/,
}

/** From the free lesson to a confirmed account, by this school's own fields. */
export async function signUp({ manifest, slug }: School, { page }: Tab, { values, typed, secrets }: Newcomer) {
  await page.goto('/ru/sign-up')
  const asked = manifest.age
  if (asked !== 'none') {
    await heading(page, 'Сначала о возрасте')
    if (asked.asks === 'statement') await page.getByLabel(`${asked.from} или больше`).check()
    else for (const [index, part] of ['Год', 'Месяц', 'День'].entries()) await page.getByLabel(part, { exact: true }).fill(values['birth-date']!.split('-')[index]!)
    await press(page, 'Продолжить')
  }
  await heading(page, 'Регистрация')
  const shown = await page.locator('form[action$="/sign-up"]').getByRole('textbox').count()
  assert.ok(shown >= manifest.registration.fields.filter(({ field }) => field !== 'birth-date').length)
  for (const { field } of manifest.registration.fields) {
    if (labels[field]) await page.getByLabel(labels[field]).fill(values[field]!)
    typed(field)
  }
  const agree = page.getByLabel(/Я прочитал\(а\) политику/)
  if (await agree.count()) await agree.check()
  await press(page, 'Зарегистрироваться')
  if (manifest.registration.confirmed) {
    await heading(page, 'Проверьте почту')
    secrets.set('confirm', await confirm(slug, page, values.email!))
  } else secrets.set('code', await page.locator('main code').first().innerText())
  if (manifest.data.some(({ category }) => category === 'technical.security')) typed('address')
}

/** Follows the link of the letter; the answer is what only this link knew. */
async function confirm(slug: string, page: Tab['page'], email: string): Promise<string> {
  const link = await letterLink(slug, page, email, 'confirm')
  await page.goto(link)
  await press(page, 'Подтвердить и войти')
  await heading(page, 'Моё обучение')
  return new URL(link).pathname.split('/').at(-1)!
}

/** Opens the letter where a demonstration shows it. */
async function letterLink(slug: string, page: Tab['page'], email: string, to: string): Promise<string> {
  await page.goto('/ru/outbox')
  const letter = page.locator('main').getByText(email)
  await until(page, async () => await letter.count() > 0, `a letter to ${email} in ${slug}`)
  const text = await page.locator('main').innerText()
  return new RegExp(`https?://\\S+/${to}/\\S+`).exec(text.slice(text.indexOf(email)))![0]
}

/** Comes in again, in another browser. */
export async function signIn(tab: Tab, { manifest }: School, { values }: Newcomer) {
  await tab.page.goto('/ru/sign-in')
  const byMail = manifest.registration.identifier === 'e-mail'
  await tab.page.getByLabel(byMail ? labels.email! : labels.login!).fill(values[byMail ? 'email' : 'login']!)
  await tab.page.getByLabel(labels.password!).fill(values.password!)
  await press(tab.page, 'Войти')
  await heading(tab.page, 'Моё обучение')
}
