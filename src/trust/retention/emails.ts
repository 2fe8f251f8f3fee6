import { fill, type Locale, type Text } from '#platform/locale.ts'
import { dateInWords } from '#platform/ui/ui.ts'

const warning = {
  subject: { ru: 'Скоро ваша учётная запись удалится', kk: 'Тіркелгіңіз жақында жойылады', en: 'Your account is about to be erased' },
  text: {
    ru: 'Вы давно не заходили в школу «{school}». Как обещано в её политике, учётная запись и всё, что с ней связано, удалится {date}.\n\nЧтобы сохранить её, просто войдите: {address}',
    kk: 'Сіз «{school}» мектебіне көптен кірмедіңіз. Саясатында уәде етілгендей, тіркелгі мен оған қатыстының бәрі мына уақытта жойылады: {date}.\n\nОны сақтау үшін жай ғана кіріңіз: {address}',
    en: 'You have not been at “{school}” for a long time. As its policy promises, the account and all that belongs to it will be erased on {date}.\n\nTo keep it, simply sign in: {address}',
  },
}

/** Says the day and how to stay; nothing of what the account holds. */
export const warningEmail = (locale: Locale, { school, address, date, timeZone }: { school: Text; address: URL; date: Date; timeZone: string }) => ({
  subject: warning.subject[locale],
  text: fill(warning.text, {
    school: school[locale], address: new URL(`/${locale}/sign-in`, address).href,
    date: dateInWords(date, locale, 'moment', timeZone),
  })[locale],
})
