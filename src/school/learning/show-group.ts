import { z } from 'zod'
import { query, type Context } from '#trust/audit/audit.ts'
import { restingFor } from '#trust/purposes/purposes.ts'
import { namesOf } from '#people/accounts/accounts.ts'
import { outlineOf, runBySlug, runsTaughtBy, teachersOf } from '#school/courses/courses.ts'
import { completionsOfAll, learnersIn, learnersOf, progressOf } from '#school/enrolment/enrolment.ts'
import { latestGrades } from '#school/assessment/assessment.ts'

export const showRunsTaught = query('learning.show-taught', {
  input: z.strictObject({}),
  find: ({ db, actor }: Context) => runsTaughtBy({ db }, actor.person!),
  may: actor => actor.role === 'teacher',
  reveals: () => [],
})

/** The progress of a run's learners, computed from the same rows as the learner's own page. Whoever's data rests is not among them. Only its teachers see it; the look is recorded. */
export const showGroup = query('learning.show-group', {
  input: z.strictObject({ run: z.string().max(120) }),
  async find(ctx: Context, { run: name }) {
    const [run, outline, learners, completions, teachers, grades, names, rests] = await Promise.all([
      runBySlug(ctx.db, name), outlineOf(ctx.db, { run: name }), learnersOf(ctx.db, name), completionsOfAll(ctx.db, { run: name }), teachersOf(ctx, name), latestGrades(ctx.db, name), namesOf(ctx.db, learnersIn(name)), restingFor(ctx, 'learning.show-group'),
    ])
    if (!run) return undefined
    return {
      run, teachers,
      rows: learners.filter(({ person }) => !rests(person)).map(enrolment => ({
        enrolment, name: names.find(({ id }) => id === enrolment.person), progress: progressOf(run.about, outline, completions.get(enrolment.id) ?? []),
        attempt: grades.find(grade => grade.enrolment === enrolment.id),
      })),
    }
  },
  may: (actor, { teachers }) => actor.role === 'teacher' && teachers.includes(actor.person!),
  reveals: ({ rows }) => rows.map(({ enrolment }) => enrolment.person),
})
