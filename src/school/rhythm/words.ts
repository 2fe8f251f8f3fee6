import type { Locale } from '#platform/locale.ts'

const monday = Date.UTC(2026, 0, 5)

/** "понедельник", "дүйсенбі", "Monday"; short: "пн", "дс", "Mon". */
export const weekdayName = (weekday: number, locale: Locale, form: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { weekday: form, timeZone: 'UTC' }).format(new Date(monday + (weekday - 1) * 86_400_000))
