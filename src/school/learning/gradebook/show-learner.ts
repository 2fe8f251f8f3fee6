import { z } from 'zod'
import { query, type Context } from '#trust/audit/audit.ts'
import { namesOf } from '#people/accounts/accounts.ts'
import { dueOf, givenTo, standingsIn } from '#school/assignments/assignments.ts'
import { attemptsOf } from '#school/assessment/assessment.ts'
import { outlineOf, runBySlug, teachersOf } from '#school/courses/courses.ts'
import { accessTo, completionsOf, enrolmentById, learnerOf, positionOf, progressOf, tellsWhenSeen } from '#school/enrolment/enrolment.ts'
import { modulesOf } from './modules.ts'
import { behindBy, lastOf } from './read-group.ts'

/** One learner in one run, for its teachers: their studies there and nothing else of them. An enrolment of another run is nowhere here. */
export const showLearner = query('learning.show-learner', {
  input: z.strictObject({ run: z.string().max(120), enrolment: z.uuid() }),
  async find(ctx: Context, { run: name, enrolment: id }) {
    const { db, now } = ctx
    const tellsSeen = tellsWhenSeen(ctx.policy)
    const [run, outline, enrolment, completions, teachers, attempts, { nameless, works }, reviews, seen, [named], due] = await Promise.all([
      runBySlug(db, name), outlineOf(db, { run: name }), enrolmentById(db, id), completionsOf(db, id), teachersOf(ctx, name), attemptsOf(db, id), standingsIn(ctx, name), givenTo(db, id),
      tellsSeen ? positionOf(db, id) : undefined, namesOf(db, learnerOf(id)), dueOf(db, name),
    ])
    if (!run || !enrolment || enrolment.run_name !== name) return undefined
    const progress = progressOf(run.about, outline, completions)
    const row = {
      enrolment, access: accessTo(enrolment, now), progress, modules: modulesOf(outline, progress), test: undefined, work: works.find(each => each.enrolment === id), lastStep: lastOf(completions), lastSeen: seen?.at,
    }
    return {
      ...row, run, outline, teachers, nameless, due, reviews, behind: behindBy(row, { due, nameless, now }), tellsSeen, name: named,
      attempts, attemptsLeft: Math.max(0, run.about.test.attempts - attempts.filter(({ submitted_at }) => submitted_at).length),
    }
  },
  may: (actor, { teachers }) => actor.role === 'teacher' && teachers.includes(actor.person!),
  reveals: ({ enrolment }) => [enrolment.person],
})
