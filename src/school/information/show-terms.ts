import { z } from 'zod'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { allCourses } from '#school/courses/courses.ts'

/** The facts the terms stand on: who teaches, from which age, by which law, and the rules of each course as it is taught now. */
export const showTerms = query('information.show-terms', {
  input: z.strictObject({}),
  async find({ db, policy }: Context, _) {
    const { operator, age, law, version } = policy
    const courses = await allCourses(db)
    return { operator, age, law, version, courses: courses.map(({ slug, about, lessons, reviewDays }) => ({ slug, about, lessons, reviewDays })) }
  },
  may: () => true,
  reveals: () => [],
})

export type TermsShown = Revealed<Awaited<ReturnType<typeof showTerms>>>
