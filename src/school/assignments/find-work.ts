// Everything about one work, in questions that are asked side by side: a page waits for them once.
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import { fileFacts } from '#platform/files/files.ts'
import type { Text } from '#platform/locale.ts'
import type { Assignment as Written, Criterion } from '#school/courses/courses.ts'

export type Assignment = { id: string; kind: Written['kind']; title: Text; task: Written['task']; attempts: number; pass_at: number; anonymous: boolean; rubric: string; criteria: Criterion[] }

/** The assignment a work was begun under, else the one of the run's version. */
export const assignmentFor = (db: Database, { begun, version }: { begun: RawBuilder<string>; version: RawBuilder<string> }): Promise<Assignment | undefined> =>
  db.selectFrom('assignments.assignments').innerJoin('assignments.rubrics', 'assignments.rubrics.id', 'assignments.assignments.rubric')
    .select(['assignments.assignments.id', 'kind', 'title', 'task', 'attempts', 'pass_at', 'anonymous', 'rubric', 'criteria'])
    .where('assignments.assignments.id', '=', sql<string>`coalesce(${begun}, (select id from assignments.assignments where version = ${version}))`)
    .executeTakeFirst() as Promise<Assignment | undefined>

/** The works a question is about, as part of other questions: by their own id or by the enrolment. */
export const workNamed = (id: string) => sql<string>`(select id from assignments.works where id = ${id})`
export const workOfEnrolment = (enrolment: string) => sql<string>`(select id from assignments.works where enrolment = ${enrolment})`
export const assignmentOf = (works: RawBuilder<string>) => sql<string>`(select assignment from assignments.works where id in ${works})`

export type Pieces = Awaited<ReturnType<typeof piecesOf>>

/** All that hangs on a work: what was sent, what was said about it, what was answered. */
export async function piecesOf(db: Database, works: RawBuilder<string>) {
  const takes = sql<string>`(select id from assignments.takes where work in ${works})`
  const reviews = sql<string>`(select id from assignments.reviews where take in ${takes})`
  const [work, taken, reviewed, marks, notes, replies, files] = await Promise.all([
    db.selectFrom('assignments.works').selectAll().where('id', 'in', works).executeTakeFirst(),
    db.selectFrom('assignments.takes').select(['id', 'number', 'words', 'described', 'file', 'sent_at']).where('work', 'in', works).orderBy('number').execute(),
    db.selectFrom('assignments.reviews').select(['id', 'take', 'teacher', 'words', 'points', 'out_of', 'saved_at', 'given_at', 'accepted']).where('take', 'in', takes).execute(),
    db.selectFrom('assignments.marks').select(['id', 'review', 'criterion', 'points', 'words']).where('review', 'in', reviews).execute(),
    db.selectFrom('assignments.notes').select(['id', 'review', 'number', 'place', 'words']).where('review', 'in', reviews).orderBy('number').execute(),
    db.selectFrom('assignments.replies').select(['id', 'note', 'by_learner', 'teacher', 'words', 'written_at']).where('work', 'in', works).orderBy('written_at').execute(),
    fileFacts({ db }, sql<string>`(select file from assignments.takes where work in ${works})`),
  ])
  return { work, takes: taken, reviews: reviewed, marks, notes, replies, files }
}

export type State = 'not-sent' | 'sent' | 'in-review' | 'returned' | 'accepted'

/** Where a work stands, from what happened to it. A review that is not given yet is nobody's but the teacher's. */
export function stateOf({ work, takes, reviews }: Pick<Pieces, 'work' | 'takes' | 'reviews'>, now: Date): State {
  const last = takes.at(-1)
  if (!work || !last) return 'not-sent'
  const review = reviews.find(({ take }) => take === last.id)
  if (review?.given_at) return review.accepted ? 'accepted' : 'returned'
  return work.held_until && work.held_until > now ? 'in-review' : 'sent'
}

/** What the learner may know: nothing of a review before it is given. */
export function givenOnly(pieces: Pieces): Pieces {
  const reviews = pieces.reviews.filter(({ given_at }) => given_at)
  const among = ({ review }: { review: string }) => reviews.some(({ id }) => id === review)
  return { ...pieces, reviews, marks: pieces.marks.filter(among), notes: pieces.notes.filter(among) }
}
