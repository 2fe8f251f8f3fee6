import { z } from 'zod'
import { query, type Context } from '#trust/audit/audit.ts'
import { versionsOf } from '#school/courses/courses.ts'
import { courseKept } from './course-kept.ts'
import { mayAuthor } from './bring-in.ts'

/** Which version of a course: what is in the catalogue, or what waits to be published. Where there is only one, that one. */
export const Which = z.enum(['published', 'draft'])

/** A course whole, with all answers, for those who may write it: to look at it before it is published, and to take it out as a folder. */
export const takeOut = query('authoring.take-out', {
  input: z.strictObject({ course: z.string().max(120), which: Which.default('published') }),
  async find({ db, actor }: Context, { course: slug, which }) {
    const found = await versionsOf(db, slug, actor.person)
    const isDraft = found && Boolean(found.draft) && (which === 'draft' || !found.published)
    const version = isDraft ? found.draft : found?.published
    const course = version ? await courseKept(db, version) : undefined
    return found && course && { course, isDraft: Boolean(isDraft), number: (isDraft ? found.draft_number : found.published_number)!, other: isDraft ? found.published_number : found.draft_number, taught: found.taught }
  },
  may: mayAuthor,
  reveals: () => [],
})

export type TakenOut = Awaited<ReturnType<typeof takeOut>>
