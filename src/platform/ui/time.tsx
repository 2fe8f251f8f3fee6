import { useHere } from './here.ts'
import type { Locale } from '../locale.ts'

export type TimeForm = 'date' | 'day' | 'moment' | 'month' | 'short'
const forms: Record<TimeForm, Intl.DateTimeFormatOptions> = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'short' },
  moment: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  short: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  month: { month: 'long', year: 'numeric' },
}

/** A date in words, as the school's people read it: "4 декабря 2026 г.". */
export function dateInWords(at: Date, locale: Locale, form: TimeForm = 'date', zone = 'Asia/Almaty'): string {
  const key = `${locale} ${form} ${zone} ${at.getTime()}`
  // The formatter knows only the abbreviation; in running Kazakh text the word is written out.
  const known = inWords.get(key) ?? formatter(locale, form, zone).format(at).replace(/(?<=\d{4}) ж\. /, ' жылғы ')
  if (inWords.size >= 5000) inWords.clear()
  inWords.set(key, known)
  return known
}

// The same moments stand on page after page, and finding words for one takes as long as drawing a list.
const inWords = new Map<string, string>()

const formatters = new Map<string, Intl.DateTimeFormat>()
function formatter(locale: Locale, form: TimeForm, timeZone: string) {
  const key = locale + form + timeZone
  // Cut short, a Kazakh month reads as another word: қараша is November, қар is snow.
  const month = locale === 'kk' && (form === 'short' || form === 'day') ? { month: 'long' as const } : {}
  if (!formatters.has(key)) formatters.set(key, new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...forms[form], ...month, timeZone }))
  return formatters.get(key)!
}

/** An absolute date; a moment also says its hour and time zone. */
export function Time({ at, as = 'date' }: { at: Date; as?: TimeForm }) {
  const { locale, school, actor } = useHere()
  return <time datetime={at.toISOString()}>{dateInWords(at, locale, as, actor.zone ?? school.zone)}</time>
}
