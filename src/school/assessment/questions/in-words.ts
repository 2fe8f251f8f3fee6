import type { Locale } from '#platform/locale.ts'
import type { Asked, Given, Key } from './question.ts'

type Option = { id: string; text: Record<Locale, string> }

/** An answer as a person reads it, a line for each part. */
export function inWords(asked: Asked, given: Given, locale: Locale): string[] {
  const name = (options: Option[], id: string) => options.find(option => option.id === id)?.text[locale] ?? '—'
  switch (asked.type) {
    case 'single': case 'multiple': return given.filter(id => id !== '').map(id => name(asked.options, id))
    case 'numeric': return given.map(typed => asked.unit ? `${typed} ${asked.unit[locale]}` : typed)
    case 'short': return [...given]
    case 'matching': return asked.items.map(({ text }, index) => `${text[locale]} → ${name(asked.options, given[index] ?? '')}`)
    case 'ordering': return given.map((id, index) => `${index + 1}. ${name(asked.items, id)}`)
  }
}

/** The right answer, for after the test. */
export const rightInWords = (asked: Asked, key: Key, locale: Locale): string[] => inWords(asked, rightAnswer(asked, key, locale), locale)

/** The right answer as a form would send it. */
export function rightAnswer(asked: Asked, key: Key, locale: Locale): Given {
  switch (key.type) {
    case 'single': return [key.right]
    case 'multiple': case 'ordering': return key.right
    case 'numeric': return [new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(key.right)]
    case 'short': return key.right[locale]?.slice(0, 1) ?? []
    case 'matching': return asked.type === 'matching' ? asked.items.map(({ id }) => key.right[id] ?? '') : []
  }
}
