import type { Text } from '#platform/locale.ts'
import type { Course, Outline } from '#school/courses/courses.ts'
import type { Completed, Enrolment } from '#school/enrolment/enrolment.ts'

export type RouteLeg = { title: Text; to: string | undefined; minutes: number; state: 'done' | 'now' | 'next'; lessons: { minutes: number; done: boolean }[] }
type Known = { courses: Course[]; outlines: Map<string, Outline>; mine: Enrolment[]; completions: Map<string, Completed[]> }

/** The modules of the courses of a trajectory, one after another; for whoever learns there, how far each is. `beyond`: minutes of tests, works and practice that the courses ask for besides their lessons. */
export function routeOf(stages: { course: string }[], { courses, outlines, mine, completions }: Known): { legs: RouteLeg[]; beyond: number } {
  const known = stages.flatMap(({ course }) => courses.filter(({ slug }) => slug === course))
  const modules = known.flatMap(course => {
    const enrolment = mine.find(each => each.course === course.slug && !each.left_at)
    const done = enrolment && new Set((completions.get(enrolment.id) ?? []).filter(({ kind }) => kind === 'lesson').map(({ item }) => item))
    return (outlines.get(course.slug) ?? []).map(module => ({ course, done, module }))
  })
  const legs = modules.map(({ course, done, module }): RouteLeg & { enrolled: boolean } => {
    const lessons = module.lessons.map(({ slug, minutes }) => ({ minutes, done: done?.has(slug) ?? false }))
    return { title: module.title, to: `/courses/${course.slug}#${module.slug}`, minutes: total(lessons), lessons, state: lessons.every(lesson => lesson.done) ? 'done' : 'next', enrolled: done !== undefined }
  })
  const now = legs.findIndex(({ state, enrolled }) => enrolled && state !== 'done')
  return { legs: legs.map(({ enrolled: _, ...leg }, place) => place === now ? { ...leg, state: 'now' } : leg), beyond: Math.max(0, total(known) - total(legs)) }
}

const total = (parts: { minutes: number }[]) => parts.reduce((sum, { minutes }) => sum + minutes, 0)
