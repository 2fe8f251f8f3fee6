import type { Locale } from '#platform/locale.ts'
import type { Course } from '#school/courses/courses.ts'
import { lengthOf, lengths, type Length } from './filters.ts'

export const levels = ['beginner', 'intermediate', 'advanced'] as const
type Level = (typeof levels)[number]
export type Answers = { level: Level; length: Length }
/** What of the answers a course meets: said beside it, and all that it was chosen by. */
export type Why = 'level' | 'level-near' | 'length' | 'language'
export type Suggested = { course: Course; why: Why[] }

/** Both questions answered with one of their choices; anything else is no answer yet. */
export const readAnswers = ({ level, length }: Record<string, string>): Answers | undefined =>
  levels.includes(level as Level) && lengths.includes(length as Length) ? { level: level as Level, length: length as Length } : undefined

const worth: Record<Why, number> = { level: 4, length: 3, 'level-near': 2, language: 1 }

/** The three courses that meet most of two answers, in the order of the catalogue among equals. Nothing but the answers and the language of the page decides. */
export function suggestions(courses: Course[], { level, length }: Answers, locale: Locale): Suggested[] {
  const whyOf = (course: Course): Why[] => {
    const away = Math.abs(levels.indexOf(course.about.level as Level) - levels.indexOf(level))
    return [...away === 0 ? ['level' as const] : away === 1 ? ['level-near' as const] : [], ...lengthOf(course.minutes) === length ? ['length' as const] : [], ...course.languages.includes(locale) ? ['language' as const] : []]
  }
  const sum = (why: Why[]) => why.reduce((all, each) => all + worth[each], 0)
  return courses.filter(({ run }) => run !== null).map(course => ({ course, why: whyOf(course) })).toSorted((one, other) => sum(other.why) - sum(one.why)).slice(0, 3)
}
