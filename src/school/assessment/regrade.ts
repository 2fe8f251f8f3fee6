import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { command } from '#trust/audit/audit.ts'
import { teachersOf } from '#school/courses/courses.ts'
import { attemptById } from './find-attempts.ts'
import { gradeAttempt } from './grade.ts'

/** Grades an attempt once more, after a question was corrected. The earlier grading stays where it is. */
export const regrade = command('assessment.regrade', {
  input: z.strictObject({ attempt: z.uuid() }),
  async load(ctx, { attempt }) {
    const found = await attemptById(ctx.db, attempt)
    return found && { ...found, teachers: await teachersOf(ctx, found.run) }
  },
  may: (actor, { teachers }) => actor.role === 'teacher' && teachers.includes(actor.person!),
  async run(ctx, attempt) {
    if (!attempt.submitted_at) throw new Refusal(409, 'assessment.not-submitted')
    return gradeAttempt(ctx, attempt, 'regraded')
  },
  audit: ({ person }, { attempt }, { grade }) => ({ subject: person, details: `attempt ${attempt}, ${grade} %` }),
})
