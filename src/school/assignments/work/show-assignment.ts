import { sql } from 'kysely'
import { z } from 'zod'
import { isSelf, query, type Context } from '#trust/audit/audit.ts'
import { deadline, lawProfile } from '#trust/law/law.ts'
import { namesOf } from '#people/accounts/accounts.ts'
import { runBySlug } from '#school/courses/courses.ts'
import { enrolmentId } from '#school/enrolment/enrolment.ts'
import { dueOf } from '../due.ts'
import { givenOnly, workOfEnrolment } from '../find-work.ts'
import { canBeShown, consentsFor, hasGallery } from '../gallery/gallery.ts'
import { mineIn, whyNot } from './my-work.ts'

export type AssignmentShown = Awaited<ReturnType<typeof showAssignment>>

/** The task, its criteria, and one's own work with what was said about it. */
export const showAssignment = query('assignments.show', {
  input: z.strictObject({ run: z.string().max(120) }),
  async find(ctx: Context, { run: name }) {
    const works = workOfEnrolment(enrolmentId(ctx.actor.person ?? '', name))
    const [mine, run, due, teachers, consent] = await Promise.all([mineIn(ctx, name), runBySlug(ctx.db, name), dueOf(ctx.db, name), namesOf(ctx.db, sayersIn(works)),
      hasGallery(ctx) ? consentsFor(ctx.db, works).limit(1).executeTakeFirst() : undefined])
    if (!mine || !run) return undefined
    const last = mine.pieces.takes.at(-1)
    const waits = mine.state === 'sent' || mine.state === 'in-review'
    const answerBy = last && waits ? deadline(last.sent_at, { 'working-days': run.answer_days }, lawProfile(ctx.policy.law)) : undefined
    const mayShow = hasGallery(ctx) && last !== undefined && canBeShown(mine.assignment.kind)
    return { run, due, teachers, answerBy, consent, mayShow, enrolment: mine.enrolment, assignment: mine.assignment, state: mine.state, nameless: mine.nameless, why: whyNot(mine, ctx.now), ...givenOnly(mine.pieces) }
  },
  may: (actor, { enrolment }) => isSelf(actor, enrolment.person),
  reveals: () => [],
})

/** The teachers who said something about a work. */
export const sayersIn = (works: ReturnType<typeof workOfEnrolment>) => sql<string>`
  (select r.teacher from assignments.reviews r join assignments.takes t on t.id = r.take where t.work in ${works} and r.given_at is not null
  union select teacher from assignments.replies where work in ${works})`
