import { inEveryLanguage, locales, type Locale } from '#platform/locale.ts'
import type { Check, Lesson } from './course-folder.ts'
import { FaultList, placeOf, top, type Fault } from './faults.ts'
import { isUnread, type Folder } from './folder.ts'
import { together } from './questions.ts'
import { readPage, type CheckInOneLanguage, type Mention } from './read-markdown.ts'
import { FrontMatter, slugOf } from './schemas.ts'

/** A lesson, and where it names figures, other lessons and its own checks. */
export type LessonRead = { lesson: Lesson; figures: Mention[]; videos: Mention[]; lessons: Mention[]; asked: Mention[] }
type Page = NonNullable<ReturnType<typeof readPage<{ title: string; minutes: number }>>>

/** One lesson from its three files; their figures and checks must agree, only the words differ. */
export function readLesson(folder: Folder, name: string, free: boolean, found: Fault[]): LessonRead | undefined {
  const pages = inEveryLanguage(locale => readInOne(folder, name, locale, found))
  if (!complete(pages)) return undefined
  const faultsIn = (locale: Locale) => new FaultList(`${folder.name}/lessons/${name}.${locale}.md`, found)
  const { ru, kk, en } = pages
  for (const [locale, page] of [['kk', kk], ['en', en]] as const) {
    const differ = (thing: string) => faultsIn(locale).add(top, 'languages-differ', { thing, other: `${name}.ru.md` })
    if (page.front.minutes !== ru.front.minutes) differ('minutes')
    if (namesOf(page.markdown.figures) !== namesOf(ru.markdown.figures)) differ('figures')
    if (namesOf(page.markdown.videos) !== namesOf(ru.markdown.videos)) differ('videos')
    if (shapes(page.markdown.checks) !== shapes(ru.markdown.checks)) differ('checks')
  }
  if (found.some(({ file }) => locales.some(locale => faultsIn(locale).file === file))) return undefined
  const lesson: Lesson = {
    slug: slugOf(name), free, minutes: ru.front.minutes,
    title: inEveryLanguage(locale => pages[locale].front.title),
    body: inEveryLanguage(locale => pages[locale].markdown.blocks),
    checks: ru.markdown.checks.map((_, index) => merged(inEveryLanguage(locale => pages[locale].markdown.checks[index]!))),
  }
  return { lesson, figures: [ru, kk, en].flatMap(page => page.markdown.figures), videos: [ru, kk, en].flatMap(page => page.markdown.videos), lessons: [ru, kk, en].flatMap(page => page.markdown.lessons), asked: ru.markdown.asked }
}

function readInOne(folder: Folder, name: string, locale: Locale, found: Fault[]): Page | undefined {
  const path = `lessons/${name}.${locale}.md`
  const text = folder.files.get(path)
  const course = folder.files.get('course.yaml') ?? ''
  if (text === undefined) return isUnread(folder, path) ? undefined : void new FaultList(`${folder.name}/course.yaml`, found).add(placeOf(course, Math.max(0, course.indexOf(name))), 'missing-file', { path })
  return readPage(text, FrontMatter, new FaultList(`${folder.name}/${path}`, found))
}

const complete = (pages: Record<Locale, Page | undefined>): pages is Record<Locale, Page> => locales.every(locale => pages[locale])
const namesOf = (mentions: Mention[]) => mentions.map(({ name }) => name).join()

/** Everything of the checks that is not words. */
const shapes = (checks: CheckInOneLanguage[]) => JSON.stringify(checks.map(check => [
  check.id, check.type, check.type === 'short' ? null : check.right,
  'options' in check ? check.options.map(option => option.id).sort() : null, 'tolerance' in check ? check.tolerance : null,
]))

function merged(check: Record<Locale, CheckInOneLanguage>): Check {
  const { ru } = check
  const base = { id: ru.id, text: inEveryLanguage(locale => check[locale].question), explanation: inEveryLanguage(locale => check[locale].why) }
  const of = <K extends string>(key: K) => inEveryLanguage(locale => (check[locale] as Record<string, unknown>)[key])
  if (ru.type === 'short') return { ...base, type: 'short', right: of('right') as Record<Locale, string[]> }
  if (ru.type === 'numeric') return { ...base, type: 'numeric', right: ru.right, tolerance: ru.tolerance, unit: ru.unit === null ? null : of('unit') as Record<Locale, string> }
  const options = together(of('options') as Record<Locale, { id: string; text: string }[]>)
  return ru.type === 'single' ? { ...base, type: 'single', options, right: ru.right } : { ...base, type: 'multiple', options, right: ru.right }
}
