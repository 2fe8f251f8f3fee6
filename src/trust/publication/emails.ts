import { fill, type Locale } from '#platform/locale.ts'
import { dateInWords } from '#platform/ui/ui.ts'

const changed = {
  subject: { ru: 'Мы меняем политику конфиденциальности', kk: 'Құпиялық саясатын өзгертеміз', en: 'We are changing our privacy policy' },
  text: {
    ru: 'Новая редакция опубликована и начнёт действовать {from}. Что меняется, показано здесь: {address}\n\nЕсли вы не согласны, до этого времени вы можете удалить учётную запись на странице «Мои данные».',
    kk: 'Жаңа редакция жарияланды. Ол қолданыла бастайтын уақыт: {from}. Не өзгеретіні мына жерде көрсетілген: {address}\n\nКеліспесеңіз, осы уақытқа дейін «Менің деректерім» бетінде тіркелгіңізді жоя аласыз.',
    en: 'The new version is published and applies from {from}. What changes is shown here: {address}\n\nIf you do not agree, you can erase your account on the page "My data" until then.',
  },
}

/** The letter about a coming version: no name and nothing about the person, only where to read it. */
export const policyChangedEmail = (locale: Locale, address: URL, from: Date, timeZone: string) => ({
  subject: changed.subject[locale],
  text: fill(changed.text, { from: dateInWords(from, locale, 'moment', timeZone), address: new URL(`/${locale}/privacy/versions`, address).href })[locale],
})
