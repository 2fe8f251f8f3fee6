import { locales, type Locale } from '#platform/locale.ts'
import type { Course } from '#school/courses/courses.ts'

export const levels = ['beginner', 'intermediate', 'advanced'] as const
export const lengths = ['short', 'medium', 'long'] as const
export type Length = (typeof lengths)[number]
/** What was asked for in the address; what is no choice is left out. */
export type Filters = { search: string; level: string | undefined; language: string | undefined; length: string | undefined; sort: string }
export type FilterName = 'level' | 'language' | 'length'

const one = (value: string | undefined, of: readonly string[]) => of.includes(value ?? '') ? value : undefined

export const readFilters = (query: Record<string, string>): Filters => ({
  search: (query.search ?? '').trim().slice(0, 100), level: one(query.level, levels), language: one(query.language, locales), length: one(query.length, lengths),
  sort: one(query.sort, ['short', 'new']) ?? 'school',
})

/** Up to three hours, up to ten, longer. */
export const lengthOf = (minutes: number): Length => minutes <= 180 ? 'short' : minutes <= 600 ? 'medium' : 'long'

const choices: Record<FilterName, (course: Course, value: string) => boolean> = {
  level: (course, value) => course.about.level === value,
  language: (course, value) => course.languages.includes(value as Locale),
  length: (course, value) => lengthOf(course.minutes) === value,
}

const spoken = ({ about: { title, outcome, summary } }: Course, locale: Locale) => `${title[locale]} ${outcome[locale]} ${summary[locale]}`.toLowerCase()

function fits(course: Course, filters: Filters, locale: Locale, except?: FilterName) {
  return spoken(course, locale).includes(filters.search.toLowerCase())
    && (Object.keys(choices) as FilterName[]).every(name => name === except || !filters[name] || choices[name](course, filters[name]))
}

export function filtered(courses: Course[], filters: Filters, locale: Locale): Course[] {
  const found = courses.filter(course => fits(course, filters, locale))
  if (filters.sort === 'short') return found.toSorted((one, other) => one.minutes - other.minutes)
  if (filters.sort === 'new') return found.toSorted((one, other) => other.version.localeCompare(one.version))
  return found
}

/** The courses that meet most of what was asked for, when none meets all of it. */
export function nearest(courses: Course[], filters: Filters, locale: Locale): Course[] {
  const met = (course: Course) => (Object.keys(choices) as FilterName[]).filter(name => filters[name] && choices[name](course, filters[name])).length + (filters.search && spoken(course, locale).includes(filters.search.toLowerCase()) ? 1 : 0)
  return courses.toSorted((one, other) => met(other) - met(one)).slice(0, 3)
}

/** How many courses each choice would leave, beside the other filters: no choice leads into an empty page unannounced. */
export const counted = (courses: Course[], filters: Filters, locale: Locale, name: FilterName, values: readonly string[]) => {
  const others = courses.filter(course => fits(course, filters, locale, name))
  return values.map(value => ({ value, count: others.filter(course => choices[name](course, value)).length }))
}

/** The address with one filter changed or taken away. */
export function addressWith(filters: Filters, change: Partial<Record<FilterName | 'search' | 'sort', string | undefined>>): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filters, ...change })) if (value && !(name === 'sort' && value === 'school')) asked.set(name, value)
  return asked.size ? `/courses?${asked}` : '/courses'
}
