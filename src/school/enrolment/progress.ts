import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { Text } from '#platform/locale.ts'
import type { About, Outline } from '#school/courses/courses.ts'

/** How many people finished a lesson, a test or a task since a moment, and how many of them a whole course. */
export async function learntSince(db: Database, since: Date): Promise<{ learning: number; finished: number }> {
  const { rows } = await sql<{ learning: number; finished: number }>`
    select count(distinct e.person)::int as learning, count(distinct e.person) filter (where e.completed_at >= ${since})::int as finished
    from enrolment.completions c join enrolment.enrolments e on e.id = c.enrolment where c.at >= ${since}`.execute(db)
  return rows[0]!
}

export type Completed = { id: string; kind: 'lesson' | 'module' | 'test' | 'assignment' | 'course'; item: string; evidence: string | null; at: Date }
/** One thing that counts towards completion, and the row that shows it is done. */
export type Requirement = { kind: 'lesson' | 'test' | 'assignment'; item: string; title: Text; done: Completed | undefined; needed: boolean }
export type Progress = { items: Requirement[]; done: number; required: number; percent: number; lessonsNeeded: number; complete: boolean }

/** The enrolment may be the answer of another question. */
export const completionsOf = (db: Database, enrolment: string | RawBuilder<string>): Promise<Completed[]> =>
  db.selectFrom('enrolment.completions').select(['id', 'kind', 'item', 'evidence', 'at']).where('enrolment', '=', enrolment).orderBy('at').execute() as Promise<Completed[]>

/** Completions of all enrolments of a person, or of all learners of a run, by enrolment. */
export async function completionsOfAll(db: Database, of: { person: string } | { run: string }): Promise<Map<string, Completed[]>> {
  const rows = await db.selectFrom('enrolment.completions').innerJoin('enrolment.enrolments', 'enrolment.enrolments.id', 'enrolment.completions.enrolment')
    .select(['enrolment', 'enrolment.completions.id', 'kind', 'item', 'evidence', 'at'])
    .where(({ eb }) => 'person' in of ? eb('person', '=', of.person) : eb('run_name', '=', of.run)).orderBy('at').execute()
  return Map.groupBy(rows as (Completed & { enrolment: string })[], ({ enrolment }) => enrolment)
}

/**
 * Completed over required, by the rules of the version: the share of lessons, the test, the assignment. More lessons than the share
 * asks for count no further, so progress never passes 100, and 100 is reached only when every rule is met.
 */
export function progressOf(about: Pick<About, 'completion' | 'test' | 'assignment'>, outline: Outline, completions: Completed[]): Progress {
  const { completion } = about
  const found = (kind: string, item: string) => completions.find(each => each.kind === kind && each.item === item)
  const lessons = outline.flatMap(module => module.lessons)
  const items: Requirement[] = [
    ...lessons.map(({ slug, title }) => ({ kind: 'lesson' as const, item: slug, title, done: found('lesson', slug), needed: true })),
    { kind: 'test' as const, item: 'test', title: about.test.title, done: found('test', 'test'), needed: completion.test },
    { kind: 'assignment' as const, item: 'assignment', title: about.assignment.title, done: found('assignment', 'assignment'), needed: completion.assignment },
  ]
  const lessonsNeeded = Math.ceil(lessons.length * completion.lessons / 100)
  const others = items.filter(({ kind, needed }) => kind !== 'lesson' && needed)
  const done = Math.min(items.filter(({ kind, done }) => kind === 'lesson' && done).length, lessonsNeeded) + others.filter(({ done }) => done).length
  const required = lessonsNeeded + others.length
  return { items, done, required, percent: Math.floor(100 * done / required), lessonsNeeded, complete: done === required }
}
