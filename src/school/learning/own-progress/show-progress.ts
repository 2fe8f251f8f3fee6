import { z } from 'zod'
import { query, type Context } from '#trust/audit/audit.ts'
import { holdOf } from '#trust/rights/rights.ts'
import { testStandings } from '#school/assessment/assessment.ts'
import { datesOf, standingsOf } from '#school/assignments/assignments.ts'
import { myCertificates } from '#school/certificates/certificates.ts'
import { runsNamed } from '#school/courses/courses.ts'
import { accessTo, completionsOfAll, enrolmentsOf, positionsOf, progressOf, runNamesOf, runsOf, tellsWhenSeen } from '#school/enrolment/enrolment.ts'
import { modulesOf } from '../gradebook/modules.ts'

/** One's own courses with everything that counts in them, in one round trip: the same rows as a teacher's gradebook is made of. */
export const showProgress = query('learning.show-progress', {
  input: z.strictObject({}),
  async find(ctx: Context) {
    const { db, now } = ctx
    const person = ctx.actor.person!
    const [enrolments, runs, completions, positions, tests, works, dates, certificates, hold] = await Promise.all([
      enrolmentsOf(db, person), runsNamed(db, runNamesOf(person)), completionsOfAll(db, { person }), positionsOf(db, person), testStandings(db, { person }), standingsOf(db, person, now),
      datesOf(db, runsOf(person)), myCertificates(ctx), holdOf(ctx),
    ])
    const courses = enrolments.flatMap(enrolment => {
      const run = runs.find(({ slug }) => slug === enrolment.run_name)
      if (!run) return []
      const progress = progressOf(run.about, run.outline, completions.get(enrolment.id) ?? [])
      return [{
        enrolment, run, progress, outline: run.outline, access: accessTo(enrolment, now), modules: modulesOf(run.outline, progress), position: positions.find(each => each.enrolment === enrolment.id),
        test: tests.find(each => each.enrolment === enrolment.id), work: works.find(each => each.enrolment === enrolment.id), due: dates.find(each => each.run === run.id)?.due_at,
        certificate: certificates.find(each => each.run === run.id && !each.revoked_at)?.number,
      }]
    })
    return { courses, hold, tellsSeen: tellsWhenSeen(ctx.policy) }
  },
  may: actor => actor.person !== null,
  reveals: () => [],
})

export type CourseShown = Awaited<ReturnType<typeof showProgress>>['courses'][number]
