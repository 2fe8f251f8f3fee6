import { fill, type Locale, type Text } from '#platform/locale.ts'

const warning = {
  subject: { ru: 'Скоро ваша учётная запись удалится', kk: 'Тіркелгіңіз жақында жойылады', en: 'Your account is about to be erased' },
  text: {
    ru: 'Вы давно не заходили в школу «{school}». Как обещано в её политике, {date} учётная запись и всё, что с ней связано, удалится.\n\nЧтобы сохранить её, просто войдите: {address}',
    kk: 'Сіз «{school}» мектебіне көптен кірмедіңіз. Саясатында уәде етілгендей, {date} тіркелгі мен оған қатыстының бәрі жойылады.\n\nОны сақтау үшін жай ғана кіріңіз: {address}',
    en: 'You have not been at “{school}” for a long time. As its policy promises, on {date} the account and all that belongs to it will be erased.\n\nTo keep it, simply sign in: {address}',
  },
}

/** Says the day and how to stay; nothing of what the account holds. */
export const warningEmail = (locale: Locale, { school, address, date, timeZone }: { school: Text; address: URL; date: Date; timeZone: string }) => ({
  subject: warning.subject[locale],
  text: fill(warning.text, {
    school: school[locale], address: new URL(`/${locale}/sign-in`, address).href,
    date: new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone }).format(date),
  })[locale],
})
