import type { Locale, Text } from '#platform/locale.ts'

/** A phrase that a language course teaches is the same in every language: then its own language is Kazakh, and the page says so to screen readers. */
export const languageOf = (text: Text, locale: Locale): 'kk' | undefined =>
  locale !== 'kk' && text[locale] === text.kk && /\p{Script=Cyrillic}/u.test(text.kk) ? 'kk' : undefined
