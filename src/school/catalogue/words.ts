import { amount, type Locale } from '#platform/locale.ts'

/** "45 минут", "2 часа", "2,5 часа". */
export const howLong = (minutes: number, locale: Locale): string =>
  minutes < 60 ? amount(minutes, 'minute')[locale] : amount(Math.round(minutes / 30) / 2, 'hour')[locale]

export const languageNames: Record<Locale, string> = { ru: 'Русский', kk: 'Қазақша', en: 'English' }
