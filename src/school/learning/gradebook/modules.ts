import type { Text } from '#platform/locale.ts'
import type { Outline } from '#school/courses/courses.ts'
import type { Completed, Progress } from '#school/enrolment/enrolment.ts'

/** A module with its lessons, and what of them is done. */
export type ModuleDone = { title: Text; done: number; lessons: { slug: string; title: Text; done: Completed | undefined }[] }

export const modulesOf = (outline: Outline, { items }: Pick<Progress, 'items'>): ModuleDone[] => outline.map(({ title, lessons }) => {
  const all = lessons.map(({ slug, title }) => ({ slug, title, done: items.find(({ kind, item }) => kind === 'lesson' && item === slug)?.done }))
  return { title, done: all.filter(({ done }) => done).length, lessons: all }
})
