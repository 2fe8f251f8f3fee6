// The filters of a view in words, and the address of the log that shows it.
import { speaker, type Locale } from '#platform/locale.ts'
import { actGroups, actName } from './acts.ts'
import type { FilterName, Filters } from './filters.ts'
import { messages } from './messages.ts'
import { roleName } from './role-names.ts'

export function placeOf(filters: Filters, at = '/privacy-office/audit'): string {
  const asked = new URLSearchParams(filters as Record<string, string>).toString()
  return asked ? `${at}?${asked}` : at
}

export function filterInWords(name: FilterName, value: string, locale: Locale): string {
  if (name === 'role') return roleName(value, locale)
  if (name === 'outcome') return speaker(messages, locale)(value === 'refused' ? 'log-refused' : 'log-done')
  if (name === 'kind') return speaker(messages, locale)(value === 'look' ? 'kind-look' : 'kind-deed')
  return name === 'act' ? actGroups().find(([group]) => `${group}.` === value)?.[1][locale] ?? actName(value, locale) : value
}

export const WordsOf = ({ name, value, locale }: { name: FilterName; value: string; locale: Locale }) => <>{filterInWords(name, value, locale)}</>
