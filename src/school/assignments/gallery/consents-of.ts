import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { Text } from '#platform/locale.ts'
import { nameOfRun } from '#school/courses/courses.ts'

/** The consents of somebody that stand, each with the page where it is taken back: the assignment of `run`, by its name in the address. */
export type ShowingConsent = { run: string; title: Text; given_at: Date }

/** What somebody allows to be shown of their works, the latest first. */
export const consentsOf = (db: Database, person: string): Promise<ShowingConsent[]> =>
  db.selectFrom('assignments.showings').innerJoin('assignments.takes', 'assignments.takes.id', 'assignments.showings.take')
    .innerJoin('assignments.works', 'assignments.works.id', 'assignments.takes.work').innerJoin('assignments.assignments', 'assignments.assignments.id', 'assignments.works.assignment')
    .select([nameOfRun(sql.ref('assignments.works.run')).as('run'), sql<Text>`assignments.assignments.title`.as('title'), 'given_at']).where('person', '=', person).where('withdrawn_at', 'is', null)
    .orderBy('given_at', 'desc').execute()
