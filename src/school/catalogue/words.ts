import { amount, speaker, type Locale } from '#platform/locale.ts'
import { messages } from './messages.ts'

/** "45 минут", "2 часа", "2,5 часа". */
export const howLong = (minutes: number, locale: Locale): string =>
  minutes < 60 ? amount(minutes, 'minute')[locale] : amount(Math.round(minutes / 30) / 2, 'hour')[locale]

/** "6 недель, в неделю 3 часа": the pace that the school advises. */
export const pace = (minutes: number, weeks: number, locale: Locale): string =>
  speaker(messages, locale)('pace', { weeks, hours: howLong(Math.max(15, Math.round(minutes / weeks / 15) * 15), locale) })

export const languageNames: Record<Locale, string> = { ru: 'Русский', kk: 'Қазақша', en: 'English' }
