import { locales, type Locale } from '#platform/locale.ts'
import type { Course } from '#school/courses/courses.ts'

export const filterNames = ['level', 'language', 'length', 'certificate', 'age'] as const
export type FilterName = (typeof filterNames)[number]
export const lengths = ['short', 'medium', 'long'] as const
export type Length = (typeof lengths)[number]
/** What was asked for in the address. What is no choice is left out, and `unknown` says that there was such a thing. */
export type Filters = { search: string; sort: string; page: number; unknown: boolean } & Record<FilterName, string | undefined>
/** What filters are judged beside: the courses, in whose language one reads, from which age the school takes anybody. */
export type Shop = { courses: Course[]; locale: Locale; from: number }

export const sorts = ['school', 'new', 'short'] as const
export const perPage = 12

/** The choices of each filter in this catalogue. Age and certificate are offered where courses differ from what goes without saying. */
export function choicesIn({ courses, from }: Shop): Record<FilterName, readonly string[]> {
  const ages = [...new Set(courses.flatMap(({ about: { age } }) => age ? [Math.max(age, from)] : []))].sort((one, other) => one - other)
  return { level: ['beginner', 'intermediate', 'advanced'], language: ['kk', 'ru', 'en'], length: lengths, certificate: courses.length ? ['yes'] : [], age: ages.map(String) }
}

export function readFilters(query: Record<string, string>, shop: Shop): Filters {
  const choices = choicesIn(shop)
  const known = (name: FilterName) => choices[name].includes(query[name] ?? '') ? query[name] : undefined
  const sort = sorts.find(each => each === query.sort)
  const page = /^[1-9]\d{0,4}$/.test(query.page ?? '') ? Number(query.page) : undefined
  const chosen = Object.fromEntries(filterNames.map(name => [name, known(name)])) as Record<FilterName, string | undefined>
  const unknown = filterNames.some(name => query[name] && !chosen[name]) || Boolean(query.sort && !sort) || Boolean(query.page && !page)
  return { search: (query.search ?? '').trim().slice(0, 100), ...chosen, sort: sort ?? 'school', page: page ?? 1, unknown }
}

/** Up to three hours, up to ten, longer. */
export const lengthOf = (minutes: number): Length => minutes <= 180 ? 'short' : minutes <= 600 ? 'medium' : 'long'

/** Who is this old may take the course, by what it says and by the rule of the school. */
const suits = ({ about: { age } }: Course, years: number, from: number) => Math.max(age ?? 0, from) <= years

const fitsOne: Record<FilterName, (course: Course, value: string, shop: Shop) => boolean> = {
  level: (course, value) => course.about.level === value,
  language: (course, value) => course.languages.includes(locales.find(each => each === value)!),
  length: (course, value) => lengthOf(course.minutes) === value,
  certificate: course => course.about.certificate ?? true,
  age: (course, value, { from }) => suits(course, Number(value), from),
}

const spoken = ({ about: { title, outcome, summary } }: Course, locale: Locale) => `${title[locale]} ${outcome[locale]} ${summary[locale]}`.toLowerCase()

const fits = (course: Course, filters: Filters, shop: Shop, except?: FilterName) =>
  spoken(course, shop.locale).includes(filters.search.toLowerCase())
    && filterNames.every(name => name === except || !filters[name] || fitsOne[name](course, filters[name], shop))

export function filtered(filters: Filters, shop: Shop): Course[] {
  const found = shop.courses.filter(course => fits(course, filters, shop))
  if (filters.sort === 'short') return found.toSorted((one, other) => one.minutes - other.minutes)
  if (filters.sort === 'new') return found.toSorted((one, other) => other.version.localeCompare(one.version))
  return found
}

/** One page of what was found; a number past the last one is the last. */
export function pageOf(found: Course[], wanted: number): { page: number; pages: number; shown: Course[] } {
  const pages = Math.max(1, Math.ceil(found.length / perPage))
  const page = Math.min(wanted, pages)
  return { page, pages, shown: found.slice((page - 1) * perPage, page * perPage) }
}

/** The courses that meet most of what was asked for, when none meets all of it. */
export function nearest(filters: Filters, shop: Shop): Course[] {
  const met = (course: Course) => filterNames.filter(name => filters[name] && fitsOne[name](course, filters[name], shop)).length + (filters.search && spoken(course, shop.locale).includes(filters.search.toLowerCase()) ? 1 : 0)
  return shop.courses.toSorted((one, other) => met(other) - met(one)).slice(0, 3)
}

/** How many courses each choice would leave, beside the other filters: no choice leads into an empty page unannounced. */
export function counted(filters: Filters, shop: Shop, name: FilterName): { value: string; count: number }[] {
  const others = shop.courses.filter(course => fits(course, filters, shop, name))
  return choicesIn(shop)[name].map(value => ({ value, count: others.filter(course => fitsOne[name](course, value, shop)).length }))
}

/** Whether a filter tells courses of the shop apart, or is on already: one that every course answers alike is no question. */
export const tells = (filters: Filters, shop: Shop, name: FilterName): boolean =>
  filters[name] !== undefined || choicesIn(shop)[name].some(value => new Set(shop.courses.map(course => fitsOne[name](course, value, shop))).size > 1)

/** What was asked for last is taken off first. */
export const lastOf = (filters: Filters): FilterName | 'search' => filterNames.findLast(name => filters[name]) ?? 'search'

/** The address with one filter changed or taken away; a change begins at the first page. */
export function addressWith(filters: Filters, change: Partial<Record<FilterName | 'search' | 'sort' | 'page', string | undefined>>): string {
  const { unknown: _, page: __, ...kept } = filters
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...kept, ...change })) if (value && !(name === 'sort' && value === 'school') && !(name === 'page' && value === '1')) asked.set(name, value)
  return asked.size ? `/courses?${asked}` : '/courses'
}
