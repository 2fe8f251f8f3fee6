// Names inside a course: each is used once, and what is named is there.
import type { Judge } from './read-yaml.ts'
import { slugOf } from './schemas.ts'

/** Names that stand in the address where a lesson's would. */
const taken = ['test', 'assignment', 'progress']

/** A part of a YAML file that may be of any shape. */
export const listIn = (value: unknown, key: string): unknown[] => {
  const list = value && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined
  return Array.isArray(list) ? list : []
}
const wordIn = (value: unknown, key: string): string | undefined => {
  const word = value && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined
  return typeof word === 'string' ? word : undefined
}

/** The files of the lessons, in order, as far as they can be made out. */
export const lessonFilesIn = (course: unknown): string[] =>
  listIn(course, 'modules').flatMap(module => listIn(module, 'lessons')).filter(file => typeof file === 'string' && /^[\w-]{1,80}$/.test(file)) as string[]

export const judgeCourse: Judge = (course, fault) => {
  const [modules, lessons] = [new Set<string>(), new Set<string>()]
  for (const [at, module] of listIn(course, 'modules').entries()) {
    const slug = wordIn(module, 'slug')
    if (slug && modules.has(slug)) fault(['modules', at, 'slug'], 'id-twice', { id: slug })
    modules.add(slug ?? '')
    for (const [index, file] of listIn(module, 'lessons').entries()) {
      if (typeof file !== 'string') continue
      const lesson = slugOf(file)
      if (lessons.has(lesson)) fault(['modules', at, 'lessons', index], 'id-twice', { id: lesson })
      if (taken.includes(lesson)) fault(['modules', at, 'lessons', index], 'name-taken', { name: lesson })
      lessons.add(lesson)
    }
  }
  const files = lessonFilesIn(course)
  for (const [at, file] of listIn(course, 'free').entries()) if (typeof file === 'string' && !files.includes(file)) fault(['free', at], 'unknown-lesson', { name: file })
}

/** Questions of the test name the lesson that teaches them. */
export const judgeTest = (lessons: string[]): Judge => (test, fault) => {
  const known = new Set<string>()
  for (const [at, question] of listIn(test, 'questions').entries()) {
    const [id, lesson] = [wordIn(question, 'id'), wordIn(question, 'lesson')]
    if (id && known.has(id)) fault(['questions', at, 'id'], 'id-twice', { id })
    if (lesson && !lessons.includes(lesson)) fault(['questions', at, 'lesson'], 'unknown-lesson', { name: lesson })
    known.add(id ?? '')
  }
}

export const judgeAssignment: Judge = (assignment, fault) => {
  const known = new Set<string>()
  for (const [at, criterion] of listIn(assignment, 'criteria').entries()) {
    const id = wordIn(criterion, 'id')
    if (id && known.has(id)) fault(['criteria', at, 'id'], 'id-twice', { id })
    known.add(id ?? '')
  }
}
