import { z } from 'zod'
import { command, type Actor } from '#trust/audit/audit.ts'
import { bringInAsDraft, versionsOf, type CourseFolder } from '#school/courses/courses.ts'
import { shelf } from './course-kept.ts'

/** Whoever runs the school, and whoever teaches this course. A course that is not here yet is taught by nobody. */
export const mayAuthor = (actor: Actor, course: { taught: boolean }) => actor.role === 'operator' || (actor.role === 'teacher' && course.taught)

/**
 * Brings a course in that was read whole from its folder. It waits as a draft, unpublished; whatever fails on the way leaves nothing behind.
 * What is in the school already is not brought in a second time.
 */
export const bringIn = command('authoring.bring-in', {
  input: z.strictObject({ course: z.custom<CourseFolder>(value => typeof value === 'object' && value !== null && 'modules' in value) }),
  load: async ({ db, actor }, { course: { slug } }) => await versionsOf(db, slug, actor.person) ?? { taught: false },
  may: mayAuthor,
  run: (ctx, _, { course }) => bringInAsDraft(ctx, course, shelf),
  audit: (_, { course: { slug } }) => ({ subject: null, thing: `course:${slug}` }),
})
