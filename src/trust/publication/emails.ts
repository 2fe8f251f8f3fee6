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

const stays = {
  subject: { ru: 'Политика конфиденциальности остаётся прежней', kk: 'Құпиялық саясаты өзгермейді', en: 'Our privacy policy stays as it is' },
  text: {
    ru: 'Мы писали вам о новой редакции политики. Мы её отозвали: она не начнёт действовать. Все редакции: {address}',
    kk: 'Біз сізге саясаттың жаңа редакциясы туралы жазғанбыз. Оны қайтарып алдық: ол қолданылмайды. Барлық редакция: {address}',
    en: 'We wrote to you about a new version of the policy. We have withdrawn it: it will not apply. All versions: {address}',
  },
}

/** The letter that takes an announcement back. */
export const policyStaysEmail = (locale: Locale, address: URL) =>
  ({ subject: stays.subject[locale], text: fill(stays.text, { address: new URL(`/${locale}/privacy/versions`, address).href })[locale] })

/** The letter about a coming version: no name and nothing about the person, only where to read it. */
export const policyChangedEmail = (locale: Locale, address: URL, from: Date, timeZone: string) => ({
  subject: changed.subject[locale],
  text: fill(changed.text, { from: dateInWords(from, locale, 'moment', timeZone), address: new URL(`/${locale}/privacy/versions`, address).href })[locale],
})
