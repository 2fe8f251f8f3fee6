import { uuidv7 } from '#platform/ids.ts'
import { open } from '#platform/sealing/sealing.ts'
import type { Context } from '#trust/audit/audit.ts'
import { award, completeItem, enrolmentById } from '#school/enrolment/enrolment.ts'
import { answersIn, type Attempt } from './find-attempts.ts'
import { latestOf, questionsOfTest, readGiven, score, scorer, type Given, type Placed } from './questions/questions.ts'

export type Marked = { asked: string; question: string; fraction: number; mark: number; points: number }

/** Points earned of points possible; the grade in whole percent is rounded down, so that 59.9 is no 60. */
export function total(marks: Marked[], passAt: number) {
  const mark = marks.reduce((sum, each) => sum + each.mark, 0)
  const outOf = marks.reduce((sum, { points }) => sum + points, 0)
  const fraction = outOf ? mark / outOf : 0
  const grade = Math.floor(fraction * 100 + 1e-9)
  return { mark, out_of: outOf, fraction, grade, passed: grade >= passAt }
}

export const markAll = (questions: (Placed & { asked_as: string })[], answers: Map<string, Given>): Marked[] =>
  questions.map(question => {
    const fraction = score(question, answers.get(question.asked_as))
    return { asked: question.asked_as, question: question.id, fraction, mark: fraction * question.points, points: question.points }
  })

/**
 * Adds a grading. The first one uses the questions as they were asked; one that is made again uses their newest wording, and adds
 * a row beside the old one. A pass once earned is not taken back: whoever corrects a question does not undo a certificate.
 */
export async function gradeAttempt(ctx: Context, attempt: Attempt, why: 'submitted' | 'regraded') {
  const { db, now } = ctx
  const [asked, steps] = await Promise.all([questionsOfTest(db, attempt.id), answersIn(db, attempt.id)])
  const answers = new Map<string, Given>()
  for (const step of steps) answers.set(step.question, readGiven(open(ctx, step.answer) ?? '[]'))
  const newest = why === 'regraded' ? await latestOf(db, asked.map(({ id }) => id)) : new Map()
  const marks = markAll(asked.map(question => ({ ...question, ...newest.get(question.id), asked_as: question.id })), answers)
  const result = total(marks, attempt.pass_at)
  const grading = uuidv7()
  await db.insertInto('assessment.gradings').values({ id: grading, attempt: attempt.id, number: (attempt.grading?.number ?? 0) + 1, why, scorer, ...result, at: now }).execute()
  await db.insertInto('assessment.marks').values(marks.map(mark => ({ id: uuidv7(), grading, ...mark }))).execute()
  if (why === 'submitted') await db.updateTable('assessment.attempts').set({ submitted_at: now }).where('id', '=', attempt.id).execute()
  if (result.passed) await pass(ctx, attempt, result.fraction)
  return result
}

async function pass(ctx: Context, attempt: Attempt, fraction: number) {
  const enrolment = await enrolmentById(ctx.db, attempt.enrolment)
  await completeItem(ctx, { enrolment: enrolment!, kind: 'test', item: 'test', evidence: attempt.id })
  if (fraction > 0.999_999) await award(ctx, attempt.enrolment, 'test-without-mistake')
}
