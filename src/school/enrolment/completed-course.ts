import type { Database } from '#platform/database/database.ts'
import type { Text } from '#platform/locale.ts'
import { runBySlug } from '#school/courses/courses.ts'

/** What somebody completed, from the record itself; undefined when they did not. `assessed` is what the rules of the version asked for. */
export async function completedCourse(db: Database, { person, run: id }: { person: string; run: string }): Promise<{ title: Text; hours: number; assessed: Text[]; certificate: boolean; at: Date } | undefined> {
  const enrolment = await db.selectFrom('enrolment.enrolments').select(['run_name', 'completed_at']).where('person', '=', person).where('run', '=', id).where('completed_at', 'is not', null).executeTakeFirst()
  const run = enrolment && await runBySlug(db, enrolment.run_name)
  if (!run) return undefined
  const { about } = run
  const assessed = [...about.completion.test ? [about.test.title] : [], ...about.completion.assignment ? [about.assignment.title] : []]
  return { title: about.title, hours: about.hours, assessed, certificate: about.certificate ?? true, at: enrolment.completed_at! }
}

/** For each of these, whether its completion is on record. */
export async function wereCompleted(db: Database, of: { person: string; run: string }[]): Promise<boolean[]> {
  const people = [...new Set(of.map(({ person }) => person))]
  const rows = people.length ? await db.selectFrom('enrolment.enrolments').select(['person', 'run']).where('person', 'in', people).where('completed_at', 'is not', null).execute() : []
  const known = new Set(rows.map(({ person, run }) => `${person} ${run}`))
  return of.map(({ person, run }) => known.has(`${person} ${run}`))
}
