import type { Outline } from '#school/courses/courses.ts'

/** The first lesson that is not done, and which one it is, counted from 1. Undefined: all are. */
export function nextLesson(outline: Outline, done: Set<string>): { slug: string; number: number } | undefined {
  const lessons = outline.flatMap(module => module.lessons)
  const at = lessons.findIndex(({ slug }) => !done.has(slug))
  return at < 0 ? undefined : { slug: lessons[at]!.slug, number: at + 1 }
}
