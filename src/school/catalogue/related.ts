import type { Course, Outline } from '#school/courses/courses.ts'

/** Courses one might take beside or after this one: those of the same paths first, then those of its level. Three at most. */
export function relatedTo(course: Course, courses: Course[], trajectories: { stages: { course: string }[] }[]): Course[] {
  const onTheWay = new Set(trajectories.filter(({ stages }) => stages.some(each => each.course === course.slug)).flatMap(({ stages }) => stages.map(each => each.course)))
  const nearness = (other: Course) => (onTheWay.has(other.slug) ? 2 : 0) + (other.about.level === course.about.level ? 1 : 0)
  return courses.filter(other => other.id !== course.id).toSorted((one, other) => nearness(other) - nearness(one)).slice(0, 3)
}

/** The first lesson that is not done, and which one it is, counted from 1. Undefined: all are. */
export function nextLesson(outline: Outline, done: Set<string>): { slug: string; number: number } | undefined {
  const lessons = outline.flatMap(module => module.lessons)
  const at = lessons.findIndex(({ slug }) => !done.has(slug))
  return at < 0 ? undefined : { slug: lessons[at]!.slug, number: at + 1 }
}
