import { isLocale, type Locale } from '#platform/locale.ts'

/** The language of whoever types, as POSIX orders it: LC_ALL, LC_MESSAGES, LANG. */
export function languageOf(env: NodeJS.ProcessEnv): Locale {
  const tag = (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').slice(0, 2)
  return isLocale(tag) ? tag : 'en'
}
