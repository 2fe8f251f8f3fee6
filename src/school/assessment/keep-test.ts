import { uuidv7 } from '#platform/ids.ts'
import type { CheckHere, CourseFolder, Halves, Part } from '#school/courses/courses.ts'
import { importQuestions } from './questions/questions.ts'

/** The test of a new version of a course. */
export const importTest: Part = async (ctx, { course, version }, { test }: CourseFolder) => {
  const questions = await importQuestions(ctx, course, test.questions)
  const id = uuidv7()
  await ctx.db.insertInto('assessment.tests').values({
    id, version, slug: 'test', title: JSON.stringify(test.title), pass_at: Math.round(test.pass), attempts_allowed: test.attempts, limit_minutes: test.minutes,
  }).execute()
  await ctx.db.insertInto('assessment.test_questions')
    .values(questions.map(({ id: question, name }, index) => ({ test: id, position: index + 1, question, points: test.questions.find(each => each.id === name)!.points }))).execute()
}

/** The questions inside lessons, without their answers. */
export const importChecks: Halves = async (ctx, course, { modules }): Promise<CheckHere[]> =>
  importQuestions(ctx, course, modules.flatMap(({ lessons }) => lessons).flatMap(({ checks }) => checks))
