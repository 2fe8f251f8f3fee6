import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { query, type Actor, type Context } from '#trust/audit/audit.ts'
import { deadline, lawProfile } from '#trust/law/law.ts'
import { namesOf } from '#people/accounts/accounts.ts'
import { openedUntil } from '#people/staff/staff.ts'
import { runsTaughtBy, teaches } from '#school/courses/courses.ts'
import { completionsOf, enrolmentById } from '#school/enrolment/enrolment.ts'
import { assignmentFor, assignmentOf, piecesOf, stateOf, workNamed } from '../find-work.ts'
import { canBeShown, consentsFor, hasGallery } from '../gallery/gallery.ts'
import { isCovered } from '../nameless/nameless.ts'
import { snippetsOf } from '../snippets/find-snippets.ts'

export type DeskShown = Awaited<ReturnType<typeof openWork>>

/** A work on the desk of a teacher of its run. */
export const openWork = query('assignments.open', {
  input: z.strictObject({ work: z.uuid() }),
  async find(ctx: Context, { work: id }) {
    const { db, actor, now } = ctx
    const works = workNamed(id)
    const learner = sql<string>`(select person from assignments.works where id = ${id})`
    const [taught, assignment, pieces, runs, people, near, snippets, until, enrolment, completions, consent] = await Promise.all([
      isTaught(ctx, id), assignmentFor(db, { begun: assignmentOf(works), version: sql<string>`null` }), piecesOf(db, works), runsTaughtBy(ctx, actor.person!),
      namesOf(db, sql<string>`(select person from assignments.works where id = ${id} union select held_by from assignments.works where id = ${id}
        union select teacher from assignments.replies where work = ${id}
        union select r.teacher from assignments.reviews r join assignments.takes t on t.id = r.take where t.work = ${id})`), around(ctx, id), snippetsOf(db, actor.person),
      openedUntil(ctx, learner), enrolmentById(db, sql<string>`(select enrolment from assignments.works where id = ${id})`), completionsOf(db, sql<string>`(select enrolment from assignments.works where id = ${id})`),
      hasGallery(ctx) ? consentsFor(db, works).limit(1).executeTakeFirst() : undefined,
    ])
    const { work, takes } = pieces
    if (!work || !assignment || !taught) return undefined
    const run = runs.find(each => each.id === work.run)
    const last = takes.at(-1)
    const review = pieces.reviews.find(({ take }) => take === last?.id)
    const covered = isCovered(work, review?.given_at)
    return {
      ...pieces, people, ...covered && withoutName(pieces, people, work.person), covered, ...until && !covered && { learner: { until, enrolment, completions } },
      // Whose name it is to bear is nothing for a teacher who reviews without one.
      consent: consent && { ...consent, signed: null }, mayShow: hasGallery(ctx) && last !== undefined && canBeShown(assignment.kind),
      work, assignment, run, snippets, ...near, mayOpen: taught.teaches, state: stateOf(pieces, now),
      review, heldByOther: heldByOther(work, actor, now), answerBy: run && last && deadline(last.sent_at, { 'working-days': run.answer_days }, lawProfile(ctx.policy.law)),
    }
  },
  may: (_, { mayOpen }) => mayOpen,
  reveals: ({ work }) => [work.person],
})

/** Nothing that says whose work it is: what is not here is not opened either. */
const withoutName = <File, Person extends { id: string }>({ files }: { files: File[] }, people: Person[], learner: string) =>
  ({ files: files.map(file => ({ ...file, name: null })), people: people.filter(({ id }) => id !== learner) })

const isTaught = ({ db, actor }: Context, work: string) =>
  db.selectFrom('assignments.works').select(teaches(actor.person, 'assignments.works.run').as('teaches')).where('id', '=', work).executeTakeFirst()

type Around = { next: string | null; previous: string | null; waiting: number }

/** The works of the same run that wait for an answer: what comes after this one and before it, by when they were sent, and how many there are. What another teacher holds is not next. */
export const around = async ({ db, actor, now }: Context, work: string): Promise<Around> => (await sql<Around>`
  with waiting as (
    select w.id, t.sent_at, w.held_by is null or w.held_by = ${actor.person} or w.held_until <= ${now} as free from assignments.works w join lateral (select id, sent_at from assignments.takes where work = w.id order by number desc limit 1) t on true
    where w.run = (select run from assignments.works where id = ${work}) and not exists (select from assignments.reviews r where r.take = t.id and r.given_at is not null)
  ), here as (select ${work}::uuid as id, (select max(sent_at) from assignments.takes where work = ${work}) as sent_at)
  select (select count(*)::int from waiting) as waiting,
    (select w.id from waiting w, here where w.id <> here.id and w.free order by ((w.sent_at, w.id) > (here.sent_at, here.id)) desc, w.sent_at, w.id limit 1) as next,
    (select w.id from waiting w, here where (w.sent_at, w.id) < (here.sent_at, here.id) order by w.sent_at desc, w.id desc limit 1) as previous`.execute(db)).rows[0]!

type Held = { held_by: string | null; held_until: Date | null }
export const heldByOther = ({ held_by, held_until }: Held, actor: Actor, now: Date) =>
  held_by !== null && held_by !== actor.person && held_until !== null && held_until > now

/** For commands of the desk: the work and its last sending, locked; undefined when there is none. */
export async function workToReview(ctx: Context, { work: id }: { work: string }) {
  const work = await ctx.db.selectFrom('assignments.works').selectAll().select(teaches(ctx.actor.person, 'assignments.works.run').as('teaches')).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!work) return undefined
  const [assignment, pieces] = await Promise.all([assignmentFor(ctx.db, { begun: assignmentOf(workNamed(id)), version: sql<string>`null` }), piecesOf(ctx.db, workNamed(id))])
  const take = pieces.takes.at(-1)
  return assignment && take && { ...pieces, work, assignment, take, review: pieces.reviews.find(each => each.take === take.id) }
}
export type ToReview = NonNullable<Awaited<ReturnType<typeof workToReview>>>

export const mayReview = (_: Actor, { work }: ToReview) => work.teaches

/** A review that was given stays as it was, and one that somebody else is writing is theirs. */
export function mustBeMine({ actor, now }: Context, { work, review }: ToReview, over = false) {
  if (review?.given_at) throw new Refusal(409, 'assignments.already-given')
  if (!over && heldByOther(work, actor, now)) throw new Refusal(409, 'assignments.held-by-other')
}
