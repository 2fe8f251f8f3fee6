import { Refusal } from '#platform/refusal.ts'
import type { Context } from '#trust/audit/audit.ts'
import { versionOfRun } from '#school/courses/courses.ts'
import { accessTo, enrolmentId, enrolmentIn, type Enrolment } from '#school/enrolment/enrolment.ts'
import { assignmentFor, assignmentOf, piecesOf, stateOf, workOfEnrolment, type Assignment, type Pieces, type State } from '../find-work.ts'
import { namingOf } from '../nameless/nameless.ts'

export type Mine = { enrolment: Enrolment; assignment: Assignment; pieces: Pieces; state: State; /** Reviewed without a name: as it was when the work was begun. */ nameless: boolean }

/** One's own part in the assignment of a run; undefined for whoever is not enrolled. */
export async function mineIn(ctx: Context, run: string): Promise<Mine | undefined> {
  if (!ctx.actor.person) return undefined
  const works = workOfEnrolment(enrolmentId(ctx.actor.person, run))
  const [enrolment, assignment, pieces, decided] = await Promise.all([
    enrolmentIn(ctx, run), assignmentFor(ctx.db, { begun: assignmentOf(works), version: versionOfRun(run) }), piecesOf(ctx.db, works), namingOf(ctx, run),
  ])
  if (!enrolment || !assignment) return undefined
  return { enrolment, assignment, pieces, state: stateOf(pieces, ctx.now), nameless: pieces.work ? pieces.work.alias !== null : decided ?? assignment.anonymous }
}

/** The same for a command that changes it: a second sending at the same moment waits for the first. */
export async function mineToSend(ctx: Context, run: string): Promise<Mine | undefined> {
  if (!ctx.actor.person) return undefined
  await ctx.db.selectFrom('assignments.works').select('id').where('enrolment', '=', enrolmentId(ctx.actor.person, run)).forUpdate().execute()
  return mineIn(ctx, run)
}

/** Whether a work may be sent now, and if not, why. */
export function whyNot({ enrolment, assignment, pieces, state }: Mine, now: Date): 'closed' | 'waits' | 'already-accepted' | 'no-more-attempts' | undefined {
  if (accessTo(enrolment, now) !== 'open') return 'closed'
  if (state === 'accepted') return 'already-accepted'
  if (state === 'sent' || state === 'in-review') return 'waits'
  return pieces.takes.length >= assignment.attempts ? 'no-more-attempts' : undefined
}

export function mustBeOpen({ now }: Pick<Context, 'now'>, mine: Mine) {
  const why = whyNot(mine, now)
  if (why) throw new Refusal(why === 'closed' ? 403 : 409, `assignments.${why}`)
}
