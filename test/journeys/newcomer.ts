// Somebody new: unique words in everything they type, so that each can be looked for afterwards.
import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { heading, press, until, type School, type Tab } from './house.ts'

/** `words` has what was typed so far. `typed` says that a field of the registration was. */
export type Newcomer = { words: Map<string, string>; word: (use: string) => string; values: Record<string, string>; typed: (field: string) => void }

const letters = 'bcdfghjkmnpqrstvwxz'
const random = (length: number) => Array.from({ length }, () => letters[randomInt(letters.length)]).join('')

export function newcomer(): Newcomer {
  const words = new Map<string, string>()
  const word = (use: string) => {
    if (!words.has(use)) words.set(use, `zq${random(10)}`)
    return words.get(use)!
  }
  const number = `7701${randomInt(1_000_000, 9_999_999)}`
  const name = `zq${random(10)}`
  const unique: Record<string, string> = { name, 'first-name': name, 'last-name': `zq${random(10)}`, login: `zq${random(10)}`, email: `zq${random(10)}`, phone: number, city: `zq${random(10)}` }
  const values = { ...unique, email: `${unique.email}@mail.example`, phone: `+${number}`, password: 'девять тихих бумажных лодок' }
  return { words, word, values, typed: field => { if (unique[field]) words.set(field, unique[field]) } }
}

const labels: Record<string, RegExp> = {
  name: /^Имя/, 'first-name': /^Имя/, 'last-name': /^Фамилия/, login: /^Логин/, email: /^Электронная почта/, phone: /^Телефон/, city: /^Город/, password: /^Пароль/,
}

/** From the free lesson to a confirmed account, by this school's own fields. */
export async function signUp({ manifest, slug }: School, { page }: Tab, { values, typed }: Newcomer) {
  await page.goto('/ru/sign-up')
  const asked = manifest.age
  if (asked !== 'none') {
    await heading(page, 'Сначала о возрасте')
    if (asked.asks === 'statement') await page.getByLabel(`${asked.from} или больше`).check()
    else for (const [part, value] of [['День', '8'], ['Месяц', '3'], ['Год', '1990']] as const) await page.getByLabel(part, { exact: true }).fill(value)
    await press(page, 'Продолжить')
  }
  await heading(page, 'Регистрация')
  const shown = await page.locator('form[action$="/sign-up"]').getByRole('textbox').count()
  assert.ok(shown >= manifest.registration.fields.filter(({ field }) => field !== 'birth-date').length)
  for (const { field } of manifest.registration.fields) if (labels[field]) {
    await page.getByLabel(labels[field]).fill(values[field]!)
    typed(field)
  }
  const agree = page.getByLabel(/Я прочитал\(а\) политику/)
  if (await agree.count()) await agree.check()
  await press(page, 'Зарегистрироваться')
  if (!manifest.registration.confirmed) return
  await heading(page, 'Проверьте почту')
  await confirm(slug, page, values.email!)
}

/** Opens the letter where a demonstration shows it, and follows its link. */
async function confirm(slug: string, page: Tab['page'], email: string) {
  await page.goto('/ru/outbox')
  const letter = page.locator('main').getByText(email)
  await until(page, async () => await letter.count() > 0, `a letter to ${email} in ${slug}`)
  const text = await page.locator('main').innerText()
  const link = /https?:\/\/\S+\/confirm\/\S+/.exec(text.slice(text.indexOf(email)))![0]
  await page.goto(link)
  await press(page, 'Подтвердить и войти')
  await heading(page, 'Моё обучение')
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
