import type { Database } from '#platform/database/database.ts'
import { importChecks, importTest, writtenChecks, writtenTest } from '#school/assessment/assessment.ts'
import { importAssignment, writtenAssignment } from '#school/assignments/assignments.ts'
import { versionKept, type CourseFolder, type Shelf } from '#school/courses/courses.ts'

/** A version of a course whole, as its folder would say it: gathered from every module that keeps a part of it. */
export async function courseKept(db: Database, version: string): Promise<CourseFolder | undefined> {
  const [kept, test, assignment] = await Promise.all([versionKept(db, version), writtenTest(db, version), writtenAssignment(db, version)])
  if (!kept || !test || !assignment) return undefined
  const checks = await writtenChecks(db, kept.modules.flatMap(({ lessons }) => lessons).flatMap(lesson => lesson.checks).map(({ id }) => id))
  const { title, outcome, outcomes = [], summary, level, hours, weeks = null, age = null, certificate = true, licence, teachers, teaching = null, completion } = kept.about
  return {
    slug: kept.slug, title, outcome, outcomes, summary, level, hours, weeks, age, certificate, licence, teachers, teaching, cover: kept.cover, samples: kept.samples, completion, figures: kept.figures, videos: kept.videos, test, assignment,
    modules: kept.modules.map(module => ({ ...module, lessons: module.lessons.map(lesson => ({ ...lesson, checks: lesson.checks.map(({ id }) => checks.get(id)!) })) })),
  }
}

/** Where the parts of a course are kept, and how they are gathered again. */
export const shelf: Shelf = { halves: importChecks, parts: [importTest, importAssignment], read: courseKept }
